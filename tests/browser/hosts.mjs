// Pages of other hosts: their scripts, as npm has them, and listeners written from what the others say that they do.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const packaged = (name) => {
  const [, folder] = name.match(/^((?:@[^/]+\/)?[^/]+)/);
  // Found by its folder, since packages may not export the file.
  const at = require.resolve.paths(folder).map((modules) => join(modules, name));
  return at.map((path) => { try { return readFileSync(path, "utf8"); } catch { return null; } }).find(Boolean);
};

const frame = (id, src, attributes = "") =>
  `<iframe id="${id}" src="${src}" title="${id}" width="100%" height="150" style="border:0;display:block" ${attributes}></iframe>`;

/** Sizes the frame that speaks, by what `told` finds in the message. */
const listener = (told) => ({
  html: frame,
  setup: `(frame) => addEventListener("message", ({ data, source }) => {
    if (source !== frame.contentWindow) return;
    const height = (${told})(data, frame);
    if (height) frame.style.height = height + "px";
  })`,
});

/**
 * Each host: `html(id, src)` is what an editor pastes, `script` a file from npm, `setup` a function of the pasted
 * element that starts the script, `src` what the address needs.
 */
export const HOSTS = {
  pym: {
    script: "pym.js/dist/pym.v1.js",
    html: (id, src) => `<div id="${id}" data-src="${src}"></div>`,
    setup: `(place) => new pym.Parent(place.id, place.dataset.src, { title: place.id })`,
  },
  newswire: {
    script: "@newswire/frames/dist/frames.umd.js",
    html: (id, src) => `<div id="${id}" data-src="${src}"></div>`,
    setup: `(place) => new newswireFrames.Framer(place, { src: place.dataset.src })`,
  },
  newswireObserved: {
    script: "@newswire/frames/dist/frames.umd.js",
    html: frame,
    setup: `(frame) => newswireFrames.observeIframe(frame)`,
  },
  sidechain: {
    script: "@nprapps/sidechain/dist/sidechain.js",
    html: (id, src) => `<side-chain id="${id}-place" src="${src}"></side-chain>`,
    setup: `() => {}`,
  },
  resizer4: {
    script: "iframe-resizer-4/js/iframeResizer.js",
    html: frame,
    setup: `(frame) => iframeResize4({ scrolling: false }, frame)`,
    after: "window.iframeResize4 = window.iFrameResize;",
  },
  resizer5: {
    script: "@iframe-resizer/parent/index.umd.js",
    html: frame,
    setup: `(frame) => iframeResize({ license: "GPLv3", log: -1 }, frame)`,
  },
  openResizer: {
    script: "@open-iframe-resizer/core/dist/index.umd.cjs",
    html: frame,
    setup: `(frame) => iframeResizer.initialize({}, frame)`,
  },
  iframely: {
    script: "@iframely/embed.js/dist/embed.js",
    html: (id, src) => `<div class="iframely-embed"><div class="iframely-responsive" style="position:relative;height:150px">
<iframe id="${id}" src="${src}" title="${id}" style="border:0;position:absolute;inset:0;width:100%;height:100%"></iframe></div></div>`,
    setup: `() => {}`,
  },
  datawrapper: listener(`(data) => data["datawrapper-height"] !== undefined && Object.values(data["datawrapper-height"])[0]`),
  datawrapperByKey: listener(`(data, frame) => {
    for (const key in data["datawrapper-height"] ?? {}) if (frame.src.includes(key)) return data["datawrapper-height"][key];
  }`),
  medium: listener(`(data, frame) => {
    let told = {};
    try { told = JSON.parse(data); } catch { return; }
    return told && told.context === "iframe.resize" && told.src === frame.src && told.height;
  }`),
  amp: {
    src: "#amp=1",
    ...listener(`(data) => data.sentinel === "amp" && data.type === "embed-size" && data.height >= 100 && data.height`),
  },
  mastodon: {
    html: frame,
    setup: `(frame) => {
      const ask = () => frame.contentWindow.postMessage({ type: "setHeight", id: 7 }, "*");
      frame.addEventListener("load", ask);
      addEventListener("message", ({ data, source }) => {
        if (source === frame.contentWindow && typeof data === "object" && data.type === "setHeight" && data.id === 7) frame.height = data.height;
      });
      ask();
    }`,
  },
  // As WordPress writes frames and wp-embed.js speaks to them: a secret for each, word that the page is ready, heights
  // between 200 and 1000.
  wordpress: {
    clamp: (height) => Math.min(1000, Math.max(200, height)),
    html(id, src) {
      const secret = id.replaceAll("-", "");
      return frame(id, `${src}#?secret=${secret}`, `class="wp-embedded-content" scrolling="no" data-secret="${secret}"`);
    },
    setup: `(frame) => {
      const secret = frame.getAttribute("data-secret");
      addEventListener("message", ({ data, source }) => {
        if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
        for (const found of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
          if (source !== found.contentWindow || data.message !== "height") continue;
          found.removeAttribute("style");
          found.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        }
      });
      frame.contentWindow.postMessage({ message: "ready", secret }, "*");
    }`,
  },
};

const files = new Map(Object.values(HOSTS).flatMap(({ script }) => (script ? [[`/${script}`, packaged(script)]] : [])));

/**
 * A page on an origin of its own, of another site than the graphic. `begin` in it starts the hosts' scripts;
 * with `late`, milliseconds after the last frame has loaded, else at once.
 */
export const hostPage = (places, { late = null, wrap = (html) => html } = {}) => {
  const html = places.map(({ host, id, src }) => HOSTS[host].html(id, src + (HOSTS[host].src ?? "")));
  const used = [...new Set(places.map(({ host }) => host))];
  const scripts = [...new Set(used.map((host) => HOSTS[host].script).filter(Boolean))];
  const after = used.map((host) => HOSTS[host].after ?? "").join("");
  const setups = used.map((host) => `${host}: ${HOSTS[host].setup}`).join(",\n");
  const begin = `
    const load = (src) => new Promise((loaded) => document.body.append(Object.assign(document.createElement("script"), { src, onload: loaded })));
    const setups = { ${setups} };
    async function begin() {
      for (const src of ${JSON.stringify(scripts)}) { await load("/" + src); if (src.includes("resizer-4")) { ${after} } }
      for (const { host, id } of ${JSON.stringify(places.map(({ host, id }) => ({ host, id })))}) setups[host](document.getElementById(id));
    }`;
  const start =
    late === null
      ? "begin();"
      : `Promise.all([...document.querySelectorAll("iframe")].map((frame) => new Promise((loaded) => frame.addEventListener("load", loaded))))
          .then(() => setTimeout(begin, ${late}));`;
  return `<body style="margin:0">${wrap(html.join("\n"))}<script>${begin}\n${start}</script>`;
};

/** Serves pages by their bodies: the first at /, and the hosts' scripts from npm. */
export async function host(body, { headers = {} } = {}) {
  const server = createServer((request, response) => {
    const script = files.get(request.url);
    if (script) return response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,">${body}`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(page);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // By name rather than by number: to browsers that is another site, so frames run in a process of their own.
  return { url: `http://localhost:${server.address().port}/`, close: () => new Promise((closed) => server.close(closed).closeAllConnections()) };
}

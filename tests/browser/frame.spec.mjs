// In frames of another origin: each view at its exact height, in the languages that hosts speak.
import { createServer } from "node:http";
import { expect, test } from "./site.mjs";

const VIEWS = ["agreements", "membership", "yields", "overview", "bri", "brics", "africa", "asean"];

/** A host page on an origin of its own, with one frame and a script. */
async function host(body) {
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title><link rel="icon" href="data:,">${body}`),
  );
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Host scripts, written from what each protocol says: `size(height)` gives the frame its height. */
const HOSTS = {
  pym: {
    query: "?childId=tech&initialWidth=600",
    script: `if (typeof data === "string" && data.startsWith("pymxPYMxtechxPYMxheightxPYMx")) size(+data.split("xPYMx")[3]);`,
  },
  AMP: { hash: "#amp=1", script: `if (data?.sentinel === "amp" && data.type === "embed-size") size(data.height);` },
  Datawrapper: {
    script: `const heights = data?.["datawrapper-height"];
      if (heights) for (const key of Object.keys(heights)) if (frame.src.includes(key)) size(heights[key]);`,
  },
  Medium: {
    script: `if (typeof data === "string" && data[0] === "{") {
      const { src, context, height } = JSON.parse(data);
      if (src === frame.src && context === "iframe.resize") size(height);
    }`,
  },
  WordPress: { hash: "#?secret=abc123", script: `if (data?.message === "height" && data.secret === "abc123") size(data.value);` },
  "open-iframe-resizer": { script: `if (data?.type === "iframe-resized") size(data.height);` },
  "iframe-resizer": {
    script: `if (typeof data === "string" && data.startsWith("[iFrameSizer]frame:")) size(+data.split(":")[1]);
      if (data === "[iFrameResizerChild]Ready") frame.contentWindow.postMessage("[iFrameSizer]frame:8:false:false:32:true:true:null", "*");`,
  },
  Mastodon: {
    script: `if (data?.type === "setHeight" && data.id === 7) size(data.height);
      if (data?.type === "iframe-resized") frame.contentWindow.postMessage({ type: "setHeight", id: 7 }, "*");`,
  },
};

const page = (src, script, attributes = "") => `<body style="margin:0">
<iframe id="frame" src="${src}" width="100%" height="150" style="border:0" ${attributes}></iframe>
<script>
  const frame = document.getElementById("frame");
  window.told = [];
  const size = (height) => (window.told.push(height), (frame.height = height));
  addEventListener("message", ({ data, source }) => { if (source === frame.contentWindow) { ${script} } });
</script>`;

/** How much higher the graphic is than its frame; 0 when it fits exactly. */
const gap = async (browserPage) => {
  const frame = browserPage.frames()[1];
  const { height, inner } = await frame.evaluate(() => {
    const graphic = document.querySelector("main[data-embed]") ?? document.body;
    return { height: Math.ceil(graphic.getBoundingClientRect().height), inner: innerHeight };
  });
  return height - inner;
};

for (const [name, { query = "", hash = "", script }] of Object.entries(HOSTS)) {
  test(`${name}: a view gets its exact height, again after a change of width`, async ({ page: tab, site }) => {
    const server = await host(page(`${site}embed/membership/${query}${hash}`, script));
    for (const width of [320, 600, 1000]) {
      await tab.setViewportSize({ width, height: 800 });
      if (width === 320) await tab.goto(server.url);
      await expect.poll(() => gap(tab)).toBe(0);
      expect(await tab.evaluate(() => window.told.length)).toBeGreaterThan(0);
    }
    server.close();
  });
}

for (const view of VIEWS) {
  test(`${view} fits its frame, under a sandbox too`, async ({ page: tab, site }) => {
    const server = await host(page(`${site}embed/${view}/`, HOSTS.Medium.script, 'sandbox="allow-scripts"'));
    await tab.goto(server.url);
    await expect.poll(() => gap(tab)).toBe(0);
    const frame = tab.frameLocator("#frame");
    const chart = VIEWS.indexOf(view) < 3;
    await expect(frame.locator("html")).toHaveAttribute("data-state", chart ? "live" : "static");
    await expect(frame.locator("canvas")).toHaveCount(chart ? 1 : 0);
    server.close();
  });
}

test("a host's script that comes late is told all the same", async ({ page: tab, site }) => {
  const late = `<body style="margin:0"><iframe id="frame" src="${site}embed/yields/" width="100%" height="150" style="border:0"></iframe>
<script>setTimeout(() => addEventListener("message", ({ data }) => {
  if (data?.type === "iframe-resized") document.getElementById("frame").height = data.height;
}), 3000);</script>`;
  const server = await host(late);
  await tab.goto(server.url);
  await expect.poll(() => gap(tab)).toBe(0);
  server.close();
});

test("a frame that grows by what it is told does not grow for ever", async ({ page: tab, site }) => {
  const script = `if (data?.type === "iframe-resized") size(data.height + 1);`;
  const server = await host(page(`${site}embed/bri/`, `${script} setTimeout(() => (window.waited = true), 4500);`));
  await tab.goto(server.url);
  // Longer than the graphic repeats itself for hosts that come late.
  await expect.poll(() => tab.evaluate(() => window.waited)).toBe(true);
  const told = await tab.evaluate(() => window.told);
  expect(new Set(told).size).toBe(1);
  expect(told.length).toBeLessThanOrEqual(10);
  server.close();
});

test("light is the default in frames, and Iframely may choose", async ({ page: tab, site }) => {
  await tab.emulateMedia({ colorScheme: "dark" });
  const server = await host(page(`${site}embed/yields/`, ""));
  await tab.goto(server.url);
  const root = tab.frameLocator("#frame").locator("html");
  await expect(root).toHaveAttribute("data-state", "live");
  await expect(root).toHaveAttribute("data-theme", "light");
  await tab.evaluate(() => frame.contentWindow.postMessage(JSON.stringify({ method: "setTheme", data: "dark" }), "*"));
  await expect(root).toHaveAttribute("data-theme", "dark");
  server.close();
});

test("unframed, nothing is posted", async ({ page: tab, site }) => {
  await tab.addInitScript(() => {
    window.posted = 0;
    addEventListener("message", () => (window.posted += 1));
  });
  await tab.goto(`${site}embed/yields/`);
  await expect(tab.locator("html")).toHaveAttribute("data-state", "live");
  expect(await tab.evaluate(() => window.posted)).toBe(0);
});

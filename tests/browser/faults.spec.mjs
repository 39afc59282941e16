// What may go wrong around the page, one row each: whatever it is, every figure can be read and every chart is shown and
// true, and the console has at most the one line that says that the page stays static.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "./browsers.mjs";
import { host } from "./hosts.mjs";
import { serve } from "./server.mjs";
import { CHARTS, DIST, expect, figure, live, openAll, picture, targets, test } from "./site.mjs";
import { CHART, CHOOSABLE, CHOSEN, STORY, nameOf, rowsOf } from "./story.mjs";

const built = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));
const read = (name) => readFileSync(join(DIST, name));

/** What a visit loads besides the page, and how the page ends without it. */
const FILES = {
  "boot.js": [built(/^boot-\w+\.js$/), "static"],
  "the deferred style": [built(/^deferred-\w+\.css$/), "failed"],
  "the glue": [built(/^tech-ties-\w+\.js$/), "failed"],
  "the wasm": [built(/^tech-ties-\w+\.wasm$/), "failed"],
  "what paints": [built(/^split_paint-\w+\.wasm$/), "live"],
  "the face of the headlines": [built(/^headline-\w+\.woff2$/), "live"],
};
const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm", woff2: "font/woff2" };
const typeOf = (name) => TYPES[name.split(".").at(-1)];

/** The first half or more of a file. A text ends within a block, else what is left of a script may be one. */
const cut = (bytes, isText) => bytes.subarray(0, isText ? bytes.indexOf("{", bytes.length * 0.6) + 1 : bytes.length * 0.6);

/** What becomes of a file on its way: status, type and bytes. */
const DAMAGES = {
  "is missing": () => [404, "text/plain", "gone"],
  "is cut short": (name) => [200, typeOf(name), cut(read(name), /\.(js|css)$/.test(name))],
  "is garbage": (name) => [200, typeOf(name), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + 7) % 251))],
  "is a page to sign in": () => [200, "text/html", "<!doctype html><title>Sign in</title>"],
};

/** What browsers say by themselves of files that they could not use. */
const COMPLAINTS = ["Failed to load resource", "MIME type", "Invalid or unexpected token", "Unexpected ", "decode downloaded font", "OTS parsing error"];

const damaged = Object.entries(FILES).flatMap(([what, [file, state]]) =>
  Object.entries(DAMAGES).map(([how, damage]) => ({
    name: `${what} ${how}`,
    state,
    theirs: COMPLAINTS,
    answer: (response, path) => {
      if (path !== `/${file}`) return false;
      const [status, type, body] = damage(file);
      return response.writeHead(status, { "content-type": type }).end(body);
    },
  })),
);

/** A file that comes only when it is let go; until then the page is whole without it. */
const late = Object.entries(FILES).map(([what, [held, state]]) => ({ name: `${what} comes late`, held, state: state === "live" ? "live" : "static" }));

/** The page in a changed form, without the policy that names its style by its hash. */
const changed = (change) => (response, path) => {
  if (path !== "/" && !path.endsWith(".css")) return false;
  response.removeHeader("content-security-policy");
  const name = path === "/" ? "index.html" : path.slice(1);
  const now = change(read(name).toString());
  return response.writeHead(200, { "content-type": path === "/" ? "text/html; charset=utf-8" : TYPES.css }).end(now);
};

/** What a browser may not have, or a reader's tools take away. */
const MISSING = {
  "wasm": ["failed", () => delete window.WebAssembly],
  "canvases": ["live", () => (HTMLCanvasElement.prototype.getContext = () => null)],
  "canvases that may be asked for": ["live", () => (HTMLCanvasElement.prototype.getContext = () => { throw new Error("no"); })],
  "ResizeObserver": ["live", () => delete window.ResizeObserver],
  "IntersectionObserver": ["live", () => delete window.IntersectionObserver],
  "media queries for scripts": ["live", () => delete window.matchMedia],
  "Intl": ["live", () => delete window.Intl],
  "document.fonts": ["live", () => Object.defineProperty(document, "fonts", { value: undefined })],
  "audio": ["live", () => delete window.AudioContext],
  "storage": ["live", () => Object.defineProperty(window, "localStorage", { get() { throw new Error("no storage"); } })],
  "history": ["live", () => (history.replaceState = () => { throw new Error("no history"); })],
  "frames, as in a tab that is hidden": ["live", () => (window.requestAnimationFrame = () => 0)],
  "true pixels": ["live", () => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const pixels = getImageData.apply(this, area);
      pixels.data.forEach((value, i, all) => (all[i] = value ^ (i % 3)));
      return pixels;
    };
    HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob(["noise"]));
  }],
};

const unavailable = Object.entries(MISSING).map(([name, [state, prepare]]) => ({ name: `there are no ${name}`, state, prepare }));

/** Puts an element around each text and another beside each element, as translators and other tools of readers do. */
const wrap = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ parentNode }) =>
    /^(SCRIPT|STYLE)$/.test(parentNode.nodeName) || parentNode.closest("svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(text);
  }
  for (const place of document.querySelectorAll("[data-live], [data-controls], .layer, .targets, .controls fieldset")) {
    place.prepend(document.createElement("x-tool"));
    place.append(document.createElement("x-tool"));
  }
};
const remove = (selector) => document.querySelectorAll(selector).forEach((element) => element.remove());
const parsed = (action) => `addEventListener("DOMContentLoaded", () => (${action})(), { once: true })`;

/** Chooses something in every chart by its address, as Back does, and takes it back; in between something may happen. */
const wander = async (page, between = () => {}) => {
  for (const query of [CHOSEN, "?"]) {
    await page.evaluate((query) => {
      history.replaceState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
    }, query);
    await expect.poll(() => page.evaluate(() => document.querySelectorAll("[data-chosen]").length)).toBe(query === "?" ? 0 : CHOOSABLE.length);
    if (query !== "?") await between();
  }
};

const around = [
  { name: "the style knows no :has()", answer: changed((text) => text.replaceAll(":has(", ":unknown(")) },
  { name: "the style knows no container queries", answer: changed((text) => text.replaceAll("@container", "@unknown")) },
  { name: "tools wrap and insert before the program starts", before: parsed(wrap), act: wander },
  { name: "tools wrap and insert after it has started", act: async (page) => (await page.evaluate(wrap), await wander(page)) },
  { name: "tools remove what announces", before: parsed(() => document.querySelector("[data-status]").remove()), act: wander },
  { name: "tools remove what measures text", before: parsed(() => document.querySelector("[data-rem]").remove()), state: "static" },
  { name: "there are no canvases, and something was chosen", path: CHOSEN, state: "failed", prepare: MISSING.canvases[1], theirs: ["Tech Ties starts again"] },
  { name: "tools remove the canvases", act: (page) => page.evaluate(remove, "canvas") },
  { name: "tools remove the hit targets, and the reader goes on", act: async (page) => (await page.evaluate(remove, ".targets > *"), await wander(page)), theirs: ["Tech Ties starts again", "failed to insert node"] },
  { name: "the clock is wrong and the zone far", use: { timezoneId: "Pacific/Kiritimati" }, prepare: () => (Date.now = () => -1e15), act: wander },
  { name: "the network goes once it is live", theirs: ["ERR_INTERNET_DISCONNECTED"], act: async (page) => (await page.context().setOffline(true), await openAll(page, ".explore"), await wander(page)) },
  { name: "the screen is turned and zoomed", act: (page) => wander(page, async () => {
    for (const [width, height] of [[390, 844], [844, 390], [320, 256], [1280, 900]]) await page.setViewportSize({ width, height });
    const session = await page.context().newCDPSession(page);
    for (const pageScaleFactor of [3, 1]) await session.send("Emulation.setPageScaleFactor", { pageScaleFactor });
  }) },
  { name: "the page is zoomed so far that a canvas would be too large", use: { viewport: { width: 390, height: 600 }, deviceScaleFactor: 10 } },
];

/** The figures of the page as it was served, and what reads pixels, before anything is changed. */
const remember = () => {
  window.getPixels = CanvasRenderingContext2D.prototype.getImageData;
  window.readFigures = () => [...document.querySelectorAll("#figures [data-fact]")].map((row) => row.textContent.replace(/\s+/g, " "));
  addEventListener("DOMContentLoaded", () => (window.served = window.readFigures()), { once: true });
};

/** Whether something is drawn on a canvas of a size that browsers give. */
const isDrawn = (canvas) => {
  const { width, height } = canvas;
  if (width * height > 2 ** 24) return `${width} x ${height}`;
  const { data } = window.getPixels.call(canvas.getContext("2d"), 0, 0, width, Math.min(height, 2000));
  const colors = new Set(new Uint32Array(data.buffer));
  return colors.size > 3;
};

async function expectTrue(page, state) {
  for (const chart of CHARTS) {
    await figure(page, chart).scrollIntoViewIfNeeded();
    await expect(picture(page, chart), chart).toHaveCount(1);
    const canvas = figure(page, chart).locator("canvas:visible");
    if (await canvas.count()) expect(await canvas.evaluate(isDrawn), chart).toBe(true);
    const said = await targets(page, chart).evaluateAll((all) => all.map((target) => [target.dataset.fact, target.ariaLabel]));
    expect(said, chart).toEqual(state === "live" ? rowsOf(chart).map((row) => [row.id, nameOf(row)]) : []);
  }
  const table = page.locator("#figures table");
  if (!(await table.isVisible())) await page.locator("#figures summary").first().click();
  const seen = await table.locator("[data-fact]").evaluateAll((all) => all.filter((row) => row.checkVisibility()).map((row) => row.dataset.fact));
  expect(seen).toEqual(STORY.facts.map(({ id }) => id));
  expect(await page.evaluate(() => window.readFigures())).toEqual(await page.evaluate(() => window.served));
}

for (const { name, path = "", use = {}, state = "live", theirs = [], prepare, before, answer = () => false, act = () => {}, held } of [...damaged, ...late, ...unavailable, ...around]) {
  test.describe(() => {
    test.use({ ...use, theirs: [...theirs, ...(state === "failed" ? ["Tech Ties stays static"] : [])] });

    test(`every figure and chart is there and true, and the console quiet: ${name}`, { tag: "@once" }, async ({ page }) => {
      const ours = [];
      page.on("console", (message) => message.text().startsWith("Tech Ties") && ours.push(message.text()));
      await page.addInitScript(remember);
      if (prepare) await page.addInitScript(prepare);
      if (before) await page.addInitScript(before);
      let release;
      const released = new Promise((resolve) => (release = resolve));
      const override = async (_, response, path) => {
        if (path === `/${held}`) await released;
        return Boolean(await answer(response, path));
      };
      const server = await serve({ root: DIST, override });
      await page.goto(server.url + path, { waitUntil: "domcontentloaded" });
      await expect(page.locator("html")).toHaveAttribute("data-state", state);
      await act(page);
      await expectTrue(page, state);
      if (held) {
        release();
        await expect(page.locator("html")).toHaveAttribute("data-state", "live");
        await expectTrue(page, "live");
      }
      const starts = theirs.filter((line) => line.startsWith("Tech Ties")).length;
      expect(ours.length).toBeLessThanOrEqual(1 + starts);
      await server.close();
    });
  });
}

test("every figure and chart is there and true: the page comes back from the memory of the browser", { tag: "@once" }, async ({ site }) => {
  const browser = await chromium.launch({ ...CHROMIUM, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const page = await browser.newPage();
  await page.addInitScript(remember);
  await live(page, site);
  await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted)));
  await page.goto(`${site}demo.html`);
  await page.evaluate(() => history.back()).catch(() => {}); // the page is gone before it answers
  await expect.poll(() => page.evaluate(() => window.persisted).catch(() => null)).toBe(true);
  await wander(page);
  await expectTrue(page, "live");
  await browser.close();
});

/** Messages in shapes that a listener might trip over; those of hosts among them, with values that no host sends. */
const HOSTILE = [
  null, undefined, 0, NaN, true, "", "null", "[]", "{", "\u0000", "x".repeat(100_000), [], {}, [[[]]], { type: null }, { type: {} }, { message: "ready", secret: {} },
  { sentinel: "amp", type: "frames-init", height: -1 }, { type: "setHeight", id: { toString: null } }, { type: "setHeight", id: "<img>" }, { type: "theme", detail: {} },
  '{"method":"setTheme","data":"<script>"}', '{"method":"setTheme","data":{"__proto__":1}}', '{"__proto__":{"method":"setTheme"}}',
  `[iFrameSizer]${":".repeat(10_000)}`, `[iFrameSizer]${"a".repeat(10_000)}:b:true`, "[iFrameSizer]__proto__:0:true:", "pymxPYMxnullxPYMxwidthxPYMx1e99", new Array(1000).fill({ constructor: 1 }),
];

test("10,000 hostile messages of the page around and of its other windows change nothing in a frame", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`<body><iframe id="frame" src="${site}embed/${CHART}/" width="700" height="900" title="Frame"></iframe><iframe id="other" srcdoc="<p>" title="Other"></iframe>`);
  await tab.goto(server.url);
  const inner = () => tab.frames().find((frame) => frame.url().includes("/embed/"));
  await expect.poll(() => inner()?.locator("html").getAttribute("data-state").catch(() => null)).toBe("live");
  // Until it is painted a static picture is there, and its words.
  await expect(inner().locator("[data-painted]")).toHaveCount(1);
  const look = () => inner().evaluate(() => [document.documentElement.dataset.theme, location.href, document.body.innerText, document.querySelectorAll("[data-chosen]").length]);
  const before = await look();
  await tab.evaluate((hostile) => {
    const { contentWindow } = document.querySelector("#frame");
    const speakers = [window, document.querySelector("#other").contentWindow];
    for (let i = 0; i < 10_000; i += 1) {
      // A message has the window as its source whose function sends it.
      speakers[i % 2].Function("to", "message", "to.postMessage(message, '*')")(contentWindow, hostile[Math.floor(i / 2) % hostile.length]);
    }
  }, HOSTILE);
  await inner().evaluate(() => new Promise((done) => setTimeout(done))); // after all of them
  expect(await look()).toEqual(before);
  await targets(inner(), CHART).first().focus();
  await expect(inner().locator(".tooltip")).toHaveCount(1);
  await server.close();
});

// A long life: the same thing done again and again to one page, and what the page holds after it.

import { createServer } from "node:http";
import { table } from "./report.mjs";

/** From this part of a count on it has grown. */
const MOST = 0.02;
/**
 * So many times the deeds come before they are counted. What browsers learn of a script takes up room in the heap until it has
 * run often, and the memory of a program, which grows by 64 KB at once, may be full only then.
 */
const WARM_UP = 4;

/** Remembers in the page what cannot be asked for later: the memory of its program, and the sounds that are open. */
function remember() {
  window.life = { memory: null, contexts: new Set() };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    // A part of a program comes as bytes, and with its module.
    if (made instanceof WebAssembly.Instance) {
      window.life.memory = Object.values(made.exports).find((part) => part instanceof WebAssembly.Memory);
    }
    return made;
  };
  const Theirs = window.AudioContext;
  window.AudioContext = class extends Theirs {
    constructor() {
      super();
      window.life.contexts.add(this);
    }
    async close() {
      await super.close();
      window.life.contexts.delete(this);
    }
  };
}

/** Playwright's clock numbers frames from 1e12 on; browsers number them in 32 bits, and programs cancel them by such numbers. */
function numberFramesAsBrowsersDo() {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const first = ask(() => {});
  window.requestAnimationFrame = (action) => ask(action) - first;
  window.cancelAnimationFrame = (frame) => cancel(frame + first);
}

/** What is done in the page, `count` times, as it opens, or once a reader chose something; each waits for what it set off. */
const IN_PAGE = {
  "changes of width": [1000, async (count) => {
    const body = document.body.style;
    for (let i = 0; i < count; i += 1) {
      body.width = i % 2 ? "" : "640px";
      await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
    }
    body.width = "";
  }, true],
  "changes of theme": [1000, async (count) => {
    for (let i = 0; i < count; i += 1) {
      dispatchEvent(new CustomEvent("theme", { detail: i % 2 ? "light" : "dark" }));
      await new Promise(requestAnimationFrame);
    }
  }],
  "choices and figures opened": [1000, async (count) => {
    const tried = ".controls input[type=radio], .controls input[type=range], .controls .line button, .target";
    document.querySelectorAll(".explore").forEach((one) => (one.open = true));
    for (let i = 0; i < count; i += 1) {
      const all = document.querySelectorAll(tried);
      const one = all[(i * 7) % all.length];
      if (one.type === "range") {
        one.value = i % 2 ? one.min : one.max;
        one.dispatchEvent(new InputEvent("input", { bubbles: true }));
      } else one.click();
      await new Promise(requestAnimationFrame);
    }
    for (const close of document.querySelectorAll(".tooltip button")) close.click();
    history.replaceState(null, "", location.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
  }],
  "times heard": [1000, async (count) => {
    const listen = document.querySelector(".controls > button");
    for (let i = 0; i < 2 * count; i += 1) {
      listen.click();
      await new Promise(requestAnimationFrame);
    }
  }],
};
const EMBEDS = 200;

/** An hour of use, in seconds of the page's own clock: one deed each, all kinds in turn, each kind at one control after the other. */
const HOUR = 3600;
function use(nth) {
  const tried = ".controls input[type=radio], .controls input[type=range], .controls .line button, .target";
  const all = document.querySelectorAll(tried);
  const turn = Math.floor(nth / 6);
  const one = all[turn % all.length];
  const slide = () => {
    one.value = one.value === one.max ? one.min : one.max;
    one.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const deeds = [
    () => (document.body.style.width = turn % 2 ? "640px" : ""),
    () => dispatchEvent(new CustomEvent("theme", { detail: turn % 2 ? "light" : "dark" })),
    () => one.scrollIntoView({ block: "center" }),
    () => (one.type === "range" ? slide() : one.click()),
    () => one.focus(),
    () => document.querySelector(".controls > button").click(),
  ];
  document.querySelectorAll(".explore:not([open])").forEach((one) => (one.open = true));
  deeds[nth % deeds.length]();
}

/** What is chosen and open at the end of an hour is what it was before. */
function rest() {
  for (const close of document.querySelectorAll(".tooltip button")) close.click();
  document.body.style.width = "";
  document.activeElement.blur();
  history.replaceState(null, "", location.pathname);
  dispatchEvent(new PopStateEvent("popstate"));
}

async function hour(page, seconds) {
  for (let nth = 0; nth < seconds; nth += 1) {
    await page.evaluate(use, nth);
    await page.clock.runFor(1000);
  }
  await page.evaluate(rest);
}

/** Adds an embed to a page of another site and takes it away, once it is live. */
async function mount(page, count) {
  for (let i = 0; i < count; i += 1) {
    await page.evaluate(() => {
      const embed = document.createElement("tech-ties-embed");
      embed.setAttribute("view", "membership");
      document.body.append(embed);
    });
    await page.frameLocator("iframe").locator("html[data-state=live]").waitFor({ state: "attached" });
    await page.evaluate(() => document.querySelector("tech-ties-embed").remove());
  }
}

/** What a page holds, when all that can be dropped is. */
async function held(page, session) {
  await page.waitForFunction(() => [...window.life.contexts].every(({ state }) => state !== "closed"));
  // What waits for a while, such as the address and what is announced, has run by then.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
  let metrics;
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  // A frame that was taken away goes in its own time: until nothing more goes.
  for (let nodes = Infinity, last = 0, nth = 0; nodes !== last && nth < 10; nth += 1) {
    last = nodes;
    for (let i = 0; i < 3; i += 1) await session.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(500);
    ({ metrics } = await session.send("Performance.getMetrics"));
    nodes = metric("Nodes");
  }
  const own = await page.evaluate(() => [window.life.memory?.buffer.byteLength ?? 0, window.life.contexts.size]);
  return [metric("JSEventListeners"), metric("Nodes"), metric("JSHeapUsedSize"), ...own];
}

async function lived(browser, url, { count, warmUp, hasOwnClock }, act) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  // A program that ended holds nothing: what is counted after that says nothing.
  const ended = [];
  page.on("console", (message) => message.text().startsWith("Tech Ties") && ended.push(message.text()));
  await page.addInitScript(remember);
  if (hasOwnClock) {
    await page.clock.install();
    await page.addInitScript(numberFramesAsBrowsersDo);
  }
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.state !== "static");
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await act(page, count * warmUp);
  const before = await held(page, session);
  await act(page, count);
  const after = await held(page, session);
  await context.close();
  if (ended.length > 0) throw new Error(ended.join("; "));
  return { count, before, after };
}

/** What the page holds before and after each of so many deeds: `{ "changes of width": { count, before, after } }`. */
export async function measureLife(browser, site, log) {
  const results = {};
  const note = (name, result) => (log(`life: ${result.count} ${name}`), (results[name] = result));
  // It reads the built site.
  const { CHOOSABLE_CHART, choicesOf } = await import("../browser/story.mjs");
  // In a new width only what was chosen is painted.
  const chosen = `?${new URLSearchParams(choicesOf(CHOOSABLE_CHART))}`;
  for (const [name, [count, deed, isChosen]] of Object.entries(IN_PAGE)) {
    note(name, await lived(browser, isChosen ? site + chosen : site, { count, warmUp: WARM_UP }, (page, times) => page.evaluate(deed, times)));
  }
  note("seconds of use", await lived(browser, site, { count: HOUR, warmUp: 1, hasOwnClock: true }, hour));
  const body = `<script src="${site}embed.js"></script>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title><body>${body}`));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  note("embeds added and taken away", await lived(browser, `http://localhost:${server.address().port}/`, { count: EMBEDS, warmUp: 1 }, mount));
  server.close();
  return results;
}

const WHAT = ["listeners", "nodes", "heap, KB", "memory of the program, KB", "open sounds"];
const shown = (value, nth) => Math.round(nth === 2 || nth === 3 ? value / 1024 : value).toLocaleString("en");

/** What has grown by more than may be, each as a sentence. */
function growth(results) {
  return Object.entries(results).flatMap(([name, { count, before, after }]) =>
    WHAT.filter((_, nth) => after[nth] > before[nth] * (1 + MOST)).map((what) => `${what} grew with ${count} ${name}`),
  );
}

export function describeLife(results) {
  const rows = Object.entries(results).map(([name, { count, before, after }]) => [
    `${count.toLocaleString("en")} ${name}`,
    ...WHAT.map((_, nth) => `${shown(before[nth], nth)} → ${shown(after[nth], nth)}`),
  ]);
  const grown = growth(results).map((line) => `- ${line}`).join("\n");
  const told = grown ? [`By more than ${MOST * 100} percent:`, grown] : [];
  return ["### A long life", "What the page holds after a warm-up, and after as much as is said.", table(["Done", ...WHAT], rows), ...told].join("\n\n");
}

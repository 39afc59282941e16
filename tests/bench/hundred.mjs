// A page of another site with a hundred frames, on the phone, scrolled from end to end: each frame must come alive, and the
// memory is what all renderers hold, of the page and of the frames, at most and once garbage is collected.

import { createServer } from "node:http";
import { watchAll } from "./memory.mjs";
import { PROFILES } from "./profiles.mjs";

const COUNT = 100;
const VIEWS = ["membership", "agreements", "yields"];
const MOST_MB = 300;
const PATIENCE_MS = 60_000;

const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;

async function hostPage(site) {
  const embeds = Array.from({ length: COUNT }, (_, nth) => `<p>Frame ${nth + 1}</p><tech-ties-embed view="${VIEWS[nth % VIEWS.length]}"></tech-ties-embed>`);
  const head = `<!doctype html><meta name="viewport" content="width=device-width"><title>Host</title>`;
  const body = `${head}<body><script src="${site}embed.js"></script>${embeds.join("")}`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(body));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

/** Brings one element after the other on the screen, and waits until its frame is live. */
async function scroll(page, memory, log) {
  const held = [];
  for (let nth = 0; nth < COUNT; nth += 1) {
    const element = page.locator("tech-ties-embed").nth(nth);
    await element.evaluate((one) => one.scrollIntoView({ block: "start", behavior: "instant" }));
    await element.locator("iframe").contentFrame().locator("html[data-state=live]").waitFor({ state: "attached", timeout: PATIENCE_MS });
    held.push(await memory());
    if ((nth + 1) % 10 === 0) log(`hundred: ${nth + 1} frames, ${held.at(-1) === null ? "not told" : megabytes(held.at(-1))}`);
  }
  return held;
}

/** What the renderers hold, in bytes, after each frame: `{ held: [...] }`. */
export async function measureHundred(browser, site, log) {
  const host = await hostPage(site);
  const { context: options, cpu } = PROFILES.find(({ id }) => id === "phone");
  const memory = await watchAll(browser);
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    let crashed = false;
    page.on("crash", () => (crashed = true));
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.goto(host.url);
    const held = await scroll(page, memory.read, log);
    if (crashed) throw new Error("the page crashed");
    // Browsers leave garbage as long as there is room; what a phone that has none must hold is what is left without.
    for (const one of [page, page.frames().at(-1)]) {
      const session = await context.newCDPSession(one);
      await session.send("HeapProfiler.collectGarbage");
    }
    return { held, after: await memory.read() };
  } finally {
    await memory.close();
    await context.close();
    host.close();
  }
}

export function describeHundred({ held, after }) {
  const title = "### A hundred frames on one page";
  if (after === null || held.includes(null)) return [title, `All ${held.length} came alive. What they hold is not told here.`].join("\n\n");
  const verdict = after > MOST_MB * 2 ** 20 ? "more than" : "under";
  return [
    title,
    `All ${held.length} came alive. The renderers hold at most ${megabytes(Math.max(...held))} of their own, and ${megabytes(after)} once garbage is collected: ${verdict} ${MOST_MB} MB.`,
  ].join("\n\n");
}

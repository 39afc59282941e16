// What each further embed on one page costs: elements are added one by one, and the work of the main thread that all
// frames share is read after each. Host and graphic are of two sites, as they are in the wild.

import { setTimeout as sleep } from "node:timers/promises";
import { createServer } from "node:http";
import { cell, summarize, table } from "./report.mjs";

const COUNT = 10;
const VIEW = "membership";
const SETTLED_MS = 400; // without more work, once the graphic is there

/** A page with the script, and with a picture of the same site in a frame: the frames' thread is there from the start. */
async function hostPage(site) {
  const body = `<iframe src="${site}icon.svg"></iframe><script src="${site}embed.js"></script>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title><body>${body}`),
  );
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

/** Milliseconds of work that a main thread has done so far. */
async function work(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** The work of a thread once it has come to rest. */
async function settled(cdp) {
  let before = -1;
  for (let now = await work(cdp); now - before > 2; now = await work(cdp)) {
    before = now;
    await sleep(SETTLED_MS);
  }
  return work(cdp);
}

/** Adds one embed after the other; for each its milliseconds in the frames' thread and in the host page's. */
async function add(page, cdp) {
  const frames = await page.context().newCDPSession(page.frames()[1]);
  await frames.send("Performance.enable", { timeDomain: "threadTicks" });
  const costs = [];
  let [framesBefore, hostBefore] = [await settled(frames), await settled(cdp)];
  for (let nth = 0; nth < COUNT; nth += 1) {
    await page.evaluate((view) => {
      const embed = document.createElement("tech-ties-embed");
      embed.setAttribute("view", view);
      document.body.prepend(embed); // in sight
    }, VIEW);
    // Playwright's own ways of waiting would be work for the frame.
    await sleep(SETTLED_MS);
    const [framesNow, hostNow] = [await settled(frames), await settled(cdp)];
    costs.push(framesNow - framesBefore + hostNow - hostBefore);
    [framesBefore, hostBefore] = [framesNow, hostNow];
  }
  const states = page.frames().slice(2).map((frame) => frame.evaluate(() => document.documentElement.dataset.state));
  const live = (await Promise.all(states)).filter((state) => state === "live").length;
  if (live !== COUNT) throw new Error(`only ${live} of ${COUNT} embeds came alive`);
  return costs;
}

/** The cost of the first and of each further embed, `{ 1: { median, min, max }, 2: ..., }`, and how often the program came. */
export async function measureEmbeds(browser, site, rounds, log) {
  const runs = [];
  for (let round = 0; round <= rounds; round += 1) {
    const host = await hostPage(site);
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(host.url);
    const costs = await add(page, cdp);
    if (round > 0) runs.push(costs); // round 0 warms the machine
    await context.close();
    host.close();
    log(`embeds: ${round === 0 ? "warmed up" : `round ${round} of ${rounds}`}`);
  }
  return Array.from({ length: COUNT }, (_, nth) => summarize(runs.map((costs) => costs[nth])));
}

export function describeEmbeds(results, rounds) {
  const first = results[0].median;
  const rows = results.map((summary, nth) => [`${nth + 1}`, cell(summary, "ms"), `${Math.round((100 * summary.median) / first)} %`]);
  return [
    `### Embeds of \`${VIEW}\` on one page, one after the other`,
    `Median (lowest–highest) of ${rounds} rounds: work of the main threads for each, page and frames together.`,
    table(["Embed", "Work, ms", "Of the first"], rows),
  ].join("\n\n");
}

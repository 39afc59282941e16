// What a change of the window's size costs the main thread.

import { setTimeout as sleep } from "node:timers/promises";

const TURNS = 2;
const SETTLE_MS = 300; // a page that waits out a resize has begun by then
const IDLE_MS = 3; // what an idle page's main thread may do in SETTLE_MS

/** Milliseconds that the main thread has been at work: scripts, layout, painting. */
export async function workTime(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** The same, once the page has gone idle. */
async function settledWorkTime(cdp) {
  for (let before = await workTime(cdp); ; ) {
    await sleep(SETTLE_MS);
    const now = await workTime(cdp);
    if (now - before < IDLE_MS) return now;
    before = now;
  }
}

const chartWidths = async (page) => (await page.evaluate(() => window.benchProbe.charts())).map(({ width }) => width);

/** The main thread's work for one change of the window's size, after which every chart has another width. */
async function redraw(page, cdp, size) {
  const before = await chartWidths(page);
  const start = await settledWorkTime(cdp);
  await page.setViewportSize(size);
  const time = (await settledWorkTime(cdp)) - start;
  const after = await chartWidths(page);
  if (after.some((width, chart) => width === before[chart])) throw new Error("a chart kept its width in a resize");
  return time;
}

/** The mean of a redraw there and one back again, as the two sizes cost differently; once a turn. */
export async function redraws(page, cdp, [there, back]) {
  const means = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    means.push(((await redraw(page, cdp, there)) + (await redraw(page, cdp, back))) / 2);
  }
  return means;
}

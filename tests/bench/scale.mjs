// One redraw of n bars, from new data to pixels, in each tool. scale/bars.mjs has the rules.
//
// A page takes part by exposing `window.techTiesScale(n)`, a promise of the milliseconds of one
// redraw of n bars: build the scene from data not seen before and paint it on a canvas of
// 1000 x 600 px at ratio 1, then read one pixel back, so that the raster is part of the time.

import { cell, ratio, summarize, table } from "./report.mjs";

export const COUNTS = [100, 1_000, 10_000, 100_000];
const WARM_UP = 3;
const SAMPLES = 7;

async function open(browser, site) {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
  await page.goto(site.url, { waitUntil: "load" });
  await page.waitForFunction(() => typeof window.techTiesScale === "function", null, { timeout: 10_000 });
  return page;
}

/** Every page stays open and takes its turn, so that noise falls on all alike. */
export async function measureScale(browser, sites, log) {
  const pages = new Map();
  for (const site of sites) pages.set(site.id, await open(browser, site));
  const results = Object.fromEntries(sites.map(({ id }) => [id, {}]));
  for (const count of COUNTS) {
    const samples = Object.fromEntries(sites.map(({ id }) => [id, []]));
    for (let turn = 0; turn < WARM_UP + SAMPLES; turn += 1) {
      for (const { id } of sites) {
        await pages.get(id).bringToFront(); // a page behind another gets no frames
        const time = await pages.get(id).evaluate((n) => window.techTiesScale(n), count);
        if (turn >= WARM_UP) samples[id].push(time);
      }
    }
    for (const { id } of sites) results[id][count] = summarize(samples[id]);
    log(`scale: ${count.toLocaleString("en")} marks`);
  }
  for (const page of pages.values()) await page.context().close();
  return results;
}

export function describeScale(results, sites) {
  const ours = results.ours;
  const heads = COUNTS.map((count) => count.toLocaleString("en"));
  const medians = sites.map(({ id, name }) => [name, ...COUNTS.map((count) => cell(results[id][count], "ms"))]);
  const ratios = sites.map(({ id, name }) => [name, ...COUNTS.map((count) => ratio(results[id][count], ours?.[count]))]);
  return [
    "### Redraw by number of marks, ms",
    `Median (lowest–highest) of ${SAMPLES} redraws after ${WARM_UP} to warm up, unthrottled, raster included.`,
    table(["Tool", ...heads], medians),
    ...(ours ? ["As multiples of ours.", table(["Tool", ...heads], ratios)] : []),
  ].join("\n\n");
}

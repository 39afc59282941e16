// Cold loads of every site, interleaved: each round visits all of them, starting one further on, so
// that what the machine does meanwhile falls on all alike.

import { describeGoals } from "./goals.mjs";
import { coldLoad } from "./measure.mjs";
import { PROFILES } from "./profiles.mjs";
import { cell, ratio, summarize, table } from "./report.mjs";

const METRICS = [
  { id: "wireBytes", head: "Over the wire, KB", unit: "KB" },
  { id: "bytesToCharts", head: "Before text and charts, KB", unit: "KB" },
  { id: "firstPaint", head: "FCP, ms", unit: "ms" },
  { id: "largestPaint", head: "LCP, ms", unit: "ms" },
  { id: "chartsPainted", head: "Charts painted, ms", unit: "ms" },
  { id: "live", head: "Live, ms", unit: "ms" },
  { id: "blocking", head: "TBT, ms", unit: "ms" },
  { id: "shift", head: "CLS", unit: "" },
  { id: "work", head: "Main thread, ms", unit: "ms" },
  { id: "memory", head: "Memory, MB", unit: "MB" },
  { id: "moves", head: "Pointer, ms", unit: "ms" },
  { id: "redraws", head: "Redraw on resize, ms", unit: "ms" },
];

async function measureProfile(browser, sites, profile, rounds, log) {
  const loads = Object.fromEntries(sites.map(({ id }) => [id, []]));
  // Round 0 warms the machine and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    for (let place = 0; place < sites.length; place += 1) {
      const site = sites[(place + round) % sites.length];
      const load = await coldLoad(browser, site, profile);
      if (round > 0) loads[site.id].push(load);
    }
    log(`${profile.id}: ${round === 0 ? "warmed up" : `round ${round} of ${rounds}`}`);
  }
  return Object.fromEntries(
    Object.entries(loads).map(([id, runs]) => [
      id,
      Object.fromEntries(METRICS.map((metric) => [metric.id, summarize(runs.flatMap((run) => run[metric.id]))])),
    ]),
  );
}

/** Every profile's medians and spread: `{ desktop: { ours: { wireBytes: { median, min, max } } } }`. */
export async function measureLoads(browser, sites, rounds, log) {
  const results = {};
  for (const profile of PROFILES) results[profile.id] = await measureProfile(browser, sites, profile, rounds, log);
  return results;
}

export function describeLoads(results, sites, rounds) {
  const heads = METRICS.map(({ head }) => head);
  const profiles = PROFILES.map(({ id, title }) => {
    const ours = results[id].ours;
    const medians = sites.map((site) => [site.name, ...METRICS.map((metric) => cell(results[id][site.id][metric.id], metric.unit))]);
    const ratios = sites.map((site) => [site.name, ...METRICS.map((metric) => ratio(results[id][site.id][metric.id], ours?.[metric.id]))]);
    return [
      `### ${title}`,
      `Median (lowest–highest) of ${rounds} cold loads each.`,
      table(["Page", ...heads], medians),
      ...(ours ? ["The same medians as multiples of ours.", table(["Page", ...heads], ratios)] : []),
    ].join("\n\n");
  });
  return [...(results.phone.ours ? [describeGoals(results.phone)] : []), ...profiles].join("\n\n");
}

// What our page is to reach on the phone profile, beside its peers in the same run.

import { format, table } from "./report.mjs";

const COLUMNS = ["floor", "chartjs", "plot", "echarts", "ours"];

/** Each goal: a metric, what is wanted of it, and the most that it may be, given the medians of all pages. */
const GOALS = [
  { id: "wireBytes", name: "Bytes of a first visit", unit: "KB", wanted: "100 KB", most: () => 100_000 },
  { id: "chartsPainted", name: "Text and charts painted", unit: "ms", wanted: "1.1 of the floor", most: ({ floor }) => 1.1 * floor },
  { id: "live", name: "Charts answer", unit: "ms", wanted: "before Plot", most: ({ plot }) => plot },
  { id: "blocking", name: "Blocking time", unit: "ms", wanted: "under 50 ms", most: () => 50 },
  { id: "work", name: "Main thread while loading", unit: "ms", wanted: "under Chart.js", most: ({ chartjs }) => chartjs },
  { id: "memory", name: "Private memory of the renderer", unit: "MB", wanted: "under Chart.js", most: ({ chartjs }) => chartjs },
  { id: "redraws", name: "A resize, main thread", unit: "ms", wanted: "half of Chart.js", most: ({ chartjs }) => chartjs / 2 },
  { id: "moves", name: "Pointer move to frame, 95 of 100", unit: "ms", wanted: "under Plot", most: ({ plot }) => plot },
];

/** The medians of one metric, by page. */
const medians = (results, id) => Object.fromEntries(Object.entries(results).map(([site, metrics]) => [site, metrics[id]?.median ?? null]));

/** A row for each goal, with what our page reaches as a part of the most that it may. */
export function describeGoals(results) {
  const rows = GOALS.map(({ id, name, unit, wanted, most }) => {
    const all = medians(results, id);
    const limit = most(all);
    const known = all.ours !== null && Number.isFinite(limit) && limit > 0;
    const reached = known ? `${(all.ours / limit).toFixed(2)} of it, ${all.ours <= limit ? "held" : "missed"}` : "not measured";
    return [`${name}, ${unit}`, ...COLUMNS.map((site) => (all[site] === null ? "–" : format(all[site], unit))), wanted, reached];
  });
  return ["### Goals, on the phone", table(["", "Floor", "Chart.js", "Plot", "ECharts", "Tech Ties", "Wanted", "Reached"], rows)].join("\n\n");
}

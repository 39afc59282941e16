// What is measured. `entry` is the script that draws the charts; the floor has none.

export const PEERS = [
  { id: "floor", name: "Static floor (HTML, SVG)", entry: null },
  // The same under our page's policy, which forbids inline style: one more round trip before the first paint.
  { id: "floor-file", name: "Static floor, style in a file", entry: null, sheet: true },
  { id: "canvas", name: "Hand-written canvas", entry: "peers/canvas.mjs" },
  { id: "chartjs", name: "Chart.js", entry: "peers/chartjs.mjs" },
  { id: "plot", name: "Observable Plot", entry: "peers/plot.mjs" },
  { id: "echarts", name: "ECharts", entry: "peers/echarts.mjs" },
  { id: "vegalite", name: "Vega-Lite", entry: "peers/vegalite.mjs" },
];

export const SCALE_PEERS = [
  { id: "canvas", name: "Hand-written canvas", entry: "scale/canvas.mjs" },
  { id: "chartjs", name: "Chart.js", entry: "scale/chartjs.mjs" },
  { id: "echarts", name: "ECharts", entry: "scale/echarts.mjs" },
];

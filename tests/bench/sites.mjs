// What is measured. `entry` is the script that draws the charts; the floor has none.

export const PEERS = [
  { id: "floor", name: "Static floor (HTML, SVG)", entry: null },
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

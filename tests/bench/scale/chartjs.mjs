// Chart.js by its own performance advice: no animation, no parsing, normalized data, and one data
// set a colour, so that elements share their options.

import { BarController, BarElement, Chart, LinearScale } from "chart.js";
import { COLOURS, HEIGHT, WIDTH, barWidth, expose } from "./bars.mjs";

Chart.register(BarController, BarElement, LinearScale);

const canvas = document.body.appendChild(document.createElement("canvas"));
canvas.width = WIDTH;
canvas.height = HEIGHT;
const chart = new Chart(canvas, {
  type: "bar",
  data: { datasets: COLOURS.map((backgroundColor) => ({ data: [], backgroundColor, grouped: false })) },
  options: {
    animation: false,
    responsive: false,
    devicePixelRatio: 1,
    parsing: false,
    normalized: true,
    events: [],
    scales: { x: { type: "linear", display: false, offset: false, min: 0 }, y: { display: false, min: 0, max: 1 } },
  },
});

expose((data) => {
  chart.options.scales.x.max = data.length;
  chart.data.datasets.forEach((set, first) => {
    set.barThickness = barWidth(data.length);
    set.data = [];
    for (let index = first; index < data.length; index += COLOURS.length) set.data.push({ x: index + 0.5, y: data[index] });
  });
  chart.update("none");
}, canvas);

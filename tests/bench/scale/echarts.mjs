// ECharts with animation and progressive drawing off, so that a redraw is whole when it returns.
// Tried too, and slower here: one series coloured by datum, a category axis, typed arrays (even),
// and the `large` mode (one path of all bars, which a software raster is slow to fill).

import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { COLOURS, HEIGHT, WIDTH, barWidth, expose } from "./bars.mjs";

echarts.use([BarChart, GridComponent, CanvasRenderer]);

const root = document.body.appendChild(document.createElement("div"));
root.style.cssText = `width:${WIDTH}px;height:${HEIGHT}px`;
const chart = echarts.init(root, null, { devicePixelRatio: 1 });

function draw(data) {
  const bars = COLOURS.map(() => []);
  data.forEach((height, index) => bars[index % COLOURS.length].push([index + 0.5, height]));
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: "value", show: false, min: 0, max: data.length },
    yAxis: { type: "value", show: false, min: 0, max: 1 },
    series: COLOURS.map((color, index) => ({
      type: "bar",
      silent: true,
      progressive: 0,
      barGap: "-100%",
      barWidth: barWidth(data.length),
      itemStyle: { color },
      data: bars[index],
    })),
  });
  chart.getZr().flush();
}

draw(new Float64Array(4));
expose(draw, root.querySelector("canvas"));

// ECharts, tree-shaken as its handbook says (core, one renderer, the parts in use). One instance a
// chart, one grid a panel; all positions hold at any width, so a resize needs no new option.

import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { agreements, formatCount, membership, yields } from "./content.mjs";
import { chartElement, markReady, onWidthChange } from "./live.mjs";
import {
  BACKGROUND, BAR, COUNT, EDGE, EVENTS, FONT, GAP, GRID, HEAD, HUE, INK, LABEL_PX, MEMBER_BAR,
  MEMBER_ROW, MUTED, NAMES, ROW, TITLE_PX, membershipHeights, panelHeight,
} from "./theme.mjs";

echarts.use([BarChart, LineChart, ScatterChart, GridComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

const title = (text, left, top) => ({
  text,
  left,
  top: top + 2,
  padding: 0,
  textStyle: { fontSize: TITLE_PX, fontWeight: 600, fontFamily: FONT, color: INK },
});

const grid = (left, top, height) => ({ left, right: EDGE, top, height, containLabel: false, outerBoundsMode: "none" });

/** A value axis of grid `index`, with its ticks and gridlines at exactly these values. */
const axis = (index, min, max, values, { labels = true, lines = true, format = String } = {}) => ({
  type: "value",
  gridIndex: index,
  min,
  max,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { show: labels, customValues: values, color: MUTED, fontSize: LABEL_PX, formatter: format },
  interval: values.length > 1 ? values[1] - values[0] : max - min,
  splitLine: {
    show: lines,
    showMaxLine: values.at(-1) === max,
    lineStyle: { color: values.map((value) => (value === 0 ? MUTED : GRID)) },
  },
});

const on = (index) => ({ xAxisIndex: index, yAxisIndex: index });

/** Floating bars by the handbook: an unseen bar carries the seen one. It carries the labels too. */
const floating = (index, rows, thickness) => {
  const bar = { type: "bar", stack: `bars ${index}`, barWidth: thickness, ...on(index) };
  return [
    {
      ...bar,
      silent: true,
      itemStyle: { color: "transparent" },
      label: { show: true, position: [2, -15], formatter: ({ name }) => name, color: INK, fontSize: LABEL_PX },
      data: rows.map(({ from, label }) => ({ value: from, name: label })),
    },
    {
      ...bar,
      data: rows.map(({ from, to, name, colour }) => ({ value: to - from, name, itemStyle: { color: colour } })),
    },
  ];
};

/** The open ends of lower bounds, after the bars that end at these points. */
const openEnds = (index, points, size) => ({
  type: "scatter",
  ...on(index),
  silent: true,
  symbol: "path://M0 0L1 1L0 2Z",
  symbolSize: [size / 2, size],
  symbolOffset: [size / 4 + 2, 0],
  itemStyle: { opacity: 1 },
  data: points,
});

const common = {
  animation: false,
  textStyle: { fontFamily: FONT, fontSize: LABEL_PX, color: INK },
  tooltip: { confine: true, formatter: ({ name }) => name },
};

function mount(chart, option) {
  const element = chartElement(chart);
  const drawn = echarts.init(element);
  drawn.setOption({ ...common, ...option });
  onWidthChange(element, () => drawn.resize({ animation: { duration: 0 } }));
}

function panels(chart) {
  const parts = { title: [], grid: [], xAxis: [], yAxis: [], series: [] };
  let top = 0;
  chart.panels.forEach(({ title: words, rows, ticks, max }, index) => {
    const colour = HUE[chart.hue];
    parts.title.push(title(words, EDGE, top));
    parts.grid.push(grid(EDGE, top + HEAD, rows.length * ROW));
    parts.xAxis.push(axis(index, 0, max, ticks, { format: formatCount }));
    parts.yAxis.push({ type: "category", gridIndex: index, show: false, inverse: true, data: rows.map((row) => row.label) });
    parts.series.push(
      ...floating(index, rows.map((row) => ({ ...row, name: row.label, colour })), BAR),
      openEnds(
        index,
        rows.flatMap((row, at) => (row.least ? [{ value: [row.to, at], itemStyle: { color: colour } }] : [])),
        BAR,
      ),
    );
    top += panelHeight({ rows }) + GAP;
  });
  mount(chart, parts);
}

function counts(chart) {
  const last = chart.counts.at(-1);
  return {
    type: "line",
    step: "end",
    ...on(0),
    symbolSize: 0,
    lineStyle: { color: HUE.brics, width: 2 },
    label: { show: true, formatter: ({ name }) => name, color: INK, fontSize: LABEL_PX },
    data: [
      ...chart.counts.map((step) => ({
        name: step.label,
        value: [step.since, step.count],
        label: step === last ? { position: "left", distance: 6 } : { position: "top", align: "left", verticalAlign: "bottom", distance: 4 },
      })),
      { name: "", value: [chart.asOf, last.count] },
    ],
  };
}

const members = (chart) => {
  const colour = (member) => (member.background ? BACKGROUND : HUE.brics);
  return [
    ...floating(
      1,
      chart.members.map((member) => ({
        from: member.since,
        to: chart.asOf,
        label: "",
        name: `${member.name}, since ${Math.floor(member.since)}`,
        colour: colour(member),
      })),
      MEMBER_BAR,
    ),
    openEnds(
      1,
      chart.members.map((member, at) => ({ value: [chart.asOf, at], itemStyle: { color: colour(member) } })),
      MEMBER_BAR,
    ),
  ];
};

function events(chart) {
  const filled = (event) => event.kind === "done";
  const segments = (width, points) => ({
    type: "line",
    ...on(2),
    silent: true,
    symbol: "none",
    lineStyle: { color: HUE.brics, width },
    data: chart.events.flatMap((event) => [...points(event), [NaN, NaN]]),
  });
  return [
    segments(1, ({ at, level }) => [[at, 0], [at, level]]),
    segments(4, ({ at, span }) => (span ? [[at - span / 2, 0], [at + span / 2, 0]] : [])),
    {
      type: "scatter",
      ...on(2),
      z: 4, // over the lines
      data: chart.events.map((event, index) => ({
        name: event.note,
        value: [event.at, event.level],
        symbol: event.kind === "scheduled" ? "diamond" : "circle",
        symbolSize: event.kind === "scheduled" ? 22 : 18,
        itemStyle: { color: filled(event) ? HUE.brics : "#fff", borderColor: HUE.brics, borderWidth: 1, opacity: 1 },
        label: { show: true, formatter: String(index + 1), color: filled(event) ? "#fff" : INK, fontSize: LABEL_PX },
      })),
    },
  ];
}

function timeline(chart) {
  const heights = membershipHeights(chart.members);
  const tops = [0, heights.count + GAP, heights.count + heights.members + 2 * GAP];
  const titles = ["Number of members", "Member since", "Events, numbered as in the notes"];
  const years = (index, more) => axis(index, ...chart.years, chart.ticks, more);
  mount(chart, {
    title: titles.map((words, index) => title(words, NAMES, tops[index])),
    grid: [COUNT, chart.members.length * MEMBER_ROW, EVENTS].map((height, index) => grid(NAMES, tops[index] + HEAD, height)),
    xAxis: [years(0, { labels: false, lines: false }), years(1, { labels: false }), years(2, { lines: false })],
    yAxis: [
      axis(0, 0, chart.countMax, [0, 5, 10]),
      {
        type: "category",
        gridIndex: 1,
        inverse: true,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: INK, fontSize: LABEL_PX },
        data: chart.members.map((member) => member.name),
      },
      axis(2, 0, chart.levels + 0.6, [0], { labels: false }),
    ],
    series: [counts(chart), ...members(chart), ...events(chart)],
  });
}

panels(agreements);
panels(yields);
timeline(membership);
markReady();

// Vega-Lite: one specification a chart, panels under one another, compiled in the browser as
// vega-embed does, drawn on canvas (its default) by a Vega view.

import { View, parse } from "vega";
import { compile } from "vega-lite";
import { agreements, membership, yields } from "./content.mjs";
import { chartElement, markReady, onWidthChange } from "./live.mjs";
import {
  AXIS, BACKGROUND, BAR, COUNT, EDGE, EVENTS, FONT, GAP, GRID, HEAD, HUE, INK, LABEL_PX, MEMBER_BAR,
  MEMBER_ROW, MUTED, NAMES, ROW, TITLE_PX,
} from "./theme.mjs";

const config = {
  font: FONT,
  view: { stroke: null },
  title: { anchor: "start", frame: "group", baseline: "alphabetic", offset: HEAD - 19, fontSize: TITLE_PX, fontWeight: 600, color: INK },
  axis: { domain: false, ticks: false, labelColor: MUTED, labelFontSize: LABEL_PX, labelPadding: 6, gridColor: GRID, labelFlush: false, title: null },
  text: { fontSize: LABEL_PX, color: INK },
  point: { opacity: 1 },
};

const quantitative = (field, domain, axis) => ({ field, type: "quantitative", scale: { domain, nice: false }, axis });
const strongZero = { condition: { test: "datum.value === 0", value: MUTED }, value: GRID };
const band = (field, axis) => ({ field, type: "nominal", sort: null, scale: { padding: 0 }, axis });
const filledWith = (field) => ({ field, type: "nominal", scale: null });

/** The open ends of lower bounds, after the bars that end at `x`. */
const openEnds = (rows, x, y, color, size) => ({
  data: { values: rows },
  mark: { type: "point", shape: "M0,-1L1,0L0,1Z", size: size * size, xOffset: 2, filled: true },
  encoding: { x, y, color },
});

function panel(chart, { title, rows, ticks, max }) {
  const x = (field) => quantitative(field, [0, max], { values: ticks, gridColor: strongZero, format: ",d" });
  const y = band("label", null);
  const color = { value: HUE[chart.hue] };
  return {
    title,
    data: { values: rows },
    height: rows.length * ROW,
    layer: [
      {
        mark: { type: "bar", height: BAR },
        encoding: { x: x("from"), x2: { field: "to" }, y, color, tooltip: { field: "label" } },
      },
      openEnds(rows.filter((row) => row.least), x("to"), y, color, BAR),
      {
        mark: { type: "text", align: "left", baseline: "bottom", dx: 2, dy: -BAR / 2 - 3, x: 0 },
        encoding: { y, text: { field: "label" } },
      },
    ],
  };
}

function counts(chart) {
  const last = chart.counts.at(-1);
  const x = quantitative("since", chart.years, null);
  const y = quantitative("count", [0, chart.countMax], { values: [0, 5, 10], gridColor: strongZero });
  const labels = (steps, mark) => ({
    data: { values: steps },
    mark: { type: "text", ...mark },
    encoding: { x, y, text: { field: "label" } },
  });
  return {
    title: "Number of members",
    height: COUNT,
    layer: [
      {
        data: { values: [...chart.counts, { ...last, since: chart.asOf }] },
        mark: { type: "line", interpolate: "step-after", color: HUE.brics, strokeWidth: 2 },
        encoding: { x, y },
      },
      labels(chart.counts.slice(0, -1), { align: "left", baseline: "bottom", dy: -4 }),
      labels([last], { align: "right", baseline: "middle", dx: -6 }),
    ],
  };
}

function members(chart) {
  const rows = chart.members.map(({ name, since, background }) => ({
    name,
    since,
    until: chart.asOf,
    label: `${name}, since ${Math.floor(since)}`,
    colour: background ? BACKGROUND : HUE.brics,
  }));
  const x = (field) => quantitative(field, chart.years, { values: chart.ticks, labels: false });
  const y = band("name", { labelColor: INK, grid: false });
  const color = filledWith("colour");
  return {
    title: "Member since",
    data: { values: rows },
    height: rows.length * MEMBER_ROW,
    layer: [
      {
        mark: { type: "bar", height: MEMBER_BAR },
        encoding: { x: x("since"), x2: { field: "until" }, y, color, tooltip: { field: "label" } },
      },
      openEnds(rows, x("until"), y, color, MEMBER_BAR),
    ],
  };
}

function events(chart) {
  const rows = chart.events.map(({ at, span, level, kind, note }, index) => ({
    at,
    from: at - span / 2,
    to: at + span / 2,
    level,
    floor: 0,
    note,
    number: index + 1,
    shape: kind === "scheduled" ? "diamond" : "circle",
    fill: kind === "done" ? HUE.brics : "#fff",
    ink: kind === "done" ? "#fff" : INK,
  }));
  const x = (field) => quantitative(field, chart.years, { values: chart.ticks, format: "d", grid: false });
  const y = (field) => quantitative(field, [0, chart.levels + 0.6], { values: [0], labels: false, gridColor: MUTED });
  const point = { x: x("at"), y: y("level") };
  return {
    title: "Events, numbered as in the notes",
    data: { values: rows },
    height: EVENTS,
    layer: [
      { mark: { type: "rule", color: HUE.brics }, encoding: { ...point, y2: { field: "floor" } } },
      {
        mark: { type: "rule", color: HUE.brics, strokeWidth: 4 },
        encoding: { x: x("from"), x2: { field: "to" }, y: y("floor") },
      },
      {
        mark: { type: "point", size: 324, stroke: HUE.brics, strokeWidth: 1 },
        encoding: {
          ...point,
          fill: filledWith("fill"),
          shape: filledWith("shape"),
          tooltip: { field: "note" },
        },
      },
      { mark: "text", encoding: { ...point, text: { field: "number" }, color: filledWith("ink") } },
    ],
  };
}

/**
 * Panels of one width, hence one `width` signal, under one another; `spacing` holds what stands
 * between two plots.
 */
function mount(chart, left, spacing, panels) {
  const element = chartElement(chart);
  const plotWidth = (width) => width - left - EDGE;
  const view = (each) => ({ ...each, width: plotWidth(element.clientWidth) });
  const { spec } = compile({
    vconcat: panels.map(view),
    spacing,
    bounds: "flush",
    autosize: "none",
    padding: { left, right: EDGE, top: HEAD, bottom: AXIS },
    resolve: { scale: { color: "independent", fill: "independent", shape: "independent" } },
    config,
  });
  const drawn = new View(parse(spec), { container: element, renderer: "canvas", hover: false })
    .width(plotWidth(element.clientWidth))
    .height(element.clientHeight - HEAD - AXIS);
  onWidthChange(element, (width) => drawn.width(plotWidth(width)).runAsync());
  return drawn.runAsync();
}

const stacked = (chart) => mount(chart, EDGE, HEAD + AXIS + GAP, chart.panels.map((each) => panel(chart, each)));

await Promise.all([
  stacked(agreements),
  stacked(yields),
  mount(membership, NAMES, HEAD + GAP, [counts(membership), members(membership), events(membership)]),
]);
markReady();

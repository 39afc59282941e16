// Observable Plot: one plot a panel, drawn anew as SVG when the width changes, as its guide does.

import { axisX, axisY, barX, dot, gridX, gridY, line, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { agreements, formatCount, membership, yields } from "./content.mjs";
import { chartElement, markReady, onWidthChange } from "./live.mjs";
import {
  AXIS, BACKGROUND, BAR, EDGE, FONT, GAP, GRID, HEAD, HUE, INK, LABEL_PX, MEMBER_BAR,
  MEMBER_ROW, MUTED, NAMES, ROW, TITLE_PX, membershipHeights, panelHeight,
} from "./theme.mjs";

const style = { fontFamily: FONT, fontSize: `${LABEL_PX}px`, color: INK, overflow: "visible" };

const title = (words) =>
  text([words], { frameAnchor: "top-left", dy: 2 - HEAD, fontSize: TITLE_PX, fontWeight: 600, lineAnchor: "top" });

const grid = (mark, ticks) => mark({ ticks, stroke: GRID, strokeOpacity: 1 });
const axis = (mark, ticks, more) => mark({ ticks, tickSize: 0, label: null, fill: MUTED, ...more });

/** The open ends of lower bounds, after the bars that end at these points. */
const openEnds = (data, x, y, size, fill) =>
  dot(data, { x, y, symbol: "triangle", rotate: 90, r: size * 0.4, dx: size / 4 + 2, fill });

const panel = (chart, { title: words, rows, ticks, max }) => (width) =>
  plot({
    width,
    height: panelHeight({ rows }),
    marginLeft: EDGE,
    marginRight: EDGE,
    marginTop: HEAD,
    marginBottom: AXIS,
    style,
    x: { domain: [0, max] },
    y: { domain: rows.map((row) => row.label), padding: 0, axis: null },
    marks: [
      title(words),
      grid(gridX, ticks),
      ruleX([0], { stroke: MUTED }),
      axis(axisX, ticks, { tickFormat: formatCount }),
      barX(rows, {
        x1: "from", x2: "to", y: "label", insetTop: (ROW - BAR) / 2, insetBottom: (ROW - BAR) / 2,
        fill: HUE[chart.hue], title: "label", tip: true,
      }),
      openEnds(rows.filter((row) => row.least), "to", "label", BAR, HUE[chart.hue]),
      text(rows, { x: 0, y: "label", text: "label", textAnchor: "start", dx: 2, dy: -BAR / 2 - 9 }),
    ],
  });

const frame = (chart, height, marginBottom) => ({
  height,
  marginLeft: NAMES,
  marginRight: EDGE,
  marginTop: HEAD,
  marginBottom,
  style,
  x: { domain: chart.years, axis: null },
});

const counts = (chart, height) => (width) => {
  const last = chart.counts.at(-1);
  const label = (data, more) => text(data, { x: "since", y: "count", text: "label", ...more });
  return plot({
    width,
    ...frame(chart, height, 0),
    y: { domain: [0, chart.countMax] },
    marks: [
      title("Number of members"),
      grid(gridY, [5, 10]),
      ruleY([0], { stroke: MUTED }),
      axis(axisY, [0, 5, 10]),
      line([...chart.counts, { ...last, since: chart.asOf }], {
        x: "since", y: "count", curve: "step-after", stroke: HUE.brics, strokeWidth: 2, tip: true,
      }),
      label(chart.counts.slice(0, -1), { textAnchor: "start", dy: -10 }),
      label([last], { textAnchor: "end", dx: -6 }),
    ],
  });
};

const members = (chart, height) => (width) => {
  const colour = (member) => (member.background ? BACKGROUND : HUE.brics);
  const inset = (MEMBER_ROW - MEMBER_BAR) / 2;
  return plot({
    width,
    ...frame(chart, height, 0),
    y: { domain: chart.members.map((member) => member.name), padding: 0 },
    marks: [
      title("Member since"),
      grid(gridX, chart.ticks),
      axis(axisY, undefined, { fill: INK }),
      barX(chart.members, {
        x1: "since", x2: () => chart.asOf, y: "name", insetTop: inset, insetBottom: inset, fill: colour,
        title: (member) => `${member.name}, since ${Math.floor(member.since)}`, tip: true,
      }),
      openEnds(chart.members, () => chart.asOf, "name", MEMBER_BAR, colour),
    ],
  });
};

const events = (chart, height) => (width) => {
  const filled = (event) => event.kind === "done";
  return plot({
    width,
    ...frame(chart, height, AXIS),
    y: { domain: [0, chart.levels + 0.6], axis: null },
    symbol: { type: "identity" },
    marks: [
      title("Events, numbered as in the notes"),
      ruleY([0], { stroke: MUTED }),
      axis(axisX, chart.ticks, { tickFormat: String }),
      ruleX(chart.events, { x: "at", y1: 0, y2: "level", stroke: HUE.brics }),
      ruleY(chart.events, { x1: (d) => d.at - d.span / 2, x2: (d) => d.at + d.span / 2, y: 0, stroke: HUE.brics, strokeWidth: 4 }),
      dot(chart.events, {
        x: "at", y: "level", r: 9, stroke: HUE.brics, strokeWidth: 1,
        symbol: (event) => (event.kind === "scheduled" ? "diamond2" : "circle"),
        fill: (event) => (filled(event) ? HUE.brics : "#fff"), title: "note", tip: true,
      }),
      text(chart.events, {
        x: "at", y: "level", text: (_, index) => index + 1, fill: (event) => (filled(event) ? "#fff" : INK),
      }),
    ],
  });
};

/** All drawings of a chart, one under the other, now and again at every new width. */
function mount(chart, drawings) {
  const element = chartElement(chart);
  const draw = (width) =>
    element.replaceChildren(
      ...drawings.map((drawing, index) => {
        const block = document.createElement("div");
        if (index < drawings.length - 1) block.style.marginBottom = `${GAP}px`;
        block.append(drawing(width));
        return block;
      }),
    );
  draw(element.clientWidth);
  onWidthChange(element, draw);
}

for (const chart of [agreements, yields]) mount(chart, chart.panels.map((each) => panel(chart, each)));
const heights = membershipHeights(membership.members);
mount(membership, [
  counts(membership, heights.count),
  members(membership, heights.members),
  events(membership, heights.events),
]);
markReady();

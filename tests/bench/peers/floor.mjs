// The floor: the same page and charts as HTML and inline SVG, without any script. Positions are in
// percent, so that the charts still follow the width and their text keeps its real size.

import { formatCount } from "./content.mjs";
import { escape } from "./page.mjs";
import {
  BACKGROUND, BAR, COUNT, EDGE, EVENTS, GAP, GRID, HEAD, HUE,
  MEMBER_BAR, MEMBER_ROW, MUTED, NAMES, ROW, TITLE_PX, membershipHeights, panelHeight,
} from "./theme.mjs";

const percent = (low, high) => (value) => `${Number((((value - low) / (high - low)) * 100).toFixed(2))}%`;

const text = (x, y, words, attributes = "") => `<text x="${x}" y="${y}"${attributes}>${escape(String(words))}</text>`;
const title = (words) => text(0, 12, words, ` font-weight="600" font-size="${TITLE_PX}"`);
const line = (x1, y1, x2, y2, colour, width = 1) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}"/>`;
const bar = (x, y, width, height, colour, words) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"><title>${escape(words)}</title></rect>`;
/** The open end of a lower bound: a nested svg, since a path has no x of its own. */
const openEnd = (x, y, height, colour) =>
  `<svg x="${x}" y="${y}" overflow="visible"><path d="M2 0l${height / 2} ${height / 2}-${height / 2} ${height / 2}z" fill="${colour}"/></svg>`;
function symbol(x, y, kind, words) {
  const path = kind === "scheduled" ? "M0-11l11 11-11 11-11-11z" : "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0z";
  const fill = kind === "done" ? HUE.brics : "#fff";
  return `<svg x="${x}" y="${y}" overflow="visible"><path d="${path}" fill="${fill}" stroke="${HUE.brics}"><title>${escape(words)}</title></path></svg>`;
}
/** A part of a chart, of the given height, between fixed margins: within it, 0% to 100% is the axis. */
const plot = (left, height, inner, gapBelow = 0) =>
  `<svg style="width:calc(100% - ${left + EDGE}px);height:${height}px;margin:0 ${EDGE}px ${gapBelow}px ${left}px">${inner}</svg>`;
const centred = ` text-anchor="middle"`;
const muted = ` fill="${MUTED}"`;

function panel({ title: words, ticks, max, rows }, colour) {
  const x = percent(0, max);
  const bottom = HEAD + rows.length * ROW;
  const axis = ticks.map(
    (tick) =>
      line(x(tick), HEAD, x(tick), bottom, tick === 0 ? MUTED : GRID) +
      text(x(tick), bottom + 16, formatCount(tick), centred + muted),
  );
  const bars = rows.map((row, index) => {
    const y = HEAD + index * ROW + (ROW - BAR) / 2;
    return (
      text(2, y - 4, row.label) +
      bar(x(row.from), y, x(row.to - row.from), BAR, colour, row.label) +
      (row.least ? openEnd(x(row.to), y, BAR, colour) : "")
    );
  });
  return title(words) + axis.join("") + bars.join("");
}

const panels = (chart) =>
  chart.panels.map((each) => plot(EDGE, panelHeight(each), panel(each, HUE[chart.hue]), GAP)).join("");

function counts(chart, x) {
  const y = (count) => HEAD + COUNT * (1 - count / chart.countMax);
  const grid = [0, 5, 10].map(
    (tick) => line(0, y(tick), "100%", y(tick), tick === 0 ? MUTED : GRID) + text(-6, y(tick) + 4, tick, ` text-anchor="end"${muted}`),
  );
  const steps = chart.counts.map((step, index) => {
    const next = chart.counts[index + 1];
    const until = next?.since ?? chart.asOf;
    const label = next ? text(x(step.since), y(step.count) - 6, step.label) : text(x(step.since), y(step.count) + 4, step.label, ` dx="-6" text-anchor="end"`);
    const rise = next ? line(x(until), y(step.count), x(until), y(next.count), HUE.brics, 2) : "";
    return line(x(step.since), y(step.count), x(until), y(step.count), HUE.brics, 2) + rise + label;
  });
  return title("Number of members") + grid.join("") + steps.join("");
}

function members(chart, x) {
  const bottom = HEAD + chart.members.length * MEMBER_ROW;
  const grid = chart.ticks.map((tick) => line(x(tick), HEAD, x(tick), bottom, GRID));
  const rows = chart.members.map(({ name, since, background }, index) => {
    const y = HEAD + index * MEMBER_ROW + (MEMBER_ROW - MEMBER_BAR) / 2;
    const colour = background ? BACKGROUND : HUE.brics;
    const width = `${parseFloat(x(chart.asOf)) - parseFloat(x(since))}%`;
    return (
      text(-6, y + 10, name, ` text-anchor="end"`) +
      bar(x(since), y, width, MEMBER_BAR, colour, `${name}, since ${Math.floor(since)}`) +
      openEnd(x(chart.asOf), y, MEMBER_BAR, colour)
    );
  });
  return title("Member since") + grid.join("") + rows.join("");
}

function events(chart, x) {
  const y = (level) => HEAD + EVENTS * (1 - level / (chart.levels + 0.6));
  const axis = line(0, y(0), "100%", y(0), MUTED) + chart.ticks.map((tick) => text(x(tick), y(0) + 16, tick, centred + muted)).join("");
  const marks = chart.events.map(({ at, span, level, kind, note }, index) => {
    const filled = kind === "done";
    return (
      line(x(at), y(0), x(at), y(level), HUE.brics) +
      (span ? line(x(at - span / 2), y(0) - 2, x(at + span / 2), y(0) - 2, HUE.brics, 4) : "") +
      symbol(x(at), y(level), kind, note) +
      text(x(at), y(level) + 4, index + 1, centred + (filled ? ` fill="#fff"` : ""))
    );
  });
  return title("Events, numbered as in the notes") + axis + marks.join("");
}

function membership(chart) {
  const x = percent(...chart.years);
  const heights = membershipHeights(chart.members);
  return (
    plot(NAMES, heights.count, counts(chart, x), GAP) +
    plot(NAMES, heights.members, members(chart, x), GAP) +
    plot(NAMES, heights.events, events(chart, x))
  );
}

export const floorChart = (chart) => (chart.panels ? panels(chart) : membership(chart));

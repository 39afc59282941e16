// The least that can draw the three charts: a 2D context and arithmetic.

import { agreements, formatCount, membership, yields } from "./content.mjs";
import { chartElement, markReady, onWidthChange } from "./live.mjs";
import {
  BACKGROUND, BAR, COUNT, EDGE, EVENTS, FONT, GAP, GRID, HEAD, HUE, INK, LABEL_PX,
  MEMBER_BAR, MEMBER_ROW, MUTED, NAMES, ROW, TITLE_PX, membershipHeight, panelHeight, panelsHeight,
} from "./theme.mjs";

const linear = ([low, high], [left, right]) => (value) => left + ((value - low) / (high - low)) * (right - left);
const label = (context, text, x, y, align = "left", colour = INK) => {
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(text, x, y);
};

function title(context, text, x, y) {
  context.font = `600 ${TITLE_PX}px ${FONT}`;
  label(context, text, x, y + 12);
  context.font = `${LABEL_PX}px ${FONT}`;
}

function line(context, x1, y1, x2, y2, colour) {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

/** The open end of a lower bound. */
function openEnd(context, x, y, height) {
  context.beginPath();
  context.moveTo(x + 2, y);
  context.lineTo(x + 2 + height / 2, y + height / 2);
  context.lineTo(x + 2, y + height);
  context.fill();
}

function diamond(context, x, y, radius) {
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
}

function panelsChart(context, chart, width, targets) {
  let top = 0;
  for (const panel of chart.panels) {
    const x = linear([0, panel.max], [EDGE, width - EDGE]);
    const body = top + HEAD;
    const bottom = body + panel.rows.length * ROW;
    title(context, panel.title, EDGE, top);
    for (const tick of panel.ticks) {
      line(context, x(tick), body, x(tick), bottom, tick === 0 ? MUTED : GRID);
      label(context, formatCount(tick), x(tick), bottom + 16, "center", MUTED);
    }
    panel.rows.forEach((row, index) => {
      const y = body + index * ROW + (ROW - BAR) / 2;
      label(context, row.label, EDGE + 2, y - 4);
      context.fillStyle = HUE[chart.hue];
      context.fillRect(x(row.from), y, x(row.to) - x(row.from), BAR);
      if (row.least) openEnd(context, x(row.to), y, BAR);
      targets.push({ x: x(row.from), y, width: x(row.to) - x(row.from), height: BAR, label: row.label });
    });
    top += panelHeight(panel) + GAP;
  }
}

function counts(context, chart, x, top) {
  const y = linear([0, chart.countMax], [top + HEAD + COUNT, top + HEAD]);
  title(context, "Number of members", NAMES, top);
  for (const tick of [0, 5, 10]) {
    line(context, x(chart.years[0]), y(tick), x(chart.years[1]), y(tick), tick === 0 ? MUTED : GRID);
    label(context, tick, x(chart.years[0]) - 6, y(tick) + 4, "right", MUTED);
  }
  context.strokeStyle = HUE.brics;
  context.lineWidth = 2;
  context.beginPath();
  chart.counts.forEach((step, index) => {
    const until = chart.counts[index + 1]?.since ?? chart.asOf;
    context.lineTo(x(step.since), y(step.count));
    context.lineTo(x(until), y(step.count));
  });
  context.stroke();
  context.lineWidth = 1;
  for (const step of chart.counts) {
    const last = step.since > 2020;
    label(context, step.label, x(step.since) - (last ? 6 : 0), y(step.count) - (last ? -4 : 6), last ? "right" : "left");
  }
}

function members(context, chart, x, top, targets) {
  title(context, "Member since", NAMES, top);
  chart.members.forEach((member, index) => {
    const y = top + HEAD + index * MEMBER_ROW + (MEMBER_ROW - MEMBER_BAR) / 2;
    label(context, member.name, x(chart.years[0]) - 6, y + 10, "right");
    context.fillStyle = member.background ? BACKGROUND : HUE.brics;
    const width = x(chart.asOf) - x(member.since);
    context.fillRect(x(member.since), y, width, MEMBER_BAR);
    openEnd(context, x(chart.asOf), y, MEMBER_BAR);
    targets.push({ x: x(member.since), y, width, height: MEMBER_BAR, label: `${member.name}, since ${Math.floor(member.since)}` });
  });
}

function events(context, chart, x, top, targets) {
  const y = linear([0, chart.levels + 0.6], [top + HEAD + EVENTS, top + HEAD]);
  title(context, "Events, numbered as in the notes", NAMES, top);
  line(context, x(chart.years[0]), y(0), x(chart.years[1]), y(0), MUTED);
  for (const tick of chart.ticks) label(context, tick, x(tick), y(0) + 16, "center", MUTED);
  chart.events.forEach((event, index) => {
    line(context, x(event.at), y(0), x(event.at), y(event.level), HUE.brics);
    context.fillStyle = HUE.brics;
    context.fillRect(x(event.at - event.span / 2), y(0) - 4, x(event.at + event.span / 2) - x(event.at - event.span / 2), 4);
    context.beginPath();
    if (event.kind === "scheduled") diamond(context, x(event.at), y(event.level), 11);
    else context.arc(x(event.at), y(event.level), 9, 0, 2 * Math.PI);
    context.fillStyle = event.kind === "done" ? HUE.brics : "#fff";
    context.fill();
    context.stroke();
    label(context, index + 1, x(event.at), y(event.level) + 4, "center", event.kind === "done" ? "#fff" : INK);
    targets.push({ x: x(event.at) - 9, y: y(event.level) - 9, width: 18, height: 18, label: event.note });
  });
}

function membershipChart(context, chart, width, targets) {
  const x = linear(chart.years, [NAMES, width - EDGE]);
  const rows = HEAD + COUNT + GAP;
  const strip = rows + HEAD + chart.members.length * MEMBER_ROW + GAP;
  for (const tick of chart.ticks) line(context, x(tick), rows + HEAD, x(tick), strip - GAP, GRID);
  counts(context, chart, x, 0);
  members(context, chart, x, rows, targets);
  events(context, chart, x, strip, targets);
}

function mount(chart, height, paint) {
  const element = chartElement(chart);
  const canvas = element.appendChild(document.createElement("canvas"));
  const context = canvas.getContext("2d");
  let targets = [];
  const draw = (width) => {
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    canvas.style.cssText = `width:${width}px;height:${height}px`;
    context.scale(devicePixelRatio, devicePixelRatio);
    targets = [];
    paint(context, chart, width, targets);
  };
  canvas.addEventListener("pointermove", ({ offsetX, offsetY }) => {
    canvas.title =
      targets.find(({ x, y, width, height }) => offsetX >= x && offsetX <= x + width && offsetY >= y && offsetY <= y + height)?.label ?? "";
  });
  draw(element.clientWidth);
  onWidthChange(element, draw);
}

mount(agreements, panelsHeight(agreements.panels), panelsChart);
mount(yields, panelsHeight(yields.panels), panelsChart);
mount(membership, membershipHeight(membership.members), membershipChart);
markReady();

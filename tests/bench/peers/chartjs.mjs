// Chart.js, with only the parts that these charts use registered. It draws one panel a chart, so
// each panel is a chart of its own; each follows the width by itself (`responsive`). Direct labels
// come from an inline plugin, the usual and the smallest way.

import {
  BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale,
  PointElement, ScatterController, Tooltip,
} from "chart.js";
import { agreements, formatCount, membership, yields } from "./content.mjs";
import { chartElement, markReady, slot } from "./live.mjs";
import {
  AXIS, BACKGROUND, BAR, EDGE, FONT, GAP, GRID, HEAD, HUE, INK, LABEL_PX, MEMBER_BAR, MUTED, NAMES,
  TITLE_PX, membershipHeights, panelHeight,
} from "./theme.mjs";

Chart.register(
  BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement,
  ScatterController, Tooltip,
);
Object.assign(Chart.defaults, { animation: false, maintainAspectRatio: false, color: INK });
Object.assign(Chart.defaults.font, { family: FONT, size: LABEL_PX });
Object.assign(Chart.defaults.plugins.tooltip, { displayColors: false });

/** Draws a panel's title and then whatever `draw(context, chart)` adds over the data. */
const words = (title, left, draw) => ({
  id: "words",
  afterDatasetsDraw(chart) {
    const context = chart.ctx;
    context.save();
    context.fillStyle = INK;
    context.font = `600 ${TITLE_PX}px ${FONT}`;
    context.fillText(title, left, 12);
    context.font = `${LABEL_PX}px ${FONT}`;
    draw(context, chart);
    context.restore();
  },
});

/** The open end of a lower bound, after the bar that ends at (x, y). */
function openEnd(context, x, y, height, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x + 2, y - height / 2);
  context.lineTo(x + 2 + height / 2, y);
  context.lineTo(x + 2, y + height / 2);
  context.fill();
}

/** Gives an axis a fixed thickness and no overhang, so that panels line up. */
const fixed = (side, size) => ({
  afterFit: (scale) => Object.assign(scale, { [side]: size, paddingTop: 0, paddingBottom: 0, paddingLeft: 0, paddingRight: 0 }),
});

/** An axis with exactly these ticks. */
const axis = ({ values, min, max, side, size, position, labels = true, format = String }) => ({
  type: "linear",
  position,
  min,
  max,
  afterBuildTicks: (scale) => (scale.ticks = values.map((value) => ({ value }))),
  ...fixed(side, size),
  border: { display: false },
  grid: { drawTicks: false, color: ({ tick }) => (tick?.value === 0 ? MUTED : GRID) },
  ticks: { display: labels, color: MUTED, padding: 6, maxRotation: 0, autoSkip: false, callback: format },
});

const layout = (left, bottom = 0) => ({ autoPadding: false, padding: { left, right: EDGE, top: HEAD, bottom } });

const tooltip = (label) => ({ callbacks: { title: () => "", label: ({ dataIndex }) => label(dataIndex) } });

function mount(element, height, gapBelow, config) {
  const canvas = document.createElement("canvas");
  slot(element, height, gapBelow).append(canvas);
  return new Chart(canvas, config);
}

function panels(chart) {
  for (const { title, rows, max, ticks } of chart.panels) {
    const colour = HUE[chart.hue];
    mount(chartElement(chart), panelHeight({ rows }), GAP, {
      type: "bar",
      data: {
        labels: rows.map((row) => row.label),
        datasets: [{ data: rows.map((row) => [row.from, row.to]), backgroundColor: colour, barThickness: BAR }],
      },
      options: {
        indexAxis: "y",
        layout: layout(EDGE),
        scales: {
          x: axis({ values: ticks, min: 0, max, side: "height", size: AXIS, format: formatCount }),
          y: { display: false },
        },
        plugins: { tooltip: tooltip((index) => rows[index].label) },
      },
      plugins: [
        words(title, EDGE, (context, { scales }) =>
          rows.forEach((row, index) => {
            const y = scales.y.getPixelForValue(index);
            if (row.least) openEnd(context, scales.x.getPixelForValue(row.to), y, BAR, colour);
            context.fillStyle = INK;
            context.fillText(row.label, EDGE + 2, y - BAR / 2 - 4);
          }),
        ),
      ],
    });
  }
}

const years = (chart, more) =>
  axis({ values: chart.ticks, min: chart.years[0], max: chart.years[1], side: "height", ...more });

function counts(chart, height) {
  const steps = chart.counts.map(({ since, count }) => ({ x: since, y: count }));
  const last = chart.counts.at(-1);
  const overhang = LABEL_PX / 2 + 1; // of the zero's label, into the gap below
  mount(chartElement(chart), height + overhang, GAP - overhang, {
    type: "line",
    data: {
      datasets: [{
        data: [...steps, { x: chart.asOf, y: last.count }],
        stepped: true,
        borderColor: HUE.brics,
        borderWidth: 2,
        pointRadius: 0,
      }],
    },
    options: {
      layout: layout(0, overhang),
      scales: {
        x: { ...years(chart, { size: 0, labels: false }), grid: { display: false } },
        y: axis({ values: [0, 5, 10], min: 0, max: chart.countMax, side: "width", size: NAMES }),
      },
      plugins: { tooltip: tooltip((index) => `${chart.counts[Math.min(index, 2)].count} members`) },
    },
    plugins: [
      words("Number of members", NAMES, (context, { scales: { x, y } }) => {
        for (const step of chart.counts) {
          const beside = step === last;
          context.textAlign = beside ? "right" : "left";
          context.fillText(step.label, x.getPixelForValue(step.since) - (beside ? 6 : 0), y.getPixelForValue(step.count) + (beside ? 4 : -6));
        }
      }),
    ],
  });
}

function members(chart, height) {
  const colour = (member) => (member.background ? BACKGROUND : HUE.brics);
  mount(chartElement(chart), height, GAP, {
    type: "bar",
    data: {
      labels: chart.members.map((member) => member.name),
      datasets: [{
        data: chart.members.map((member) => [member.since, chart.asOf]),
        backgroundColor: chart.members.map(colour),
        barThickness: MEMBER_BAR,
      }],
    },
    options: {
      indexAxis: "y",
      layout: layout(0),
      scales: {
        x: years(chart, { size: 0, labels: false }),
        y: {
          ...fixed("width", NAMES),
          border: { display: false },
          grid: { display: false, drawTicks: false },
          ticks: { color: INK, padding: 6, autoSkip: false },
        },
      },
      plugins: { tooltip: tooltip((index) => `${chart.members[index].name}, since ${Math.floor(chart.members[index].since)}`) },
    },
    plugins: [
      words("Member since", NAMES, (context, { scales: { x, y } }) =>
        chart.members.forEach((member, index) =>
          openEnd(context, x.getPixelForValue(chart.asOf), y.getPixelForValue(index), MEMBER_BAR, colour(member)),
        ),
      ),
    ],
  });
}

function events(chart, height) {
  const hollow = (event) => event.kind !== "done";
  const gap = { x: NaN, y: NaN };
  const lines = (width, points) => ({
    type: "line",
    data: chart.events.flatMap((event) => [...points(event), gap]),
    borderColor: HUE.brics,
    borderWidth: width,
    pointRadius: 0,
    pointHitRadius: 0,
  });
  mount(chartElement(chart), height, 0, {
    type: "scatter",
    data: {
      datasets: [
        {
          data: chart.events.map(({ at, level }) => ({ x: at, y: level })),
          pointStyle: chart.events.map(({ kind }) => (kind === "scheduled" ? "rectRot" : "circle")),
          pointBackgroundColor: chart.events.map((event) => (hollow(event) ? "#fff" : HUE.brics)),
          pointBorderColor: HUE.brics,
          pointRadius: 9,
          pointHoverRadius: 9,
          clip: false,
        },
        lines(1, ({ at, level }) => [{ x: at, y: 0 }, { x: at, y: level }]),
        lines(4, ({ at, span }) => [{ x: at - span / 2, y: 0 }, { x: at + span / 2, y: 0 }]),
      ],
    },
    options: {
      layout: layout(NAMES),
      scales: {
        x: { ...years(chart, { size: AXIS }), grid: { display: false } },
        y: { ...axis({ values: [0], min: 0, max: chart.levels + 0.6, side: "width", size: 0, labels: false }) },
      },
      plugins: { tooltip: tooltip((index) => chart.events[index].note) },
    },
    plugins: [
      words("Events, numbered as in the notes", NAMES, (context, { scales: { x, y } }) => {
        context.textAlign = "center";
        chart.events.forEach((event, index) => {
          context.fillStyle = hollow(event) ? INK : "#fff";
          context.fillText(index + 1, x.getPixelForValue(event.at), y.getPixelForValue(event.level) + 4);
        });
      }),
    ],
  });
}

panels(agreements);
panels(yields);
const heights = membershipHeights(membership.members);
counts(membership, heights.count);
members(membership, heights.members);
events(membership, heights.events);
markReady();

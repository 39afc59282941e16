// The story of the built site, read from its data: tests that ask here hold for any story.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built site: the default story's, unless SITE names another one's. */
export const DIST = process.env.SITE ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** Whether it tells the story that the project ships; another one is in the folder that TECH_TIES_STORY names. */
export const IS_DEFAULT = !process.env.TECH_TIES_STORY;

const read = (path) => JSON.parse(readFileSync(join(DIST, path), "utf8"));

export const STORY = read("data/story.json");
const { views } = read("data/views.json");
const named = (kind) => views.filter((view) => view.kind === kind).map(({ name }) => name);

/** The charts, in the order of the page, and the cards of words: every view that can be embedded. */
export const CHARTS = named("chart");
export const CARDS = named("card");
export const VIEWS = [...CHARTS, ...CARDS];

/** What a view says, as a title. */
export const titleOf = (name) => views.find((view) => view.name === name).title;

/** The rows of a chart as it opens, each with its `id`, `mark`, `figure`, `provenance` and so on. */
export const rowsOf = (chart) => read(`data/${chart}.json`).figures;

/** The name of a row's mark for screen readers: it tells what the source does not state. */
export function nameOf({ figure, mark, provenance: { kind } }) {
  const { computed_short: computed, legend } = STORY.words;
  if (kind === "computed") return `${computed.replace("{}", figure)}, ${mark}`;
  return [figure, mark, ...(kind === "background" ? [legend.background] : [])].join(", ");
}

/** A chart as the story has it: `kind` is the name of its kind, and what the kind declares stands beside. */
export const chartOf = (name) => {
  const { kind, ...chart } = STORY.charts.find(({ id }) => id === name);
  const [[of, declared]] = Object.entries(kind);
  return { ...declared, ...chart, kind: of };
};

/** The hue of the section that a view belongs to: 1 to 4, or 0 of a neutral one. */
export const hueOf = (view) => {
  const id = CHARTS.includes(view) ? chartOf(view).section : view;
  return STORY.sections.find((section) => section.id === id).hue ?? 0;
};

/** The first views that have a hue. */
export const CHART = CHARTS.find((chart) => hueOf(chart) > 0) ?? CHARTS[0];
export const [CARD, OTHER_CARD = CARDS[0]] = CARDS.filter((card) => hueOf(card) > 0);

/** The first chart of a kind that fits; nothing if the story has none. */
export const firstChart = (kind, fits = () => true) => CHARTS.find((name) => chartOf(name).kind === kind && fits(chartOf(name)));

/** What a reader may choose in a chart: pairs of a parameter and a value that is not the default. */
export function choicesOf(name) {
  const { kind, choose, order, panels, calculator, from, to } = chartOf(name);
  const year = () => Math.round(from + (to - from) * 0.4);
  return [
    ...(kind === "bars" && choose ? [[choose.parameter, panels[Math.min(1, panels.length - 1)].id]] : []),
    ...(kind === "bars" && order ? [[order.parameter, "source"]] : []),
    ...(calculator ? [[calculator.parameter, String(Math.min(Math.max(2.5, calculator.least), calculator.most))]] : []),
    ...(kind === "timeline" && choose ? [[choose.parameter, String(year())]] : []),
  ];
}

/** The query that chooses something in every chart that has choices. */
export const CHOSEN = `?${new URLSearchParams(CHARTS.flatMap(choicesOf))}`;

/** The charts in which something can be chosen, and which are then drawn on a canvas; the first of them that has a hue. */
export const CHOOSABLE = CHARTS.filter((chart) => choicesOf(chart).length > 0);
export const CHOOSABLE_CHART = CHOOSABLE.find((chart) => hueOf(chart) > 0) ?? CHOOSABLE[0];

/** The words of the page's buttons and answers. */
export const WORDS = { page: STORY.page, share: STORY.page.share, ...STORY.words.controls };

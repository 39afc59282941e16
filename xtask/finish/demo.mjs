// Fills the page for editors with the views of the site: {chart1}, {card2}, {chart1.title}, {charts}, {parameters}.
import { edited, elements, escaped } from "./html.mjs";
import { isChart } from "./site.mjs";

const listed = (names) => (names.length > 0 ? names.map((name) => `<code>${escaped(name)}</code>`).join(", ") : "none");

/** The page of a site; where it has too few views of a kind, one stands in more than one place. */
export function filled(html, { views, parameters }) {
  const kinds = { chart: views.filter(isChart), card: views.filter((view) => !isChart(view)) };
  const view = (kind, number) => {
    const some = kinds[kind].length > 0 ? kinds[kind] : views;
    return some[(number - 1) % some.length];
  };
  const lists = { charts: kinds.chart.map(({ name }) => name), cards: kinds.card.map(({ name }) => name), parameters };
  // Code that is shown is escaped once more than code that runs.
  const fill = (text, escape) =>
    text
      .replace(/\{(chart|card)(\d)(\.title)?\}/g, (_, kind, number, title) => escape(view(kind, number)[title ? "title" : "name"]))
      .replace(/\{(charts|cards|parameters)\}/g, (_, name) => listed(lists[name]));
  const shown = elements(html).filter(({ name }) => name === "pre").map(({ place }) => place);
  const code = shown.map(({ startOffset, endOffset }) => [startOffset, endOffset, fill(html.slice(startOffset, endOffset), (text) => escaped(escaped(text)))]);
  return fill(edited(html, code), escaped);
}

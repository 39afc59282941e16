// What a visit asks for and what it weighs, read from the built pages; and what that makes of a million visits.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { isChart, pageOf, siteOf } from "./site.mjs";

/** The face of headlines, as a style sheet names it. */
const FACE = /url\(["']?([^"')]+)/g;

/** The files that a page or a style sheet names as needed: not the ones it only links to. */
function needed(file) {
  const text = readFileSync(file, "utf8");
  const patterns = file.endsWith(".css")
    ? [FACE]
    : [/<script[^>]* src="([^"]+)"/g, / data-(?:js|wasm)="([^"]+)"/g, /<link[^>]* rel="stylesheet" href="([^"]+)"/g, FACE];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, path]) => path));
  return found.filter((path) => !/^(data|https?):/.test(path)).map((path) => normalize(join(dirname(file), path)));
}

/** Whether a page sets its headlines in the face that the style sheet names: a card alone does not. */
function faced(page) {
  const html = page.endsWith(".html") ? readFileSync(page, "utf8") : "";
  return !html.includes('class="embed') || html.includes("<figure");
}

/** The part of the program that paints, as a script names it. */
const PAINTS = /split_paint-\w+\.wasm/;

/** What the chart that a page shows at once is painted with; of the whole page, no chart is on the first screen of a phone. */
const painters = (page, all) =>
  readFileSync(page, "utf8").includes('class="embed')
    ? all.filter((file) => file.endsWith(".js")).flatMap((file) => (readFileSync(file, "utf8").match(PAINTS) ?? []).map((name) => join(dirname(file), name)))
    : [];

/** A page and all that it needs. */
function files(page) {
  const all = new Set([page]);
  for (const file of all) if (/\.(html|css)$/.test(file)) needed(file).filter(existsSync).forEach((path) => all.add(path));
  for (const file of painters(page, [...all])) all.add(file);
  return [...all].filter((file) => faced(page) || !file.endsWith(".woff2"));
}

/** The bytes of a file as they are sent: compressed, where there is a compressed copy. */
const sent = (file) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;

/** What one visit to a page asks for, nothing cached: requests and bytes. */
export function cost(dist, page) {
  const asked = files(join(dist, page));
  return { requests: asked.length, bytes: asked.reduce((sum, file) => sum + sent(file), 0) };
}

/** The pages that docs/serving.md lists, in its order: the whole page, each chart alone, one card alone, the script. */
export function listed(dist) {
  const { views } = siteOf(dist);
  const card = views.find((view) => !isChart(view));
  return ["index.html", ...views.filter(isChart).map(pageOf), ...(card ? [pageOf(card)] : []), "embed.js"];
}

/** Prints a line for each page. */
export function printCost(dist, pages = listed(dist)) {
  const names = ["one visit, nothing cached", ...pages];
  const width = Math.max(...names.map((name) => name.length));
  const print = (...cells) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(width) : String(cell).padStart(14))).join(" "));
  print(names[0], "requests", "brotli bytes", "a million, GB");
  for (const page of pages) {
    const { requests, bytes } = cost(dist, page);
    print(page, requests, bytes, (bytes / 1000).toFixed(0));
  }
}

// Writes pictures of every chart and of the page, in every look and width, to one sheet: gallery.mjs [DIR] [--only CHART]
// [--theme LOOK] [--width N] [--text N]
import { chromium } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { LOOKS, WIDTHS, launchOptions, unfold } from "./looks.mjs";
import { serve } from "./server.mjs";
import { CHARTS, choicesOf, DIST } from "./story.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const OPENS = "as it opens";

/** The views of each chart: a name, and the address that shows it. */
const VIEWS = {
  page: { [OPENS]: "" },
  ...Object.fromEntries(CHARTS.map((chart) => [chart, { [OPENS]: "", ...Object.fromEntries(choicesOf(chart).map(chosen)) }])),
};
const OPEN = "an open figure";

/** A choice as the name of a view, and its address. */
function chosen([parameter, value]) {
  return [`${parameter} ${value}`, `?${new URLSearchParams({ [parameter]: value })}`];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(["only", "theme", "width", "text"].map((name) => [name, { type: "string" }])),
});
const folder = positionals[0] ?? here("../../target/gallery");
const shown = Object.keys(VIEWS).filter((name) => !values.only || name === values.only);
const looks = Object.keys(LOOKS).filter((name) => !values.theme || name === values.theme);
const widths = values.width ? [Number(values.width)] : WIDTHS;
const texts = values.text ? [Number(values.text)] : [1, 2];
if (!shown.length) throw new Error(`--only is one of ${Object.keys(VIEWS).join(", ")}`);
if (!looks.length) throw new Error(`--theme is one of ${Object.keys(LOOKS).join(", ")}`);
if (!widths.every((width) => width > 0)) throw new Error("--width is a number of px");

const pictures = [];

/** Takes one picture of an element, or of the whole page. */
async function take(page, element, what) {
  const name = [what.chart, what.view, what.look, what.width, what.text > 1 && "large"].filter(Boolean).join("-");
  const file = `${name.replaceAll(/[^a-z0-9]+/g, "-")}.png`;
  const options = { path: join(folder, file) };
  await (element ? element.screenshot(options) : page.screenshot({ ...options, fullPage: true }));
  pictures.push({ ...what, file });
}

/** A figure whose tooltip stays, as a click or Enter leaves it. */
async function openFigure(page, figure) {
  await figure.locator(".target").nth(1).focus();
  await page.keyboard.press("Enter");
  await figure.locator(".tooltip").waitFor();
}

/** Everything in one look at one width. Nobody can choose a view on paper; large text is shown as the page opens. */
async function visit(browser, url, { look, width, text }) {
  const { media, ...scheme } = LOOKS[look];
  const plain = media === "print" || text > 1;
  const page = await browser.newPage({ viewport: { width, height: 1200 }, reducedMotion: "reduce", ...scheme });
  const addresses = new Map();
  for (const chart of shown) {
    for (const [view, address] of Object.entries(VIEWS[chart])) {
      if (plain && address) continue;
      addresses.set(address, [...(addresses.get(address) ?? []), { chart, view, look, width, text }]);
    }
  }
  for (const [address, wanted] of addresses) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(url + address);
    await page.locator("html[data-state=live]").waitFor();
    await page.emulateMedia({ media });
    await unfold(page);
    await page.evaluate((grey) => {
      if (grey) document.documentElement.style.filter = "grayscale(1)";
      return document.fonts.ready.then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    }, media === "print");
    for (const what of wanted) {
      const figure = what.chart === "page" ? null : page.locator(`figure[data-chart=${what.chart}]`);
      await take(page, figure, what);
      if (!figure || address || plain) continue;
      await openFigure(page, figure);
      await take(page, figure, { ...what, view: OPEN });
      await page.keyboard.press("Escape");
      await page.evaluate(() => document.activeElement.blur());
    }
  }
  await page.close();
}

/** The sheet: chart by chart, view by view, a row for each look. */
function sheet() {
  const order = (key, names) => (a, b) => names.indexOf(a[key]) - names.indexOf(b[key]);
  const groups = (list, key) => {
    const groups = new Map();
    for (const picture of list) groups.set(picture[key], [...(groups.get(picture[key]) ?? []), picture]);
    return groups;
  };
  const picture = ({ file, width }) =>
    `<figure><a href="${file}"><img src="${file}" width="${Math.round(width * 0.45)}" loading="lazy" alt=""></a><figcaption>${width} px</figcaption></figure>`;
  const row = ([look, list]) => `<h4>${look}</h4><div>${list.sort((a, b) => a.width - b.width).map(picture).join("")}</div>`;
  const rows = (list) =>
    [...groups(list, "text")].map(([text, list]) =>
      [...groups(list.sort(order("look", looks)), "look")].map(([look, list]) => row([text > 1 ? `${look}, text at 200 percent` : look, list])).join(""),
    );
  const view = ([view, list]) => `<h3>${view}</h3>${rows(list).join("")}`;
  const chart = ([chart, list]) => `<section id="${chart}"><h2>${chart}</h2>${[...groups(list, "view")].map(view).join("")}</section>`;
  pictures.sort((a, b) => order("chart", shown)(a, b) || a.text - b.text);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Tech Ties: gallery</title>
<style>
  body { margin: 2rem; font: 14px/1.4 Arial, sans-serif; background: #ddd; }
  h2 { position: sticky; top: 0; margin: 0; padding: 0.5rem 0; background: #ddd; }
  div { display: flex; gap: 1.5rem; align-items: start; overflow-x: auto; padding-bottom: 1rem; }
  figure { margin: 0; flex: none; }
  img { display: block; box-shadow: 0 0 0 1px #999; }
</style>
<h1>Gallery</h1>
<p>${shown.map((name) => `<a href="#${name}">${name}</a>`).join(" ")}. Print is in greys. Each picture leads to its full size.</p>
${[...groups(pictures, "chart")].map(chart).join("\n")}
</html>
`;
}

mkdirSync(folder, { recursive: true });
const server = await serve({ root: DIST });
for (const text of texts) {
  const browser = await chromium.launch(launchOptions(text));
  // Large text changes places, not colours.
  const visits = (text > 1 && !values.theme ? looks.slice(0, 1) : looks).flatMap((look) => widths.map((width) => ({ look, width, text })));
  const worker = async () => {
    for (let next; (next = visits.shift()); ) await visit(browser, server.url, next);
  };
  await Promise.all([worker(), worker()]);
  await browser.close();
}
await server.close();
writeFileSync(join(folder, "index.html"), sheet());
console.log(`${pictures.length} pictures: ${pathToFileURL(join(folder, "index.html"))}`);

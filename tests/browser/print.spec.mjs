// On paper: each chart whole on one page, in greys that can be told apart, without what only a screen can use.
import { getDocumentProxy } from "unpdf";
import { CHARTS, expect, test } from "./site.mjs";

/** What browsers leave free around a sheet unless told otherwise. */
const MARGIN = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };

/** Marks the first and the last line of each figure, in words that stand nowhere else and take no room. */
const mark = (page) =>
  page.evaluate(() => {
    for (const figure of document.querySelectorAll("figure[data-chart]")) {
      figure.style.position = "relative";
      for (const end of ["top", "bottom"]) {
        const mark = figure.appendChild(document.createElement("span"));
        mark.textContent = `[${figure.dataset.chart} ${end}]`;
        Object.assign(mark.style, { position: "absolute", [end]: "0", left: "0", fontSize: "12px" });
      }
    }
  });

/** The text of each sheet of the page as it would be printed. */
async function sheets(page, format) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format, margin: MARGIN })));
  const numbers = [...Array(pdf.numPages).keys()].map((i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map(({ str }) => str).join(" ");
    }),
  );
}

const sheetOf = (texts, mark) => texts.findIndex((text) => text.includes(mark));
const split = (texts) => CHARTS.filter((chart) => sheetOf(texts, `[${chart} top]`) !== sheetOf(texts, `[${chart} bottom]`));

for (const format of ["A4", "Letter"]) {
  test(`on ${format} no chart is split`, async ({ page, site }) => {
    await page.goto(site);
    await mark(page);
    const texts = await sheets(page, format);
    for (const chart of CHARTS) expect(sheetOf(texts, `[${chart} top]`), chart).toBeGreaterThanOrEqual(0);
    expect(split(texts)).toEqual([]);
  });
}

test("a chart that is split is found", async ({ page, site }) => {
  await page.goto(site);
  await mark(page);
  await page.evaluate(() => (document.querySelector("figure[data-chart=yields]").style.paddingBottom = "1200px"));
  expect(split(await sheets(page, "A4"))).toEqual(["yields"]);
});

test("nothing is printed that only a screen can use, and links say where they lead", async ({ page, site }) => {
  await page.goto(site);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.emulateMedia({ media: "print" });
  // The heads of columns are buttons that sort, and words that are read.
  const onScreen = ":is(:not(th) > button, input, select, nav, .controls, .keys, .tooltip, canvas):visible";
  await expect(page.locator(onScreen)).toHaveCount(0);
  const text = (await sheets(page, "A4")).join(" ").replaceAll(/\s/g, "");
  for (const href of await page.locator("a[href^=http]:visible").evaluateAll((links) => links.map((link) => link.href))) {
    expect(text).toContain(href);
  }
});

// On paper: each chart whole on one page, in greys that can be told apart, without what only a screen can use.
import { getDocumentProxy } from "unpdf";
import { CHARTS, expect, inFirefox, explored, test } from "./site.mjs";
import { CHOSEN } from "./story.mjs";

/** Sizes of paper, in cm. */
const PAPER = { A4: [21, 29.7], Letter: [21.59, 27.94] };

/** What is printed, with what browsers leave free around a sheet unless told otherwise. */
function printed(page, format) {
  // Playwright tells Firefox cm where it asks for inches.
  const unit = inFirefox(page) ? "in" : "cm";
  const [width, height] = PAPER[format].map((length) => length + unit);
  const margin = `1${unit}`;
  return page.pdf({ width, height, margin: { top: margin, right: margin, bottom: margin, left: margin } });
}

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
  const pdf = await getDocumentProxy(new Uint8Array(await printed(page, format)));
  const numbers = [...Array(pdf.numPages).keys()].map((i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map(({ str }) => str).join(" ");
    }),
  );
}

/** The charts of which words are missing on their sheet, in either layout. */
async function wordless(page, texts) {
  const plain = (text) => text.replaceAll(/\s/g, "");
  const said = await page.evaluate(() => [...document.querySelectorAll("figure[data-chart]")].map((figure) =>
    [".wide", ".narrow"].map((layout) => [...figure.querySelectorAll(`.fallback${layout} text`)].map(({ textContent }) => textContent))));
  return CHARTS.filter((chart, i) => {
    const sheet = plain(texts[sheetOf(texts, `[${chart} top]`)] ?? "");
    return !said[i].some((words) => words.length > 3 && words.every((word) => sheet.includes(plain(word))));
  });
}

const sheetOf = (texts, mark) => texts.findIndex((text) => text.includes(mark));
const split = (texts) => CHARTS.filter((chart) => sheetOf(texts, `[${chart} top]`) !== sheetOf(texts, `[${chart} bottom]`));

for (const format of ["A4", "Letter"]) {
  // A chart of another story may be higher than a sheet.
  test(`on ${format} no chart is split, and each has its words @story`, { tag: format === "A4" ? "@everywhere" : [] }, async ({ page, site }) => {
    await page.goto(site);
    await mark(page);
    const texts = await sheets(page, format);
    for (const chart of CHARTS) expect(sheetOf(texts, `[${chart} top]`), chart).toBeGreaterThanOrEqual(0);
    expect(split(texts)).toEqual([]);
    expect(await wordless(page, texts)).toEqual([]);
  });
}

test("no headline is split, or stands at the end of a sheet without what it heads", async ({ page, site }) => {
  await page.goto(site);
  const heads = await page.locator(".chapter").evaluateAll((chapters) =>
    chapters.flatMap((chapter) => [
      chapter.querySelector(".kicker").textContent + chapter.querySelector("h2").textContent,
      chapter.querySelector(".headline").textContent + chapter.querySelector(".prose").textContent.slice(0, 30),
    ]),
  );
  const plain = (text) => text.replaceAll(/\s/g, "");
  const texts = (await sheets(page, "A4")).map(plain);
  for (const head of heads) expect(texts.filter((text) => text.includes(plain(head))), head).toHaveLength(1);
});

test("a chart that is split is found", { tag: "@once" }, async ({ page, site }) => {
  await page.goto(site);
  await mark(page);
  const last = CHARTS.at(-1);
  await page.locator(`figure[data-chart=${last}]`).evaluate((figure) => (figure.style.paddingBottom = "1200px"));
  expect(split(await sheets(page, "A4"))).toEqual([last]);
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

for (const [format, viewport] of [["A4", { width: 1280, height: 900 }], ["Letter", { width: 1280, height: 900 }], ["A4", { width: 390, height: 800 }]]) {
  test(`on ${format}, from ${viewport.width} px, what was chosen is printed whole, and says so @story`, async ({ page, site }) => {
    await page.setViewportSize(viewport);
    await explored(page, `${site}${CHOSEN}`);
    await mark(page);
    const texts = await sheets(page, format);
    expect(split(texts)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    for (const chart of CHARTS) {
      const figure = page.locator(`figure[data-chart=${chart}]`);
      await expect(figure.locator("canvas"), chart).toBeVisible();
      await expect(figure.locator(".fallback:visible"), chart).toHaveCount(0);
      const [canvas, whole] = await figure.evaluate((figure) => [figure.querySelector("canvas"), figure].map((one) => one.getBoundingClientRect().width));
      expect(canvas, chart).toBeLessThanOrEqual(whole + 0.5);
      const answer = figure.locator(".answer");
      if (await answer.count()) expect(texts.join(" ")).toContain((await answer.innerText()).slice(0, 40));
    }
    await expect(page.locator(":is(:not(th) > button, input, select, nav, .keys, .tooltip):visible")).toHaveCount(0);
  });
}

test("a chart as it opens is printed from its lines, beside one that was changed", { tag: "@story" }, async ({ page, site }) => {
  await explored(page, `${site}?year=2015`);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("figure[data-chart=agreements] .fallback:visible")).toHaveCount(1);
  await expect(page.locator("figure[data-chart=agreements] canvas")).toBeHidden();
  await expect(page.locator("figure[data-chart=membership] canvas")).toBeVisible();
});

test.describe("where the deferred style is missing", () => {
  test.use({ quiet: false });

  test("paper is light, on a dark screen and by choice", async ({ page, site }) => {
    await page.route("**/deferred*.css", (route) => route.abort());
    const colors = () => page.evaluate(() => { const { color, backgroundColor } = getComputedStyle(document.body); return [color, backgroundColor]; });
    await page.emulateMedia({ colorScheme: "light", media: "print" });
    await page.goto(site);
    const light = await colors();
    for (const [colorScheme, query] of [["dark", ""], ["light", "?theme=dark"]]) {
      await page.emulateMedia({ colorScheme, media: "screen" });
      await page.goto(site + query);
      expect(await colors()).not.toEqual(light);
      await page.emulateMedia({ colorScheme, media: "print" });
      expect(await colors()).toEqual(light);
    }
  });
});

test("what was chosen in the dark is printed in the colours of paper", { tag: "@story" }, async ({ page, site }) => {
  await explored(page, `${site}?year=2015&theme=dark`);
  const black = () =>
    page.locator("figure[data-chart=membership] canvas").evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return [...Array(data.length / 4).keys()].filter((i) => data[4 * i + 3] === 255 && !(data[4 * i] + data[4 * i + 1] + data[4 * i + 2])).length;
    });
  expect(await black()).toBe(0);
  await page.emulateMedia({ media: "print" });
  await expect.poll(black).toBeGreaterThan(100);
});

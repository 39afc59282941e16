// A reader's first minute: the chart soon, the page short, and all that is folded still within reach.
import { statSync } from "node:fs";
import { CARDS, CHARTS, DIST, VIEWS, expect, figure, live, test } from "./site.mjs";
import { STORY } from "./story.mjs";

/** How far down the page things are, in CSS px. */
const measured = (page) =>
  page.evaluate(() => ({
    picture: document.querySelector(".plot").getBoundingClientRect().top + scrollY,
    page: document.documentElement.scrollHeight,
  }));

for (const [width, height, picture, whole] of [[390, 844, 1270, 8500], [1440, 900, 900, 6500]]) {
  test(`at ${width} by ${height} px the first picture begins by ${picture} px, and the page ends by ${whole} px @story`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await live(page, site);
    await page.evaluate(() => document.querySelectorAll(".chapter").forEach((chapter) => (chapter.style.contentVisibility = "visible")));
    const at = await measured(page);
    expect(at.picture).toBeLessThanOrEqual(picture);
    expect(at.page).toBeLessThanOrEqual(whole);
  });
}

for (const view of VIEWS) {
  test(`the frame of ${view} is at most 1,500 px high on a phone, and its picture begins by 200 px @story`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site}embed/${view}/`);
    if (CHARTS.includes(view)) {
      await expect(page.locator("html")).toHaveAttribute("data-state", "live");
      expect((await measured(page)).picture).toBeLessThanOrEqual(200);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1500);
  });
}

test("a frame of 600 by 400 px, as many content systems give, shows the title and the beginning of the picture", async ({ page, site }) => {
  await page.setViewportSize({ width: 600, height: 400 });
  for (const chart of CHARTS) {
    await page.goto(`${site}embed/${chart}/`);
    await expect(figure(page, chart).locator("h1")).toBeInViewport({ ratio: 1 });
    expect((await measured(page)).picture, chart).toBeLessThanOrEqual(200);
  }
});

test("each section with a chart shows it before its words", async ({ page, site }) => {
  await page.goto(site);
  for (const card of CARDS) {
    const chapter = page.locator(`#${card}`);
    if (!(await chapter.locator("figure").count())) continue;
    const order = await chapter.evaluate((chapter) => chapter.querySelector("figure").compareDocumentPosition(chapter.querySelector(".card")));
    expect(order & 4, card).toBe(4);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the full place of a figure is one press away, and its row by its address", async ({ page, site }) => {
    await page.goto(site);
    const mark = page.locator(".key-figures .citation").first();
    await expect(mark.locator("p")).toBeHidden();
    await mark.locator("summary").click();
    await expect(mark.locator("p")).toBeVisible();
    const [, { id }] = STORY.facts;
    await page.goto(`${site}#row-${id}`);
    await expect(page.locator(`#row-${id}`)).toBeInViewport();
  });

  test("each fact has its place in words, folded or not", async ({ page, site }) => {
    await page.goto(site);
    for (const { id } of STORY.facts) {
      await expect(page.locator(`tr:has(#row-${id}) td`).last()).toHaveText(/\S/);
      const told = page.locator(`#fact-${id}`);
      if (await told.count()) await expect(told).toContainText(await page.locator(`tr:has(#row-${id}) td`).last().textContent(), { ignoreCase: true });
    }
  });
});

test("a search in the page finds what is folded", { tag: "@once" }, async ({ page, site }) => {
  await page.goto(site);
  const words = await page.locator("#figures p").textContent();
  await page.goto("about:blank");
  // A link to words goes the way of the browser's own search.
  await page.goto(`${site}#:~:text=${encodeURIComponent(words)}`);
  await expect(page.locator("#figures details")).toHaveJSProperty("open", true);
});

test("a link to a figure of the story unfolds what it stands in", async ({ page, site }) => {
  await live(page, site);
  for (const { id } of STORY.facts.slice(0, 6)) {
    const told = page.locator(`#fact-${id}`);
    if (!(await told.count())) continue;
    await page.goto(`${site}#fact-${id}`);
    await expect(told).toBeVisible();
  }
});

test("text and charts wait for the page alone, which weighs at most 20 KB", { tag: "@story" }, async ({ page, site }) => {
  await live(page, site);
  const blocking = await page.evaluate(() =>
    performance.getEntriesByType("resource").filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking").map(({ name }) => name),
  );
  expect(blocking).toEqual([]);
  expect(statSync(`${DIST}/index.html.br`).size).toBeLessThanOrEqual(20_000);
});

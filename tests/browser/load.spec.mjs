import { readFileSync } from "node:fs";
import { CHARTS, expect, figure, live, test } from "./site.mjs";

const facts = JSON.parse(readFileSync(new URL("../facts.json", import.meta.url)));

test("the page goes live and marks it once", async ({ page, site }) => {
  await live(page, site);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("charts-ready").length)).toBe(1);
  for (const chart of CHARTS) await expect(figure(page, chart).locator("canvas")).toHaveCount(1);
});

test("the page has its headings, landmarks, charts and cards", async ({ page, site }) => {
  await live(page, site);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const role of ["banner", "main", "navigation", "contentinfo"]) await expect(page.getByRole(role)).toHaveCount(1);
  for (const card of ["overview", "bri", "brics", "africa", "asean"]) {
    await expect(page.locator(`article[data-card=${card}]`)).toHaveCount(1);
  }
});

test("all 35 facts are on the page, and none has lost its hedge", async ({ page, site }) => {
  await live(page, site);
  // Text, accessible name and still pictures' titles: everything that an element says.
  const said = await page.evaluate(() =>
    [...document.querySelectorAll("[data-fact]")].map((element) => [
      element.dataset.fact,
      element.getAttribute("aria-label") ?? element.textContent,
    ]),
  );
  expect(facts).toHaveLength(35);
  for (const { id, value, qualifier } of facts) {
    const texts = said.filter(([fact]) => fact === id).map(([, text]) => text);
    expect(texts, id).not.toHaveLength(0);
    if (qualifier === "at_least") {
      const number = value.toLocaleString("en");
      for (const text of texts) expect(text, id).toContain(`more than ${number}`);
    }
    if (Array.isArray(value)) {
      for (const text of texts) expect(text, id).toContain(`${value[0]} to ${value[1]} percent on average`);
    }
  }
});

test("nothing shifts while the page goes live", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await live(page, site);
  expect(await page.evaluate(() => window.shifts)).toBe(0);
});

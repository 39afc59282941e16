import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cost } from "../../xtask/finish/cost.mjs";
import { CARDS, CHARTS, DIST, expect, figure, live, picture, targets, test } from "./site.mjs";
import { STORY, nameOf, rowsOf } from "./story.mjs";

const facts = JSON.parse(readFileSync(new URL("../facts.json", import.meta.url)));

test("the page goes live and marks it once", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("charts-ready").length)).toBe(1);
  for (const chart of CHARTS) await expect(picture(page, chart)).toHaveCount(1);
});

test("the page has its headings, landmarks, charts and cards", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const role of ["banner", "main", "navigation", "contentinfo"]) await expect(page.getByRole(role)).toHaveCount(1);
  for (const card of CARDS) {
    await expect(page.locator(`article[data-card=${card}]`)).toHaveCount(1);
  }
});

test("every fact of the story is on the page, and every mark says what its chart's files say", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const told = await page.locator("#figures [data-fact]").evaluateAll((rows) => rows.map((row) => row.dataset.fact));
  expect(told).toEqual(STORY.facts.map(({ id }) => id));
  for (const chart of CHARTS) {
    const said = await targets(page, chart).evaluateAll((all) => all.map((target) => [target.dataset.fact, target.ariaLabel]));
    expect(said, chart).toEqual(rowsOf(chart).map((row) => [row.id, nameOf(row)]));
  }
});

test("all 35 facts of the source article are on the page, and none has lost its hedge", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await live(page, site);
  // Text, accessible name and fallbacks' titles: everything that an element says.
  const said = await page.evaluate(() =>
    [...document.querySelectorAll("[data-fact]")].map((element) => [
      element.dataset.fact,
      (element.getAttribute("aria-label") ?? element.textContent).toLowerCase(),
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

test("the program is asked for before anything has run that could start it", { tag: "@once" }, async ({ page, site }) => {
  await page.route(/boot-/, () => {}); // never answered
  const asked = page.waitForRequest(/tech-ties-[^/]*\.wasm$/);
  await page.goto(site, { waitUntil: "commit" });
  await asked;
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

/** What a first visit may weigh, in bytes as they are sent: the build of November 2026 and at most 0.2 percent for other names of files. */
const MOST = { "index.html": 117_120, "embed/agreements/index.html": 132_280, "embed/membership/index.html": 132_500, "embed/yields/index.html": 130_460 };

for (const [path, most] of Object.entries(MOST)) {
  test(`a first visit to ${path} asks for what the build counts, and weighs at most ${most} bytes`, { tag: ["@story", "@once"] }, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname.slice(1)));
    await live(page, site + path);
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName("charts-ready").length)).toBe(1);
    await page.waitForLoadState("networkidle");
    const asked = requests.filter((name) => name !== "icon.svg"); // browsers with a window ask for it, others do not
    const sent = (name) => statSync(join(DIST, existsSync(join(DIST, `${name}.br`)) ? `${name}.br` : name)).size;
    const bytes = asked.reduce((sum, name) => sum + sent(name), 0);
    expect({ requests: asked.length, bytes }).toEqual(cost(DIST, path));
    expect(bytes).toBeLessThanOrEqual(most);
  });
}

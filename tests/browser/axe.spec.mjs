// What a machine can see of accessibility, in every look and state.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unfold } from "./looks.mjs";
import { CHARTS, VIEWS, expect, explore, figure, live, openAll, targets, test } from "./site.mjs";
import { WORDS, chartOf } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is wrong on a page or, since what a reader does in a chart changes nothing outside of it, in one chart. */
async function violations(page, part = page.locator("html")) {
  await page.evaluate(axe);
  await unfold(page); // axe leaves out what is not painted
  // Frames have tests of their own. axe would write to them, and one in a sandbox has no origin to be written to.
  const { violations } = await part.evaluate((part) => {
    const rules = { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } };
    return window.axe.run(part, { resultTypes: ["violations"], iframes: false, rules });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
}

for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
  for (const width of [320, 768, 1440]) {
    test(`no violation with ${Object.values(look)} at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(look);
      await live(page, site);
      expect(await violations(page)).toEqual([]);
      await explore(page);
      await openAll(page, "details");
      for (const chart of CHARTS) {
        await targets(page, chart).first().focus();
        expect(await violations(page, figure(page, chart)), `tooltip of ${chart}`).toEqual([]);
        await page.keyboard.press("Enter");
        expect(await violations(page, figure(page, chart)), `open figure of ${chart}`).toEqual([]);
      }
      for (const radio of await page.locator(".controls input[type=radio]").all()) await radio.check();
      for (const chart of CHARTS) {
        const { kind, choose, calculator, from } = chartOf(chart);
        if (kind === "timeline" && choose) await page.locator(`#${choose.parameter}`).fill(String(from + 6));
        if (calculator) await page.locator(`#${calculator.parameter}`).fill(String(calculator.most));
      }
      expect(await violations(page), "chosen views").toEqual([]);
      for (const field of await page.locator(".controls input[type=text]").all()) await field.fill("none");
      await figure(page, CHARTS.at(-1)).getByRole("button", { name: WORDS.listen }).click();
      expect(await violations(page), "refused, and listening").toEqual([]);
    });
  }
}

for (const view of VIEWS) {
  test(`no violation in ${view} alone`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(`${site}embed/${view}/?theme=dark`);
    if (CHARTS.includes(view)) await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
  });
}

test("no violation on the page for editors", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${site}demo.html`);
  await expect(page.locator("tech-ties-embed iframe").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});

// What a machine can see of accessibility, in every look and state.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CHARTS, expect, figure, live, test } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
}

for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
  for (const width of [320, 768, 1440]) {
    test(`no violation with ${Object.values(look)} at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(look);
      await live(page, site);
      expect(await violations(page)).toEqual([]);
      for (const summary of await page.locator("summary").all()) await summary.click();
      for (const chart of CHARTS) await figure(page, chart).locator(".spot").first().focus();
      expect(await violations(page)).toEqual([]);
    });
  }
}

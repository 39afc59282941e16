import { existsSync, readFileSync } from "node:fs";
import { FILE, SECTION_WIDTHS } from "./heights.mjs";
import { CHARTS, apart, centred, expect, explore, figure, live, openAll, test } from "./site.mjs";
import { CHOOSABLE, CHOSEN } from "./story.mjs";

const sizes = (page, chart) =>
  figure(page, chart).evaluate((figure) => {
    const box = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return [Math.round(width), Math.round(height)];
    };
    return { plot: box(figure.querySelector(".plot")), canvas: box(figure.querySelector("canvas")) };
  });

test("canvases follow the width of their columns", async ({ page, site }) => {
  await live(page, site + CHOSEN);
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const chart of CHOOSABLE) {
      await centred(figure(page, chart)); // what is far from the screen waits until it comes
      await expect.poll(() => sizes(page, chart).then(({ plot, canvas }) => canvas[0] - plot[0])).toBe(0);
      await expect.poll(() => sizes(page, chart).then(({ plot, canvas }) => canvas[1] - plot[1])).toBe(0);
    }
  }
});

test("in a column narrower than any layout the chart is drawn smaller, and whole", async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await live(page, site + CHOSEN);
  for (const chart of CHOOSABLE) {
    const heightAt = async (width) => {
      await figure(page, chart).evaluate((figure, width) => (figure.style.width = `${width}px`), width);
      await centred(figure(page, chart));
      await expect.poll(() => sizes(page, chart).then(({ canvas }) => canvas[0])).toBe(width);
      return (await sizes(page, chart)).canvas[1];
    };
    const [whole, half] = [await heightAt(272), await heightAt(136)];
    expect(Math.abs(half - whole / 2), chart).toBeLessThanOrEqual(1);
  }
});

for (const width of [320, 390, 768, 1024, 2560]) {
  test(`nothing scrolls sideways at ${width} px`, { tag: width === 320 ? "@everywhere" : [] }, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    await explore(page);
    await openAll(page, "details");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("words stand beside all charts of their section", { tag: "@once" }, async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(site);
  const boxes = await page.locator(`.chapter:has([data-chart=${CHARTS[0]}])`).evaluate((chapter) => {
    chapter.querySelector(".charts").append(chapter.querySelector("figure").cloneNode(true));
    return [...chapter.querySelectorAll("figure, .card")].map((part) => part.getBoundingClientRect().toJSON());
  });
  const [first, second, card] = boxes;
  expect(second.left).toBe(first.left);
  expect(card.left).toBeGreaterThanOrEqual(first.right);
  expect(second.top).toBeGreaterThanOrEqual(first.bottom + 20);
  expect(card.top).toBe(first.top);
});

/** What can be reached lies on the marks of the static picture, but for what whole px are off. */
for (const width of [320, 390, 700, 900, 1280, 1600]) {
  test(`marks lie where the static picture has them at ${width} px`, { tag: [320, 1280].includes(width) ? "@everywhere" : [] }, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    for (const chart of CHARTS) {
      await centred(figure(page, chart));
      expect(await apart(page, chart), chart).toBeLessThanOrEqual(0.6);
    }
  });
}

for (const [i, width] of SECTION_WIDTHS.entries()) {
  test(`sections out of sight keep about the height that they will have at ${width} px`, async ({ page, site }) => {
    test.skip(!existsSync(FILE), "nobody measured the sections: run `cargo xtask heights`");
    const { sections: measured } = JSON.parse(readFileSync(FILE, "utf8"));
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site);
    const sections = await page.locator(".chapter").evaluateAll((sections) =>
      sections.map((section) => {
        const guess = parseFloat(getComputedStyle(section).getPropertyValue("--height")) * 16;
        section.style.contentVisibility = "visible";
        return { id: section.id, guess, real: section.getBoundingClientRect().height };
      }),
    );
    expect(sections.map(({ id }) => id)).toEqual(Object.keys(measured));
    for (const { id, guess, real } of sections) {
      expect(guess / 16, `the height of #${id} that was built in; build again`).toBe(measured[id][i]);
      expect(Math.abs(guess - real) / real, `#${id} is ${real / 16} rem high, not ${guess / 16}; run \`cargo xtask heights\``).toBeLessThan(0.1);
    }
  });
}

import { CHARTS, centred, expect, figure, live, test } from "./site.mjs";

const sizes = (page, chart) =>
  figure(page, chart).evaluate((figure) => {
    const box = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return [Math.round(width), Math.round(height)];
    };
    return { plot: box(figure.querySelector(".plot")), canvas: box(figure.querySelector("canvas")) };
  });

test("canvases follow the width of their columns", async ({ page, site }) => {
  await live(page, site);
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const chart of CHARTS) {
      await centred(figure(page, chart)); // what is far from the screen waits until it comes
      await expect.poll(() => sizes(page, chart).then(({ plot, canvas }) => canvas[0] - plot[0])).toBe(0);
      await expect.poll(() => sizes(page, chart).then(({ plot, canvas }) => canvas[1] - plot[1])).toBe(0);
    }
  }
});

for (const width of [320, 390, 768, 1024, 2560]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

/** The still picture keeps the place of the live one: its targets lie exactly under the focusable ones. */
for (const width of [320, 390, 700, 900, 1280, 1600]) {
  test(`still and live pictures agree at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    for (const chart of CHARTS) {
      const apart = await figure(page, chart).evaluate((figure) => {
        const boxes = (selector) => [...figure.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
        const still = [...figure.querySelectorAll(".still")].find((svg) => svg.getBoundingClientRect().height > 0);
        const stills = [...still.querySelectorAll("g[data-fact] rect")].map((rect) => rect.getBoundingClientRect());
        const spots = boxes(".spot");
        const gaps = spots.flatMap((spot, i) =>
          ["left", "top", "right", "bottom"].map((side) => Math.abs(spot[side] - stills[i][side])),
        );
        return { spots: spots.length, stills: stills.length, gap: Math.max(...gaps) };
      });
      expect(apart.stills, chart).toBe(apart.spots);
      expect(apart.gap, chart).toBeLessThanOrEqual(1);
    }
  });
}

for (const width of [390, 768, 1440]) {
  test(`sections out of sight keep about the height that they will have at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site);
    const sections = await page.locator(".chapter, .closing").evaluateAll((sections) =>
      sections.map((section) => {
        const guess = parseFloat(getComputedStyle(section).getPropertyValue("--height")) * 16;
        section.style.contentVisibility = "visible";
        return { id: section.id, guess, real: section.getBoundingClientRect().height };
      }),
    );
    expect(sections.length).toBe(7);
    for (const { id, guess, real } of sections) {
      expect(Math.abs(guess - real) / real, `--height of #${id} in style.css is ${guess / 16}, should be ${real / 16}`).toBeLessThan(0.1);
    }
  });
}

import { CHARTS, apart, centred, expect, figure, live, picture, targets, test } from "./site.mjs";
import { CHOOSABLE, CHOOSABLE_CHART, CHOSEN, choicesOf, firstChart, hueOf } from "./story.mjs";

const isPainted = (page, chart) => figure(page, chart).locator("canvas").evaluate((canvas) => canvas.width > 0 && canvas.checkVisibility());

test("a chart is painted while it is near the screen, and costs no memory elsewhere", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await live(page, site);
  for (const [i, chart] of CHARTS.entries()) {
    await centred(targets(page, chart).first());
    await expect.poll(() => isPainted(page, chart)).toBe(true);
    await expect(figure(page, chart).locator(".fallback:visible")).toHaveCount(0);
    for (const other of CHARTS.filter((_, other) => Math.abs(other - i) > 1)) {
      await expect.poll(() => isPainted(page, other), other).toBe(false);
      await expect(figure(page, other).locator("[data-painted]")).toHaveCount(0);
    }
  }
});

test("static pictures are for the eyes alone once marks can be reached", async ({ page, site }) => {
  await live(page, site);
  for (const chart of CHARTS) await expect(figure(page, chart).locator(".fallback:not([aria-hidden=true])")).toHaveCount(0);
});

test("what was chosen is painted wherever it stands", { tag: "@everywhere" }, async ({ page, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await page.setViewportSize({ width: 390, height: 600 });
  await live(page, site + CHOSEN);
  for (const chart of CHOOSABLE) await expect.poll(() => isPainted(page, chart), chart).toBe(true);
  // Outside the screen Chromium may report the style from before: visible pictures are counted on the screen.
  for (const chart of CHOOSABLE) {
    await centred(figure(page, chart));
    await expect(picture(page, chart)).toHaveCount(1);
  }
});

/** What is on a canvas: its sizes, its colours and how sharply its first bar begins. */
const look = (canvas) =>
  canvas.evaluate((canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const colours = new Map();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255) {
        const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
    }
    const box = canvas.getBoundingClientRect();
    const common = [...colours].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([colour]) => colour);
    return { width, height, css: [box.width, box.height], colours: colours.size, common };
  });

test.describe("at 12 device pixels to a px", () => {
  test.use({ deviceScaleFactor: 12, viewport: { width: 1440, height: 900 } });

  test("a canvas is no larger than browsers paint on, and as large on the screen as ever", async ({ page, site }) => {
    await live(page, site + CHOSEN);
    for (const chart of CHOOSABLE) {
      await centred(figure(page, chart));
      const { area, full, apart } = await figure(page, chart).evaluate((figure) => {
        const canvas = figure.querySelector("canvas");
        const [box, plot] = [canvas, figure.querySelector(".plot")].map((one) => one.getBoundingClientRect());
        return { area: canvas.width * canvas.height, full: box.width * box.height * devicePixelRatio ** 2, apart: box.width - plot.width };
      });
      // The sides are rounded.
      expect(area, chart).toBeGreaterThan(0.97 * Math.min(4096 * 4096, full));
      expect(area, chart).toBeLessThan(4096 * 4100);
      expect(Math.abs(apart), chart).toBeLessThan(1);
    }
  });
});

for (const deviceScaleFactor of [1, 2, 3]) {
  test.describe(`at ${deviceScaleFactor} device pixels to a px`, () => {
    test.use({ deviceScaleFactor });

    test("each canvas is painted at the full resolution", async ({ page, site }) => {
      await live(page, site + CHOSEN);
      for (const chart of CHOOSABLE) {
        await centred(targets(page, chart).first()); // what is skipped has no box yet
        const { width, height, css, colours } = await look(figure(page, chart).locator("canvas"));
        expect(width, chart).toBe(Math.round(css[0] * deviceScaleFactor));
        expect(height, chart).toBe(Math.round(css[1] * deviceScaleFactor));
        expect(colours, chart).toBeGreaterThan(3);
      }
    });

    test("the edges of bars are sharp", async ({ page, site }) => {
      const chart = firstChart("bars", ({ id }) => hueOf(id) > 0 && choicesOf(id).length > 0);
      test.skip(!chart, "no chart of bars in a colour");
      await live(page, `${site}?${new URLSearchParams(choicesOf(chart).slice(-1))}`);
      const soft = await figure(page, chart).locator("canvas").evaluate((canvas, [ratio, hue]) => {
        const { width, height } = canvas;
        const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
        const bar = getComputedStyle(canvas).getPropertyValue(`--hue-${hue}`).trim();
        const wanted = [1, 3, 5].map((at) => parseInt(bar.slice(at, at + 2), 16));
        const full = (x, y) => [...wanted, 255].every((value, i) => data[(y * width + x) * 4 + i] === value);
        let edges = 0;
        let soft = 0;
        for (let y = 0; y < height; y += 1) {
          for (let x = 1; x + 20 * ratio < width; x += 1) {
            // So much plain colour is a bar; before its first pixel stands ground or the axis, never a mixture.
            if (full(x - 1, y) || ![...Array(20 * ratio).keys()].every((i) => full(x + i, y))) continue;
            edges += 1;
            const before = (y * width + x - 1) * 4;
            if (data[before + 3] !== 0 && data[before + 3] !== 255) soft += 1;
            x += 20 * ratio;
          }
        }
        return edges > 100 ? soft / edges : 1;
      }, [deviceScaleFactor, hueOf(chart)]);
      expect(soft).toBe(0);
    });
  });
}

test("colours follow the reader's scheme without a reload", async ({ page, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await page.emulateMedia({ colorScheme: "light" });
  await live(page, site + CHOSEN);
  const canvas = figure(page, CHOOSABLE_CHART).locator("canvas");
  const light = (await look(canvas)).common;
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => (await look(canvas)).common).not.toEqual(light);
});

test("text in charts grows with the reader's text, as far as there is room", async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await live(page, site);
  const chart = figure(page, CHARTS.at(-1));
  await centred(chart);
  const size = () =>
    chart.evaluate((figure) => {
      const boxes = [".plot", "canvas", ".target"].map((part) => figure.querySelector(part)?.getBoundingClientRect());
      return boxes.map((box) => box && [Math.round(box.width), Math.round(box.height)]);
    });
  const [plot, , target] = await size();
  // What a larger default size of text does.
  await page.evaluate(() => (document.documentElement.style.fontSize = "24px"));
  await expect.poll(async () => (await size())[0][1]).toBeGreaterThan(plot[1] * 1.2);
  await expect.poll(async () => (await size())[2][1]).toBeGreaterThan(target[1] * 1.2);
  const [larger, canvas] = await size();
  expect(canvas).toEqual(larger);
  expect(await chart.locator("canvas").evaluate((canvas) => canvas.width / canvas.getBoundingClientRect().width)).toBeCloseTo(1, 2);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await expect.poll(async () => (await size())[0][1]).toBe(plot[1]);
});

test("a reader's larger text is painted wherever it stands, and marks stay where it is painted", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "24px")));
  await live(page, site);
  for (const chart of CHARTS) await expect(figure(page, chart).locator("[data-painted]"), chart).toHaveCount(1);
  const [chart, mark] = [CHARTS.at(-1), targets(page, CHARTS.at(-1)).last()];
  await expect.poll(() => mark.evaluate((target) => target.style.width)).not.toBe("");
  await expect(figure(page, chart).locator("[data-near]")).toHaveCount(0);
  const place = () => mark.getAttribute("style");
  const before = await place();
  await mark.evaluate((target) => target.focus());
  expect(await place()).toBe(before);
});

test("what was chosen is not painted again when it comes near", { tag: "@everywhere" }, async ({ page, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript((chart) => {
    window.filled = 0;
    const { fillRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillRect = function (...area) {
      if (this.canvas.closest("figure").dataset.chart === chart) window.filled += 1;
      return fillRect.apply(this, area);
    };
  }, CHOOSABLE_CHART);
  await live(page, site + CHOSEN);
  const host = figure(page, CHOOSABLE_CHART).locator("[data-live]");
  const filled = () => page.evaluate(() => window.filled);
  await expect(figure(page, CHOOSABLE_CHART).locator("[data-painted] [data-chosen]")).toHaveCount(1);
  await centred(figure(page, CHOOSABLE_CHART));
  await expect(host).toHaveAttribute("data-near", "rest");
  const before = await filled();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(host).not.toHaveAttribute("data-near");
  await figure(page, CHOOSABLE_CHART).evaluate((figure) => figure.scrollIntoView());
  await expect(host).toHaveAttribute("data-near", "rest");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(host).not.toHaveAttribute("data-near");
  expect(await filled()).toBe(before);
});

test("in a new width the static picture stands, until something is chosen that it does not show", { tag: "@everywhere" }, async ({ page, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await page.setViewportSize({ width: 390, height: 600 });
  await live(page, site);
  const one = figure(page, CHOOSABLE_CHART);
  const go = (query) =>
    page.evaluate((query) => {
      history.pushState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
    }, query);
  const fits = () =>
    one.evaluate((figure) => {
      const [canvas, plot] = ["canvas", ".plot"].map((name) => figure.querySelector(name).getBoundingClientRect());
      return ["width", "height"].every((side) => Math.abs(canvas[side] - plot[side]) < 1);
    });
  await centred(one.locator(".plot"));
  await expect.poll(() => isPainted(page, CHOOSABLE_CHART)).toBe(true);
  for (const width of [300, 340]) {
    // The chart stays where it is: one that came near again would be painted.
    await one.evaluate((figure, width) => (figure.style.width = `${width}px`), width);
    await expect.poll(() => isPainted(page, CHOOSABLE_CHART)).toBe(false);
    await expect(one.locator("[data-live]")).toHaveAttribute("data-near", "rest");
    await expect(one.locator(".fallback:visible")).toHaveCount(1);
    await expect.poll(() => apart(page, CHOOSABLE_CHART)).toBeLessThanOrEqual(0.6);
    await go(CHOSEN);
    await expect(one.locator("[data-painted] [data-chosen]")).toHaveCount(1);
    await expect.poll(fits).toBe(true);
    await go("?");
    await expect(one.locator("[data-chosen]")).toHaveCount(0);
    await expect.poll(() => isPainted(page, CHOOSABLE_CHART)).toBe(true);
    await expect.poll(fits).toBe(true);
  }
});

import { CHARTS, centred, expect, figure, live, test } from "./site.mjs";

const spots = (page, chart) => figure(page, chart).locator(".spot");
const tooltip = (page, chart) => figure(page, chart).locator(".tooltip");

/** What a reader learns of the third target, by a way of reaching it. */
async function learn(page, reach) {
  const spot = spots(page, "agreements").nth(2);
  await spot.scrollIntoViewIfNeeded();
  await reach(spot);
  await expect(tooltip(page, "agreements")).toBeVisible();
  return tooltip(page, "agreements").innerText();
}

const WORDS = [
  "More than 50 countries",
  "Intellectual property cooperation",
  "As of September 2024",
  "Source article: Belt and Road, paragraph\u00a01, sentence\u00a01",
].join("\n");

test("mouse and keyboard learn the same words", async ({ page, site }) => {
  await live(page, site);
  expect(await learn(page, (spot) => spot.hover())).toBe(WORDS);
  await page.mouse.move(0, 0);
  await expect(tooltip(page, "agreements")).toHaveCount(0);
  expect(await learn(page, (spot) => spot.focus())).toBe(WORDS);
});

test("a screen reader learns them too", async ({ page, site }) => {
  await live(page, site);
  const spot = spots(page, "agreements").nth(2);
  await spot.focus();
  await expect(spot).toHaveAccessibleName("more than 50 countries, Intellectual property cooperation");
  const described = await spot.getAttribute("aria-describedby");
  await expect(page.locator(`#${described}`)).toContainText("Source article: Belt and Road");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test("a tap shows them, a second tap or a tap beside hides them", async ({ page, site }) => {
    await live(page, site);
    const tap = (spot) => spot.tap({ position: { x: 10, y: 5 } });
    expect(await learn(page, tap)).toContain(WORDS);
    await tap(spots(page, "agreements").nth(2));
    await expect(tooltip(page, "agreements")).toHaveCount(0);
    expect(await learn(page, tap)).toContain(WORDS);
    await figure(page, "agreements").locator("h3").tap();
    await expect(tooltip(page, "agreements")).toHaveCount(0);
  });
});

for (const width of [320, 1280]) {
  test(`tooltips stay within their figure at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    for (const chart of CHARTS) {
      const outer = await figure(page, chart).evaluate((figure) => figure.getBoundingClientRect().toJSON());
      for (const spot of await spots(page, chart).all()) {
        await spot.focus();
        await expect(tooltip(page, chart)).toBeVisible();
        const [box, figureBox] = await tooltip(page, chart).evaluate((tip) => [
          tip.getBoundingClientRect().toJSON(),
          tip.closest("figure").getBoundingClientRect().toJSON(),
        ]);
        expect(box.left).toBeGreaterThanOrEqual(outer.left - 0.5);
        expect(box.right).toBeLessThanOrEqual(outer.right + 0.5);
        expect(box.top).toBeGreaterThanOrEqual(figureBox.top);
        expect(box.bottom).toBeLessThanOrEqual(figureBox.bottom);
      }
    }
  });
}

test("a chart is one Tab stop; arrows, Home and End move; Escape hides and stays", async ({ page, site }) => {
  await live(page, site);
  const all = spots(page, "membership");
  await expect(figure(page, "membership").locator(".spot[tabindex='0']")).toHaveCount(1);
  await all.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(all.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(all.last()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(all.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(all.first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(tooltip(page, "membership")).toHaveCount(0);
  await expect(all.first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(figure(page, "membership").locator(":scope > details > summary")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(all.first()).toBeFocused();
});

test("Escape hides what the mouse showed, wherever the focus is", async ({ page, site }) => {
  await live(page, site);
  await spots(page, "agreements").nth(1).hover();
  await expect(tooltip(page, "agreements")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip(page, "agreements")).toHaveCount(0);
});

for (const chart of CHARTS) {
  test(`the mouse can move onto each tooltip of ${chart}`, async ({ page, site }) => {
    await live(page, site);
    for (const spot of await spots(page, chart).all()) {
      await page.mouse.move(0, 0);
      await centred(spot);
      const from = await spot.boundingBox();
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      const words = await tooltip(page, chart).innerText();
      const to = await tooltip(page, chart).boundingBox();
      const below = to.y > from.y;
      const x = Math.min(Math.max(from.x + from.width / 2, to.x + 4), to.x + to.width - 4);
      // To the edge of the target, then over the gap in small steps, as a hand does.
      await page.mouse.move(x, below ? from.y + from.height - 1 : from.y + 1);
      await page.mouse.move(x, below ? to.y + 8 : to.y + to.height - 8, { steps: 8 });
      expect(await tooltip(page, chart).innerText()).toBe(words);
    }
  });
}

test("arrow keys keep each tooltip on a small screen", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await live(page, site);
  for (const chart of CHARTS) {
    await spots(page, chart).first().focus();
    for (const spot of await spots(page, chart).all()) {
      await expect(spot).toBeFocused();
      await expect(tooltip(page, chart)).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("ArrowDown");
    }
  }
});

for (const [width, height] of [[1440, 700], [1440, 900], [800, 640], [320, 480]]) {
  test(`nothing that has the focus is hidden, at ${width} by ${height} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await live(page, site);
    await page.locator("#figures").evaluate((table) => table.remove()); // long, and like the others
    const hidden = [];
    let last;
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === document.body) return null;
        const box = focused.getBoundingClientRect();
        const inside = (x, y) => x > 0 && y > 0 && x < innerWidth && y < innerHeight;
        // A corner of it, a little within, is what is seen there: nothing lies over it.
        const seen = [
          [box.left + 3, box.top + 3],
          [box.right - 3, box.bottom - 3],
          [box.left + box.width / 2, box.top + box.height / 2],
        ].some(([x, y]) => {
          const top = inside(x, y) && document.elementFromPoint(x, y);
          return top && (focused.contains(top) || top.contains(focused) || top.closest("label")?.contains(focused));
        });
        return { name: `${focused.tagName} ${focused.textContent.slice(0, 40) || focused.ariaLabel}`, seen };
      });
      if (!now) break;
      if (!now.seen) hidden.push(now.name);
      last = now.name;
    }
    expect(hidden).toEqual([]);
    expect(last).toMatch(/JSON/); // the last link of the page: the whole of it was walked
  });
}

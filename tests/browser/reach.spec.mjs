import { CHARTS, centred, expect, figure, live, targets, test, tooltip } from "./site.mjs";
import { CHART, IS_DEFAULT, STORY, WORDS, chartOf, nameOf, rowsOf } from "./story.mjs";

/** A text as a pattern that means nothing else. */
const plain = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** What a reader learns of the third target, by a way of reaching it. */
async function learn(page, reach) {
  const target = targets(page, CHART).nth(2);
  await target.scrollIntoViewIfNeeded();
  await reach(target);
  await expect(tooltip(page, CHART)).toBeVisible();
  return tooltip(page, CHART).innerText();
}

const ROW = rowsOf(CHART)[2];

/** What is said of it in the default story, word for word. */
const SAID = [
  "More than 50 countries",
  "Intellectual property cooperation",
  "As of September 2024",
  "Source article: Belt and Road, paragraph\u00a01, sentence\u00a01",
].join("\n");

function expectSaid(words, check = "toBe") {
  if (IS_DEFAULT) expect(words)[check](SAID);
  // The first letter of a line is a capital on the screen.
  const lines = words.replaceAll("\u00a0", " ").toLowerCase().split("\n");
  for (const part of [ROW.figure, ROW.mark, ROW.provenance.words]) expect(lines).toContain(part.replaceAll("\u00a0", " ").toLowerCase());
}

test("mouse and keyboard learn the same words", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  expectSaid(await learn(page, (target) => target.hover()));
  await page.mouse.move(0, 0);
  await expect(tooltip(page, CHART)).toHaveCount(0);
  expectSaid(await learn(page, (target) => target.focus()));
});

test("a screen reader learns them too", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const target = targets(page, CHART).nth(2);
  await target.focus();
  await expect(target).toHaveAccessibleName(nameOf(ROW));
  const said = await target.getAttribute("aria-description");
  const { kind, section, paragraph } = ROW.provenance;
  const name = STORY.sections.find(({ id }) => id === section)?.name;
  const short = STORY.page.citations[kind === "source" ? "place" : kind].replace("{section}", name).replace("{paragraph}", paragraph);
  expect(said.endsWith(short), `${said}: where it stands, in short`).toBe(true);
  expect(said.toLowerCase(), "only what the name does not say").not.toContain(ROW.figure.toLowerCase());
  await expect(tooltip(page, CHART), "nor is it said a second time").toHaveAttribute("aria-hidden", "true");
});

test("marks stand in a list for each group, with its name and what is to be kept in mind", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  for (const chart of CHARTS) {
    const { kind, panels } = chartOf(chart);
    const groups = figure(page, chart).locator(".layer").getByRole("group");
    for (const group of await groups.all()) {
      await expect(group).toHaveAccessibleName(/\S/);
      await expect(group.getByRole("list")).toHaveCount(1);
    }
    if (kind === "timeline") continue;
    await expect(groups).toHaveCount(panels.length);
    for (const [i, { title, note, scope }] of panels.entries()) {
      await expect(groups.nth(i)).toHaveAccessibleName([title, note ?? scope].filter(Boolean).join(". "));
    }
  }
});

test("what a mark opens stands behind it, so that reading on comes to it", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const target = targets(page, CHART).nth(1);
  await expect(target).not.toHaveAttribute("aria-expanded");
  await target.press("Enter");
  await expect(target).toHaveAttribute("aria-expanded", "true");
  const next = target.locator("xpath=following-sibling::*[1]");
  await expect(next).toHaveClass("tooltip");
  await expect(next).not.toHaveAttribute("aria-hidden");
  await expect(next.getByRole("link").last()).toBeVisible();
});

test("a link past everything leads to the chart, which says its name and its finding; Tab goes on to its marks", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  for (const chart of CHARTS) {
    const plot = figure(page, chart).locator(".plot");
    await page.locator(`a.skip[href="#${chart}"]`).press("Enter");
    await expect(plot).toBeFocused();
    await expect(plot).toHaveAccessibleName(chartOf(chart).text.table);
    await expect(plot).toHaveAccessibleDescription(new RegExp(`^${plain(chartOf(chart).text.title)} .*${rowsOf(chart).length} figure.*${plain(WORDS.keys)}$`));
    await page.keyboard.press("Tab");
    await expect(targets(page, chart).first()).toBeFocused();
  }
});

test("a pointer that lies still leaves marks to the keys", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const all = targets(page, CHART);
  await centred(all.nth(2));
  await all.nth(2).hover();
  await expect(tooltip(page, CHART)).toHaveCount(1);
  await expect(figure(page, CHART).locator(".target[tabindex='0']"), "Tab still leads to the first").toHaveAttribute("data-mark-name", await all.first().getAttribute("data-mark-name"));
  await all.first().focus();
  const facts = await all.evaluateAll((all) => all.map(({ dataset }) => dataset.fact));
  expect(facts[0]).not.toBe(facts[1]);
  const said = (i) => expect(tooltip(page, CHART)).toHaveAttribute("data-fact", facts[i]);
  await said(0);
  // The page scrolls under the pointer, which says of it that it leaves one mark and enters another.
  await page.evaluate(() => scrollBy(0, 40));
  await page.keyboard.press("ArrowDown");
  await said(1);
  await all.nth(1).dispatchEvent("pointerleave", { pointerType: "mouse" });
  await figure(page, CHART).locator(".layer").dispatchEvent("pointerleave", { pointerType: "mouse" });
  await said(1);
});

test("a mark that the pointer left shows its tooltip again when the pointer comes back", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const mark = targets(page, CHART).nth(2);
  await centred(mark);
  await mark.hover();
  await expect(tooltip(page, CHART)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(tooltip(page, CHART)).toHaveCount(0);
  // Above the first mark, within the chart.
  const first = await targets(page, CHART).first().boundingBox();
  await page.mouse.move(first.x + first.width / 2, first.y - 4);
  await mark.hover();
  await expect(tooltip(page, CHART)).toHaveCount(1);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test("a tap shows them, a second tap or a tap beside hides them", async ({ page, site }) => {
    await live(page, site);
    const tap = (target) => target.tap({ position: { x: 10, y: 5 } });
    expectSaid(await learn(page, tap), "toContain"); // a tap opens: links follow
    await tap(targets(page, CHART).nth(2));
    await expect(tooltip(page, CHART)).toHaveCount(0);
    expectSaid(await learn(page, tap), "toContain");
    await figure(page, CHART).locator("h2").tap();
    await expect(tooltip(page, CHART)).toHaveCount(0);
  });
});

for (const width of [320, 1280]) {
  test(`tooltips stay within their figure at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await live(page, site);
    for (const chart of CHARTS) {
      const outer = await figure(page, chart).evaluate((figure) => figure.getBoundingClientRect().toJSON());
      for (const target of await targets(page, chart).all()) {
        await target.focus();
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

test("a chart is one Tab stop; arrows, Home and End move; Escape hides and stays", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const all = targets(page, CHARTS.at(-1));
  await expect(figure(page, CHARTS.at(-1)).locator(".target[tabindex='0']")).toHaveCount(1);
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
  await expect(tooltip(page, CHARTS.at(-1))).toHaveCount(0);
  await expect(all.first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(figure(page, CHARTS.at(-1)).locator(".as-table > summary")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(all.first()).toBeFocused();
});

test("Escape hides what the mouse showed, wherever the focus is", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  await targets(page, CHART).nth(1).hover();
  await expect(tooltip(page, CHART)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip(page, CHART)).toHaveCount(0);
});

for (const chart of CHARTS) {
  test(`the mouse can move onto each tooltip of ${chart}`, { tag: chart === CHARTS.at(-1) ? "@everywhere" : [] }, async ({ page, site }) => {
    await live(page, site);
    for (const target of await targets(page, chart).all()) {
      await page.mouse.move(0, 0);
      await centred(target);
      const from = await target.boundingBox();
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

test("arrow keys keep each tooltip on a small screen", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await live(page, site);
  for (const chart of CHARTS) {
    await targets(page, chart).first().focus();
    for (const target of await targets(page, chart).all()) {
      await expect(target).toBeFocused();
      await expect(tooltip(page, chart)).toBeInViewport({ ratio: 0.99 });
      await page.keyboard.press("ArrowDown");
    }
  }
});

for (const [width, height] of [[1440, 700], [1440, 900], [800, 640], [320, 480]]) {
  test(`nothing that has the focus is hidden, at ${width} by ${height} px`, { tag: height === 640 ? "@everywhere" : [] }, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await live(page, site);
    await page.locator("#figures").evaluate((table) => table.remove()); // long, and like the others
    const hidden = [];
    let last;
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(async () => {
        const focused = document.activeElement;
        if (focused === document.body) return null;
        const inside = (x, y) => x > 0 && y > 0 && x < innerWidth && y < innerHeight;
        // A corner of it, a little within, is what is seen there: nothing lies over it.
        const isSeen = ({ left, top, right, bottom }) =>
          [[left + 3, top + 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]].some(([x, y]) => {
            const above = inside(x, y) && document.elementFromPoint(x, y);
            return above && (focused.contains(above) || above.contains(focused) || above.closest("label")?.contains(focused));
          });
        // What comes near the screen is laid out a frame later, and the page is moved after it where its room was wrong.
        for (let frame = 0; frame < 60 && !isSeen(focused.getBoundingClientRect()); frame += 1) await new Promise(requestAnimationFrame);
        return { name: `${focused.tagName} ${focused.textContent.slice(0, 40) || focused.ariaLabel}`, seen: isSeen(focused.getBoundingClientRect()) };
      });
      if (!now) break;
      if (!now.seen) hidden.push(now.name);
      last = now.name;
    }
    expect(hidden).toEqual([]);
    expect(last, "the last link of the page: the whole of it was walked").toContain(STORY.page.links.at(-1).text);
  });
}

test("the focus stays in view where the room that was kept for a part was wrong", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await live(page, site);
  // The last section: what follows it must not be pushed away, nor what is in it. With a little room it is far too high.
  await page.locator(".chapter").last().evaluate((section) => section.style.setProperty("--height", "3rem"));
  for (const last of [page.locator(".chapter > .card summary:visible").last(), page.locator("footer a").last()]) {
    await last.focus();
    await expect(last).toBeInViewport({ ratio: 0.99 });
  }
});

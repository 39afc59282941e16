// What hands do besides reading: keys with modifiers, pinching, typing, sliding, closing; and where the focus then is.
import { CHARTS, apart, centred, drawn, expect, explored, figure, live, targets, test, tooltip } from "./site.mjs";
import { CHART, CHOOSABLE, CHOOSABLE_CHART, CHOSEN, WORDS, chartOf, firstChart } from "./story.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));

/** Dispatches an event and says whether the page took it from the browser, which then does nothing of its own. */
const taken = (locator, type, options) =>
  locator.evaluate(
    (element, [type, options]) =>
      new Promise((told) => {
        addEventListener(type, (event) => (told(event.defaultPrevented), event.preventDefault()), { once: true });
        const Kind = type === "click" ? MouseEvent : KeyboardEvent;
        element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, ...options }));
      }),
    [type, options],
  );

const MODIFIERS = ["altKey", "ctrlKey", "metaKey", "shiftKey"];

test("on a mark plain keys move, and keys with a modifier are the browser's", async ({ page, site }) => {
  await explored(page, site);
  const target = targets(page, CHART).nth(1);
  await target.focus();
  for (const key of ["ArrowLeft", "ArrowDown", "Home", "End", "PageDown"]) {
    for (const modifier of MODIFIERS) {
      expect(await taken(target, "keydown", { key, [modifier]: true }), `${modifier} and ${key}`).toBe(false);
      await expect(target).toBeFocused();
    }
    expect(await taken(target, "keydown", { key }), key).toBe(true);
    await target.focus();
  }
});

test("plain clicks follow links within the page, and clicks with a modifier are the browser's", async ({ page, site }) => {
  await explored(page, site);
  await targets(page, CHART).first().press("Enter");
  const links = [page.locator("[data-mark]").first(), tooltip(page, CHART).locator("[data-told]").first()];
  for (const link of links) {
    const there = (await link.count()) > 0;
    for (const modifier of there ? MODIFIERS : []) expect(await taken(link, "click", { [modifier]: true }), modifier).toBe(false);
    if (there) expect(await taken(link, "click", {})).toBe(true);
  }
});

test("fingers can zoom wherever they lie", async ({ page, site }) => {
  await explored(page, site);
  const stuck = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => !/auto|manipulation|pinch-zoom/.test(getComputedStyle(element).touchAction))
      .map((element) => element.className),
  );
  expect(stuck).toEqual([]);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("text in fields is so large that no phone zooms into them", async ({ page, site }) => {
    await explored(page, site);
    await figure(page, CHART).locator("[data-share]").click();
    await expect(page.locator("dialog.share")).toBeVisible();
    const small = await page.locator("input:not([type=radio], [type=checkbox], [type=range]), select, textarea").evaluateAll((fields) =>
      fields.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });

  for (const width of [320, 390]) {
    test(`the row under a chart is as high before the program comes at ${width} px`, async ({ page, site, browser }) => {
      const high = (page) => page.locator(".row").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      const still = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 800 }, hasTouch: true });
      await still.goto(site);
      await page.setViewportSize({ width, height: 800 });
      await live(page, site);
      expect(await high(page)).toEqual(await high(still));
      await still.close();
    });
  }
});

const TIMELINE = firstChart("timeline", ({ choose }) => choose);
const TRIED = firstChart("ranges", ({ calculator }) => calculator);

test("every year is chosen by keys, the last one too, and the end of the slider is the whole timeline", async ({ page, site }) => {
  test.skip(!TIMELINE, "no timeline with years to choose");
  const { choose, from, to } = chartOf(TIMELINE);
  await explored(page, site);
  const slider = figure(page, TIMELINE).getByRole("slider");
  const year = () => page.evaluate((name) => new URLSearchParams(document.documentElement.dataset.query).get(name), choose.parameter);
  await expect(slider).toHaveAttribute("aria-valuetext", WORDS.reset);
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(year).toBe(String(to));
  await expect(slider).toHaveAttribute("aria-valuetext", String(to));
  await expect(slider, "the status says what held").not.toHaveAttribute("aria-describedby");
  await page.keyboard.press("Home");
  await expect.poll(year).toBe(String(from));
  await page.keyboard.press("End");
  await expect.poll(year).toBe(null);
  await expect(slider).toHaveAttribute("aria-valuetext", WORDS.reset);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(year).toBe(String(to));
});

test("every amount is chosen by keys, the least one too, and the beginning of the slider is none", async ({ page, site }) => {
  test.skip(!TRIED, "no chart on which a figure can be tried");
  const { parameter, least, invitation } = chartOf(TRIED).calculator;
  await explored(page, site);
  const slider = figure(page, TRIED).getByRole("slider");
  const amount = () => page.evaluate((name) => new URLSearchParams(document.documentElement.dataset.query).get(name), parameter);
  await slider.focus();
  await expect(slider).toHaveAttribute("aria-valuetext", invitation);
  await page.keyboard.press("ArrowRight");
  await expect.poll(amount).toBe(String(least));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await expect.poll(amount).toBe(null);
  await expect(figure(page, TRIED).getByRole("textbox")).toHaveValue("");
  await expect(figure(page, TRIED).locator(".answer")).toHaveText(invitation);
});

test("Escape in an open tooltip gives the focus back to its mark", async ({ page, site }) => {
  await explored(page, site);
  const target = targets(page, CHART).nth(1);
  await target.press("Enter");
  await page.keyboard.press("Tab");
  expect(await tooltip(page, CHART).evaluate((tooltip) => tooltip.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(tooltip(page, CHART)).toHaveCount(0);
  await expect(target).toBeFocused();
});

test("Escape elsewhere leaves the focus where it is", async ({ page, site }) => {
  await explored(page, site);
  await targets(page, CHART).nth(1).press("Enter");
  const other = page.locator("nav a").first();
  await other.focus();
  await page.keyboard.press("Escape");
  await expect(tooltip(page, CHART)).toHaveCount(0);
  await expect(other).toBeFocused();
});

test("a button that takes a choice back keeps the focus", async ({ page, site }) => {
  for (const [chart, name] of [[TIMELINE, WORDS.reset], [TRIED, WORDS.clear]].filter(([chart]) => chart)) {
    await explored(page, site);
    const button = figure(page, chart).getByRole("button", { name });
    await expect(button).toBeDisabled();
    await figure(page, chart).getByRole("slider").press(chart === TRIED ? "End" : "Home");
    await expect(button).toBeEnabled();
    await button.press("Enter");
    await expect(button).toBeDisabled();
    await expect(button, await focused(page)).toBeFocused();
  }
});

test("a crossing of the widths between two layouts is no error", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.wrong = [];
    addEventListener("error", (event) => window.wrong.push(event.message));
  });
  for (const address of [CHOSEN, `embed/${CHART}/${CHOSEN}`]) {
    await explored(page, site + address);
    await centred(targets(page, CHART).first());
    for (const width of [500, 900, 660, 690, 500]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
    }
    expect(await page.evaluate(() => window.wrong), address).toEqual([]);
  }
});

for (const width of [639.5, 639.83, 639.98, 640]) {
  test(`style and program are of one layout in a column of ${width} px`, async ({ page, site }) => {
    await drawn(page, site);
    for (const chart of CHOOSABLE) {
      const one = figure(page, chart);
      await centred(one.locator(".plot"));
      await expect(one.locator("[data-painted]")).toHaveCount(1);
      await one.evaluate((figure, width) => (figure.style.width = `${width}px`), width);
      // From now on the program has placed the marks, and the style has chosen the picture.
      await expect(one.locator("[data-painted]")).toHaveCount(0);
      await expect.poll(() => apart(page, chart)).toBeLessThanOrEqual(0.6);
    }
  });
}

test("a mark answers at what a tool has put into it, and not at what stands beside it", async ({ page, site }) => {
  await live(page, site);
  await targets(page, CHART).first().evaluate((target) => {
    const put = () => document.createElement("x-tool");
    target.append(put());
    target.after(put());
  });
  const one = figure(page, CHART);
  await one.locator(".target + x-tool").evaluate((tool) => tool.click());
  await one.locator(".target > x-tool").evaluate((tool) => tool.click());
  await expect(tooltip(page, CHART)).toBeVisible();
  await expect(targets(page, CHART).first()).toHaveAttribute("aria-expanded", "true");
});

test("keys that come faster than the page is rendered lead on from what has the focus", async ({ page, site }) => {
  await live(page, site);
  const focused = await targets(page, CHART).evaluateAll((all) => {
    all[0].focus();
    for (let key = 0; key < 3; key += 1) {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
    }
    return all.indexOf(document.activeElement);
  });
  expect(focused).toBe(3);
});

test("a canvas that lost its context is painted again", async ({ page, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await explored(page, site + CHOSEN);
  const canvas = figure(page, CHOOSABLE_CHART).locator("canvas");
  const blank = () =>
    canvas.evaluate((canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.every((value) => !value));
  expect(await blank()).toBe(false);
  await canvas.evaluate((canvas) => {
    canvas.dispatchEvent(new Event("contextlost", { cancelable: true }));
    canvas.getContext("2d").reset();
  });
  expect(await blank()).toBe(true);
  await canvas.evaluate((canvas) => canvas.dispatchEvent(new Event("contextrestored")));
  await expect.poll(blank).toBe(false);
});

test("what is heard ends its sound: no context is left open, and each hearing has a running one", { tag: "@once" }, async ({ page, site }) => {
  await page.addInitScript(() => {
    window.contexts = [];
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        window.contexts.push(this);
      }
    };
  });
  await explored(page, site);
  const states = () => page.evaluate(() => window.contexts.map(({ state }) => state));
  const listen = figure(page, CHART);
  await listen.getByRole("button", { name: WORDS.listen }).click();
  await expect.poll(states).toEqual(["running"]);
  // What a call on a phone does.
  await page.evaluate(() => window.contexts.at(-1).suspend());
  await listen.getByRole("button", { name: WORDS.pause }).click();
  await expect.poll(states).toEqual(["closed"]);
  await listen.getByRole("button", { name: WORDS.listen }).click();
  await expect.poll(async () => (await states()).at(-1)).toBe("running");
  await figure(page, CHART).getByRole("radio").nth(1).check();
  await expect.poll(async () => (await states()).filter((state) => state !== "closed")).toEqual([]);
});

test("what is typed is answered once typing rests, and a refusal is told as one", async ({ page, site }) => {
  test.skip(!TRIED, "no chart on which a figure can be tried");
  const { most, refused } = chartOf(TRIED).calculator;
  await explored(page, site);
  await page.evaluate(() => {
    window.heard = [];
    const status = document.querySelector("[data-status]");
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true });
  });
  const field = figure(page, TRIED).getByRole("textbox");
  await field.pressSequentially(`${most}0`);
  await expect(page.locator("[data-status]")).toHaveText(refused);
  expect(await page.evaluate(() => window.heard)).toEqual([refused]);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field, "else it were said at each key").not.toHaveAttribute("aria-describedby");
});

test("a mark that the story tells nowhere leads to its row in the table of all figures", async ({ page, site }) => {
  const cards = page.locator("[data-card]");
  await explored(page, site);
  for (const chart of CHARTS) {
    for (const target of await targets(page, chart).all()) {
      const fact = await target.getAttribute("data-fact");
      if (await cards.locator(`[data-fact="${fact}"]`).count()) continue;
      await target.press("Enter");
      await tooltip(page, chart).locator("[data-told]").press("Enter");
      await expect(page.locator(`#row-${fact}`)).toBeFocused();
      return;
    }
  }
  test.skip(true, "each mark is told in a card");
});

test("where a group begins, its name is said while a chart is heard", async ({ page, site }) => {
  await explored(page, site);
  const first = await figure(page, CHART).locator(".layer [role=group]").first().getAttribute("aria-label");
  await figure(page, CHART).getByRole("button", { name: WORDS.listen }).click();
  await expect(page.locator("[data-status]")).toHaveText(/\S/);
  expect(first).toContain(await page.locator("[data-status]").textContent());
});

// A program that ends in the middle of its work is started once more; of the ended one nothing answers.
import { CHARTS, centred, expect, explore, expectWhole, figure, live, targets, test, tooltip } from "./site.mjs";
import { CHART, CHOOSABLE_CHART, CHOSEN, choicesOf } from "./story.mjs";

/** Remembers the programs that the page starts, and counts what the page is told from outside of its charts. */
const watch = (page) =>
  page.addInitScript(() => {
    window.programs = [];
    window.told = { address: 0, status: 0, live: 0 };
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...values) => {
      const made = await instantiate(...values);
      // A part of a program comes as bytes, and with its module.
      if (made instanceof WebAssembly.Instance) window.programs.push(made.exports);
      return made;
    };
    const { replaceState } = history;
    history.replaceState = (...values) => {
      window.told.address += 1;
      replaceState.apply(history, values);
    };
    addEventListener("live", () => (window.told.live += 1));
    addEventListener("DOMContentLoaded", () => {
      const status = document.querySelector("[data-status]");
      new MutationObserver((changes) => (window.told.status += changes.length)).observe(status, { childList: true });
    });
  });

/** Overwrites the memory of the program that runs: the next thing that it does is a panic, or leads out of its memory. */
const spoil = (page) =>
  page.evaluate(() => {
    const memory = Object.values(window.programs.at(-1)).find((part) => part instanceof WebAssembly.Memory);
    new Uint8Array(memory.buffer).fill(0xff);
  });

/** The next rectangle that is drawn is refused: no panic of Rust, but the program is left in the middle of it all the same. */
const refuse = (page) =>
  page.evaluate(() => {
    const { fillRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillRect = function () {
      CanvasRenderingContext2D.prototype.fillRect = fillRect;
      throw new TypeError("refused");
    };
    dispatchEvent(new Event("color-scheme"));
  });

const ends = {
  "its memory is spoilt, and a reader points at a mark": async (page) => {
    await spoil(page);
    await targets(page, CHART).first().hover();
  },
  "its memory is spoilt, and the window changes": async (page) => {
    await spoil(page);
    await page.setViewportSize({ width: 700, height: 900 });
  },
  "the browser refuses to draw": refuse,
};

/** The lines that the page writes into the console. */
const heard = (page) => {
  const lines = [];
  page.on("console", (message) => lines.push(message.text()));
  page.on("pageerror", (error) => lines.push(`not ours: ${error.message}`));
  return lines;
};

const starts = (page) => page.evaluate(() => window.told.live);

test.describe("a program that ends", () => {
  test.use({ theirs: ["Tech Ties starts again", "Tech Ties stays static"] });

  for (const [how, end] of Object.entries(ends)) {
    test(`is started again, and only the new one answers: ${how}`, { tag: "@once" }, async ({ page, site }) => {
      await watch(page);
      const lines = heard(page);
      const chart = CHOOSABLE_CHART ?? CHART;
      await live(page, `${site}${CHOSEN}&theme=light`);
      await explore(page);
      const marks = await targets(page, chart).count();
      await end(page);
      await expect.poll(() => starts(page)).toBe(2);
      await expect(page.locator("html")).toHaveAttribute("data-state", "live");
      // What the ended program listened to happens once more: it sleeps through all of it.
      await page.setViewportSize({ width: 900, height: 900 });
      await page.emulateMedia({ colorScheme: "dark" });
      await page.evaluate(() => ["popstate", "color-scheme"].forEach((type) => dispatchEvent(new Event(type))));
      await explore(page);
      for (const chart of CHARTS) await expect(figure(page, chart).locator(".layer")).toHaveCount(1);
      // The view that was chosen comes back with the program.
      await expect(targets(page, chart)).toHaveCount(marks);
      // Two programs would open a mark and close it again.
      const mark = targets(page, chart).nth(1);
      await mark.press("Enter");
      await expect(mark).toHaveAttribute("aria-expanded", "true");
      await expect(tooltip(page, chart)).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(tooltip(page, chart)).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => location.search)).not.toContain("fact=");
      if (CHOOSABLE_CHART) {
        const before = await page.evaluate(() => ({ ...window.told }));
        const [parameter] = choicesOf(chart)[0];
        const controls = figure(page, chart).locator(`.controls :is([name="${parameter}"], [id="${parameter}"])`);
        const isRadio = await controls.first().evaluate(({ type }) => type === "radio");
        const choices = isRadio ? [0, 1].map((i) => () => controls.nth(i).check({ force: true })) : ["Home", "End"].map((key) => () => controls.first().press(key));
        // Once the second choice is announced, another program would have announced the first one too.
        for (const [i, choose] of choices.entries()) {
          await choose();
          await expect.poll(() => page.evaluate(() => window.told.status)).toBeGreaterThan(before.status + i);
        }
        const after = await page.evaluate(() => ({ ...window.told }));
        expect([after.address - before.address, after.status - before.status]).toEqual([2, 2]);
      }
      expect(lines).toHaveLength(1);
    });
  }

  test("takes along the keys that waited for its controls", { tag: "@once" }, async ({ page, site }) => {
    await page.route(/split_explore/, () => {}); // never answered
    await watch(page);
    await live(page, site + CHOSEN);
    await targets(page, CHART).first().focus();
    await page.keyboard.press("Shift+ArrowUp");
    await expect(page.locator("[data-pressed]")).toHaveCount(1);
    await refuse(page);
    await expect.poll(() => starts(page)).toBe(2);
    await expect(page.locator("[data-pressed]")).toHaveCount(0);
  });

  test("twice leaves the page whole and static", { tag: ["@once", "@everywhere"] }, async ({ page, site }) => {
    await watch(page);
    const lines = heard(page);
    await live(page, site + CHOSEN);
    await refuse(page);
    await expect.poll(() => starts(page)).toBe(2);
    await spoil(page);
    // It may have come to its end by itself before.
    await page.evaluate(() => document.querySelector(".target")?.focus());
    await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
    await page.setViewportSize({ width: 900, height: 900 });
    await page.evaluate(() => dispatchEvent(new Event("popstate")));
    await expectWhole(page);
    expect(lines).toHaveLength(2);
    // The static picture has its own height again, on the screen: Chromium answers old styles for what it leaves out of the layout.
    for (const chart of CHARTS) {
      await centred(figure(page, chart));
      const heights = () => figure(page, chart).evaluate((figure) =>
        [".plot", ".fallback:is(.narrow, .wide)"].map((part) => Math.max(...[...figure.querySelectorAll(part)].map((one) => one.getBoundingClientRect().height))),
      );
      const [, picture] = await heights();
      await expect.poll(async () => (await heights())[0], chart).toBe(picture);
    }
  });

  test("as a part of it comes is started again, and the console has no other line", { tag: ["@once", "@everywhere"] }, async ({ page, site }) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/split_explore-*.wasm", async (route) => (await held, route.continue()));
    await watch(page);
    const lines = heard(page);
    await live(page, site);
    const asked = page.waitForRequest("**/split_explore-*.wasm");
    await figure(page, CHART).locator(".explore > summary").click();
    await asked;
    await spoil(page);
    release();
    await expect.poll(() => starts(page)).toBe(2);
    await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    expect(lines).toHaveLength(1);
  });

  test("at its first picture is started again, and nothing is half live", { tag: ["@once", "@everywhere"] }, async ({ page, site }) => {
    await watch(page);
    await page.addInitScript(() => {
      const { fillRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillRect = function () {
        CanvasRenderingContext2D.prototype.fillRect = fillRect;
        throw new TypeError("refused");
      };
    });
    await live(page, site + CHOSEN);
    for (const chart of CHARTS) await expect(targets(page, chart).first()).toBeAttached();
    expect(await page.evaluate(() => window.programs.length)).toBe(2);
  });
});

test("an error of others is left to them", { tag: "@once" }, async ({ page, site }) => {
  await watch(page);
  await live(page, site);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  expect(await starts(page)).toBe(1);
});

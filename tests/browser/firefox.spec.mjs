// What depends on a reader's settings, in stock Firefox. Playwright emulates no settings there, so it starts with them.
import { firefox as playwright } from "@playwright/test";
import { CHANNEL, SETTINGS, firefox } from "./browsers.mjs";
import { unfold } from "./looks.mjs";
import { CHARTS, downloaded, expect, explored, figure, live, picture, targets, test, tooltip } from "./site.mjs";
import { CHART, CHOOSABLE_CHART, CHOSEN, STORY, WORDS, firstChart } from "./story.mjs";
import { faults } from "./texts.mjs";

/** Does something in a page of a Firefox with a reader's settings. */
async function set(settings, work) {
  const browser = await playwright.launch({ channel: CHANNEL, ...firefox(settings) });
  try {
    await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

test("without scripts the page is whole, and its tables open", { tag: "@firefox" }, async ({ site }) => {
  await set(SETTINGS.scriptless, async (page) => {
    await page.goto(site);
    // To wait for anything Playwright needs scripts that run; all is there at once.
    const found = await page.evaluate(() => {
      const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
      const summary = document.querySelector("figure .as-table > summary");
      summary.click();
      document.querySelector("#figures summary").click();
      return {
        state: document.documentElement.dataset.state,
        charts: seen(".fallback").length,
        facts: seen("#figures table [data-fact]").map((row) => row.dataset.fact),
        controls: seen(".controls").length, // room for what will not come
        table: summary.parentNode.querySelector("table").checkVisibility(),
      };
    });
    expect(found).toEqual({ state: "static", charts: CHARTS.length, facts: STORY.facts.map(({ id }) => id), controls: 0, table: true });
  });
});

test("a dark system gives a dark page with dark charts", { tag: "@firefox" }, async ({ site }) => {
  await set(SETTINGS.dark, async (page) => {
    await live(page, site + CHOSEN);
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(21, 23, 26)");
    // Light letters, as the style sheet has them for the dark.
    const ink = () =>
      figure(page, CHOOSABLE_CHART).locator("canvas").evaluate((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((_, i) => i % 4 === 0 && data[i] === 0xf1 && data[i + 1] === 0xf0 && data[i + 2] === 0xec && data[i + 3] === 255);
      });
    await expect.poll(ink).toBe(true);
  });
});

test("with less motion years are not played", { tag: "@firefox" }, async ({ site }) => {
  await set(SETTINGS.calm, async (page) => {
    await explored(page, site);
    const years = figure(page, firstChart("timeline", ({ choose }) => choose));
    await expect(years.getByRole("slider")).toBeVisible();
    await expect(years.getByRole("button", { name: "Play" })).toHaveCount(0);
  });
});

test("with forced colours the page goes live, and its radio buttons are seen", { tag: "@firefox" }, async ({ site }) => {
  await set(SETTINGS.forced, async (page) => {
    await explored(page, site);
    for (const chart of CHARTS) await expect(picture(page, chart)).toHaveCount(1);
    const bars = figure(page, firstChart("bars", ({ choose }) => choose));
    await expect(bars.locator("[type=radio]").first()).toHaveCSS("opacity", "1");
  });
});

test("where nothing may be stored the page goes live, and colors are chosen", { tag: "@firefox" }, async ({ site }) => {
  await set(SETTINGS.storageless, async (page) => {
    await live(page, site);
    await page.locator("[data-color-scheme] input[value=dark]").check({ force: true });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

test("with a least size of text every text can be read, with the program and without", { tag: "@firefox" }, async ({ site }) => {
  for (const settings of [{}, SETTINGS.scriptless]) {
    await set({ ...settings, "font.minimum-size.x-western": 20 }, async (page) => {
      for (const width of [390, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site);
        if (settings !== SETTINGS.scriptless) await live(page, site);
        await unfold(page);
        // The setting holds: even small text of the page is so large.
        expect(await page.evaluate(() => document.querySelector("small").getClientRects()[0].height)).toBeGreaterThan(20);
        expect.soft(await faults(page), `${width} px`).toEqual([]);
      }
    });
  }
});

test("where fingerprinting is resisted the page goes live, tells of spoilt pictures and keeps a chosen look", { tag: "@firefox" }, async ({ site }) => {
  await set({ "privacy.resistFingerprinting": true }, async (page) => {
    const noise = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    await live(page, site);
    await targets(page, CHART).first().focus();
    await expect(tooltip(page, CHART)).toBeVisible();
    await page.keyboard.press("Escape");
    await figure(page, CHART).locator("[data-share]").click();
    const said = page.locator("[data-said]");
    for (const kind of ["png", "social"]) {
      await said.evaluate((said) => (said.textContent = ""));
      await page.locator(`[data-export=${kind}]`).click();
      await expect(said).not.toBeEmpty();
      if (WORDS.share.altered) await expect(said).toHaveText(WORDS.share.altered);
    }
    const { name } = await downloaded(page, () => page.locator("[data-export=svg]").click());
    expect(name).toMatch(/\.svg$/);
    await page.keyboard.press("Escape");
    // Playwright misses what it clicks there, since the screen is said to be another.
    await page.locator("[data-color-scheme] input[value=dark]").evaluate((choice) => choice.click());
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(noise).toEqual([]);
  });
});

test("what is far from the screen has its headings and names for screen readers from the start", { tag: "@firefox" }, async ({ page, site }) => {
  await page.goto(site);
  const waiting = await page.locator(".chapter").evaluateAll((all) => all.map((one) => getComputedStyle(one).contentVisibility));
  expect(new Set(waiting)).toEqual(new Set(["visible"]));
});

// Readers' own tools and settings that change pages: darkeners, which see no canvas, translators, and copies on a disk.
import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM } from "./browsers.mjs";
import { host } from "./hosts.mjs";
import { CHARTS, expect, explored, figure, live, targets, test, tooltip } from "./site.mjs";
import { CHART, CHOSEN, WORDS, firstChart } from "./story.mjs";
import { unfold } from "./looks.mjs";
import { faults } from "./texts.mjs";

const darkReader = readFileSync(createRequire(import.meta.url).resolve("darkreader"), "utf8");

/** The least contrast that large text and marks may have by WCAG. */
const LEAST = 3;

/** Remembers in the page what is written on its canvases, and where. */
const remember = (page) =>
  page.addInitScript(() => {
    const written = (window.written = new Map());
    const context = CanvasRenderingContext2D.prototype;
    const { clearRect, fillText } = context;
    context.clearRect = function (...area) {
      written.delete(this.canvas);
      return clearRect.apply(this, area);
    };
    context.fillText = function (text, x, y) {
      const { width, height } = this.canvas;
      const size = `${width} ${height}`; // a new size wipes a canvas too
      if (written.get(this.canvas)?.size !== size) written.set(this.canvas, { size, texts: [] });
      const ink = this.measureText(text);
      const at = (x, y) => this.getTransform().transformPoint({ x, y });
      const from = at(x - ink.actualBoundingBoxLeft, y - ink.actualBoundingBoxAscent);
      const to = at(x + ink.actualBoundingBoxRight, y + ink.actualBoundingBoxDescent);
      written.get(this.canvas).texts.push({ text, left: from.x / width, top: from.y / height, right: to.x / width, bottom: to.y / height });
      return fillText.call(this, text, x, y);
    };
  });

/** Waits until what was changed has been painted. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The texts of charts that cannot be read as they are seen, each as a sentence. `blank` is a page without a policy. */
async function unreadable(blank, page, frame = page) {
  const found = [];
  let count = 0;
  for (const plot of await frame.locator("figure .plot").all()) {
    await plot.scrollIntoViewIfNeeded();
    // A canvas takes the place of the static picture where it has come near the screen.
    if (await plot.locator("canvas").count()) await expect(plot).toHaveAttribute("data-painted");
    await painted(page);
    const picture = plot.locator(":is(.fallback, canvas):visible");
    await expect(picture).toHaveCount(1);
    const seen = await picture.screenshot();
    const texts = await picture.evaluate((picture) => {
      if (picture.matches("canvas")) return window.written.get(picture).texts;
      const frame = picture.getBoundingClientRect();
      return [...picture.querySelectorAll("text")].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        const part = (value, from, size) => (value - from) / size;
        const [x, y] = [[left, right], [top, bottom]];
        return {
          text: text.textContent,
          left: part(x[0], frame.left, frame.width), right: part(x[1], frame.left, frame.width),
          top: part(y[0], frame.top, frame.height), bottom: part(y[1], frame.top, frame.height),
        };
      });
    });
    count += texts.length;
    found.push(...(await blank.evaluate(measure, [seen.toString("base64"), texts, LEAST])));
  }
  expect(count, "texts that were looked at").toBeGreaterThan(20);
  return found;
}

/** Runs in a page: the commonest colour around a text is its ground, the one farthest from it its ink. */
async function measure([base64, texts, least]) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const linear = (part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = (color) => 0.2126 * linear(color >> 16) + 0.7152 * linear((color >> 8) & 255) + 0.0722 * linear(color & 255);
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return texts.flatMap(({ text, left, top, right, bottom }) => {
    const [x, y] = [Math.floor(left * picture.width) - 2, Math.floor(top * picture.height) - 2];
    const [width, height] = [Math.ceil((right - left) * picture.width) + 4, Math.ceil((bottom - top) * picture.height) + 4];
    const { data } = context.getImageData(x, y, width, height);
    const colors = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      colors.set(color, (colors.get(color) ?? 0) + 1);
    }
    const [[ground]] = [...colors].sort((a, b) => b[1] - a[1]);
    const best = Math.max(...[...colors.keys()].map((color) => contrast(light(color), light(ground))));
    return best < least ? [`"${text}" has ${best.toFixed(2)}:1 on #${ground.toString(16).padStart(6, "0")}`] : [];
  });
}

const LOOKS = ["light", "dark"];
const PLACES = { "the page": "", "the page with what was chosen": CHOSEN, "a chart alone": `embed/${CHART}/` };

for (const [kind, address] of [["static picture", "?theme=light"], ["canvas", `${CHOSEN}&theme=light`]]) {
  test(`what cannot be read on a ${kind} is found`, { tag: "@once" }, async ({ page, site, context }) => {
    await remember(page);
    await live(page, site + address);
    const blank = await context.newPage();
    expect(await unreadable(blank, page)).toEqual([]);
    await page.evaluate(() => document.querySelectorAll(".fallback, canvas").forEach((picture) => (picture.style.opacity = 0.1)));
    expect(await unreadable(blank, page)).not.toEqual([]);
  });
}

test.describe("with Dark Reader", () => {
  test.use({ bypassCSP: true }); // as its extension does

  /** As the extension does: it changes a page once it is there. Without the lock it is any darkener that knows none. */
  async function darken(frame, { locked }) {
    await frame.evaluate(darkReader);
    if (!locked) await frame.evaluate(() => document.querySelector("meta[name=darkreader-lock]").remove());
    await frame.evaluate(() => {
      window.DarkReader.setFetchMethod(window.fetch);
      window.DarkReader.enable();
    });
  }

  const darkened = (page) => expect(page.locator("html")).toHaveAttribute("data-darkreader-scheme", "dark");

  for (const colorScheme of LOOKS) {
    for (const [place, path] of Object.entries(PLACES)) {
      test(`${place} stays as it is, in a ${colorScheme} system`, { tag: "@once" }, async ({ page, site, context }) => {
        await page.emulateMedia({ colorScheme });
        await remember(page);
        await live(page, site + path);
        const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const before = await ground();
        await darken(page, { locked: true });
        await painted(page);
        expect(await ground()).toBe(before);
        await expect(page.locator("html[data-darkreader-scheme]")).toHaveCount(0);
        expect(await unreadable(await context.newPage(), page)).toEqual([]);
      });

      test(`without its lock ${place} can be read, in a ${colorScheme} system`, { tag: "@once" }, async ({ page, site, context }) => {
        await page.emulateMedia({ colorScheme });
        await remember(page);
        await live(page, site + path);
        await darken(page, { locked: false });
        await darkened(page);
        expect(await unreadable(await context.newPage(), page)).toEqual([]);
      });
    }

    test(`a frame can be read in a host that it darkens, in a ${colorScheme} system`, { tag: "@once" }, async ({ page, site, context }) => {
      await page.emulateMedia({ colorScheme });
      await remember(page);
      const blank = await context.newPage();
      for (const query of ["", "?theme=auto", "?transparent=1"]) {
        const frame = `<iframe src="${site}embed/${CHART}/${query}" title="Frame" width="700" height="1400" style="border:0;color-scheme:light"></iframe>`;
        const server = await host(`<body style="background:#fff">${frame}`);
        await page.goto(server.url);
        await expect.poll(() => page.frames()[1]?.locator("html").getAttribute("data-state").catch(() => null)).toBe("live");
        const [, inner] = page.frames();
        await page.evaluate(darkReader);
        await page.evaluate(() => window.DarkReader.enable());
        await darkened(page);
        await darken(inner, { locked: true });
        expect.soft(await unreadable(blank, page, inner), query).toEqual([]);
        await server.close();
      }
    });
  }
});

/** A browser that darkens every light page by itself, with or without a dark system. */
const darkening = test.extend({
  darkener: [
    async ({}, use) => {
      const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, "--enable-features=WebContentsForceDark"] });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});

darkening("where Chromium darkens pages static pictures can be read", { tag: "@once" }, async ({ darkener, page: blank, site }) => {
  const context = await darkener.newContext({ colorScheme: "light", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(site);
  await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
  expect(await unreadable(blank, page)).toEqual([]);
  await context.close();
});

for (const colorScheme of LOOKS) {
  for (const [place, path] of Object.entries({ ...PLACES, "the page in the light look": "?theme=light", "the page in the dark look": "?theme=dark" })) {
    darkening(`where Chromium darkens pages ${place} can be read, in a ${colorScheme} system`, { tag: "@once" }, async ({ darkener, page: blank, site }) => {
      const context = await darkener.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await remember(page);
      await live(page, site + path);
      expect(await unreadable(blank, page)).toEqual([]);
      await context.close();
    });
  }
}

test("with less motion, text half as large again and forced colors at once, every text can be read", { tag: "@once" }, async ({ site }) => {
  const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, "--force-prefers-reduced-motion", "--blink-settings=defaultFontSize=24"] });
  for (const width of [390, 768, 1280]) {
    // Playwright emulates a preference of its own for motion unless it is told not to.
    const context = await browser.newContext({ reducedMotion: null, forcedColors: "active", viewport: { width, height: 900 } });
    const page = await context.newPage();
    await live(page, site);
    await unfold(page);
    expect(await page.evaluate(() => [matchMedia("(prefers-reduced-motion: reduce)").matches, getComputedStyle(document.documentElement).fontSize])).toEqual([true, "24px"]);
    await expect(page.getByRole("button", { name: "Play" })).toHaveCount(0);
    expect.soft(await faults(page), `${width} px`).toEqual([]);
    await context.close();
  }
  await browser.close();
});

/** Puts an element in the place of each text, as translators do. */
const translated = (locator) =>
  locator.evaluateAll((all) => {
    for (const element of all) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, ({ parentNode }) =>
        parentNode.nodeName === "SCRIPT" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const font = document.createElement("font");
        font.textContent = text.data.toUpperCase();
        text.replaceWith(font);
      }
    }
  });

test("after a translator each mark still has its own words, and each choice its answer", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  const marks = targets(page, CHART);
  await marks.nth(1).focus();
  const second = await tooltip(page, CHART).innerText();
  await marks.nth(0).focus();
  await translated(page.locator("body"));
  await expect(tooltip(page, CHART)).not.toHaveText(second);
  await marks.nth(1).focus();
  await expect(tooltip(page, CHART)).toHaveText(second, { useInnerText: true });
  const timeline = firstChart("timeline", ({ choose }) => choose);
  if (timeline) {
    const answer = figure(page, timeline).locator(".answer");
    const before = await answer.innerText();
    await figure(page, timeline).locator("[type=range]").focus();
    await page.keyboard.press("Home");
    await expect(answer).not.toHaveText(before);
  }
  const listen = figure(page, CHART).locator(".controls > button").first();
  await listen.click();
  await expect(listen).toHaveText(WORDS.pause);
});

for (const scripts of [true, false]) {
  test.describe(() => {
    test.use({ quiet: false });

    test(`a page that was saved while it was live shows its still pictures, ${scripts ? "with scripts that find no files" : "without scripts"}`, { tag: "@once" }, async ({ page, browser, site }) => {
      await live(page, site);
      const folder = await mkdtemp(join(tmpdir(), "saved-"));
      const style = await (await fetch(new URL(await page.locator("link[rel=stylesheet]").getAttribute("href"), site))).text();
      const html = (await page.content()).replace(/<link[^>]* rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
      await writeFile(join(folder, "saved.html"), html);
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const saved = await context.newPage();
      await saved.goto(pathToFileURL(join(folder, "saved.html")).href);
      for (const chart of CHARTS) await expect(figure(saved, chart).locator(".fallback:visible")).toHaveCount(1);
      await expect(saved.locator(".controls > *:visible")).toHaveCount(0);
      await context.close();
      await rm(folder, { recursive: true });
    });
  });
}

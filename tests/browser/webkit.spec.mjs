// What readers do, in WebKit: WebKitGTK, driven by WebDriver (webkit/driver.mjs). Each tag names the spec that says more.
import { test as base } from "@playwright/test";
import { getDocumentProxy } from "unpdf";
import { host, hostPage } from "./hosts.mjs";
import { published } from "./published.mjs";
import { serve } from "./server.mjs";
import { CHARTS, DIST, VIEWS, expect, served } from "./site.mjs";
import { CHART, CHOOSABLE, CHOSEN, STORY, choicesOf, firstChart, nameOf, rowsOf } from "./story.mjs";
import { open } from "./webkit/driver.mjs";

const test = base.extend({
  published,
  /** The window of a worker: to open one takes a second. */
  window: [
    async ({}, use) => {
      const window = await open();
      await use(window);
      await window.close();
    },
    { scope: "worker" },
  ],
  site: served,
  /** Whether the page must keep silent. */
  quiet: [true, { option: true }],
  page: async ({ window, quiet }, use, { annotations }) => {
    annotations.push({ type: "version", description: window.version });
    await window.size(1280, 900);
    await use(window);
    if (quiet) expect(window.noise()).toEqual([]);
  },
});

const state = (page) => page.evaluate(() => document.documentElement.dataset.state);
const query = (page) => page.evaluate(() => location.search);
const words = (page, selector) => page.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);
const count = (page, selector) => page.evaluate((selector) => document.querySelectorAll(selector).length, selector);
async function live(page, url) {
  await page.goto(url);
  await expect.poll(() => state(page)).toBe("live");
}

/** Where the middle of an element is on the screen, once it is in the middle of it and nothing moves any more. */
async function middle(page, selector, nth = 0) {
  const find = () =>
    page.evaluate(
      async (selector, nth) => {
        const element = document.querySelectorAll(selector)[nth];
        element.scrollIntoView({ block: "center" });
        await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      },
      selector,
      nth,
    );
  let place;
  await expect.poll(async () => String(place) === String((place = await find()))).toBe(true);
  return place;
}

const press = async (page, selector, nth) => page.click(...(await middle(page, selector, nth)));
const targets = (chart) => `figure[data-chart="${chart}"] .target`;
const tooltip = (chart) => `figure[data-chart="${chart}"] .tooltip`;
const focused = (page, selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)].indexOf(document.activeElement), selector);

/** Unfolds the ways to explore the charts. */
async function explore(page) {
  await page.evaluate(() => document.querySelectorAll(".explore").forEach((one) => (one.open = true)));
  await expect.poll(() => page.evaluate(() => document.querySelectorAll(".explore:not(:has(> details))").length)).toBe(0);
}

test("the page goes live and marks it once, and what was chosen is painted", { tag: "@load" }, async ({ page, site }) => {
  await live(page, site);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("charts-ready").length)).toBe(1);
  const painted = () =>
    page.evaluate(() => [...document.querySelectorAll("[data-chosen] > canvas")].map((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.some((part) => part > 0);
    }));
  expect(await painted()).toEqual([]);
  await live(page, site + CHOSEN);
  await expect.poll(painted).toEqual(CHOOSABLE.map(() => true));
  await live(page, site);
  for (const chart of CHARTS) {
    const names = await page.evaluate((targets) => [...document.querySelectorAll(targets)].map((one) => one.ariaLabel), targets(chart));
    expect(names).toEqual(rowsOf(chart).map(nameOf));
  }
});

test("mouse and keys learn the same words, and Escape hides them", { tag: "@reach" }, async ({ page, site }) => {
  await live(page, site);
  await page.move(...(await middle(page, targets(CHART), 2)));
  await expect.poll(() => words(page, tooltip(CHART))).toContain(rowsOf(CHART)[2].provenance.words);
  const said = await words(page, tooltip(CHART));
  await page.move(2, 2);
  await expect.poll(() => words(page, tooltip(CHART))).toBe(null);
  await page.evaluate((targets) => document.querySelector(targets).focus(), targets(CHART));
  await page.key("ArrowDown");
  await page.key("ArrowDown");
  await expect.poll(() => focused(page, targets(CHART))).toBe(2);
  expect(await words(page, tooltip(CHART))).toBe(said);
  await page.key("End");
  await expect.poll(() => focused(page, targets(CHART))).toBe(rowsOf(CHART).length - 1);
  await page.key("Escape");
  await expect.poll(() => words(page, tooltip(CHART))).toBe(null);
  expect(await focused(page, targets(CHART))).toBe(rowsOf(CHART).length - 1);
});

test("a choice changes its chart and the address, and an address brings it back", { tag: "@explore" }, async ({ page, site }) => {
  const chart = firstChart("bars", ({ choose }) => choose);
  const [[parameter, value]] = choicesOf(chart);
  await live(page, site);
  const all = await count(page, targets(chart));
  await explore(page);
  await press(page, `input[name="${parameter}"][type=radio]`, 2);
  await expect.poll(() => query(page)).toBe(`?${parameter}=${value}`);
  const chosen = await count(page, targets(chart));
  expect(chosen).toBeLessThan(all);
  await expect.poll(() => words(page, "[data-status]")).toContain(String(chosen));
  await page.reload();
  await expect.poll(() => count(page, targets(chart))).toBe(chosen);
  await live(page, `${site}${CHOSEN}`);
  expect(await query(page)).toBe(CHOSEN);
  expect(await count(page, targets(chart))).toBe(chosen);
});

test("an open figure is in the address, and Back leads to what was there before", { tag: "@state" }, async ({ page, site }) => {
  const fact = rowsOf(CHART)[1].id;
  await live(page, `${site}?fact=${fact}`);
  const open = `${targets(CHART)}[aria-expanded=true]`;
  await expect.poll(() => page.evaluate((open) => document.querySelector(open)?.dataset.fact, open)).toBe(fact);
  // WebKit passes over an entry of the history that no reader's own act has made.
  await press(page, "nav a", 1);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe("");
  await page.evaluate((open) => document.querySelector(open).click(), open);
  await expect.poll(() => query(page)).toBe("");
  await page.back();
  await expect.poll(() => query(page)).toBe(`?fact=${fact}`);
  await expect.poll(() => count(page, open)).toBe(1);
});

/** How far frames are from the heights that their graphics have, by the graphics. */
async function heights(page) {
  const given = await page.evaluate(() => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight));
  const wanted = [];
  for (const i of given.keys()) {
    wanted.push(await page.within(i, () => page.evaluate(() => Math.ceil(document.querySelector("main[data-embed]")?.getBoundingClientRect().height ?? 0))));
  }
  return wanted.map((height, i) => height - given[i]);
}

/** In which state each frame is. */
const states = async (page, frames) => {
  const found = [];
  for (let i = 0; i < frames; i += 1) found.push(await page.within(i, () => state(page)));
  return found;
};
/** Charts become live; cards of words have nothing to become live. */
const STATES = VIEWS.map((view) => (CHARTS.includes(view) ? "live" : "static"));

const views = (site) => VIEWS.map((view) => ({ host: "datawrapper", id: view, src: `${site}embed/${view}/` }));

test("in frames every view has its exact height, at each width", { tag: "@hosts" }, async ({ page, site }) => {
  const server = await host(hostPage(views(site)));
  for (const width of [360, 900]) {
    await page.size(width, 1900);
    await page.goto(server.url);
    // Whoever leaves while a program loads breaks that off, which WebKit tells the page as an error.
    await expect.poll(() => states(page, VIEWS.length)).toEqual(STATES);
    await expect.poll(() => heights(page), { timeout: 25_000 }).toEqual(VIEWS.map(() => 0));
  }
  await server.close();
});

// In WebKit of 2026 the 'self' of a policy matches nothing in a sandbox; a site that knows its address names it.
test("in a sandbox every view is live, at its exact height", { tag: "@hosts" }, async ({ page, published }) => {
  const server = await host(hostPage(views(published.url)).replaceAll("<iframe ", '<iframe sandbox="allow-scripts" '));
  await page.size(600, 1900);
  await page.goto(server.url);
  await expect.poll(() => states(page, VIEWS.length)).toEqual(STATES);
  await expect.poll(() => heights(page)).toEqual(VIEWS.map(() => 0));
  await server.close();
});

test("files leave as what is shown, and what is copied is told", { tag: "@share" }, async ({ page, site }) => {
  await live(page, site);
  await press(page, `figure[data-chart="${CHART}"] [data-share]`);
  await expect.poll(() => count(page, "dialog.share[open]")).toBe(1);
  const take = async (kind) => {
    await press(page, `[data-export=${kind}]`);
    return (await page.taken()).bytes;
  };
  const figures = String(await take("csv"));
  for (const row of rowsOf(CHART)) expect(figures).toContain(row.figure);
  expect(String(await take("svg"))).toContain("</svg>");
  expect((await take("png")).subarray(1, 4).toString()).toBe("PNG");
  await press(page, "[data-copy]");
  await expect.poll(() => words(page, "[data-said]")).toBe(STORY.page.share.copied);
  await page.key("Escape");
  await expect.poll(() => count(page, "dialog.share[open]")).toBe(0);
});

/** The words on each sheet of paper, each with its place in points from the lower left corner. */
async function sheets(page) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.paper()));
  const numbers = [...Array(pdf.numPages).keys()].map((i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.filter(({ str }) => str.trim()).map(({ str, transform: [, , , , x, y] }) => ({ str, x, y }));
    }),
  );
}

/** The height of a sheet in points. */
const A4 = 842;
/** What GTK leaves free around a sheet, in points. */
const MARGIN = 18;

test("on paper nothing is cut, and each chart has the words in it", { tag: "@print" }, async ({ page, site }) => {
  await live(page, site);
  const found = await sheets(page);
  // WebKit itself cuts some points off a row of a long table that ends a sheet.
  const plain = (text) => text.replaceAll(/\s+/g, "");
  const texts = found.map((words) => plain(words.map(({ str }) => str).join("")));
  const table = texts.findIndex((text) => text.includes(plain(STORY.page.all_figures_note).slice(0, 20)));
  expect(table).toBeGreaterThan(CHARTS.length);
  const cut = found.slice(0, table).flat().filter(({ y }) => y < MARGIN - 1 || y > A4 - MARGIN);
  expect(cut.map(({ str, y }) => `${str} at ${y}`)).toEqual([]);
  for (const chart of CHARTS) {
    const inside = await page.evaluate((chart) => [...document.querySelectorAll(`figure[data-chart="${chart}"] .fallback.wide text`)].map((text) => text.textContent), chart);
    expect(inside.length).toBeGreaterThan(3);
    const sheet = texts.find((text) => inside.every((word) => text.includes(plain(word))));
    expect(sheet, `${chart} is whole on one sheet`).toBeTruthy();
  }
});

/** Everything that a reader needs is there: a picture of each chart and all facts. */
async function expectWhole(page) {
  const shown = () => page.evaluate(() => [...document.querySelectorAll(".fallback")].filter((still) => still.checkVisibility({ visibilityProperty: true })).length);
  expect(await shown()).toBe(CHARTS.length);
  expect(await count(page, "canvas")).toBe(0);
  for (const { id } of STORY.facts) expect(await count(page, `#figures table [data-fact="${id}"]`), id).toBe(1);
}

test("without scripts the page is whole", { tag: "@still" }, async ({ site }) => {
  const page = await open("--no-scripts");
  await page.goto(site);
  expect(await state(page)).toBe("static");
  await expectWhole(page);
  await page.close();
});

test.describe("when the program fails", () => {
  test.use({ quiet: false }); // that it is missing is told in the console

  test("the page stays whole and says so", { tag: "@still" }, async ({ page }) => {
    const site = await serve({ root: DIST, override: (_, response, path) => path.endsWith(".wasm") && response.writeHead(404).end() });
    await page.goto(site.url);
    await expect.poll(() => state(page)).toBe("failed");
    expect(await words(page, ".failed")).toBe(STORY.page.failed);
    await expectWhole(page);
    await site.close();
  });
});

/** The colour of a pixel of the screen; the page itself decodes the picture. */
async function pixel(page, x, y) {
  const png = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async (png, x, y) => {
      const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const scale = image.width / innerWidth;
      return [...context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data].slice(0, 3);
    },
    png,
    x,
    y,
  );
}

/** The colour of rings around what has the focus, in the light. */
const RING = [0x0b, 0x57, 0xd0];

test("rings around what has the focus are whole at the edges of sections", { tag: "@reach" }, async ({ page, site }) => {
  await page.size(700, 900); // one column, so that the figure is as wide as its section
  await live(page, `${site}?theme=light`);
  const summary = `figure[data-chart="${CHART}"] .as-table > summary`;
  await page.evaluate((targets) => document.querySelector(targets).focus(), targets(CHART));
  await page.key("Tab");
  await expect.poll(() => focused(page, summary)).toBe(0);
  const edges = async () => {
    const box = await page.evaluate((summary) => document.querySelector(summary).getBoundingClientRect().toJSON(), summary);
    // Two px away from it the ring begins, three px wide.
    return [await pixel(page, box.left - 3.5, box.top + box.height / 2), await pixel(page, box.right + 3.5, box.top + box.height / 2)];
  };
  // The focus scrolls its element into view, which may take frames.
  await expect.poll(edges).toEqual([RING, RING]);
});

test("a radio button that an arrow key reaches has a ring", { tag: "@reach" }, async ({ page, site }) => {
  const chart = firstChart("bars", ({ choose }) => choose);
  const radios = `input[name="${choicesOf(chart)[0][0]}"]`;
  await live(page, `${site}?theme=light`);
  await explore(page);
  await page.evaluate((radios) => document.querySelector(radios).focus(), radios);
  await page.key("ArrowRight");
  await expect.poll(() => focused(page, radios)).toBe(1);
  const ring = () => page.evaluate((radios) => getComputedStyle(document.querySelectorAll(radios)[1].closest("label")).outline, radios);
  expect(await ring()).toContain("solid 3px");
});

test("heads of columns that sort are underlined", { tag: "@explore" }, async ({ page, site }) => {
  await live(page, site);
  const style = await page.evaluate(() => {
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector("th > button"));
    return [textDecorationLine, textDecorationStyle];
  });
  expect(style).toEqual(["underline", "dotted"]);
});

test("headlines and digits have a stand-in of their width until their face is there", { tag: "@load" }, async ({ page, site }) => {
  await live(page, site);
  // WebKit finds the faces of a system by the name of their family alone.
  const [real, standIn, none] = await page.evaluate(async () => {
    await document.fonts.ready;
    const width = (family) => {
      const span = document.body.appendChild(document.createElement("span"));
      span.textContent = "More than 150 countries";
      Object.assign(span.style, { position: "absolute", fontFamily: family, fontSize: "40px", fontWeight: "700" });
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    return [width('"Tech Ties Headline"'), width('"Headline Times", monospace'), width("monospace")];
  });
  expect(standIn).not.toBe(none);
  expect(Math.abs(standIn / real - 1)).toBeLessThan(0.05);
});

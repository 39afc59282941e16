// What all specs share: the served site, and the silence that every page must keep.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { serve } from "./server.mjs";
import { CARDS, CHARTS, CHOOSABLE, CHOSEN, DIST, STORY, VIEWS } from "./story.mjs";

export { CARDS, CHARTS, DIST, VIEWS };

/** Where Firefox puts files, for each worker: Playwright hears of no download there. */
const DOWNLOADS = join(tmpdir(), `downloads-${process.pid}`);

/** The address of the site, served once for each worker. */
export const served = [
  async ({}, use) => {
    const server = await serve({ root: DIST });
    await use(server.url);
    await server.close();
  },
  { scope: "worker" },
];

export const test = base.extend({
  /** Whether the page must keep silent: no complaint in the console, no request to another host. */
  quiet: [true, { option: true }],
  /** What scripts of other hosts say by themselves, by a part of it. */
  theirs: [[], { option: true }],

  site: served,

  launchOptions: [
    async ({ launchOptions, browserName }, use) => {
      mkdirSync(DOWNLOADS, { recursive: true });
      await use(browserName === "firefox" ? { ...launchOptions, downloadsPath: DOWNLOADS } : launchOptions);
      rmSync(DOWNLOADS, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],

  silence: [
    async ({ context, quiet, theirs }, use, { annotations }) => {
      annotations.push({ type: "version", description: context.browser()?.version() });
      const noise = [];
      // The browsers' advice on reading canvases and the style that Playwright gives a page for a screenshot in Firefox,
      // which the policy refuses, are the tests' doing. Firefox quotes with curly quotes.
      const tests = ["willReadFrequently", "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT", ...theirs];
      const hear = (kind, text) => tests.some((part) => text.replace(/[\u2018\u2019]/g, "'").includes(part)) || noise.push(`${kind}: ${text}`);
      context.on("console", (message) => ["error", "warning"].includes(message.type()) && hear("console", message.text()));
      context.on("weberror", (error) => hear("error", error.error().message));
      context.on("request", (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && !["127.0.0.1", "localhost"].includes(hostname)) noise.push(`request: ${request.url()}`);
      });
      await use();
      if (quiet) expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page and waits until its charts are live. */
export async function live(page, url) {
  await page.goto(url);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
}

export const inFirefox = (page) => page.context().browser()?.browserType().name() === "firefox";

/** Does what leads to a file for download, and reads it. */
export async function downloaded(page, act) {
  if (!inFirefox(page)) {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
  await act();
  // It has its name from the start, and all of its bytes when no part of it is left.
  const whole = () => {
    const names = readdirSync(DOWNLOADS);
    return names.every((name) => !name.endsWith(".part")) && names.find((name) => statSync(join(DOWNLOADS, name)).size > 0);
  };
  await expect.poll(whole).toBeTruthy();
  const file = join(DOWNLOADS, whole());
  const bytes = readFileSync(file);
  rmSync(file);
  return { name: basename(file), bytes };
}

/** Brings an element to the middle of the screen, and waits until what came into view around it has settled. */
export async function centred(locator) {
  let before;
  await expect
    .poll(async () => {
      await locator.evaluate(async (element) => {
        element.scrollIntoView({ block: "center" });
        await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      });
      const [last, now] = [before, JSON.stringify(await locator.boundingBox())];
      before = now;
      return last === now;
    })
    .toBe(true);
}

/** Opens the page with every chart drawn on a canvas, but as it opens: what the address had chosen is taken back. */
export async function drawn(page, url) {
  await live(page, url + CHOSEN);
  await page.evaluate(() => {
    history.replaceState(null, "", location.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
  });
  for (const chart of CHOOSABLE) {
    await expect(figure(page, chart).locator("[data-chosen]")).toHaveCount(0);
  }
}

/** Opens the page, and the ways to explore its charts. */
export async function explored(page, url) {
  await live(page, url);
  await explore(page);
}

/** Opens all details of a kind. */
export const openAll = (page, details) => page.locator(details).evaluateAll((all) => all.forEach((one) => (one.open = true)));

/** Unfolds the ways to explore the charts of a page or a frame, which are loaded then. */
export async function explore(page) {
  await openAll(page, ".explore");
  await expect(page.locator(".explore > .find")).toHaveCount(await page.locator(".explore").count());
}

/** Unfolds the table of all figures, as a reader does. */
async function openTable(page) {
  if (!(await page.locator("#figures table").isVisible())) await page.locator("#figures summary").first().click();
}

/** Everything that a reader needs is there without the program: a picture of each chart and all facts. */
export async function expectWhole(page) {
  for (const chart of CHARTS) {
    await expect(figure(page, chart).locator(".fallback:visible")).toHaveCount(1);
    await expect(figure(page, chart).locator("canvas")).toHaveCount(0);
    await expect(figure(page, chart).locator(".fallback[aria-hidden]")).toHaveCount(0);
  }
  await openTable(page);
  const table = page.locator("#figures table");
  for (const { id } of STORY.facts) await expect(table.locator(`[data-fact="${id}"]`)).toBeVisible();
}

export const figure = (page, chart) => page.locator(`figure[data-chart=${chart}]`);
/** What shows a chart: its canvas near the screen and where something was chosen, else its static picture. */
export const picture = (page, chart) => figure(page, chart).locator(":is(.fallback, canvas):visible");
/** How far, at most, the marks that can be reached lie from those of the static picture that the style shows, in px. */
export const apart = (page, chart) =>
  figure(page, chart).evaluate((figure) => {
    const picture = [...figure.querySelectorAll(".fallback")].find((svg) => svg.getBoundingClientRect().height > 0);
    const boxes = (all) => [...all].map((one) => one.getBoundingClientRect());
    const [still, live] = [boxes(picture.querySelectorAll("g[data-fact] rect")), boxes(figure.querySelectorAll(".target"))];
    if (still.length !== live.length) return Infinity;
    const sides = ["left", "top", "right", "bottom"];
    return Math.max(...live.flatMap((box, i) => sides.map((side) => Math.abs(box[side] - still[i][side]))));
  });
/** The marks of a chart that can be reached, in reading order. */
export const targets = (page, chart) => figure(page, chart).locator(".target");
export const tooltip = (page, chart) => figure(page, chart).locator(".tooltip");

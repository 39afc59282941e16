// What all specs share: the served site, and the silence that every page must keep.
import { test as base, expect } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";

export const DIST = process.env.SITE ?? fileURLToPath(new URL("../../dist", import.meta.url));
export const CHARTS = ["agreements", "membership", "yields"];
/** Every view that can be embedded: the charts, and the cards of words. */
export const VIEWS = [...CHARTS, "overview", "bri", "brics", "africa", "asean"];

export const test = base.extend({
  /** Whether the page must keep silent: no complaint in the console, no request to another host. */
  quiet: [true, { option: true }],
  /** What scripts of other hosts say by themselves, by a part of it. */
  theirs: [[], { option: true }],

  site: [
    async ({}, use) => {
      const server = await serve({ root: DIST });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],

  silence: [
    async ({ context, quiet, theirs }, use) => {
      const noise = [];
      context.on("console", (message) => {
        // The browser's advice on reading canvases is for the tests, not for the page.
        if (["willReadFrequently", ...theirs].some((part) => message.text().includes(part))) return;
        if (["error", "warning"].includes(message.type())) noise.push(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => noise.push(`error: ${error.error().message}`));
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

export const figure = (page, chart) => page.locator(`figure[data-chart=${chart}]`);

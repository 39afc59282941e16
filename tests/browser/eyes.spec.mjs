// What eyes see besides the charts: the look from the first picture on, and no room or words for what is not there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "./server.mjs";
import { DIST, expect, live, test } from "./site.mjs";

const color = (page) =>
  page.evaluate(() => [...document.querySelectorAll("meta[name=theme-color]")].filter(({ media }) => !media || matchMedia(media).matches).map(({ content }) => content));

test("the bar of the browser has the ground of the look that was chosen", { tag: "@once" }, async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await live(page, site);
  expect(await color(page)).toEqual(["#ffffff"]);
  const choose = (scheme) => page.locator(`[data-color-scheme] [value=${scheme}]`).check();
  await choose("dark");
  expect(await color(page)).toEqual(["#15171a"]);
  await page.reload();
  expect(await color(page)).toEqual(["#15171a"]);
  await page.emulateMedia({ colorScheme: "dark" });
  await choose("light");
  expect(await color(page)).toEqual(["#ffffff"]);
  await choose("auto");
  expect(await color(page)).toEqual(["#15171a"]);
});

test("the look that was chosen is there before any file of the page", { tag: "@everywhere" }, async ({ page }) => {
  let release;
  let held = null;
  const server = await serve({
    root: DIST,
    override: async (_, response, path) => {
      if (path.includes("boot")) {
        response.setHeader("cache-control", "no-store");
        await held;
      }
      return false;
    },
  });
  await live(page, server.url);
  await page.locator("[data-color-scheme] [value=dark]").check({ force: true }); // Firefox sees the label over it
  held = new Promise((resolve) => (release = resolve));
  await page.goto(`${server.url}?again`, { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  release();
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await server.close();
});

test("no darkener of pages changes what has a dark look of its own", { tag: "@once" }, async ({ page, site }) => {
  for (const [address, scheme] of [["", "light dark"], ["?theme=light", "light only"], ["?theme=dark", "dark"], ["?transparent=1", "light only"]]) {
    await page.goto(site + address);
    await expect(page.locator("meta[name=darkreader-lock]")).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(scheme);
  }
});

test.describe("where the scripts never run", () => {
  test.use({ quiet: false });

  const whole = () => readFile(join(DIST, "index.html"), "utf8");
  const html = (response, text) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text);
  const ways = {
    "an optimiser holds them back": async (response, path) =>
      path === "/" && html(response, (await whole()).replaceAll('type="module"', 'type="x-module"')),
    "they are refused": (response, path) => path.includes("boot") && response.writeHead(403).end(),
    "they come as something else": (response, path) => path.includes("boot") && response.writeHead(200, { "content-type": "text/plain" }).end("x"),
  };
  for (const [way, answer] of Object.entries(ways)) {
    test(`there is no room for controls, and no word of their keys: ${way}`, { tag: "@once" }, async ({ page }) => {
      const server = await serve({ root: DIST, override: async (_, response, path) => Boolean(await answer(response, path)) });
      await page.goto(server.url);
      await expect(page.locator("html")).toHaveAttribute("data-state", "static");
      await expect(page.locator(".fallback:visible").first()).toBeAttached();
      await expect(page.locator(":is(.row > button, .controls > *, .keys):visible")).toHaveCount(0);
      await server.close();
    });
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test("tables are tables and lists are lists, however they are drawn", async ({ page, site }) => {
    await live(page, site);
    const lost = await page.evaluate(() => {
      const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", UL: "list" };
      const role = (element) => (element.scope ? `${element.scope === "col" ? "column" : "row"}header` : ROLES[element.tagName]);
      const drawn = [...document.querySelectorAll("table, table :is(thead, tbody, tr, th, td), ul:not(nav ul)")].filter(
        (element) => element.tagName !== "UL" || getComputedStyle(element).listStyleType === "none",
      );
      return [drawn.length > 20, drawn.filter((element) => element.getAttribute("role") !== role(element)).map((element) => element.outerHTML.slice(0, 80))];
    });
    expect(lost).toEqual([true, []]);
  });
});

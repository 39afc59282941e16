// The page without its program: never started, failed, or late.
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { TYPES, serve } from "./server.mjs";
import { CHARTS, DIST, expect, expectWhole, figure, live, picture, test } from "./site.mjs";
import { CHART, STORY } from "./story.mjs";

const built = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));
const wasm = built(/^tech-ties-\w+\.wasm$/);
const glue = built(/^tech-ties-\w+\.js$/);
const boot = built(/^boot-\w+\.js$/);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page is whole, and its tables open", async ({ page, site }) => {
    await page.goto(site);
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    await expectWhole(page);
    await expect(page.locator(".controls > *, .row > button:visible"), "what would do nothing").toHaveCount(0);
    await figure(page, CHART).locator(".as-table > summary").press("Enter"); // needs no place on the screen
    await expect(figure(page, CHART).locator("table")).toBeVisible();
  });
});

test.describe("when the program fails", () => {
  test.use({ quiet: false });

  const end = (response, status, type, body) => {
    response.writeHead(status, { "content-type": type }).end(body);
    return true;
  };
  /** The page, with other data for the program. */
  const page = async (response, change) => {
    const html = await readFile(join(DIST, "index.html"), "utf8");
    const changed = html.replace(/(<script [^>]*data-story[^>]*>)([^<]+)/, (_, start, data) => start + change(data));
    expect(changed).not.toBe(html);
    return end(response, 200, "text/html; charset=utf-8", changed);
  };
  const failures = {
    "the wasm is missing": (path, response) => path.endsWith(wasm) && end(response, 404, "text/plain", "gone"),
    "the wasm is truncated": async (path, response) =>
      path.endsWith(wasm) &&
      end(response, 200, "application/wasm", (await readFile(join(DIST, wasm))).subarray(0, 20000)),
    "the wasm is something else": (path, response) =>
      path.endsWith(wasm) && end(response, 200, "text/html", "<!doctype html><title>Sign in</title>"),
    "the glue is missing": (path, response) => path.endsWith(glue) && end(response, 404, "text/plain", "gone"),
    "the deferred style is missing": (path, response) => /deferred-.*css$/.test(path) && end(response, 404, "text/plain", "gone"),
    "the data of the page are damaged": (path, response) => path === "/" && page(response, (data) => data.slice(0, data.length / 2)),
    "the data of the page are another program's": (path, response) => path === "/" && page(response, (data) => `{}${data}`),
    "the policy forbids wasm": (path, response) => {
      response.setHeader("content-security-policy", "default-src 'self'; script-src 'self'");
      return false;
    },
  };
  for (const [name, answer] of Object.entries(failures)) {
    test(`${name}: the page stays whole and says so`, { tag: "@everywhere" }, async ({ page }) => {
      const server = await serve({ root: DIST, override: (_, response, path) => answer(path, response) });
      await page.goto(server.url);
      await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
      await expect(page.locator(".failed")).toBeVisible();
      await expectWhole(page);
      await server.close();
    });
  }

  test("boot.js is missing: the page stays whole", { tag: "@everywhere" }, async ({ page }) => {
    const missing = (_, response, path) => path.endsWith(boot) && end(response, 404, "text/plain", "gone");
    const server = await serve({ root: DIST, override: missing });
    await page.goto(server.url);
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    await expectWhole(page);
    await server.close();
  });
});

test("a program that comes under a wrong type goes live, without a word", { tag: "@everywhere" }, async ({ page }) => {
  const override = async (_, response, path) => path.endsWith(wasm) && response.writeHead(200, { "content-type": "application/octet-stream" }).end(await readFile(join(DIST, wasm)));
  const server = await serve({ root: DIST, override: async (...asked) => Boolean(await override(...asked)) });
  await live(page, server.url);
  await server.close();
});

test("the page in one file goes live from disk", { tag: "@everywhere" }, async ({ page }) => {
  await page.goto(pathToFileURL(join(DIST, "tech-ties.html")).href);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  for (const chart of CHARTS) await expect(picture(page, chart)).toHaveCount(1);
});

test("the page in one file goes live from a server, under the policy that all pages have", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, `${site}tech-ties.html`);
  expect(await page.evaluate(() => document.fonts.load("700 1em 'Tech Ties Headline'"))).toHaveLength(1);
  await expect(picture(page, CHARTS[0])).toHaveCount(1);
});

test.describe("under a policy that allows neither script nor style within a page", () => {
  test.use({ theirs: ["Content Security Policy", "blocked an inline script", "blocked an inline style"] });

  test("it is live, in its style and the colors that were asked for", { tag: "@everywhere" }, async ({ page }) => {
    const override = (_, response) => (response.setHeader("content-security-policy", "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"), false);
    const server = await serve({ root: DIST, override });
    await live(page, `${server.url}?theme=dark`);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(21, 23, 26)");
    await expect(page.locator("[data-color-scheme] input[value=dark]")).toBeChecked();
    await server.close();
  });
});

test.describe("served by a host that adds no slash to the names of folders", () => {
  // What browsers asked for in advance, before the address had its slash, is not there.
  test.use({ theirs: ["404"] });

  for (const path of ["graphics/tech-ties", `graphics/tech-ties/embed/${CHART}`]) {
    test(`${path} is styled and live`, { tag: "@everywhere" }, async ({ page }) => {
      const within = (path) => path.replace(/^\/graphics\/tech-ties/, "");
      const server = await serve({
        root: DIST,
        override: async (_, response, path) => {
          const name = within(path);
          const folder = name === "" || /^\/embed\/[^/.]+\/?$/.test(name) || name === "/";
          const file = join(DIST, folder ? `${name}/index.html` : name);
          const body = await readFile(file).catch(() => null);
          response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain");
          response.writeHead(body ? 200 : 404).end(body);
          return true;
        },
      });
      await live(page, `${server.url}${path}?theme=dark#x`);
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      expect(new URL(page.url()).pathname).toBe(`/${path}/`);
      await expect(page.locator("body")).not.toHaveCSS("font-family", /Times/);
      await expect(picture(page, CHART)).toHaveCount(1);
      await server.close();
    });
  }
});

test("what a reader did before the program came is there after it", { tag: "@everywhere" }, async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const server = await serve({
    root: DIST,
    override: async (_, __, path) => {
      if (path.endsWith(wasm)) await held;
      return false;
    },
  });
  await page.goto(server.url);
  await figure(page, CHARTS.at(-1)).locator(".as-table > summary").click();
  const link = page.locator("nav a").nth(2);
  await link.focus();
  await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(".standfirst"));
    getSelection().addRange(range);
    scrollTo({ top: 700, behavior: "instant" });
  });
  const before = await page.evaluate(() => [scrollY, String(getSelection())]);
  release();
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  expect(await page.evaluate(() => [scrollY, String(getSelection())])).toEqual(before);
  await expect(link).toBeFocused();
  await expect(figure(page, CHARTS.at(-1)).locator("table")).toBeVisible();
  await server.close();
});

test("it prints whole: all charts, all figures, no controls, live or not", async ({ page, site }) => {
  await page.goto(site);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await page.emulateMedia({ media: "print" });
  for (const chart of CHARTS) {
    await expect(figure(page, chart).locator(".fallback:visible")).toHaveCount(1);
    await expect(figure(page, chart).locator("canvas")).toBeHidden();
  }
  for (const { id } of STORY.facts) await expect(page.locator(`#figures table [data-fact="${id}"]`)).toBeVisible();
  await expect(page.locator("nav")).toBeHidden();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeGreaterThan(3);
});

for (const width of [390, 1440]) {
  test(`nothing moves when the face of the headlines comes, at ${width} px`, { tag: "@everywhere" }, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(/headline-.*\.woff2/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site, { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    const headlines = () =>
      page.locator("h1, h2, h3").evaluateAll((all) =>
        all.map((one) => {
          const section = one.closest(".chapter, .closing");
          if (section) section.style.contentVisibility = "visible";
          return [one.textContent, Math.round(one.getBoundingClientRect().height)];
        }),
      );
    const loaded = () => page.evaluate(() => [...document.fonts].find((face) => face.family.includes("Tech Ties")).status);
    await headlines();
    expect(await loaded()).toBe("loading");
    const before = await headlines();
    release();
    await expect.poll(loaded).toBe("loaded");
    expect(await headlines()).toEqual(before);
  });
}

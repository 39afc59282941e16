// The page without its program: never started, failed, or late.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { serve } from "./server.mjs";
import { CHARTS, DIST, expect, figure, test } from "./site.mjs";

const facts = JSON.parse(readFileSync(new URL("../facts.json", import.meta.url)));
const built = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));
const wasm = built(/^tech-ties-\w+\.wasm$/);
const glue = built(/^tech-ties-\w+\.js$/);
const boot = built(/^boot-\w+\.js$/);

/** Everything that a reader needs is there: three pictures and all facts. */
async function expectWhole(page) {
  for (const chart of CHARTS) {
    await expect(figure(page, chart).locator(".still:visible")).toHaveCount(1);
    await expect(figure(page, chart).locator("canvas")).toHaveCount(0);
  }
  const table = page.locator(".closing table");
  for (const { id } of facts) await expect(table.locator(`[data-fact="${id}"]`)).toBeVisible();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page is whole, and its tables open", async ({ page, site }) => {
    await page.goto(site);
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    await expectWhole(page);
    await expect(page.locator(".controls:visible"), "room for what will not come").toHaveCount(0);
    await figure(page, "yields").locator("summary").press("Enter"); // needs no place on the screen
    await expect(figure(page, "yields").locator("table")).toBeVisible();
  });
});

test.describe("when the program fails", () => {
  test.use({ quiet: false });

  const end = (response, status, type, body) => {
    response.writeHead(status, { "content-type": type }).end(body);
    return true;
  };
  const failures = {
    "the wasm is missing": (path, response) => path.endsWith(wasm) && end(response, 404, "text/plain", "gone"),
    "the wasm is truncated": async (path, response) =>
      path.endsWith(wasm) &&
      end(response, 200, "application/wasm", (await readFile(join(DIST, wasm))).subarray(0, 20000)),
    "the wasm is something else": (path, response) =>
      path.endsWith(wasm) && end(response, 200, "text/html", "<!doctype html><title>Sign in</title>"),
    "the glue is missing": (path, response) => path.endsWith(glue) && end(response, 404, "text/plain", "gone"),
    "the policy forbids wasm": (path, response) => {
      response.setHeader("content-security-policy", "default-src 'self'; script-src 'self'");
      return false;
    },
  };
  for (const [name, answer] of Object.entries(failures)) {
    test(`${name}: the page stays whole and says so`, async ({ page }) => {
      const server = await serve({ root: DIST, override: (_, response, path) => answer(path, response) });
      await page.goto(server.url);
      await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
      await expect(page.locator(".failed")).toBeVisible();
      await expectWhole(page);
      await server.close();
    });
  }

  test("boot.js is missing: the page stays whole", async ({ page }) => {
    const missing = (_, response, path) => path.endsWith(boot) && end(response, 404, "text/plain", "gone");
    const server = await serve({ root: DIST, override: missing });
    await page.goto(server.url);
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    await expectWhole(page);
    await server.close();
  });

  test("a wrong type still works, and a panic is rescued once", async ({ page }) => {
    const mistyped = async (_, response, path) =>
      path.endsWith(wasm) && end(response, 200, "application/octet-stream", await readFile(join(DIST, wasm)));
    const server = await serve({ root: DIST, override: mistyped });
    await page.goto(server.url);
    await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    const panic = () =>
      dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
    await figure(page, "agreements").getByRole("radio", { name: "People" }).check();
    await expect.poll(() => page.evaluate(() => location.search)).toBe("?count=people");
    await page.evaluate(panic);
    await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    // The view that was chosen comes back with the program.
    await expect(figure(page, "agreements").locator(".spot")).toHaveCount(1);
    for (const chart of CHARTS) await expect(figure(page, chart).locator("canvas")).toHaveCount(1);
    await page.evaluate(panic);
    await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
    await expectWhole(page);
    // The still picture has its own height again.
    const [plot, still] = await figure(page, "agreements").evaluate((figure) =>
      [".plot", ".still.narrow, .still.wide"].map((part) =>
        Math.max(...[...figure.querySelectorAll(part)].map((one) => one.getBoundingClientRect().height)),
      ),
    );
    expect(plot).toBe(still);
    await server.close();
  });
});

test("the page in one file goes live from disk", async ({ page }) => {
  await page.goto(pathToFileURL(join(DIST, "tech-ties.html")).href);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  for (const chart of CHARTS) await expect(figure(page, chart).locator("canvas")).toHaveCount(1);
});

test("what a reader did before the program came is there after it", async ({ page }) => {
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
  await figure(page, "membership").locator("summary").click();
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
  await expect(figure(page, "membership").locator("table")).toBeVisible();
  await server.close();
});

test("it prints whole: three charts, all figures, no controls, live or not", async ({ page, site }) => {
  await page.goto(site);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await page.emulateMedia({ media: "print" });
  for (const chart of CHARTS) {
    await expect(figure(page, chart).locator(".still:visible")).toHaveCount(1);
    await expect(figure(page, chart).locator("canvas")).toBeHidden();
  }
  for (const { id } of facts) await expect(page.locator(`.closing table [data-fact="${id}"]`)).toBeVisible();
  await expect(page.locator("nav")).toBeHidden();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeGreaterThan(3);
});

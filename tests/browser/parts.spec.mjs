// Parts of the program that come when they are wanted: what paints, and the controls.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CHARTS, DIST, centred, expect, expectWhole, figure, live, picture, targets, test } from "./site.mjs";
import { CHOOSABLE_CHART, CHOSEN, WORDS, choicesOf } from "./story.mjs";

const PAINTS = "**/split_paint-*.wasm";
const PAINTER = join(DIST, readdirSync(DIST).find((name) => /^split_paint-\w+\.wasm$/.test(name)));
const EXPLORES = "**/split_explore-*.wasm";
const last = CHARTS.at(-1);
const summary = (page, chart) => figure(page, chart).locator(".explore > summary");
const controls = (page, chart) => figure(page, chart).locator(".explore > .find");
const listen = (page, chart) => figure(page, chart).getByRole("button", { name: new RegExp(`^(${WORDS.listen}|${WORDS.pause})$`) });
const isPainted = (page, chart) => figure(page, chart).locator(".plot[data-painted]").count();

/** The names of the parts that a page asks for, without their hashes. */
function askedBy(page) {
  const asked = [];
  page.on("request", (request) => asked.push(...(request.url().match(/split_\w+(?=-)/) ?? [])));
  return asked;
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a part is loaded when a reader comes to what needs it, once", { tag: "@everywhere" }, async ({ page, site }) => {
    const asked = askedBy(page);
    await live(page, site);
    expect(asked).toEqual([]);
    await centred(targets(page, last).first());
    await expect.poll(() => isPainted(page, last)).toBe(1);
    expect(asked).toEqual(["split_paint"]);
    await summary(page, last).click();
    await expect(controls(page, last)).toBeVisible();
    await centred(targets(page, CHARTS[0]).first());
    await expect.poll(() => isPainted(page, CHARTS[0])).toBe(1);
    await summary(page, CHARTS[0]).click();
    await expect(controls(page, CHARTS[0])).toBeVisible();
    expect(asked).toEqual(["split_paint", "split_explore"]);
  });

  test("marks get their places when they come near, or when the focus comes to one", { tag: "@everywhere" }, async ({ page, site }) => {
    await live(page, site);
    // Out of sight nothing is laid out.
    const placed = (chart) => targets(page, chart).evaluateAll((all) => all.filter((target) => target.style.width).length);
    for (const chart of CHARTS) expect(await placed(chart), chart).toBe(0);
    const [mark, first] = [targets(page, last).last(), targets(page, CHARTS[0]).first()];
    await mark.evaluate((target) => target.focus());
    expect(await placed(last)).toBe(await targets(page, last).count());
    await expect(mark).toBeInViewport({ ratio: 1 });
    const [box, drawn] = await mark.evaluate((target) => {
      const marks = [...target.closest(".plot").querySelectorAll(".fallback g[fill=transparent]")];
      const shown = marks.filter((one) => one.getBoundingClientRect().width > 0).at(-1);
      return [target, shown].map((one) => one.getBoundingClientRect().toJSON());
    });
    for (const side of ["left", "top", "right", "bottom"]) expect(Math.abs(box[side] - drawn[side]), side).toBeLessThanOrEqual(1);
    await first.evaluate((target) => target.closest(".plot").scrollIntoView());
    await expect.poll(() => placed(CHARTS[0])).toBe(await targets(page, CHARTS[0]).count());
    // A window that has the focus again tells so where the focus was: nobody wants to be led back there.
    await page.evaluate(() => scrollTo(0, 0));
    await expect(figure(page, last).locator("[data-near]")).toHaveCount(0);
    await mark.dispatchEvent("focusin");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("what is open far from the screen is said to be, with its links", { tag: "@everywhere" }, async ({ page, site }) => {
    await live(page, site);
    const fact = await targets(page, last).first().getAttribute("data-fact");
    // In a frame the focus stays where it is.
    await page.evaluate(() => document.documentElement.setAttribute("data-framed", ""));
    await page.evaluate((fact) => {
      history.replaceState(null, "", `?fact=${fact}`);
      dispatchEvent(new PopStateEvent("popstate"));
    }, fact);
    const open = page.locator(`.target[data-fact="${fact}"][aria-expanded=true]`).first();
    await expect(open).toBeAttached();
    await expect(open.locator("xpath=following-sibling::*")).toContainText(WORDS.close);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test("who listens before the controls are there hears from the first note on", async ({ page, site }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(EXPLORES, async (route) => (await held, route.continue()));
  await live(page, site);
  await listen(page, last).click();
  await expect(listen(page, last)).toHaveText(WORDS.pause);
  await expect(listen(page, last)).toBeFocused();
  release();
  await expect(figure(page, last).locator(".heard")).not.toBeEmpty();
  await summary(page, last).click();
  const first = await figure(page, last).locator(".explore ol > li").first().innerText();
  await expect(figure(page, last).locator(".heard")).toHaveText(first);
});

test.describe("when a part is missing", () => {
  test.use({ quiet: false }); // browsers tell of what could not be loaded

  for (const [how, answer] of Object.entries({
    "cannot be found": { status: 404, body: "" },
    "is something else": { status: 200, contentType: "text/html", body: "<p>Sign in" },
    "is cut short": { status: 200, contentType: "application/wasm", body: readFileSync(PAINTER).subarray(0, 20_000) },
    "cannot be reached": null,
  })) {
    test(`what paints ${how}: marks answer over the static picture`, async ({ page, site }) => {
      await page.route(PAINTS, (route) => (answer ? route.fulfill(answer) : route.abort()));
      await live(page, site);
      await centred(targets(page, last).first());
      await expect(picture(page, last)).toHaveCount(1);
      await targets(page, last).first().focus();
      await expect(figure(page, last).locator(".tooltip")).toBeVisible();
      expect(await isPainted(page, last)).toBe(0);
    });
  }

  test("what would paint the chosen view is missing: the page is static, and says so", async ({ page, site }) => {
    test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
    await page.addInitScript(() => {
      window.told = [];
      new MutationObserver(() => window.told.push(document.documentElement.dataset.state)).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-state"] });
    });
    await page.route(PAINTS, (route) => route.abort());
    await page.goto(site + CHOSEN);
    await expect(page.locator("html")).toHaveAttribute("data-state", "failed");
    await expectWhole(page);
    expect(await page.evaluate(() => window.told)).not.toContain("live");
  });

  test("what paints comes back: what is chosen then is painted", async ({ page, site }) => {
    test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
    await page.route(PAINTS, (route) => route.abort());
    await page.setViewportSize({ width: 1280, height: 6000 }); // every chart is near, and has asked
    await live(page, site);
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName("charts-ready").length)).toBe(1);
    expect(await isPainted(page, CHOOSABLE_CHART)).toBe(0);
    await page.unroute(PAINTS);
    await page.evaluate((chosen) => {
      history.pushState(null, "", chosen);
      dispatchEvent(new PopStateEvent("popstate"));
    }, `?${new URLSearchParams(choicesOf(CHOOSABLE_CHART))}`);
    await expect.poll(() => isPainted(page, CHOOSABLE_CHART)).toBe(1);
    await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  });

  test("what listens is missing: the reader is told, and nothing seems to sound", async ({ page, site }) => {
    await page.route(EXPLORES, (route) => route.abort());
    await live(page, site);
    await listen(page, last).click();
    await expect(figure(page, last).getByRole("alert")).toHaveText(WORDS.share.lost);
    await expect(listen(page, last)).toHaveText(WORDS.listen);
  });

  test("the controls are missing: the reader is told, and they come when they can", async ({ page, site }) => {
    await page.route(EXPLORES, (route) => route.abort());
    await live(page, site);
    await summary(page, last).click();
    await expect(figure(page, last).getByRole("alert")).toHaveText(WORDS.share.lost);
    await page.unroute(EXPLORES);
    await summary(page, last).click();
    await summary(page, last).click();
    await expect(controls(page, last)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

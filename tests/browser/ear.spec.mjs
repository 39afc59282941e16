// A chart by levels, by words and by ear: for those who do not see it, and for phones, where screen readers send no keys.
import { CHARTS, expect, explore, explored, figure, live, targets, test } from "./site.mjs";
import { CHART, CHOOSABLE, WORDS, chartOf, nameOf, rowsOf } from "./story.mjs";

const names = (page, chart) => targets(page, chart).evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel));
const descriptions = (page, chart) => targets(page, chart).evaluateAll((all) => all.map(({ ariaDescription }) => ariaDescription));
const groups = (page, chart) => figure(page, chart).locator(".layer [role=group]");
const field = (page, chart) => figure(page, chart).locator(".find input");
const panel = (page, chart, title) => figure(page, chart).locator(".explore > details").filter({ has: page.getByText(title, { exact: true }) });
/** Takes one of the choices of a chart; the bar of sections may lie over it. */
const choose = (page, chart, nth) => figure(page, chart).getByRole("radio").nth(nth).evaluate((radio) => radio.click());
const focused = (page) => page.evaluate(() => document.activeElement.ariaLabel);

/** Counts the notes that begin, and the contexts that are open. */
const overhear = (page) =>
  page.addInitScript(() => {
    window.sounds = { tones: 0, pans: [], contexts: [] };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...values) {
      window.sounds.tones += 1;
      return start.apply(this, values);
    };
    const { createStereoPanner } = AudioContext.prototype;
    AudioContext.prototype.createStereoPanner = function () {
      const panner = createStereoPanner.call(this);
      window.sounds.pans.push(panner);
      return panner;
    };
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        window.sounds.contexts.push(this);
      }
    };
  });
const tones = (page) => page.evaluate(() => window.sounds.tones);
const open = (page) => page.evaluate(() => window.sounds.contexts.filter(({ state }) => state !== "closed").length);

test("words lead to a figure, once more to the next, and what no figure has is told", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  const all = await names(page, CHART);
  await field(page, CHART).fill(all.at(-1));
  await field(page, CHART).press("Enter");
  await expect(targets(page, CHART).last()).toBeFocused();
  // A word that several figures have leads from one to the next, and from the last to the first.
  const word = all[0].split(", ")[0].split(" ").at(-1);
  const having = await targets(page, CHART).evaluateAll(
    (all, word) => all.flatMap((target, i) => (`${target.ariaLabel} ${target.closest("[role=group]").ariaLabel}`.toLowerCase().includes(word) ? [i] : [])),
    word.toLowerCase(),
  );
  await field(page, CHART).fill(word.toUpperCase());
  for (const place of [...having, having[0]]) {
    await figure(page, CHART).locator(".find button").click();
    await expect(targets(page, CHART).nth(place)).toBeFocused();
  }
  await field(page, CHART).fill("zzz");
  await field(page, CHART).press("Enter");
  await expect(figure(page, CHART).locator(".found").first()).toContainText("zzz");
  await expect(field(page, CHART)).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("[data-status]")).toContainText("zzz");
  await expect(field(page, CHART)).toBeFocused();
});

test("keys lead to the ends of a group, up to the group and the chart, and down again", { tag: "@everywhere" }, async ({ page, site }) => {
  await live(page, site);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const number = (target) => target.closest("[role=group]").dataset.group;
  for (const chart of CHARTS) {
    const rows = rowsOf(chart);
    // The first of these keys brings what answers it, and is answered, from the chart itself too.
    await figure(page, chart).locator(".plot").focus();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(groups(page, chart).first()).toBeFocused();
    await targets(page, chart).first().focus();
    const group = await targets(page, chart).first().evaluate(number);
    await page.keyboard.press("]");
    const highest = await focused(page);
    await page.keyboard.press("[");
    const lowest = await focused(page);
    expect(await page.evaluate(() => document.activeElement.closest("[role=group]")?.dataset.group)).toBe(group);
    const said = await groups(page, chart).first().getAttribute("aria-description");
    const size = await groups(page, chart).first().locator(".target").count();
    if (size > 1 && highest !== lowest) {
      expect(said).toContain(highest);
      expect(said).toContain(lowest);
    }
    expect(rows.map(nameOf)).toContain(highest);
    await page.keyboard.press("Shift+ArrowUp");
    await expect(groups(page, chart).first()).toBeFocused();
    // What has the focus can be seen: the marks of the group.
    await expect(groups(page, chart).first().locator(".target").first()).toBeInViewport();
    if ((await groups(page, chart).count()) > 1) {
      await page.keyboard.press("ArrowDown");
      await expect(groups(page, chart).nth(1)).toBeFocused();
      await expect(groups(page, chart).nth(1).locator(".target").first()).toBeInViewport();
      await page.keyboard.press("Home");
    }
    await page.keyboard.press("Shift+ArrowUp");
    await expect(figure(page, chart).locator(".plot")).toBeFocused();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(groups(page, chart).first()).toBeFocused();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(targets(page, chart).first()).toBeFocused();
  }
  expect(asked.filter((url) => url.includes("split_explore"))).toHaveLength(1);
});

test("of the keys that are pressed while the controls load the last is answered, where it was pressed, or none", { tag: "@once" }, async ({ page, site }) => {
  let let_go;
  const released = new Promise((done) => (let_go = done));
  await page.route(/split_explore/, async (route) => (await released, route.continue()));
  await live(page, site);
  const all = targets(page, CHART);
  // One that is followed by another key, and one that the focus has left: neither is answered. What belongs to something that
  // is open, or leads to the end of a group from outside of all, is none of the chart's.
  await targets(page, CHART).last().press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("?");
  await expect(page.locator("[data-pressed]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await all.first().focus();
  await page.keyboard.press("[");
  await page.keyboard.press("ArrowDown");
  const [other] = CHARTS.filter((chart) => chart !== CHART);
  await targets(page, other).first().focus();
  await page.keyboard.press("?");
  await all.nth(1).focus();
  await page.keyboard.press("Shift+ArrowUp");
  let_go();
  await expect(groups(page, CHART).first()).toBeFocused();
  await expect(figure(page, other).locator("details.explore")).not.toHaveAttribute("open");
});

test.describe("when the controls cannot be loaded", () => {
  test.use({ quiet: false }); // browsers tell of what could not be loaded

  test("a key that they answer is told so, and is forgotten", { tag: "@once" }, async ({ page, site }) => {
    let isLost = true;
    await page.route(/split_explore/, (route) => (isLost ? route.fulfill({ status: 404, body: "" }) : route.continue()));
    await live(page, site);
    await targets(page, CHART).first().focus();
    await page.keyboard.press("]");
    await expect(page.locator("[data-status]")).toHaveText(await page.locator("[data-status]").getAttribute("data-lost"));
    isLost = false;
    const summary = figure(page, CHART).locator(".explore > summary");
    await summary.press("Enter");
    await expect(figure(page, CHART).locator(".explore > .find")).toBeVisible();
    await expect(summary).toBeFocused();
  });
});

test("several that are found are told, and a refusal ends with the next choice", { tag: ["@story", "@once"] }, async ({ page, site }) => {
  await explored(page, site);
  await field(page, CHART).fill("countries");
  await field(page, CHART).press("Enter");
  const found = figure(page, CHART).locator(".find .found");
  await expect(found).toContainText("1 of ");
  await expect(page.locator("[data-status]")).toHaveText(await found.textContent());
  await field(page, CHART).fill("zzz");
  await field(page, CHART).press("Enter");
  await expect(field(page, CHART)).toHaveAttribute("aria-invalid", "true");
  await choose(page, CHART, 1);
  await expect(field(page, CHART)).not.toHaveAttribute("aria-invalid");
});

test("brackets lead where some keyboards have them behind Alt; with Control alone they are the browser's", { tag: "@once" }, async ({ page, site }) => {
  await explored(page, site);
  await groups(page, CHART).first().focus();
  await page.keyboard.press("Control+]");
  await expect(groups(page, CHART).first()).toBeFocused();
  await page.keyboard.press("Alt+]");
  await expect(groups(page, CHART).first().locator(".target:focus")).toHaveCount(1);
});

test("a chart says what it holds as it is chosen", async ({ page, site }) => {
  const chart = CHOOSABLE.find((chart) => chartOf(chart).kind === "bars");
  test.skip(!chart, "no chart whose groups can be chosen");
  await live(page, site);
  const plot = figure(page, chart).locator(".plot");
  const said = () => plot.evaluate((plot) => document.getElementById(`${plot.id}-outline`).textContent);
  // What a translator wrote stays as long as nothing is chosen.
  const whole = "Translated";
  await plot.evaluate((plot, words) => (document.getElementById(`${plot.id}-outline`).textContent = words), whole);
  await explore(page);
  expect(await said()).toBe(whole);
  await choose(page, chart, 1);
  await expect.poll(said).not.toBe(whole);
  expect(parseInt(await said())).toBe(await targets(page, chart).count());
  await choose(page, chart, 0);
  await expect.poll(said).toBe(whole);
});

test("each group says what it holds, also after another choice", async ({ page, site }) => {
  const panels = CHOOSABLE.find((chart) => chartOf(chart).kind === "bars");
  test.skip(!panels, "no chart whose groups can be chosen");
  await explored(page, site);
  const held = () => groups(page, panels).evaluateAll((all) => all.map((group) => [group.querySelectorAll(".target").length, parseInt(group.ariaDescription)]));
  const before = await held();
  await choose(page, panels, 1);
  await expect(groups(page, panels)).toHaveCount(1);
  await choose(page, panels, 0);
  await expect(groups(page, panels)).toHaveCount(before.length);
  expect(await held()).toEqual(before);
  for (const [marks, said] of before) expect(said).toBe(marks);
});

test("a question mark within a chart shows its keys", async ({ page, site }) => {
  await live(page, site);
  await targets(page, CHART).first().focus();
  await page.keyboard.press("?");
  const keys = panel(page, CHART, "Keys within the chart");
  await expect(keys.locator("summary")).toBeFocused();
  await expect(keys.getByText("Page Down")).toBeVisible();
});

test("a chart says what it holds before anything is loaded, and its outline leads to the ends of each group", async ({ page, site }) => {
  await explored(page, site);
  for (const chart of CHARTS) {
    const plot = figure(page, chart).locator(".plot");
    await expect(plot).toHaveAccessibleDescription(new RegExp(`^.*${rowsOf(chart).length} figures`));
    const outline = panel(page, chart, "Outline");
    await outline.locator("summary").click();
    const parts = outline.locator(".outline > li");
    await expect(parts).toHaveCount(await groups(page, chart).count());
    for (const part of await parts.all()) {
      await expect(part).toContainText(/[⠀-⣿]/);
      for (const button of await part.getByRole("button").all()) {
        const words = await button.innerText();
        await button.click();
        expect(words).toContain(await focused(page));
      }
    }
    const braille = (text) => [...text].filter((cell) => cell >= "⠀" && cell <= "⣿");
    const cells = braille((await parts.allInnerTexts()).join(""));
    expect(cells.length).toBeGreaterThanOrEqual(rowsOf(chart).length);
    const key = braille(await outline.locator("p").innerText());
    expect(key).toEqual(expect.arrayContaining([...new Set(cells)]));
  }
});

test("what waits to sound until a reader does something does not sound with what comes after it", { tag: "@once" }, async ({ page, site }) => {
  await overhear(page);
  await page.addInitScript(() => {
    sessionStorage.setItem("tech-ties-sound", "moves");
    Object.defineProperty(BaseAudioContext.prototype, "state", { get: () => "suspended" });
    const { close } = AudioContext.prototype;
    AudioContext.prototype.close = function () {
      window.sounds.closed = (window.sounds.closed ?? 0) + 1;
      return close.call(this);
    };
  });
  await live(page, site);
  await targets(page, CHART).first().focus();
  await expect(figure(page, CHART).locator(".explore > .find")).toBeAttached();
  for (const key of ["End", "Home", "End"]) {
    const before = await tones(page);
    await page.keyboard.press(key);
    await expect.poll(() => tones(page)).toBeGreaterThan(before);
    expect(await page.evaluate(() => window.sounds.closed ?? 0), "all but the last").toBe((await page.evaluate(() => window.sounds.contexts.length)) - 1);
  }
  expect(await page.evaluate(() => window.sounds.contexts.length)).toBeGreaterThanOrEqual(3);
});

test("each figure that a reader comes to sounds, if that was asked for, also after the page was loaded again", { tag: "@once" }, async ({ page, site }) => {
  await overhear(page);
  await explored(page, site);
  await targets(page, CHART).first().focus();
  await page.keyboard.press("ArrowDown");
  expect(await tones(page), "nothing sounds unasked").toBe(0);
  const sound = panel(page, CHART, "Sound");
  await sound.locator("summary").click();
  await sound.getByRole("checkbox").check();
  expect(await tones(page)).toBe(0);
  await targets(page, CHART).first().focus();
  await expect.poll(() => tones(page)).toBeGreaterThan(0);
  const before = await tones(page);
  await page.keyboard.press("End");
  await expect.poll(() => tones(page)).toBeGreaterThan(before);
  expect(await open(page)).toBe(1);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  // The first mark that the focus comes to brings what sounds.
  await targets(page, CHART).first().focus();
  await expect(figure(page, CHART).locator(".explore > .find")).toBeAttached();
  await page.keyboard.press("End");
  await expect.poll(() => tones(page)).toBeGreaterThan(0);
  await figure(page, CHART).locator(".explore > summary").click();
  await panel(page, CHART, "Sound").locator("summary").click();
  await expect(panel(page, CHART, "Sound").getByRole("checkbox")).toBeChecked();
  await panel(page, CHART, "Sound").getByRole("checkbox").uncheck();
  await expect.poll(() => open(page)).toBe(0);
});

test("notes are stepped through, each with its words; time goes from left to right", { tag: "@once" }, async ({ page, site }) => {
  await overhear(page);
  await explored(page, site);
  for (const chart of CHARTS) {
    const heard = figure(page, chart).locator(".heard");
    const button = (name) => figure(page, chart).getByRole("button", { name, exact: true });
    await button(WORDS.listen).click();
    await expect(heard).not.toBeEmpty();
    await button(WORDS.pause).click();
    const all = await names(page, chart);
    const at = all.indexOf(await heard.innerText());
    await button("Next").click();
    await expect(heard).toHaveText(all[Math.min(at + 1, all.length - 1)]);
    await expect(page.locator("[data-status]")).toHaveText(all[Math.min(at + 1, all.length - 1)]);
    await button("Previous").click();
    await expect(heard).toHaveText(all[Math.min(at, all.length - 2 < 0 ? 0 : at)]);
  }
  const pans = await page.evaluate(() => window.sounds.pans.map(({ pan }) => pan.value));
  expect(pans.every((pan) => pan >= -1 && pan <= 1)).toBe(true);
});

test("what the sounds mean is heard with its words, and then it is still", { tag: "@once" }, async ({ page, site }) => {
  await overhear(page);
  await page.clock.install();
  await explored(page, site);
  const sound = panel(page, CHART, "Sound");
  await sound.locator("summary").click();
  await sound.getByRole("button").click();
  const said = [];
  for (let i = 0; i < 8; i += 1) {
    const now = await sound.locator(".found").innerText();
    if (now) said.push(now);
    await page.clock.runFor(1400);
  }
  expect(new Set(said).size).toBeGreaterThanOrEqual(3);
  expect(await tones(page)).toBeGreaterThanOrEqual(3);
  await expect(sound.locator(".found")).toBeEmpty();
  await expect.poll(() => open(page)).toBe(0);
});

test("figures are said as a reader wants it, on every chart and on the next visit", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  const [usual, whole] = [await names(page, CHART), await descriptions(page, CHART)];
  const speech = panel(page, CHART, "Speech");
  await speech.locator("summary").click();
  await speech.getByRole("radio").nth(1).check({ force: true });
  await expect.poll(() => names(page, CHART)).not.toEqual(usual);
  await speech.getByRole("checkbox").uncheck();
  await expect.poll(() => descriptions(page, CHART)).not.toEqual(whole);
  const changed = [];
  for (const chart of CHARTS) {
    const rows = rowsOf(chart);
    const said = await names(page, chart);
    expect(said).toHaveLength(rows.length);
    // Nothing is lost but the order.
    rows.forEach((row, i) => expect([...said[i]].sort()).toEqual([...nameOf(row)].sort()));
    changed.push(said);
  }
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  for (const [i, chart] of CHARTS.entries()) expect(await names(page, chart)).toEqual(changed[i]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the tree has every mark once, in order, as a button of the size of a finger", { tag: "@once" }, async ({ page, site }) => {
    await live(page, site);
    const session = await page.context().newCDPSession(page);
    for (const chart of CHARTS) {
      await figure(page, chart).scrollIntoViewIfNeeded();
      const wanted = await names(page, chart);
      const heard = async () => {
        const { nodes } = await session.send("Accessibility.getFullAXTree");
        const buttons = nodes.filter(({ role, ignored }) => !ignored && role?.value === "button").map(({ name }) => name?.value);
        return buttons.filter((name) => wanted.includes(name));
      };
      await expect.poll(heard).toEqual(wanted);
      for (const target of await targets(page, chart).all()) {
        const { width, height } = await target.boundingBox();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      }
    }
  });
});

// Choosing, trying, scrubbing, opening, listening: by mouse, touch, keyboard and accessibility tree, with the same words.
import { CHARTS, centred, expect, figure, explored, test } from "./site.mjs";

const spots = (page, chart) => figure(page, chart).locator(".target");
const said = (page, chart) => figure(page, chart).locator(".tooltip");
const announced = (page) => page.locator("[data-status]");
const answer = (page, chart) => figure(page, chart).locator(".answer");
const query = (page) => page.evaluate(() => location.search);

/** The four ways, each as an action on a control: to press it. */
const WAYS = {
  mouse: { tag: "@everywhere", press: (control) => control.click() },
  touch: { use: { hasTouch: true }, press: (control) => control.tap() },
  keyboard: {
    tag: "@everywhere",
    press: async (control) => {
      await control.focus();
      const link = await control.evaluate((element) => element.matches("a"));
      await control.page().keyboard.press(link ? "Enter" : "Space");
    },
  },
  // What assistive technology does when a person acts on a node of the tree.
  "accessibility tree": { press: (control) => control.evaluate((element) => element.click()) },
};

for (const [way, { use = {}, tag = [], press }] of Object.entries(WAYS)) {
  test.describe(`by ${way}`, { tag }, () => {
    test.use(use);

    test("a family of agreements is chosen, and the rows put in order @story", async ({ page, site }) => {
      await explored(page, site);
      const chart = figure(page, "agreements");
      await centred(chart.locator(".row"));
      await press(chart.getByRole("radio", { name: "Institutions" }));
      await expect(spots(page, "agreements")).toHaveCount(4);
      await expect(announced(page)).toHaveText("Institutions: 4 figures shown");
      await press(chart.getByRole("radio", { name: "As in the source" }));
      await expect(announced(page)).toHaveText("Institutions: 4 figures shown. Order of rows: As in the source");
      await expect(spots(page, "agreements").first()).toHaveAccessibleName(/^67 institutions/);
      await expect(spots(page, "agreements").last()).toHaveAccessibleName(/^24 centres/);
      await expect.poll(() => query(page)).toBe("?count=institutions&order=source");
    });

    test("a figure opens with its source, leads to the story and back, and closes @story", async ({ page, site }) => {
      await explored(page, site);
      const spot = spots(page, "agreements").nth(2);
      await centred(spot);
      await press(spot);
      await expect(spot).toHaveAttribute("aria-expanded", "true");
      expect(await said(page, "agreements").innerText()).toMatch(
        /^More than 50 countries\nIntellectual property cooperation\nAs of September 2024\nSource article: Belt and Road, paragraph.1, sentence.1\n/,
      );
      await expect.poll(() => query(page)).toBe("?fact=bri-ip-countries");
      await press(said(page, "agreements").getByRole("link", { name: "Read it in the story" }).and(page.locator("[data-told]")));
      await expect(page.locator("#fact-bri-ip-countries")).toBeFocused();
      await press(page.locator("#fact-bri-ip-countries [data-mark]"));
      await expect(spot).toBeFocused();
    });
  });
}

// Links and fields answer Enter and typing rather than Space, so these have their own ways.
test.describe("a field", () => {
  const ANSWER =
    "From 2.5, a gain of 30 to 60 percent on average would make 3.25 to 4 tonnes per hectare. This is arithmetic: " +
    "the source states the gain as an average, and says nothing of any one field.";

  test("is tried by typing, by slider and by address, with the same answer @story", { tag: "@everywhere" }, async ({ page, site }) => {
    await explored(page, site);
    const chart = figure(page, "yields");
    await centred(chart.locator(".row"));
    const [field, slider] = [chart.getByRole("textbox"), chart.getByRole("slider")];
    await field.fill("2.5");
    await expect(answer(page, "yields")).toHaveText(ANSWER);
    await expect(announced(page)).toHaveText(ANSWER);
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(field).toHaveValue("2.6");
    await page.keyboard.press("ArrowLeft");
    await expect(answer(page, "yields")).toHaveText(ANSWER);
    await expect.poll(() => query(page)).toBe("?field=2.5");
    await page.reload();
    await expect(answer(page, "yields")).toHaveText(ANSWER);
    await chart.getByRole("button", { name: "Clear" }).click();
    await expect(answer(page, "yields")).toHaveText(/^Give a yield/);
    await expect.poll(() => query(page)).toBe("");
  });

  test("that is none is refused, and what was typed stays @story", { tag: "@everywhere" }, async ({ page, site }) => {
    await explored(page, site);
    const field = figure(page, "yields").getByRole("textbox");
    for (const bad of ["0", "101", "rice"]) {
      await field.fill(bad);
      await expect(answer(page, "yields")).toHaveText("Give a number from 0.1 to 100.");
      await expect(field).toHaveValue(bad);
      await expect(field).toHaveAttribute("aria-invalid", "true");
    }
  });
});

test.describe("the years", () => {
  const TOLD = "End of 2010: 5 countries: Brazil, Russia, India, China, South Africa. That year: Invited December 2010.";

  test("are scrubbed by keys and by mouse, and the whole timeline comes back @story", { tag: "@everywhere" }, async ({ page, site }) => {
    await explored(page, site);
    const chart = figure(page, "membership");
    const slider = chart.getByRole("slider", { name: "Year" });
    await centred(slider);
    await slider.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect(answer(page, "membership")).toHaveText(TOLD);
    await expect(announced(page)).toHaveText(TOLD);
    await expect.poll(() => query(page)).toBe("?year=2010");
    await chart.getByRole("button", { name: "Whole timeline" }).click();
    const box = await slider.boundingBox();
    await page.mouse.click(box.x + 9 + (box.width - 18) / 16, box.y + box.height / 2);
    await expect(answer(page, "membership")).toHaveText(TOLD);
  });

  test("are played, paused, and end @story", { tag: "@everywhere" }, async ({ page, site }) => {
    const chart = figure(page, "membership");
    const opened = async (year) => {
      await page.goto(`${site}?year=${year}`);
      await expect(page.locator("html")).toHaveAttribute("data-state", "live");
    };
    await opened(2010);
    await chart.getByRole("button", { name: "Play" }).click();
    await expect(answer(page, "membership")).not.toHaveText(/^End of 2010/);
    await chart.getByRole("button", { name: "Pause" }).click();
    await expect(chart.getByRole("button", { name: "Play" })).toBeVisible();
    await opened(2023);
    await chart.getByRole("button", { name: "Play" }).click();
    await expect(answer(page, "membership")).toHaveText(/^End of 2024/);
    await expect(chart.getByRole("button", { name: "Play" })).toBeVisible();
  });

  test.describe("with less motion", () => {
    test.use({ contextOptions: { reducedMotion: "reduce" } });

    test("are not played, only stepped @story", async ({ page, site }) => {
      await explored(page, site);
      await expect(figure(page, "membership").getByRole("button", { name: "Play" })).toHaveCount(0);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await expect(figure(page, "membership").getByRole("button", { name: "Play" })).toHaveCount(1);
    });
  });
});

test("an address opens its view and its figure, and adds nothing to the history @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.goto(`${site}?count=people&year=2015&fact=africa-yield-gain&utm=x`);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await expect(spots(page, "agreements")).toHaveCount(1);
  await expect(answer(page, "membership")).toHaveText(/^End of 2015/);
  await expect(figure(page, "yields").locator(".target[data-fact=africa-yield-gain]")).toBeFocused();
  const before = await page.evaluate(() => history.length);
  // A choice in another chart leaves the open figure alone; a tap beside it would close it.
  await figure(page, "agreements").getByRole("radio", { name: "All" }).press("Space");
  await expect.poll(() => query(page)).toBe("?utm=x&year=2015&fact=africa-yield-gain");
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("a figure that two charts show leads to the one beside it @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  await page.locator("[data-card=africa] .more > summary").click();
  await page.locator("[data-card=africa] [data-fact=africa-demonstration-centres] [data-mark]").click();
  await expect(figure(page, "yields").locator(".target[data-fact=africa-demonstration-centres]")).toBeFocused();
});

test("a figure of the story lights its mark @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  const told = page.locator("#fact-africa-yield-gain");
  await page.locator("[data-card=africa] .more > summary").click();
  await centred(told);
  await told.hover();
  await expect(figure(page, "yields").locator("[data-lit]")).toHaveAttribute("data-fact", "africa-yield-gain");
  await page.mouse.move(0, 0);
  await expect(page.locator("[data-lit]")).toHaveCount(0);
});

test("any figure of any chart is at most 12 keys from the top @story", async ({ page, site }) => {
  await explored(page, site);
  for (const [i, chart] of ["agreements", "membership", "yields"].entries()) {
    await spots(page, chart).first().focus();
    const starts = await firsts(page, chart);
    const last = (await spots(page, chart).count()) - 1;
    for (let target = 0; target <= last; target += 1) {
      await explored(page, site);
      let presses = 0;
      const press = async (key) => {
        presses += 1;
        await page.keyboard.press(key);
      };
      // Past the link to the story, to that of the chart.
      for (let tab = 0; tab < i + 2; tab += 1) await press("Tab");
      await press("Enter");
      await press("Tab");
      const here = () => spots(page, chart).evaluateAll((all) => all.indexOf(document.activeElement));
      expect(await here(), `${chart}: the first mark`).toBe(0);
      // The way that a reader who knows the keys would take.
      const jumps = [...starts.entries()].map(([jump, start]) => [jump, start, "PageDown"]);
      const ways = [...jumps, [1, last, "End"]].map(([cost, start, key]) => [cost + Math.abs(target - start), cost, start, key]);
      const [, cost, start, key] = ways.sort((a, b) => a[0] - b[0])[0];
      for (let jump = 0; jump < cost; jump += 1) await press(key);
      for (let step = start; step < target; step += 1) await press("ArrowDown");
      for (let step = start; step > target; step -= 1) await press("ArrowUp");
      expect(await here(), `${chart}: mark ${target}`).toBe(target);
      expect(presses, `${chart}: mark ${target}`).toBeLessThanOrEqual(12);
    }
  }
});

/** The first mark of each part, found by the Page keys. */
async function firsts(page, chart) {
  const here = () => spots(page, chart).evaluateAll((all) => all.indexOf(document.activeElement));
  const found = [0];
  const last = (await spots(page, chart).count()) - 1;
  for (;;) {
    await page.keyboard.press("PageDown");
    const at = await here();
    if (at === found.at(-1) || at === last) break;
    found.push(at);
  }
  return found;
}

test("each chart can be skipped by one link @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  for (const chart of CHARTS) {
    const skip = figure(page, chart).getByRole("link", { name: "Skip this chart" });
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(figure(page, chart).locator(".as-table > summary")).toBeFocused();
  }
});

test("color schemes are chosen and kept, where storage is forbidden too @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    }),
  );
  await explored(page, `${site}?order=source`);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const ink = () =>
    figure(page, "agreements").locator("canvas").evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return [...Array(data.length / 4).keys()].filter((i) => data[4 * i] === 0xee && data[4 * i + 1] === 0x7e).length;
    });
  expect([await ground(), await ink()]).toEqual(["rgb(255, 255, 255)", 0]);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(ground).toBe("rgb(21, 23, 26)");
  await expect.poll(ink).toBeGreaterThan(1000);
  await page.getByRole("radio", { name: "As the system" }).check();
  await expect.poll(ground).toBe("rgb(255, 255, 255)");
});

test("a chosen color scheme is there at the next visit @story", async ({ page, site }) => {
  await explored(page, site);
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto(`${site}?theme=light`);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("a choice that leaves fewer marks leaves one to Tab to, and closes what was open @story", async ({ page, site }) => {
  await explored(page, site);
  const chart = figure(page, "agreements");
  await spots(page, "agreements").last().focus();
  await page.keyboard.press("Enter");
  await expect(said(page, "agreements")).toBeVisible();
  await chart.getByRole("radio", { name: "All" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(spots(page, "agreements")).toHaveCount(4);
  await expect(chart.locator(".target[tabindex='0']")).toHaveCount(1);
  await expect(said(page, "agreements")).toHaveCount(0);
});

test("a chart is turned over to its table and back @story", async ({ page, site }) => {
  await explored(page, site);
  const chart = figure(page, "membership");
  await chart.locator(".as-table > summary").click();
  await chart.getByRole("checkbox", { name: "The table in place of the chart" }).check();
  await expect(chart.locator(".plot")).toBeHidden();
  await expect(chart.locator("table")).toBeVisible();
  await chart.getByRole("checkbox").press("Space");
  await expect(chart.locator(".plot")).toBeVisible();
});

test("tables are sorted by any column, there and back @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  const chart = figure(page, "agreements");
  await chart.locator(".as-table > summary").click();
  const values = () => chart.locator("td.value").allInnerTexts();
  const button = chart.getByRole("button", { name: "Figure with its unit" });
  await button.click();
  expect((await values())[0]).toMatch(/^9 centres/i);
  await expect(chart.getByRole("columnheader", { name: "Figure with its unit" })).toHaveAttribute("aria-sort", "ascending");
  await button.focus();
  await page.keyboard.press("Enter");
  expect((await values())[0]).toMatch(/^more than 16,000 people/i);
});

test("a chart is heard, paused, and told in words @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.addInitScript(() => {
    window.pitches = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      window.pitches.push(args[0]);
      return start.apply(this, args);
    };
  });
  await explored(page, site);
  const listen = figure(page, "yields");
  await listen.locator(".transcript > summary").click();
  const transcript = await listen.locator(".transcript li").allInnerTexts();
  expect(transcript).toEqual(await spots(page, "yields").evaluateAll((all) => all.map((spot) => spot.ariaLabel)));
  expect(await page.evaluate(() => window.pitches.length)).toBe(0);
  await listen.getByRole("button", { name: "Listen" }).click();
  await expect(listen.locator(".heard")).toHaveText(transcript[0]);
  await expect.poll(() => page.evaluate(() => window.pitches.length)).toBeGreaterThanOrEqual(2);
  await expect(listen.locator(".heard")).toHaveText(transcript[1]);
  await listen.getByRole("button", { name: "Pause" }).click();
  await expect(listen.getByRole("button", { name: "Listen" })).toBeVisible();
});

/** Frames asked for and timers set by the page from now on. */
const watchClock = () => {
  window.asked = { frames: 0, timers: 0 };
  const [frame, timer] = [requestAnimationFrame, setTimeout];
  window.requestAnimationFrame = (step) => ((window.asked.frames += 1), frame(step));
  window.setTimeout = (...args) => ((window.asked.timers += 1), timer(...args));
};

test("a choice moves the marks, and then the page rests @story", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.addInitScript(watchClock);
  await explored(page, site);
  const canvas = figure(page, "agreements").locator("canvas");
  await centred(figure(page, "agreements").locator(".row"));
  const frames = () => page.evaluate(() => window.asked.frames);
  const rest = async () => {
    let before = -1;
    await expect.poll(async () => [before, (before = await frames())].every((count, _, [first]) => count === first), { intervals: [400] }).toBe(true);
  };
  await rest();
  const still = await frames();
  await figure(page, "agreements").getByRole("radio", { name: "As in the source" }).check();
  await expect.poll(frames).toBeGreaterThan(still + 3);
  // Turned midway: it ends where it began, as if nothing had been.
  await figure(page, "agreements").getByRole("radio", { name: "Largest stated first" }).check();
  await rest();
  await expect(canvas).toBeVisible();
  const asked = await page.evaluate(() => ({ ...window.asked }));
  await page.evaluate(() => new Promise((rested) => setTimeout(rested, 1500)));
  expect(await page.evaluate(() => window.asked)).toEqual({ frames: asked.frames, timers: asked.timers + 1 });
});

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("a choice is there at once @story", async ({ page, site }) => {
    await explored(page, site);
    await page.evaluate(watchClock);
    await figure(page, "agreements").getByRole("radio", { name: "People" }).check();
    await expect(spots(page, "agreements")).toHaveCount(1);
    await expect.poll(() => query(page)).toBe("?count=people");
    expect(await page.evaluate(() => window.asked.frames)).toBe(0);
  });
});

test.describe("with wide text spacing (WCAG 1.4.12), at 320 px", () => {
  test.use({ bypassCSP: true, viewport: { width: 320, height: 640 } });

  test("nothing is cut or scrolls sideways @story", async ({ page, site }) => {
    await explored(page, site);
    await page.addStyleTag({
      content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
    });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const cut = await page.locator("button:not(.target), label, legend, .answer").evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });
});

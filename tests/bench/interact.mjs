// What a reader waits for after a touch of each control: from the event to the next paint, as the browser itself
// measures it (Event Timing, in steps of 8 ms), and how evenly a motion runs.

import { PROFILES } from "./profiles.mjs";
import { cell, summarize, table } from "./report.mjs";

const TURNS = 5;

/** Each control: how it is acted on, there and back. */
const ACTIONS = [
  ["Choose a family", (page) => page.locator("[data-controls=agreements] label", { hasText: "Institutions" }).click()],
  ["Show all families", (page) => page.locator("[data-controls=agreements] label", { hasText: "All" }).click()],
  ["Order by source", (page) => page.locator("[data-controls=agreements] label", { hasText: "As in the source" }).click()],
  ["Order by figure", (page) => page.locator("[data-controls=agreements] label", { hasText: "Largest stated first" }).click()],
  ["Type a yield", (page) => page.locator("#field").pressSequentially("7")],
  ["Take the yield back", (page) => page.locator("[data-controls=yields] button", { hasText: "Clear" }).click()],
  ["Step to a year", (page) => page.locator("#year").press("ArrowLeft")],
  ["Whole timeline", (page) => page.locator("[data-controls=membership] button", { hasText: "Whole" }).click()],
  ["Open a figure", (page) => page.locator("[data-live=yields] .target").first().click()],
  ["Close it", (page) => page.locator("[data-live=yields] .target").first().press("Escape")],
  ["Sort a table", (page) => page.locator("#figures thead button").nth(1).click()],
  ["Choose a look", (page) => page.locator("[data-color-scheme] label", { hasText: "Dark" }).click()],
  ["Back to the system's", (page) => page.locator("[data-color-scheme] label", { hasText: "system" }).click()],
];

const observe = () => {
  window.waits = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) window.waits.push(duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
};

/** Two frames and an idle moment, after which the browser has told what it measured. */
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 600)))));

/** The longest wait of an action; what took less than 16 ms is not told, and counts as 16. */
async function wait(page, act) {
  await page.evaluate(() => (window.waits.length = 0));
  await act(page);
  await settled(page);
  return page.evaluate(() => Math.max(16, ...window.waits));
}

/** Of the frames of one motion, the share that came more than half a frame late. */
async function late(page) {
  const frames = page.evaluate(
    () =>
      new Promise((done) => {
        const times = [];
        const step = (time) => (times.push(time), times.length < 25 ? requestAnimationFrame(step) : done(times));
        document.querySelector("[data-controls=agreements] fieldset:nth-child(2) input:not(:checked)").click();
        requestAnimationFrame(step);
      }),
  );
  const times = await frames;
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  return gaps.filter((gap) => gap > 25).length / gaps.length;
}

export async function measureInteractions(browser, url, log) {
  const results = {};
  for (const profile of PROFILES) {
    const context = await browser.newContext(profile.context);
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => document.documentElement.dataset.state === "live");
    await page.evaluate(() => document.querySelectorAll(".explore").forEach((one) => (one.open = true)));
    const cdp = await context.newCDPSession(page);
    if (profile.cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
    const waits = Object.fromEntries(ACTIONS.map(([name]) => [name, []]));
    for (let turn = 0; turn < TURNS; turn += 1) for (const [name, act] of ACTIONS) waits[name].push(await wait(page, act));
    const shares = [];
    await page.locator("[data-controls=agreements]").scrollIntoViewIfNeeded();
    for (let turn = 0; turn < TURNS; turn += 1) {
      shares.push(await late(page));
      await settled(page);
    }
    results[profile.id] = {
      waits: Object.fromEntries(ACTIONS.map(([name]) => [name, summarize(waits[name])])),
      late: summarize(shares),
    };
    log(`interactions: ${profile.id}`);
    await context.close();
  }
  return results;
}

export function describeInteractions(results) {
  const rows = ACTIONS.map(([name]) => [name, ...PROFILES.map(({ id }) => cell(results[id].waits[name], "ms"))]);
  const late = ["Late frames of a motion, share", ...PROFILES.map(({ id }) => cell(results[id].late, ""))];
  return [
    "### From a touch to the next paint, ms",
    `Median (lowest–highest) of ${TURNS}; the browser measures in steps of 8 ms from 16 on.`,
    table(["Control", ...PROFILES.map(({ title }) => title)], [...rows, late]),
  ].join("\n\n");
}

// One cold load of one site, as numbers.

import { setTimeout as sleep } from "node:timers/promises";
import { watchMemory } from "./memory.mjs";
import { pointerMoves } from "./pointer.mjs";
import { probe } from "./probe.mjs";
import { redraws, workTime } from "./redraw.mjs";
import { meter } from "./wire.mjs";

const QUIET_MS = 1000; // without a long task, after everything has loaded
const PATIENCE_MS = 60_000;

/** What tasks of more than 50 ms took beyond those 50 ms, from the first paint on. */
export function blockingTime(longTasks, firstPaint) {
  return longTasks.reduce((sum, { start, duration }) => {
    const visible = start + duration - Math.max(start, firstPaint);
    return sum + Math.max(0, Math.min(duration, visible) - 50);
  }, 0);
}

/**
 * The value of an expression in a page. Playwright's `evaluate` has the page parse a long script first, in the middle of a load
 * that is measured.
 */
async function valueOf(cdp, expression) {
  const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function untilQuiet(cdp) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const quiet = await valueOf(cdp, `performance.now() - benchProbe.busyUntil() > ${QUIET_MS}`);
    if (quiet || Date.now() > deadline) return;
    await sleep(250);
  }
}

/**
 * Loads `site` in a browser context of its own (nothing cached, nothing compiled before).
 * `site.markup`: its charts stand in the HTML; `site.script`: it marks `charts-ready`.
 */
export async function coldLoad(browser, site, profile) {
  const memory = await watchMemory(browser);
  const context = await browser.newContext({ ...profile.context, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Performance.enable", { timeDomain: "timeTicks" });
    if (profile.network) await cdp.send("Network.emulateNetworkConditions", profile.network);
    if (profile.cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
    await page.addInitScript(probe);
    const wire = meter(cdp);

    await page.goto(site.url, { waitUntil: "load", timeout: PATIENCE_MS });
    if (site.script) await valueOf(cdp, `benchProbe.marked("charts-ready", ${PATIENCE_MS})`);
    await sleep(QUIET_MS);
    await untilQuiet(cdp);
    const [work, held] = [await workTime(cdp), await memory()];
    const seen = await page.evaluate(() => window.benchProbe.read());
    const charts = await page.evaluate(() => window.benchProbe.charts());
    if (charts.length !== 3 || !charts.every(({ drawn }) => drawn)) errors.push("not all three charts are drawn");
    if (site.markup && !seen.inMarkup) errors.push("its charts do not stand in the markup");
    if (wire.failed()) errors.push(wire.failed());
    if (errors.length > 0) throw new Error(`${site.name}: ${errors.join("; ")}`);

    const painted = site.markup ? Math.max(seen.markupPainted, seen.firstPaint) : seen.ready;
    return {
      wireBytes: wire.total(),
      bytesToCharts: wire.before(seen.origin + painted),
      firstPaint: seen.firstPaint,
      largestPaint: seen.largestPaint,
      chartsPainted: painted,
      live: seen.ready,
      blocking: blockingTime(seen.longTasks, seen.firstPaint),
      shift: seen.shift,
      work,
      memory: held,
      moves: site.script ? await pointerMoves(page) : null,
      redraws: await redraws(page, cdp, profile.resize),
    };
  } finally {
    await context.close();
  }
}

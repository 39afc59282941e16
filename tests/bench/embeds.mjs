// What each further embed on one page costs: elements are added one by one, and the work of the main threads after each
// is summed, of the host page and of all frames. Host and graphic are of two sites, as they are in the wild.

import { setTimeout as sleep } from "node:timers/promises";
import { createServer } from "node:http";
import { cell, summarize, table } from "./report.mjs";

const COUNT = 10;
const PAGES = { membership: ["membership"], "all charts in turn": ["membership", "agreements", "yields"] };
const REST_MS = 2000; // for each embed; what embeds that are there do meanwhile is work of the newest
const ADDED = "embed added ";
const CATEGORIES = "disabled-by-default-devtools.timeline,blink.user_timing";

/** A page with the script; without any frame, so that the first embed also pays for the start of the frames' process. */
async function hostPage(site) {
  const body = `<script src="${site}embed.js"></script>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title><body>${body}`),
  );
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

/** What the browser records while `work` goes on. */
async function traced(browser, work) {
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", categories: CATEGORIES });
  await work();
  const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
  await cdp.send("Tracing.end");
  await complete;
  await cdp.detach();
  return events;
}

/** Adds one embed after the other, in sight, each once the former is at rest. */
async function add(page, views) {
  for (let nth = 0; nth < COUNT; nth += 1) {
    await page.evaluate(([view, mark]) => {
      performance.mark(mark);
      const embed = document.createElement("tech-ties-embed");
      embed.setAttribute("view", view);
      document.body.prepend(embed);
    }, [views[nth % views.length], `${ADDED}${nth}`]);
    await sleep(REST_MS); // Playwright's own ways of waiting would be work for the frame
  }
}

/** Milliseconds of processor time that the tasks of all main threads took after each embed, until the next. */
function costs(events) {
  const name = (event) => `${event.pid} ${event.tid}`;
  const threads = events.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const main = new Set(threads.map(name));
  const added = events.filter((event) => event.name.startsWith(ADDED)).map(({ ts }) => ts).sort((a, b) => a - b);
  const sums = added.map(() => 0);
  for (const event of events.filter((event) => event.name === "RunTask" && main.has(name(event)))) {
    const nth = added.findLastIndex((ts) => ts <= event.ts + event.dur);
    if (nth >= 0) sums[nth] += event.tdur / 1000;
  }
  if (sums.length !== COUNT) throw new Error(`${sums.length} of ${COUNT} embeds are in the record`);
  return sums;
}

async function round(browser, site, views) {
  const host = await hostPage(site);
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(host.url);
  await sleep(REST_MS);
  const events = await traced(browser, () => add(page, views));
  const states = page.frames().slice(1).map((frame) => frame.evaluate(() => document.documentElement.dataset.state));
  const live = (await Promise.all(states)).filter((state) => state === "live").length;
  await context.close();
  host.close();
  if (live !== COUNT) throw new Error(`only ${live} of ${COUNT} embeds came alive`);
  return costs(events);
}

/** For each kind of page the cost of the first and of each further embed: `{ membership: [{ median, min, max }, ...] }`. */
export async function measureEmbeds(browser, site, rounds, log) {
  const results = {};
  for (const [name, views] of Object.entries(PAGES)) {
    await round(browser, site, views); // warms the machine
    const runs = [];
    for (let nth = 1; nth <= rounds; nth += 1) {
      runs.push(await round(browser, site, views));
      log(`embeds, ${name}: round ${nth} of ${rounds}`);
    }
    results[name] = Array.from({ length: COUNT }, (_, nth) => summarize(runs.map((run) => run[nth])));
  }
  return results;
}

export function describeEmbeds(results, rounds) {
  const first = (name) => results[name][0].median;
  const told = (name, summary) => [cell(summary, "ms"), `${Math.round((100 * summary.median) / first(name))} %`];
  const names = Object.keys(results);
  const rows = Array.from({ length: COUNT }, (_, nth) => [`${nth + 1}`, ...names.flatMap((name) => told(name, results[name][nth]))]);
  return [
    "### Embeds on one page, one after the other",
    `Median (lowest–highest) of ${rounds} rounds: processor time of the main threads for each, page and frames together.`,
    table(["Embed", ...names.flatMap((name) => [`${name}, ms`, "of the first"])], rows),
  ].join("\n\n");
}

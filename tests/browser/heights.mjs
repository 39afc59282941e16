// Measures how high each view and each section of the page are, and writes heights.json beside the story: embed.js reserves
// room by it, and the page keeps the room of what is far from the screen. `cargo xtask heights` runs it after a build.
import { chromium } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHROMIUM } from "./browsers.mjs";
import { serve } from "./server.mjs";
import { DIST, VIEWS } from "./site.mjs";

/** The folder of the story: what is measured stands beside it. */
const FOLDER = process.env.TECH_TIES_STORY ?? fileURLToPath(new URL("../../static", import.meta.url));
export const FILE = join(FOLDER, "heights.json");

/** The widths of the screen at which sections are measured, in CSS px: one for each block of rules. */
export const SECTION_WIDTHS = [390, 768, 1440];

/** How far, in CSS px, a reserved height may be from the true one: less than a line of text. */
export const TOLERANCE = 20;

const NARROWEST = 280;
const WIDEST = 1240;
const STEP = 10;
const WIDTHS = Array.from({ length: (WIDEST - NARROWEST) / STEP + 1 }, (_, i) => NARROWEST + i * STEP);

/** The heights of a view at these widths, in a frame of the page's own origin: `[[width, height], ...]`. */
export function measure(page, src, widths = WIDTHS) {
  return page.evaluate(async ({ src, widths }) => {
    const frame = Object.assign(document.createElement("iframe"), { src });
    frame.style.cssText = "border:0;height:100px";
    document.body.replaceChildren(frame);
    await new Promise((loaded) => (frame.onload = loaded));
    const { documentElement: root } = frame.contentDocument;
    const live = () => root.dataset.state === "live" || root.querySelector("script[data-wasm='']");
    while (!live()) await new Promise((turn) => setTimeout(turn, 20));
    const graphic = root.querySelector("main[data-embed]");
    return widths.map((width) => {
      frame.style.width = `${width}px`;
      return [width, Math.ceil(graphic.getBoundingClientRect().height)];
    });
  }, { src, widths });
}

/** The height at a width, in proportion between the two points beside it. */
export function between(points, width) {
  const next = points.findIndex(([measured]) => measured >= width);
  if (next < 1) return points.at(next)[1];
  const [[w0, h0], [w1, h1]] = [points[next - 1], points[next]];
  return Math.round(h0 + ((width - w0) / (w1 - w0)) * (h1 - h0));
}

/** The fewest points, taken greedily, between which every other one lies within the tolerance. */
function knots(points) {
  const kept = [points[0]];
  for (let from = 0; from < points.length - 1; ) {
    let to = points.length - 1;
    const line = () => [points[from], points[to]];
    const fits = () => points.slice(from, to).every(([width, height]) => Math.abs(between(line(), width) - height) <= TOLERANCE);
    while (!fits()) to -= 1;
    kept.push(points[to]);
    from = to;
  }
  return kept;
}

/** The height of each section of the page at each of these widths, in rem. */
async function measureSections(page, url) {
  await page.goto(url);
  const heights = {};
  for (const width of SECTION_WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // The charts follow in the frame after.
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(frame, 200)))));
    const measured = await page.locator(".chapter").evaluateAll((sections) =>
      sections.map((section) => {
        section.style.contentVisibility = "visible";
        return [section.id, Math.round(section.getBoundingClientRect().height / 16)];
      }),
    );
    for (const [id, height] of measured) (heights[id] ??= []).push(height);
  }
  return heights;
}

/** One line of JSON for each part of an object. */
const lines = (object, write) => Object.entries(object).map(([name, part]) => `    "${name}": ${write(part)}`).join(",\n");

async function main() {
  const server = await serve({ root: DIST });
  const browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.url}demo.html`);
  const views = {};
  for (const view of VIEWS) {
    const whole = knots(await measure(page, `./embed/${view}/`));
    views[view] = { whole, bare: knots(await measure(page, `./embed/${view}/?controls=0`)) };
  }
  const sections = await measureSections(page, server.url);
  await browser.close();
  await server.close();
  const list = (numbers) => `[${numbers.join(", ")}]`;
  const points = (all) => list(all.map(list));
  const view = ({ whole, bare }) => `{\n      "whole": ${points(whole)},\n      "bare": ${points(bare)}\n    }`;
  const parts = { sections: lines(sections, list), views: lines(views, view) };
  writeFileSync(FILE, `{\n${Object.entries(parts).map(([name, part]) => `  "${name}": {\n${part}\n  }`).join(",\n")}\n}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

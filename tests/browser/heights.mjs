// Measures how high each view is at every width, and writes static/heights.json, from which embed.js reserves room.
// `cargo xtask heights` runs it after a build.
import { chromium } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import config from "./playwright.config.mjs";
import { serve } from "./server.mjs";
import { VIEWS } from "./site.mjs";

export const FILE = fileURLToPath(new URL("../../static/heights.json", import.meta.url));

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

async function main() {
  const server = await serve({ root: fileURLToPath(new URL("../../dist", import.meta.url)) });
  const browser = await chromium.launch(config.use.launchOptions);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.url}demo.html`);
  const lines = [];
  for (const view of VIEWS) {
    const [whole, bare] = [
      knots(await measure(page, `./embed/${view}/`)),
      knots(await measure(page, `./embed/${view}/?controls=0`)),
    ].map((points) => points.map((point) => `[${point.join(", ")}]`).join(", "));
    lines.push(`  "${view}": {\n    "whole": [${whole}],\n    "bare": [${bare}]\n  }`);
  }
  await browser.close();
  await server.close();
  writeFileSync(FILE, `{\n${lines.join(",\n")}\n}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

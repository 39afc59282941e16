// The colour that a page around a frame wishes for the marks of the graphic. It takes the place of the section's own
// where it can be told from the ground; else the section keeps its own, and a note in the console says why.
const MARKS = 3; // the contrast that WCAG asks of graphics
const SOURCE = "Tech Ties: the accent";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
const wished = new URLSearchParams(location.search).get("accent");
let noted = "";

/** The parts of a colour from 0 to 255, of `#rrggbb`, `rrggbb` or with three digits; nothing if it is none of these. */
function parts(colour) {
  const digits = colour.trim().match(/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i)?.[1];
  if (!digits) return null;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return pairs.map((pair) => parseInt(pair, 16));
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const hex = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
const mix = (one, other, share) => one.map((part, i) => part * share + other[i] * (1 - share));

/** Says once why the wish is not met. */
function refuse(why) {
  if (noted !== why) console.info(`${SOURCE} ${wished} is not used: ${why}`);
  noted = why;
  return "";
}

/** The rule that brings the accent in, for the look that the page has now; nothing if it may not. */
function rule() {
  const section = document.querySelector("main[data-embed]")?.className.match(/theme-(\w+)/)?.[1];
  if (!section) return refuse("only single views take one");
  const accent = parts(wished);
  if (!accent) return refuse("write it as six hexadecimal digits");
  const ground = parts(getComputedStyle(document.documentElement).getPropertyValue("--ground"));
  if (!ground) return "";
  const found = contrast(accent, ground);
  if (found < MARKS) return refuse(`its contrast to the ground is ${found.toFixed(2)}, less than ${MARKS}`);
  const white = [255, 255, 255];
  const black = [21, 23, 26];
  const on = contrast(accent, white) > contrast(accent, black) ? white : black;
  const set = { [section]: hex(accent), [`${section}-pale`]: hex(mix(accent, ground, 0.18)), "on-hue": hex(on) };
  const lines = Object.entries(set).map(([name, value]) => `--${name}:${value}`);
  // Readers who chose colours of their own, and paper, keep theirs.
  return `@media screen and (forced-colors:none){:root:root{${lines.join(";")}}}`;
}

let now = "";
function apply() {
  const next = rule();
  if (next === now) return;
  now = next;
  sheet.replaceSync(now);
  dispatchEvent(new Event("look")); // canvases take up the colours
}

apply();
addEventListener("look", apply);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);

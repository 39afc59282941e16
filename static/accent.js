// The colour that the page around a frame asks for. It replaces the colour of the section where its contrast to the
// ground is high enough. Otherwise the section keeps its own, and a note in the console says why.
import { ENOUGH, contrast, palette, parse } from "./contrast.js";

const root = document.documentElement;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
const asked = new URLSearchParams(location.search).get("accent") ?? "";
let noted = "";

/**
 * Says once why the accent is not used.
 * @param {string} why
 */
function refuse(why) {
  if (noted !== why) console.info(`Tech Ties: the accent ${asked} is not used: ${why}`);
  noted = why;
}

/** The number of the section's hue and the three colours to draw it in, in the color scheme of the page now. */
function accent() {
  const hue = document.querySelector("main[data-embed]")?.className.match(/hue-(\d)/)?.[1];
  if (!hue) return refuse("only single views take one");
  if (hue === "0") return refuse("this view has no colour of its own");
  const colour = parse(asked);
  if (!colour) return refuse("write it as six hexadecimal digits");
  const ground = parse(getComputedStyle(root).getPropertyValue("--ground"));
  if (!ground) return; // colours that the reader chose
  const found = contrast(colour, ground);
  if (found < ENOUGH) return refuse(`its contrast to the ground is ${found.toFixed(2)}, less than ${ENOUGH}`);
  return { hue, colours: palette(colour, ground) };
}

function apply() {
  const { hue, colours } = accent() ?? {};
  const now = colours?.join(" ");
  if (now === root.dataset.accent) return;
  if (colours) {
    const [own, pale, on] = colours;
    // Readers with forced colours keep theirs, and paper keeps those of the section.
    sheet.replaceSync(
      `@media screen and (forced-colors:none){:root:root{--hue-${hue}:${own};--hue-${hue}-pale:${pale};--on-hue:${on}}}`,
    );
    root.dataset.accent = now; // for exported pictures
  } else {
    sheet.replaceSync("");
    delete root.dataset.accent;
  }
  dispatchEvent(new Event("color-scheme")); // the canvases read the colours again
}

apply();
addEventListener("color-scheme", apply);

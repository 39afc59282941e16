// Colours as `[red, green, blue]` from 0 to 255, and the contrast between them as WCAG defines it. Pure functions.

/** @typedef {number[]} Colour */

/** The contrast that WCAG asks of graphics. */
export const ENOUGH = 3;
/** @type {Colour} */
const WHITE = [255, 255, 255];
/** @type {Colour} */
const BLACK = [21, 23, 26];

/**
 * The colour that `#rrggbb`, `rrggbb` or the same with three digits stands for.
 * @param {string} text
 * @returns {Colour | null} null for anything else
 */
export function parse(text) {
  const digits = text.trim().match(/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i)?.[1];
  if (!digits) return null;
  const parts = /** @type {string[]} */ (digits.match(digits.length === 3 ? /./g : /../g));
  return parts.map((part) => parseInt(part.padEnd(2, part), 16));
}

/**
 * Relative luminance.
 * @param {Colour} colour
 */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @param {Colour} colour */
const hex = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/**
 * The three colours that a section is drawn in, as `#rrggbb`: the accent itself, a pale form of it on the ground, and
 * black or white for text on it.
 * @param {Colour} accent
 * @param {Colour} ground
 */
export function palette(accent, ground) {
  const pale = accent.map((part, i) => part * 0.18 + ground[i] * 0.82);
  const on = contrast(accent, WHITE) > contrast(accent, BLACK) ? WHITE : BLACK;
  return [accent, pale, on].map(hex);
}

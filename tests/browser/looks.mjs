// The looks, widths and sizes of text that the page is checked and shown in.
import { CHROMIUM } from "./browsers.mjs";

/** Widths of windows in CSS px, from the narrowest that WCAG asks for to the widest in use. */
export const WIDTHS = [320, 390, 768, 1024, 1440, 2560];

/** What a browser is asked to emulate for each look. */
export const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none", media: "screen" },
  dark: { colorScheme: "dark", forcedColors: "none", media: "screen" },
  forced: { colorScheme: "light", forcedColors: "active", media: "screen" },
  print: { colorScheme: "light", forcedColors: "none", media: "print" },
};

/** Settings of a browser, with the reader's text this many times as large: rem and media queries follow, as they would. */
export const launchOptions = (text = 1) => ({
  ...CHROMIUM,
  args: [...CHROMIUM.args, `--blink-settings=defaultFontSize=${16 * text}`],
});

/** Shows what the page leaves out while it is far from the screen. */
export async function unfold(page) {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll(".chapter, .closing")) section.style.contentVisibility = "visible";
  });
}

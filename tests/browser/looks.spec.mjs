// The page looks as it did when somebody last looked at it. `cargo xtask test --accept` keeps what it looks like now.
import { fileURLToPath } from "node:url";
import { changes } from "./looked.mjs";
import { LOOKS, unfold } from "./looks.mjs";
import { expect, live, test } from "./site.mjs";

const kept = (name) => fileURLToPath(new URL(`../output/${name}.png`, import.meta.url));

/** One family whose widths every machine has, so that lines break alike everywhere. */
const ALIKE = ":root { --serif: var(--sans) }";

/** Adds rules to the page's own, in place of those added before, and waits until they are painted. */
const style = (page, rules) =>
  page.evaluate(async (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    dispatchEvent(new Event("color-scheme")); // the canvases ask for their colours again
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(painted))));
  }, ALIKE + rules);

async function open(page, url, { width, look }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ ...LOOKS[look], reducedMotion: "reduce" });
  await live(page, url);
  await unfold(page);
  await style(page, "");
}

const shoot = (page) => page.screenshot({ fullPage: true });

for (const width of [390, 1440]) {
  for (const look of ["light", "dark"]) {
    test(`the page at ${width} px, ${look}, looks as it did`, { tag: "@story" }, async ({ page, context, site }) => {
      await open(page, site, { width, look });
      const blank = await context.newPage();
      expect(await changes(blank, kept(`page-${width}-${look}`), await shoot(page))).toEqual([]);
    });
  }
}

const CHANGED = {
  "another hue": ":root:root:root { --hue-1: #c08000 }",
  "larger words": ".standfirst { font-size: 1.5rem }",
  "a chart that is missing": "figure[data-chart=yields] .plot { visibility: hidden }",
  "a section that is missing": "#africa { display: none }",
};
const ALMOST = {
  "a px aside": "body { translate: 1px 1px }",
  "letters placed more finely and drawn bolder": "body { text-rendering: geometricPrecision; -webkit-text-stroke: 0.1px }",
};

test("what a reader would see as a change is told, and what a machine draws otherwise is not", { tag: "@story" }, async ({ page, context, site }) => {
  test.skip(Boolean(process.env.ACCEPT), "nothing may be kept of it");
  test.slow(); // many pictures of a long page
  await open(page, site, { width: 390, look: "light" });
  const blank = await context.newPage();
  for (const [name, rules] of Object.entries({ ...ALMOST, ...CHANGED })) {
    await style(page, rules);
    const found = await changes(blank, kept("page-390-light"), await shoot(page));
    if (name in ALMOST) expect.soft(found, name).toEqual([]);
    else expect.soft(found, name).not.toEqual([]);
  }
});

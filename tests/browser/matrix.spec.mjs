// Every text can be read: at every width, in every look, with large text, without and with the program.
import { chromium } from "@playwright/test";
import { LOOKS, WIDTHS as EVERY_WIDTH, launchOptions, unfold } from "./looks.mjs";
import { expect, live, test } from "./site.mjs";
import { CHOSEN, IS_DEFAULT } from "./story.mjs";
import { faults } from "./texts.mjs";

/** Of other stories those at which the layout is another. */
const WIDTHS = IS_DEFAULT ? EVERY_WIDTH : EVERY_WIDTH.filter((width) => [320, 768, 1440].includes(width));

test("what cannot be read is found", { tag: "@once" }, async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 300 });
  const report = async (html) => {
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>body { font: 16px/1.5 Arial }</style>${html}`);
    return faults(page);
  };
  const words = "Words to be read";
  expect(await report(`<p>${words}<p>${words}<p class="unseen" style="font-size:1px">${words}`)).toEqual([]);
  expect(await report(`<p style="line-height:1.15">${`${words} <b>${words}</b> `.repeat(9)}`)).toEqual([]);
  expect(await report(`<p style="font-size:11px">${words}`)).toEqual([`"${words}" (page) is 11.0 px`]);
  const svg = (inside) => `<svg viewBox="0 0 200 100" width="150" height="75">${inside}</svg>`;
  expect(await report(svg(`<text y="50" font-size="14">${words}</text>`))).toEqual([`"${words}" (page) is 10.5 px`]);
  expect(await report(svg(`<text x="150" y="50" font-size="16">${words}</text>`))).toEqual([`"${words}" (page) is cut by its svg`]);
  expect(await report(`<p class="box" style="overflow:hidden;width:60px;white-space:nowrap">${words}`)).toEqual([`"${words}" (page) is cut by its box`]);
  expect(await report(`<p class="box" style="overflow:hidden;height:30px;width:60px">${words}`)).toEqual([`"${words}" (page) is cut by its box`]);
  expect(await report(`<p style="margin-left:-20px">${words}`)).toEqual([expect.stringContaining("leaves the page: -12")]);
  expect(await report(`<p style="margin-left:300px;white-space:nowrap">${words}`)).toEqual([
    expect.stringMatching(/the page is \d+ px wide, its window 400/),
    expect.stringContaining("leaves the page: 308"),
  ]);
  const second = `<p style="margin:-36px 0 0 90px" id="second">Others`;
  expect(await report(`<p>${words}${second}`)).toEqual([`"${words}" (page) lies on "Others" (second)`]);
  expect(await report(`<input type="text" value="${words}" style="width:40px">`)).toEqual([`"${words}" is wider than its field`]);
});

/** The faults in each look; colours come without another load. */
async function expectReadable(page, name) {
  await unfold(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    expect.soft(await faults(page), `${name}, ${look}`).toEqual([]);
  }
  await page.emulateMedia(LOOKS.light);
}

const still = async (browser, site, width) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(site);
  await expectReadable(page, "still");
  // The pictures are among what was looked at: a text put on another in one of them is found.
  const second = await page.evaluateHandle(() => {
    const text = [...document.querySelectorAll(".fallback text")].find((text) => text.getClientRects().length);
    return text.parentNode.appendChild(text.cloneNode(true));
  });
  expect.soft(await faults(page), "a text twice in a picture").toEqual([expect.stringContaining("lies on")]);
  await second.evaluate((second) => second.remove());
  // The same page once the program could not start: it says so.
  await page.evaluate(() => (document.documentElement.dataset.state = "failed"));
  expect.soft(await faults(page), "failed").toEqual([]);
  await context.close();
};

const alive = async (browser, site, width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await live(page, site);
  await expectReadable(page, "live");
  await live(page, site + CHOSEN);
  await unfold(page);
  expect.soft(await faults(page), "chosen views").toEqual([]);
  await page.evaluate(() => document.querySelectorAll(".flip").forEach((flip) => flip.click()));
  expect.soft(await faults(page), "tables in place of charts").toEqual([]);
  await page.close();
};

for (const [name, check] of Object.entries({ still, live: alive })) {
  for (const width of WIDTHS) {
    test(`${name} at ${width} px, every text can be read`, async ({ browser, site }) => {
      await check(browser, site, width);
    });
  }
}

/** A browser whose reader set text to twice its size: rem and the widths of media queries follow, as zooming text does. */
const large = test.extend({
  twice: [
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions(2));
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});

for (const [name, check] of Object.entries({ still, live: alive })) {
  for (const width of WIDTHS) {
    large(`${name} at ${width} px with text of twice the size, every text can be read`, async ({ twice, site }) => {
      await check(twice, site, width);
    });
  }
}

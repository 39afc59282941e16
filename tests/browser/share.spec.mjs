// The dialog in which a chart is taken along or embedded: files in the state that is shown, snippets, and frames of
// another origin that forbid this or that.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { expect, figure, live, test } from "./site.mjs";

const dialog = (page) => page.locator("dialog.share");

/** Opens the dialog of a chart. */
async function open(page, chart) {
  await figure(page, chart).locator("[data-share]").click();
  await expect(dialog(page)).toBeVisible();
}

/** Asks for a file and reads it. */
async function take(page, kind) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-take=${kind}]`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Reads CSV as RFC 4180 has it, into objects. */
function parse(text) {
  expect(text.charCodeAt(0), "the mark of UTF-8").toBe(0xfeff);
  const cells = [...text.slice(1).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
  const lines = [[]];
  for (const [, cell, end] of cells) {
    lines.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") lines.push([]);
  }
  const [head, ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

/** The size of a PNG, and its bytes as what it is. */
const size = (png) => {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test("without scripts each chart is there as a picture and as figures", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of ["", "embed/yields/"]) {
    await page.goto(site + address);
    const links = figure(page, "yields").locator(".take a");
    await expect(links).toHaveCount(2);
    await expect(figure(page, "yields").locator(".take button")).toBeHidden();
    for (const link of await links.all()) {
      const answer = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain("30 to 60 percent on average");
    }
  }
  await context.close();
});

test("nothing of it is loaded before a reader asks", async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await live(page, site);
  expect(asked.filter((path) => /share|export/.test(path))).toEqual([]);
  await open(page, "yields");
  expect(asked.filter((path) => /share/.test(path)).length).toBe(3);
  expect(asked.filter((path) => /export/.test(path))).toEqual([]);
  await take(page, "csv");
  expect(asked.filter((path) => /export-.*\.(js|wasm)$/.test(path)).length).toBe(2);
});

test("the dialog takes the focus, closes by Escape and gives the focus back", async ({ page, site }) => {
  await live(page, site);
  await open(page, "membership");
  await expect(dialog(page)).toHaveAccessibleName("Share, embed, download");
  expect(await dialog(page).evaluate((dialog) => dialog.matches(":modal") && dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(figure(page, "membership").locator("[data-share]")).toBeFocused();
  await open(page, "membership");
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(figure(page, "membership").locator("[data-share]")).toBeFocused();
});

test("figures leave as shown, with their hedges", async ({ page, site }) => {
  await live(page, `${site}?count=institutions`);
  await open(page, "agreements");
  const { name, bytes } = await take(page, "csv");
  expect(name).toBe("tech-ties-agreements.csv");
  const rows = parse(bytes.toString("utf8"));
  expect(rows.map((row) => row.id)).toEqual([
    "bri-alliance-institutions", "bri-joint-laboratories", "africa-demonstration-centres", "bri-transfer-centres",
  ]);
  expect(rows[1]).toMatchObject({ figure: "more than 50 laboratories", qualifier: "at_least", value_low: "50", value_high: "" });
  const { figures, query, shown } = JSON.parse((await take(page, "json")).bytes);
  expect(query).toBe("?count=institutions");
  expect(shown).toContain("Institutions");
  expect(figures.map((figure) => figure.figure)).toEqual(rows.map((row) => row.figure));
});

test("a choice made on the page is in the file", async ({ page, site }) => {
  await live(page, site);
  await page.locator("#field").fill("2.5");
  await expect(page).toHaveURL(/field=2.5/);
  await open(page, "yields");
  const rows = parse((await take(page, "csv")).bytes.toString("utf8"));
  expect(rows.at(-1)).toMatchObject({ value_low: "3.25", value_high: "4", average: "yes", provenance: "arithmetic" });
  expect(rows.find((row) => row.id === "africa-cassava-change").figure).toBe("'+100 percent");
});

test("pictures are of their size, in the look of the page, and say what is chosen", async ({ page, site }) => {
  await live(page, `${site}?year=2015&theme=dark`);
  await open(page, "membership");
  const svg = (await take(page, "svg")).bytes.toString("utf8");
  expect(svg).not.toMatch(/var\(|<style|class=/);
  expect(svg).toContain("End of 2015");
  expect(svg).toContain("#15171a");
  expect(svg).toContain("year=2015");
  const [width, height] = svg.match(/width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number);
  expect(size((await take(page, "png")).bytes)).toEqual([width * 2, height * 2]);
  expect(size((await take(page, "social")).bytes)).toEqual([1200, 630]);
});

/** How many pixels of a canvas have the colour of the bars. Text is drawn by two programs; bars must not differ. */
const bars = (canvas, colour) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) count += ((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]) === colour;
  return count;
};

test("an exported picture shows what the canvas shows", async ({ page, site, context }) => {
  await live(page, `${site}?theme=light`);
  const colour = await page.evaluate(() => parseInt(getComputedStyle(document.documentElement).getPropertyValue("--bri").trim().slice(1), 16));
  const shown = await figure(page, "agreements").locator("canvas").evaluate(bars, colour);
  await open(page, "agreements");
  const svg = (await take(page, "svg")).bytes.toString("utf8");
  const alone = await context.newPage();
  await alone.evaluate(async (svg) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
    canvas.getContext("2d").drawImage(image, 0, 0);
    document.body.append(canvas);
  }, svg);
  const drawn = await alone.locator("canvas").evaluate(bars, colour);
  expect(shown).toBeGreaterThan(5000);
  expect(Math.abs(drawn - shown) / shown).toBeLessThan(0.03);
});

test("the link and the snippets lead to what is shown", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await live(page, `${site}?year=2015&utm_source=x`);
  await open(page, "membership");
  const said = page.locator("[data-said]");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator("[data-take=link]").click();
  await expect(said).toHaveText("Copied.");
  expect(await clipboard()).toBe(`${site}?year=2015#membership`);
  const snippet = page.locator("[data-snippet]");
  expect(await snippet.inputValue()).toContain(`<iframe src="${site}embed/membership/?year=2015" title="Five joiners`);
  await page.locator("[name=colours]").selectOption("dark");
  expect(await snippet.inputValue()).toContain("embed/membership/?year=2015&amp;theme=dark");
  await page.locator("[name=form]").selectOption("element");
  expect(await snippet.inputValue()).toMatch(/^<figure data-tech-ties="membership" data-theme="dark"><a href=.*<img src=.*alt="Five/);
  await page.locator("[name=form]").selectOption("amp");
  expect(await snippet.inputValue()).toMatch(/<amp-iframe src="[^"]*#amp=1"[^>]*resizable/);
  await page.locator("[name=form]").selectOption("markdown");
  await page.locator("[name=view]").selectOption("bri");
  expect(await snippet.inputValue()).toBe(
    `[![Science agreements with 81 countries, training for more than 16,000 people](${site}embed/bri/preview.png)](${site}embed/bri/?theme=dark)`,
  );
  await expect(page.locator("[value=oembed]")).toHaveAttribute("hidden", "");
  await page.locator("[data-copy]").click();
  expect(await clipboard()).toBe(await snippet.inputValue());
  // What the preview shows and the link opens is there.
  const preview = page.locator("[data-preview]");
  await expect.poll(() => preview.evaluate((image) => image.complete && image.naturalWidth)).toBe(1200);
  expect((await page.request.get(await page.locator("[data-try]").getAttribute("href"))).status()).toBe(200);
});

test("a snippet of the frame, pasted, is the view", async ({ page, site }) => {
  await live(page, `${site}?field=2.5`);
  await open(page, "yields");
  const snippet = await page.locator("[data-snippet]").inputValue();
  const server = await host(snippet);
  await page.goto(server.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-state", "live");
  await expect(frame.locator("#field")).toHaveValue("2.5");
  server.close();
});

/** A host page on an origin of its own. */
async function host(body) {
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Host</title><link rel="icon" href="data:,">${body}`),
  );
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

for (const [kind, attributes] of [["a frame of another origin", ""], ["a sandbox", 'sandbox="allow-scripts"']]) {
  test(`in ${kind} the dialog fits, copies, and shows what may not be downloaded`, async ({ page, site }) => {
    const server = await host(`<iframe src="${site}embed/yields/" width="320" height="1100" ${attributes}></iframe>`);
    await page.goto(server.url);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("html")).toHaveAttribute("data-state", "live");
    await frame.locator("[data-share]").click();
    const dialog = frame.locator("dialog.share");
    await expect(dialog).toBeVisible();
    const fits = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && element.scrollWidth <= element.clientWidth;
    };
    expect(await dialog.evaluate(fits)).toBe(true);
    await frame.locator("[data-copy]").click();
    await expect(frame.locator("[data-said]")).toHaveText("Copied.");
    await frame.locator("[data-take=csv]").click();
    await expect(frame.locator("[data-made-text]")).toHaveValue(/30 to 60 percent on average/);
    await expect(frame.locator("[data-made]")).toContainText("may forbid downloads");
    await frame.locator("[data-take=social]").click();
    const picture = frame.locator("[data-made] img");
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(1200);
    expect(await dialog.evaluate(fits)).toBe(true);
    server.close();
  });
}

test("the dialog is whole on a small phone, without violations", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await live(page, `${site}?theme=dark`);
  await open(page, "membership");
  expect(await dialog(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  await page.locator("[data-copy]").scrollIntoViewIfNeeded();
  await expect(page.locator("[data-copy]")).toBeInViewport();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run(document.querySelector("dialog.share"), { resultTypes: ["violations"] }));
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
});

test("where nothing can be copied, the text is selected and the keys are told", async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await live(page, site);
  await open(page, "yields");
  await page.locator("[data-copy]").click();
  await expect(page.locator("[data-said]")).toContainText("Ctrl+C");
  expect(await page.evaluate(() => getSelection().toString())).toContain("<iframe");
});

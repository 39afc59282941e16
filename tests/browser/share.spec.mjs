// The dialog in which a chart is taken along or embedded: files in the state that is shown, snippets, and frames of
// another origin that forbid this or that.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as spreadsheet from "@e965/xlsx";
import { host } from "./hosts.mjs";
import { unlike } from "./looked.mjs";
import { CHARTS, centred, downloaded, expect, explored, figure, targets, test } from "./site.mjs";
import { CHART, CHOSEN, IS_DEFAULT, STORY, WORDS, choicesOf, nameOf, rowsOf } from "./story.mjs";

const dialog = (page) => page.locator("dialog.share");

/** Opens the dialog of a chart. */
async function open(page, chart) {
  await figure(page, chart).locator("[data-share]").click();
  await expect(dialog(page)).toBeVisible();
}

/** Asks for a file and reads it. */
const take = (page, kind) => downloaded(page, () => page.locator(`[data-export=${kind}]`).click());

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
  for (const address of ["", `embed/${CHART}/`]) {
    await page.goto(site + address);
    const links = figure(page, CHART).locator(".take a");
    await expect(links).toHaveCount(2);
    await expect(figure(page, CHART).locator(".row > button")).toBeHidden();
    for (const link of await links.all()) {
      const answer = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain(rowsOf(CHART)[0].figure);
    }
  }
  await context.close();
});

test("nothing of it is loaded before a reader asks", { tag: "@everywhere" }, async ({ page, site }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await explored(page, site);
  expect(asked.filter((path) => /share|export/.test(path))).toEqual([]);
  await open(page, CHART);
  expect(asked.filter((path) => /share/.test(path)).length).toBe(3);
  expect(asked.filter((path) => /export/.test(path))).toEqual([]);
  await take(page, "csv");
  expect(asked.filter((path) => /export-.*\.(js|wasm)$/.test(path)).length).toBe(2);
});

test("the dialog takes the focus, closes by Escape and gives the focus back", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  await open(page, CHART);
  await expect(dialog(page)).toHaveAccessibleName(WORDS.share.open);
  await expect(dialog(page)).toContainText(WORDS.share.spreadsheets);
  expect(await dialog(page).evaluate((dialog) => dialog.matches(":modal") && dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(figure(page, CHART).locator("[data-share]")).toBeFocused();
  await open(page, CHART);
  await dialog(page).getByRole("button", { name: WORDS.close }).click();
  await expect(figure(page, CHART).locator("[data-share]")).toBeFocused();
});

test("however often the button is pressed, one dialog opens", { tag: "@everywhere" }, async ({ page, site }) => {
  await explored(page, site);
  await figure(page, CHART).locator("[data-share]").evaluate((button) => (button.click(), button.click()));
  await expect(dialog(page)).toBeVisible();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await expect(dialog(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
});

test("with the table in place of the chart, the picture is the chart's all the same", { tag: "@once" }, async ({ page, site }) => {
  await explored(page, site);
  const width = async () => {
    await open(page, CHART);
    const { bytes } = await take(page, "svg");
    await page.keyboard.press("Escape");
    return Number(bytes.toString("utf8").match(/width="([\d.]+)"/)[1]);
  };
  const before = await width();
  await figure(page, CHART).locator(".as-table > summary").click();
  await figure(page, CHART).locator(".flip").check();
  await expect(figure(page, CHART).locator(".plot")).toBeHidden();
  expect(Math.abs((await width()) - before)).toBeLessThanOrEqual(1);
});

test("on paper a chart stands alone, as it is shown", { tag: "@story" }, async ({ page, site }) => {
  await page.addInitScript(() => (window.print = () => (document.documentElement.dataset.printed = "")));
  await explored(page, `${site}?year=2015&theme=dark`);
  await open(page, "membership");
  await page.locator("[data-export=print]").click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "");
  const paper = page.locator("img.paper");
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(paper).toBeVisible();
  await expect(page.locator("body > :visible")).toHaveCount(1);
  const svg = decodeURIComponent(await paper.getAttribute("src"));
  expect(svg).toContain("End of 2015");
  expect(svg, "paper is light").toContain('fill="#ffffff"');
  await expect(paper).toHaveAttribute("alt", /Five joiners/);
  // Phones fire this before they ask how to print.
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(paper).toBeVisible();
  await page.mouse.click(1, 1);
  await expect(paper).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();
});

test.describe("where the page around forbids dialogs", () => {
  test.use({ theirs: ["Ignored call to 'print()'"] });

  test("a frame that may not print says so, and stays as it was", async ({ page, site }) => {
    const server = await host(`<body style="margin:0"><iframe src="${site}embed/${CHART}/" title="Frame" sandbox="allow-scripts allow-same-origin" width="700" height="2200"></iframe>`);
    await page.goto(server.url);
    await expect.poll(() => page.frames()[1]?.locator("html").getAttribute("data-state").catch(() => null)).toBe("live");
    const [, frame] = page.frames();
    await frame.locator("[data-share]").click();
    await frame.locator("[data-export=print]").click();
    await expect(frame.locator("dialog [role=status], dialog [data-said]").first()).toContainText(WORDS.share.forbids);
    await expect(frame.locator("html[data-paper]")).toHaveCount(0);
    await expect(frame.locator("dialog")).toBeVisible();
    await server.close();
  });
});

test("links to files name their chart", async ({ page, site }) => {
  await page.goto(site);
  const names = await page.locator(".take a").evaluateAll((links) => links.map((link) => link.ariaLabel ?? link.textContent));
  expect(new Set(names).size).toBe(2 * CHARTS.length);
  for (const name of names) expect(name).toMatch(/: \S/);
});

test.describe("what cannot be loaded", () => {
  test.use({ quiet: false }); // browsers complain of it by themselves

  for (const part of ["share-*.js", "share.html", "share-*.css"]) {
    test(`is told beside the button, and asked for again: ${part}`, async ({ page, site }) => {
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await explored(page, site);
      await page.route(`**/${part}`, (route) => (part.endsWith("html") ? route.fulfill({ status: 404, body: "" }) : route.abort()));
      const styles = await page.locator("link[rel=stylesheet]").count();
      await figure(page, CHART).locator("[data-share]").click();
      await expect(figure(page, CHART).locator(".row")).toContainText(WORDS.share.lost);
      await expect(page.locator("[data-status]")).toContainText(WORDS.share.lost);
      await expect(page.locator("link[rel=stylesheet]")).toHaveCount(styles);
      await page.unroute(`**/${part}`);
      await open(page, CHART);
      await expect(figure(page, CHART).locator(".row")).not.toContainText(WORDS.share.lost);
      expect(errors).toEqual([]);
    });
  }

  test("is told in the dialog, and asked for again", async ({ page, site }) => {
    await explored(page, site);
    await page.route("**/export-*.js", (route) => route.abort());
    await open(page, CHART);
    await page.locator("[data-export=csv]").click();
    await expect(page.locator("[data-said]")).toHaveText(WORDS.share.failed);
    await page.unroute("**/export-*.js");
    expect((await take(page, "csv")).bytes.length).toBeGreaterThan(500);
  });
});

test("figures leave as shown, with their hedges", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}?count=institutions`);
  await open(page, "agreements");
  const { name, bytes } = await take(page, "csv");
  expect(name).toBe("tech-ties-agreements.csv");
  const rows = parse(bytes.toString("utf8"));
  expect(rows.map((row) => row.id)).toEqual([
    "bri-alliance-institutions", "bri-joint-laboratories", "africa-demonstration-centres", "bri-transfer-centres",
  ]);
  expect(rows[1]).toMatchObject({ figure: "more than 50 laboratories", qualifier: "more_than", value_low: "50", value_high: "" });
  const { figures, query, shown } = JSON.parse((await take(page, "json")).bytes);
  expect(query).toBe("?count=institutions");
  expect(shown).toContain("Institutions");
  expect(figures.map((figure) => figure.figure)).toEqual(rows.map((row) => row.figure));
});

// A page each: Chromium loses what a page saves beyond ten files in a second.
for (const chart of CHARTS) {
  test(`of the chart ${chart} leaves what is chosen and shown`, { tag: "@everywhere" }, async ({ page, site }) => {
    await explored(page, `${site}${CHOSEN}`);
    const chosen = new URLSearchParams(choicesOf(chart)).toString();
    await open(page, chart);
    const { query, shown, figures } = JSON.parse((await take(page, "json")).bytes);
    expect(query).toBe(chosen && `?${chosen}`);
    expect(shown === undefined, `${chart} says what was chosen`).toBe(!chosen);
    const marks = await targets(page, chart).evaluateAll((all) => all.map((target) => target.ariaLabel));
    // What lies after a chosen year is on the page, in grey, and not in the file.
    expect(marks.filter((name) => figures.map(nameOf).includes(name))).toEqual(figures.map(nameOf));
    expect(parse((await take(page, "csv")).bytes.toString("utf8")).map(({ id, mark }) => [id, mark])).toEqual(figures.map(({ id = "", mark }) => [id, mark]));
    const svg = (await take(page, "svg")).bytes.toString("utf8");
    const [width, height] = svg.match(/width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number);
    expect(size((await take(page, "png")).bytes)).toEqual([width * 2, height * 2]);
    expect(size((await take(page, "social")).bytes)).toEqual([1200, 630]);
  });
}

test("a choice made on the page is in the file", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, site);
  await page.locator("#field").fill("2.5");
  await expect(page).toHaveURL(/field=2.5/);
  await open(page, "yields");
  const rows = parse((await take(page, "csv")).bytes.toString("utf8"));
  expect(rows.at(-1)).toMatchObject({ value_low: "3.25", value_high: "4", average: "yes", provenance: "arithmetic" });
  expect(rows.find((row) => row.id === "africa-cassava-change").figure).toBe("'+100 percent");
});

test("pictures are of their size, in the color scheme of the page, and say what is chosen", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}?year=2015&theme=dark`);
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

test("a picture that the browser would spoil is not saved: that is told, and SVG is there", { tag: "@once" }, async ({ page, site }) => {
  // What Tor Browser, and Firefox where it resists fingerprinting, give for any canvas.
  await page.addInitScript(() => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const image = read.apply(this, area);
      return (crypto.getRandomValues(image.data), image);
    };
    HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob([crypto.getRandomValues(new Uint8Array(99))], { type: "image/png" }));
  });
  const files = [];
  page.on("download", (file) => files.push(file.suggestedFilename()));
  await explored(page, site);
  await open(page, CHART);
  for (const kind of ["png", "social"]) {
    await page.locator("[data-said]").evaluate((said) => (said.textContent = ""));
    await page.locator(`[data-export=${kind}]`).click();
    await expect(page.locator("[data-said]")).not.toBeEmpty();
    if (WORDS.share.altered) await expect(page.locator("[data-said]")).toHaveText(WORDS.share.altered);
    expect(files).toEqual([]);
  }
  expect((await take(page, "svg")).bytes.toString("utf8")).toContain("<svg");
});

test("nothing is claimed of a file that a browser may yet refuse", { tag: "@story" }, async ({ page, site }) => {
  await explored(page, site);
  await open(page, CHART);
  await take(page, "csv");
  await expect(page.locator("[data-said]")).toHaveText(`The file is ready, and your browser was asked to save it: tech-ties-${CHART}.csv`);
});

/** The chart within an exported picture, as PNG of the size that it has on the page. */
const chartOf = (blank, svg, { width, height }) =>
  blank.evaluate(
    async ([svg, width, height]) => {
      const [, x, y] = svg.match(/<g transform="translate\(([\d.]+) ([\d.]+)\) scale/).map(Number);
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(image, -x, -y);
      return canvas.toDataURL().split(",")[1];
    },
    [svg, width, height],
  );

test("an exported picture shows what the canvas shows", async ({ page, site, context }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await explored(page, site);
  await centred(figure(page, CHART));
  const canvas = figure(page, CHART).locator("canvas");
  const size = await canvas.evaluate(({ width, height }) => ({ width, height }));
  const shown = await canvas.evaluate((canvas) => {
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    return copy.toDataURL().split(",")[1];
  });
  await open(page, CHART);
  const svg = (await take(page, "svg")).bytes.toString("utf8");
  const blank = await context.newPage();
  const differing = async (svg) => unlike(blank, Buffer.from(shown, "base64"), Buffer.from(await chartOf(blank, svg, size), "base64"));
  expect(await differing(svg)).toEqual([]);
  if (!IS_DEFAULT) return;
  // A picture that lacks the title of a panel or a figure would be found out.
  for (const text of ["People", "81 countries"]) {
    const lacking = svg.replace(new RegExp(`<text [^>]*>${text}</text>`), "");
    expect(lacking).not.toBe(svg);
    expect(await differing(lacking), text).not.toEqual([]);
  }
});

test("a spreadsheet reads the figures as words and numbers, and no cell as a formula", async ({ page, site }) => {
  for (const chart of CHARTS) {
    const bytes = await (await page.request.get(`${site}data/${chart}.csv`)).body();
    const { Sheets, SheetNames } = spreadsheet.read(bytes, { type: "buffer" });
    const sheet = Sheets[SheetNames[0]];
    const cells = Object.entries(sheet).filter(([name]) => !name.startsWith("!"));
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
    const rows = spreadsheet.utils.sheet_to_json(sheet);
    for (const row of rows) expect(row).toMatchObject({ label: expect.any(String), provenance: expect.any(String) });
    // What would be a formula has an apostrophe before it.
    const figures = rowsOf(chart).map(({ figure }) => figure.replace(/^[+\-=@]/, "'$&"));
    // A year alone is a number to it.
    expect(rows.map(({ figure }) => String(figure))).toEqual(figures);
    // What is known to the month stays so: a spreadsheet takes the text of it for its first day.
    rows.forEach((row, i) => {
      const parts = (date) => (date ? date.split("-").map(Number) : []);
      const [start, end] = (rowsOf(chart)[i].date ?? "").split("/").map(parts);
      const read = (...names) => names.map((name) => row[name]).filter((part) => part !== undefined);
      expect(read("year", "month", "day"), row.id).toEqual(start);
      expect(read("end_year", "end_month", "end_day"), row.id).toEqual(end ?? []);
    });
    // What is known only as "more than" or "at least" has no upper end.
    for (const row of rows.filter(({ qualifier }) => ["more_than", "at_least"].includes(qualifier))) {
      expect(row.value_low).toEqual(expect.any(Number));
      expect(row.value_high).toBeUndefined();
    }
  }
  const probe = spreadsheet.read(Buffer.from("\ufefffigure\r\n=1+1\r\n"), { type: "buffer" });
  expect(probe.Sheets[probe.SheetNames[0]].A2.f, "a formula is one to this reader").toBe("1+1");
});

test("the link and the snippets lead to what is shown", { tag: "@story" }, async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explored(page, `${site}?year=2015&utm_source=x`);
  await open(page, "membership");
  const said = page.locator("[data-said]");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator("[data-export=link]").click();
  await expect(said).toHaveText(WORDS.share.copied);
  expect(await clipboard()).toBe(`${site}?year=2015#membership`);
  const snippet = page.locator("[data-snippet]");
  expect(await snippet.inputValue()).toContain(`<iframe src="${site}embed/membership/?year=2015" title="Five joiners`);
  await page.locator("[name=theme]").selectOption("dark");
  expect(await snippet.inputValue()).toContain("embed/membership/?year=2015&amp;theme=dark");
  await page.locator("[name=form]").selectOption("element");
  expect(await snippet.inputValue()).toMatch(/^<figure data-tech-ties="membership" data-year="2015" data-theme="dark"><a href=.*<img src=.*alt="Five/);
  await page.locator("[name=theme]").selectOption("light");
  // Without a theme the element takes that of the page around.
  expect(await snippet.inputValue()).toMatch(/^<figure data-tech-ties="membership" data-year="2015"><a/);
  await page.locator("[name=theme]").selectOption("dark");
  await page.locator("[name=form]").selectOption("amp");
  expect(await snippet.inputValue()).toMatch(/<amp-iframe src="[^"]*#amp=1"[^>]*resizable/);
  await page.locator("[name=form]").selectOption("markdown");
  await page.locator("[name=view]").selectOption("bri");
  expect(await snippet.inputValue()).toBe(
    `[![${STORY.sections.find(({ id }) => id === "bri").headline}](${site}embed/bri/preview.png)](${site}embed/bri/?theme=dark)`,
  );
  await expect(page.locator("[value=oembed]")).toHaveAttribute("hidden", "");
  await page.locator("[data-copy]").click();
  expect(await clipboard()).toBe(await snippet.inputValue());
  // What the preview shows and the link opens is there.
  const preview = page.locator("[data-preview]");
  await expect.poll(() => preview.evaluate((image) => image.complete && image.naturalWidth)).toBe(1200);
  expect((await page.request.get(await page.locator("[data-try]").getAttribute("href"))).status()).toBe(200);
});

test("a snippet of the frame, pasted, is the view", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}?field=2.5`);
  await open(page, "yields");
  const snippet = await page.locator("[data-snippet]").inputValue();
  const server = await host(snippet);
  await page.goto(server.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-state", "live");
  await expect(frame.locator("#field")).toHaveValue("2.5");
  await server.close();
});

test("a pasted element is the view as it was shown", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}?field=2.5`);
  await open(page, "yields");
  await page.locator("[name=form]").selectOption("element");
  const server = await host(await page.locator("[data-snippet]").inputValue());
  await page.goto(server.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-state", "live");
  await expect(frame.locator("#field")).toHaveValue("2.5");
  await server.close();
});

for (const [kind, attributes] of [["a frame of another origin", ""], ["a sandbox", 'sandbox="allow-scripts"']]) {
  test(`in ${kind} the dialog fits, copies, and shows what may not be downloaded`, { tag: attributes ? "@everywhere" : [] }, async ({ page, site }) => {
    const server = await host(`<iframe src="${site}embed/${CHART}/" width="320" height="1100" ${attributes}></iframe>`);
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
    await expect(frame.locator("[data-said]")).toHaveText(WORDS.share.copied);
    await frame.locator("[data-export=csv]").click();
    await expect(frame.locator("[data-made-text]")).toHaveValue(new RegExp(rowsOf(CHART)[0].id));
    await expect(frame.locator("[data-made-text]")).toHaveAccessibleName(WORDS.share.content);
    const sandboxed = attributes !== "";
    await expect(frame.locator("[data-made]")).toContainText(sandboxed ? WORDS.share.forbids : WORDS.share.framed);
    // No way leads where a sandbox forbids to go.
    for (const name of ["export=print", "made-file", "try"]) await expect(frame.locator(`[data-${name}]`)).toBeVisible({ visible: !sandboxed });
    await frame.locator("[data-export=social]").click();
    const picture = frame.locator("[data-made] img");
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(1200);
    expect(await dialog.evaluate(fits)).toBe(true);
    // Whatever is there can be pressed without a complaint; what opens a window or a printer is not for here.
    const controls = dialog.locator("button:visible:not([data-close], [data-export=print])");
    for (const control of await controls.all()) {
      await frame.locator("[data-said]").evaluate((said) => (said.textContent = ""));
      await control.click();
      await expect(frame.locator("[data-said]")).not.toBeEmpty();
      await expect(frame.locator("[data-said]")).not.toHaveText(WORDS.share.failed);
    }
    // What was made is given back when the dialog closes.
    const file = await frame.locator("[data-made-file]").getAttribute("href");
    expect(file).toMatch(/^blob:/);
    const released = await dialog.evaluateHandle((dialog) => {
      const urls = [];
      URL.revokeObjectURL = (url) => urls.push(url);
      dialog.querySelector("[data-close]").click();
      return urls;
    });
    await expect.poll(() => released.jsonValue()).toContain(file);
    await server.close();
  });
}

test("the dialog is whole on a small phone, without violations", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await explored(page, `${site}?theme=dark`);
  await open(page, CHART);
  expect(await dialog(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  await page.locator("[data-copy]").scrollIntoViewIfNeeded();
  await expect(page.locator("[data-copy]")).toBeInViewport();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run(document.querySelector("dialog.share"), { resultTypes: ["violations"] }));
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
});

test("where nothing can be copied, the text is selected and the keys are told", { tag: "@everywhere" }, async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await explored(page, site);
  await open(page, CHART);
  await page.locator("[data-copy]").click();
  await expect(page.locator("[data-said]")).toHaveText(WORDS.share.by_hand);
  expect(await page.evaluate(() => getSelection().toString())).toContain("<iframe");
});

// What share.js asks of the export program, with a dialog that has no more than the script asks for.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundled } from "../../xtask/finish/bundle.mjs";

const folder = mkdtempSync(join(tmpdir(), "share-"));
after(() => rmSync(folder, { recursive: true }));
const here = pathToFileURL(`${folder}/`).href;

/** A program that keeps what it is asked. */
const PROGRAM = `
export default async (options) => void globalThis.asked.push(options);
const answer = (...args) => (globalThis.asked.push(args), "<svg/>");
export { answer as picture, answer as csv };
`;
let loads = 0;

// The addresses of files are given back after a minute, which no test waits for.
const timeout = globalThis.setTimeout;
globalThis.setTimeout = (action, wait) => (wait > 1000 ? timeout(action, wait).unref() : timeout(action, wait));

class Part {
  dataset = {};
  style = {};
  offsetHeight = 100;
  listeners = {};
  addEventListener = (type, listener) => (this.listeners[type] = listener);
  getBoundingClientRect = () => ({ top: 0, width: this.width ?? 0 });
  setAttribute() {}
  append() {}
  click() {}
  decode() {}
  focus() {}
  remove() {}
}

/** Opens the dialog of a chart on a page; returns what to press, and what came of it. */
async function open({ root = {}, story = "the story", program = PROGRAM, plot = 640 } = {}) {
  const parts = new Map();
  const part = (name) => parts.get(name) ?? (parts.set(name, new Part()), parts.get(name));
  const dialog = Object.assign(new Part(), {
    querySelector: (selector) => part(selector.match(/(?:data-|name=)([\w-]+)\]/)[1]),
    querySelectorAll: () => [],
    showModal() {},
    close() {},
  });
  dialog.dataset.failed = "failed";
  dialog.dataset.saved = "saved {}";
  part("view").selectedOptions = [{ dataset: { title: "Bars", height: "900" } }];
  part("form").value = "iframe";
  part("form").querySelector = () => part("oembed");
  const figure = Object.assign(new Part(), {
    width: 900,
    querySelector: (selector) => (selector === ".caption > :first-child" ? { textContent: "Bars" } : Object.assign(new Part(), { width: plot })),
  });
  const button = Object.assign(new Part(), { closest: () => figure, dataset: { share: "bars" } });
  const page = { asked: [], appended: [], files: [] };
  Object.assign(globalThis, {
    asked: page.asked,
    document: {
      documentElement: { dataset: root },
      head: { append: (style) => setTimeout(() => style.onload()) },
      body: { append: (node) => page.appended.push(node) },
      createElement: (name) => Object.assign(new Part(), { click() { if (name === "a") page.files.push(this.download); } }),
      querySelector: (selector) => (selector === "[data-story]" ? { textContent: story } : null),
    },
    window: globalThis, parent: globalThis, self: { origin: "https://example.org" },
    matchMedia: () => ({ matches: false }),
    addEventListener() {},
    Image: Part,
    print: () => (page.printed = true),
    XMLHttpRequest: class {
      response = { querySelector: () => dialog };
      open(_, url) {
        page.requested = url;
      }
      send() {
        setTimeout(() => this.onload());
      }
    },
  });
  loads += 1;
  if (program) writeFileSync(join(folder, `export-${loads}.js`), program);
  const script = bundled(fileURLToPath(new URL("../../static/share.js", import.meta.url)), {
    "import.meta.exportScript": `export-${loads}.js`,
    "import.meta.exportWasm": "export-1.wasm",
  });
  writeFileSync(join(folder, `share-${loads}.mjs`), script);
  const share = await import(`${here}share-${loads}.mjs`);
  await share.open(button);
  /** Presses a button, and waits until the dialog says what came of it. */
  page.press = async (kind) => {
    const said = part("said");
    said.textContent = "";
    dialog.listeners.click({ target: { dataset: { export: kind } } });
    for (let turn = 0; turn < 100 && !said.textContent && !page.printed; turn += 1) await new Promise((done) => setTimeout(done, 5));
    return said.textContent;
  };
  page.snippet = () => part("snippet").value;
  page.provide = (text) => writeFileSync(join(folder, `export-${loads}.js`), text);
  return page;
}

test("a picture is asked for with the story of the page, and what is on screen", async () => {
  const page = await open({ root: { query: "shown=all", theme: "dark", accent: "#b3005e #f1d1e2 #ffffff" } });
  assert.equal(await page.press("svg"), "saved tech-ties-bars.svg");
  const [options, args] = page.asked;
  assert.deepEqual(options, { module_or_path: `${here}export-1.wasm` });
  assert.deepEqual(args, ["the story", "bars", "shown=all", "dark", "#b3005e #f1d1e2 #ffffff", `${here}?shown=all#bars`, 640]);
  assert.deepEqual(page.files, ["tech-ties-bars.svg"]);
});

test("a chart as written has no query, and an accent only where one is set", async () => {
  const page = await open({ root: { embed: "" } });
  await page.press("csv");
  assert.deepEqual(page.asked[1], ["the story", "bars", "", "light", "", `${here}embed/bars/`, 640]);
});

test("where the table stands in place of the chart, the picture is as wide as the figure", async () => {
  const page = await open({ plot: 0 });
  await page.press("svg");
  assert.equal(page.asked[1].at(-1), 900);
});

test("on paper a chart is light, with the accent only if that was checked against a light ground", async () => {
  for (const [theme, accent] of [["dark", ""], ["light", "#b3005e #f1d1e2 #ffffff"]]) {
    const page = await open({ root: { theme, accent: "#b3005e #f1d1e2 #ffffff" } });
    await page.press("print");
    assert.deepEqual(page.asked[1].slice(3, 5), ["light", accent]);
    assert.equal(page.printed, true);
  }
});

test("a program that cannot be loaded is told, and asked for again under another name", async () => {
  const page = await open({ program: null });
  assert.equal(await page.press("csv"), "failed");
  page.provide(PROGRAM);
  assert.equal(await page.press("csv"), "saved tech-ties-bars.csv");
});

test("what the program does not know is told", async () => {
  const page = await open({ program: PROGRAM.replace('"<svg/>"', "undefined") });
  assert.equal(await page.press("csv"), "failed");
});

test("the snippet is the view as it is on screen", async () => {
  const page = await open({ root: { query: "shown=all" } });
  assert.match(page.snippet(), /embed\/bars\/\?shown=all" title="Bars" height="900"/);
});

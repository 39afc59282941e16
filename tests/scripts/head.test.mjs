// head.js as it runs in the head of a page: its address, the color scheme, and what the page around asks for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

const script = readFileSync(new URL("../../static/head.js", import.meta.url), "utf8");

/** Runs the script in a page; gives what it set there. */
function load({ address = "https://a.b/", root = {}, stored = null, framed = false, program } = {}) {
  const page = { root, address, asked: [], script: { dataset: program ? { wasm: program } : {} } };
  const { pathname, search, hash } = new URL(address);
  Object.assign(globalThis, {
    document: { documentElement: { dataset: root }, currentScript: page.script },
    fetch: async (address, { priority }) => page.asked.push(`${address} ${priority} at ${page.address}`),
    location: { pathname, search, hash },
    history: {
      replaceState(_state, _title, now) {
        if (stored instanceof Error) throw stored;
        page.address = new URL(now, address).href;
      },
    },
    localStorage: {
      getItem() {
        if (stored instanceof Error) throw stored;
        return stored;
      },
    },
    window: globalThis, parent: framed ? {} : globalThis,
  });
  runInThisContext(script);
  assert.equal(root.head, "");
  return page;
}

const theme = ({ search = "", ...options }) => load({ address: `https://a.b/${search}`, ...options }).root.theme;

test("the theme comes from the address, else from an earlier visit, else from the system", () => {
  assert.equal(theme({ search: "?theme=dark", stored: "light" }), "dark");
  assert.equal(theme({ search: "?theme=auto", stored: "light" }), undefined);
  assert.equal(theme({ search: "?theme=pink", stored: "light" }), "light");
  assert.equal(theme({ stored: "dark" }), "dark");
  assert.equal(theme({}), undefined);
});

test("a page that may store nothing follows the system", () => {
  assert.equal(theme({ stored: new Error("forbidden") }), undefined);
});

test("in frames and in single views light is the default, whatever was stored", () => {
  assert.equal(theme({ framed: true, root: { embed: "" }, stored: "dark" }), "light");
  assert.equal(theme({ root: { embed: "" }, stored: "dark" }), "light");
  assert.equal(theme({ framed: true, root: { embed: "" }, search: "?theme=auto" }), undefined);
});

test("a page served without the slash of its folder adds it, and keeps query and fragment", () => {
  const address = (path) => load({ address: `https://a.b${path}` }).address;
  assert.equal(address("/embed/seats?theme=dark#x"), "https://a.b/embed/seats/?theme=dark#x");
  assert.equal(address("/graphics/tech-ties"), "https://a.b/graphics/tech-ties/");
  for (const path of ["/", "/embed/seats/", "/index.html", "/embed/seats/index.html", "/embed/seats/index", "/a.htm"]) {
    assert.equal(address(path), `https://a.b${path}`);
  }
});

test("the page in one file and one whose history is closed keep their address", () => {
  assert.equal(load({ address: "https://a.b/tech-ties", root: { single: "" } }).address, "https://a.b/tech-ties");
  assert.equal(load({ address: "https://a.b/c", stored: new Error("forbidden") }).address, "https://a.b/c");
});

test("the program is asked for at once, from the folder of the page, and after what the first paint needs", () => {
  const page = load({ address: "https://a.b/folder", program: "./program.wasm" });
  assert.deepEqual(page.asked, ["./program.wasm low at https://a.b/folder/"]);
  assert.ok(page.script.program instanceof Promise);
  assert.deepEqual(load({}).asked, []);
});

test("the page around may ask for no ground and no controls, in one spelling", () => {
  const { root } = load({ address: "https://a.b/?transparent=1&controls=0" });
  assert.deepEqual([root.transparent, root.bare], ["", ""]);
  const { root: other } = load({ address: "https://a.b/?transparent=yes&controls=1" });
  assert.deepEqual([other.transparent, other.bare], [undefined, undefined]);
});

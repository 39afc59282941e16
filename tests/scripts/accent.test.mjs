// accent.js as it runs in a view: the colours that it sets, and what it leaves for exported pictures.
import assert from "node:assert/strict";
import { test } from "node:test";

let loads = 0;

/** Loads the script in a view; returns what it did, and a way to another color scheme. */
async function load({ accent, className = "embed hue-2", ground = "#ffffff" }) {
  const listeners = {};
  const page = { rules: "", notes: [], events: 0, dataset: {}, ground };
  Object.assign(globalThis, {
    CSSStyleSheet: class {
      replaceSync(rules) {
        page.rules = rules;
      }
    },
    document: {
      adoptedStyleSheets: [],
      documentElement: { dataset: page.dataset },
      querySelector: () => (className === null ? null : { className }),
    },
    location: { search: `?accent=${encodeURIComponent(accent)}` },
    getComputedStyle: () => ({ getPropertyValue: () => page.ground }),
    matchMedia: () => ({ addEventListener() {} }),
    addEventListener: (type, listener) => (listeners[type] = listener),
    dispatchEvent: () => (page.events += 1),
  });
  console.info = (note) => page.notes.push(note);
  await import(`../../static/accent.js?${(loads += 1)}`);
  page.change = (to) => {
    page.ground = to;
    listeners["color-scheme"]();
  };
  return page;
}

test("an accent replaces the three colours of the section's hue, and is there for exported pictures", async () => {
  const page = await load({ accent: "#B3005E" });
  assert.equal(page.rules, "@media screen and (forced-colors:none){:root:root{--hue-2:#b3005e;--hue-2-pale:#f1d1e2;--on-hue:#ffffff}}");
  assert.equal(page.dataset.accent, "#b3005e #f1d1e2 #ffffff");
  assert.deepEqual([page.notes, page.events], [[], 1]);
});

test("in a color scheme in which it cannot be seen the section has its own colours again", async () => {
  const page = await load({ accent: "b3005e" });
  page.change("#15171a");
  assert.deepEqual([page.rules, "accent" in page.dataset], ["", false]);
  assert.deepEqual(page.notes, ["Tech Ties: the accent b3005e is not used: its contrast to the ground is 2.63, less than 3"]);
  page.change("#15171a");
  assert.equal(page.events, 2, "what has not changed is not announced");
  page.change("#ffffff");
  assert.equal(page.dataset.accent, "#b3005e #f1d1e2 #ffffff");
});

for (const [why, view, note] of [
  ["is no colour", { accent: "pink" }, /six hexadecimal digits/],
  ["cannot be seen", { accent: "ffee00" }, /contrast/],
  ["has no single view", { accent: "b3005e", className: null }, /single views/],
  ["has a section without a colour", { accent: "b3005e", className: "embed hue-0" }, /no colour of its own/],
]) {
  test(`an accent that ${why} is refused with a note`, async () => {
    const page = await load(view);
    assert.deepEqual([page.rules, page.dataset, page.events], ["", {}, 0]);
    assert.match(page.notes.join(), note);
  });
}

test("colours that the reader forces are left alone, without a note", async () => {
  const page = await load({ accent: "b3005e", ground: "Canvas" });
  assert.deepEqual([page.rules, page.dataset, page.notes], ["", {}, []]);
});

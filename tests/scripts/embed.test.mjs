// embed.js as it runs in a page, in a document that has no more than what the script asks for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import fc from "fast-check";

const SCRIPT = readFileSync(new URL("../../static/embed.js", import.meta.url), "utf8");
const SITE = [
  {
    one: ["The first", [300, 1000, 500, 800, 900, 600], [300, 700, 900, 300]],
    two: ["The second"],
  },
  ["shown", "up-to"],
];

class HTMLElement {
  attributes = new Map();
  children = [];
  style = {};
  clientWidth = 500;
  parentElement = null;
  title = "";
  textContent = " Stands in ";
  /** What getComputedStyle says. */
  computed = { colorScheme: "normal", color: "rgb(0, 0, 0)", backgroundColor: "rgba(0, 0, 0, 0)", backgroundImage: "none" };
  getAttribute = (name) => this.attributes.get(name) ?? null;
  setAttribute = (name, value) => this.attributes.set(name, value);
  removeAttribute = (name) => this.attributes.delete(name);
  querySelector = () => null;
  getRootNode = () => (this.host ? this : this.root ?? {});
  replaceChildren(...nodes) {
    this.children = nodes;
  }
  get childElementCount() {
    return this.children.length;
  }
  append = (...nodes) => this.children.push(...nodes);
  remove() {}
  attachShadow() {
    return (this.shadowRoot = Object.assign(new ShadowRoot(), { host: this }));
  }
}

class ShadowRoot extends HTMLElement {
  append = (...nodes) => {
    for (const node of nodes) node.root = this;
    this.children.push(...nodes);
  };
}

/** Runs the script in a page with these pasted figures; returns the page. */
function load({ site = SITE, figures = [], dark = false, script = "https://example.org/site/embed.js" } = {}) {
  const listeners = {};
  const page = { listeners, posted: [], warned: [], near: null };
  const element = (name) => {
    if (name === "tech-ties-embed") return new page.Embed();
    const made = new HTMLElement();
    if (name === "iframe") made.contentWindow = { postMessage: (message) => page.posted.push(message) };
    return made;
  };
  class Observer {
    constructor(report) {
      this.report = report;
    }
    observe() {}
    unobserve() {}
  }
  const context = vm.createContext({
    HTMLElement, ShadowRoot, URL, console: { warn: (words) => page.warned.push(words) }, MutationObserver: Observer, ResizeObserver: Observer,
    IntersectionObserver: class extends Observer {
      constructor(report) {
        super(report);
        page.near = ({ theBox }) => report([{ target: theBox, isIntersecting: true }]);
        page.far = ({ theBox }) => report([{ target: theBox, isIntersecting: false }]);
      }
    },
    TECH_TIES_SITE: site,
    addEventListener: (type, listener) => (listeners[type] = listener),
    customElements: { get: () => page.Embed, define: (_, constructor) => (page.Embed = constructor) },
    document: {
      currentScript: script && { src: script, getAttribute: () => script },
      head: {},
      addEventListener() {},
      createElement: element,
      querySelectorAll: (selector) => (selector.startsWith("figure") ? figures : []),
    },
    getComputedStyle: (of) => of.computed,
    matchMedia: () => ({ matches: dark, addEventListener() {} }),
    requestAnimationFrame: (callback) => callback(),
    setTimeout: (callback) => callback(),
  });
  const before = Object.keys(context);
  vm.runInContext(SCRIPT, context);
  assert.deepEqual(Object.keys(context), before, "the page gets no global name");
  return page;
}

/** An element in the page, with its frame loaded. */
function shown(page, attributes = {}, width = 500) {
  const embed = new page.Embed();
  for (const [name, value] of Object.entries(attributes)) embed.setAttribute(name, value);
  embed.theBox.clientWidth = width;
  embed.connectedCallback();
  page.near(embed);
  return embed;
}

test("room is reserved in proportion between the measured widths, and beyond them as at the nearest", () => {
  const heights = (attributes) =>
    [200, 300, 400, 500, 700, 900, 2000].map((width) => shown(load(), attributes, width).theBox.style.height);
  assert.deepEqual(heights({ view: "one" }), ["1000px", "1000px", "900px", "800px", "700px", "600px", "600px"]);
  assert.deepEqual(heights({ view: "one", controls: "0" }), ["700px", "700px", "633px", "567px", "433px", "300px", "300px"]);
});

test("a view that nobody measured gets a guess", () => {
  assert.deepEqual([300, 900].map((width) => shown(load(), { view: "two" }, width).theBox.style.height), ["900px", "600px"]);
  assert.equal(shown(load({ site: undefined }), { view: "two" }).theBox.style.height, "700px");
});

test("the frame gets the view, the attributes that are parameters, and a title", () => {
  const { theFrame: frame } = shown(load(), { "view": "two", "shown": "all", "up-to": "2015", "transparent": "", "class": "wide" });
  assert.equal(frame.src, "https://example.org/site/embed/two/?transparent=1&shown=all&up-to=2015&theme=light");
  assert.equal(frame.title, "The second");
});

test("without a view the first is shown, and one that is not there has its content as title", () => {
  assert.match(shown(load()).theFrame.src, /\/embed\/one\/\?/);
  assert.equal(shown(load(), { view: "three" }).theFrame.title, "Stands in");
});

test("the theme is the one that is named, else that of the page", () => {
  const theme = (attributes, computed, dark) => {
    const page = load({ dark });
    const embed = new page.Embed();
    Object.assign(embed.computed, computed);
    Object.entries(attributes).forEach(([name, value]) => embed.setAttribute(name, value));
    return embed.wantedTheme;
  };
  assert.equal(theme({ theme: "auto" }, {}), "auto");
  assert.equal(theme({ theme: "" }, {}), "light");
  assert.equal(theme({}, { colorScheme: "dark" }), "dark");
  assert.equal(theme({}, { colorScheme: "light dark" }), "light");
  assert.equal(theme({}, { colorScheme: "light dark" }, true), "dark");
  const on = (backgroundColor) => theme({}, { backgroundColor });
  const dark = ["rgb(16, 20, 24)", "oklch(0.19 0.02 250)", "oklab(0.2 none -0.01)", "lab(8 0 -4)", "lch(8 4 250)", "color(display-p3 0.06 0.08 0.1)", "color(srgb 1e-3 0 0 / 0.9)"];
  const light = ["rgba(16, 20, 24, 0.3)", "rgb(250, 250, 250)", "oklch(0.19 0.02 250 / 0)", "oklch(0.96 0.01 90)", "lab(96 0 0)", "color(srgb 0.9 0.9 0.9)"];
  assert.deepEqual(dark.map(on), dark.map(() => "dark"));
  assert.deepEqual(light.map(on), light.map(() => "light"));
});

test("on a picture or a gradient the text tells the theme", () => {
  const page = load();
  const embed = new page.Embed();
  embed.parentElement = Object.assign(new HTMLElement(), { computed: { backgroundColor: "rgba(0, 0, 0, 0)", backgroundImage: "linear-gradient(black, navy)" } });
  embed.computed.color = "rgb(240, 240, 240)";
  assert.equal(embed.wantedTheme, "dark");
  embed.computed.color = "rgb(20, 20, 20)";
  assert.equal(embed.wantedTheme, "light");
});

test("the background of a page shows through what lies between", () => {
  const page = load();
  const embed = new page.Embed();
  embed.parentElement = Object.assign(new HTMLElement(), { computed: { backgroundColor: "rgb(0, 0, 0)", backgroundImage: "none" } });
  assert.equal(embed.wantedTheme, "dark");
  const inside = new page.Embed();
  inside.root = Object.assign(new ShadowRoot(), { host: embed.parentElement });
  assert.equal(inside.wantedTheme, "dark", "out of a shadow root too");
});

test("a frame is told when the page has another theme", () => {
  const page = load();
  const embed = shown(page);
  embed.matchTheme();
  assert.deepEqual(page.posted, []);
  embed.computed.colorScheme = "dark";
  embed.matchTheme();
  assert.deepEqual(page.posted, ['{"method":"setTheme","data":"dark"}']);
});

test("the element takes the height that its own frame asks for, and nothing else", () => {
  const page = load();
  const [embed, other] = [shown(page, { view: "one" }), shown(page, { view: "one" })];
  const say = (data) => page.listeners.message({ source: embed.theFrame.contentWindow, data });
  for (const data of [null, "resize", { type: "iframe-resized" }, { type: "iframe-resized", height: 0 }, { type: "iframe-resized", height: 1e9 }]) say(data);
  assert.equal(embed.theBox.style.height, "800px");
  say({ type: "iframe-resized", height: 611.2 });
  assert.deepEqual([embed.theBox.style.height, other.theBox.style.height], ["612px", "800px"]);
  assert.deepEqual([embed.theFrame.style.visibility, embed.theSlot.hidden], ["", true]);
});

test("a new attribute loads the view again; a theme is told", () => {
  const page = load();
  const embed = shown(page, { view: "one" });
  embed.setAttribute("view", "two");
  embed.attributeChangedCallback("view", "one", "two");
  assert.equal(embed.theFrame, null, "a frame far from the screen waits again");
  assert.match(embed.theSlot.children[0].href, /\/embed\/two\//);
  page.near(embed);
  assert.match(embed.theFrame.src, /\/embed\/two\//);
  const { theFrame } = embed;
  embed.setAttribute("theme", "dark");
  embed.attributeChangedCallback("theme", null, "dark");
  assert.equal(embed.theFrame, theFrame);
  assert.deepEqual(page.posted, ['{"method":"setTheme","data":"dark"}']);
});

test("of many frames those that left the screen first are closed, but none that a reader used or is in", () => {
  const page = load();
  const embeds = Array.from({ length: 20 }, () => shown(page, { view: "one" }));
  page.listeners.message({ source: embeds[0].theFrame.contentWindow, data: { type: "tech-ties-used" } });
  embeds[2].shadowRoot.activeElement = embeds[2].theFrame;
  embeds[3].disconnectedCallback();
  for (const embed of embeds.slice(0, 15)) page.far(embed);
  const open = () => embeds.flatMap(({ theFrame }, nth) => (theFrame ? [nth] : []));
  assert.deepEqual(open(), [0, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  embeds[2].shadowRoot.activeElement = null;
  page.near(embeds[1]);
  assert.deepEqual(open(), [0, 1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
});

test("a pasted figure becomes an element with its parameters and its content", () => {
  const figure = new HTMLElement();
  figure.querySelector = () => null;
  figure.childNodes = ["picture"];
  for (const [name, value] of [["data-tech-ties", "two"], ["data-up-to", "2015"], ["data-other", "x"]]) figure.setAttribute(name, value);
  load({ figures: [figure] });
  const [embed] = figure.children;
  assert.deepEqual([...embed.attributes], [["view", "two"], ["up-to", "2015"]]);
  assert.deepEqual(embed.children, ["picture"]);
});

test("every attribute is a property, both ways, and none takes the place of what elements have", () => {
  const page = load();
  const embed = shown(page, { view: "one" });
  embed.view = "two";
  assert.deepEqual([embed.getAttribute("view"), embed.view], ["two", "two"]);
  Object.assign(embed, { "controls": false, "transparent": true, "up-to": 2015, "accent": null });
  assert.deepEqual([...embed.attributes], [["view", "two"], ["controls", "false"], ["transparent", "true"], ["up-to", "2015"]]);
  embed.view = undefined;
  assert.deepEqual([embed.view, embed.viewName], [null, "one"]);
});

test("switches are understood as frameworks write them, and empty values say nothing", () => {
  const query = (attributes) => [...new URL(shown(load(), attributes).theFrame.src).searchParams].map((pair) => pair.join("=")).join("&");
  for (const yes of ["", "1", "true"]) assert.equal(query({ transparent: yes }), "transparent=1&theme=light");
  for (const no of ["0", "false"]) assert.equal(query({ transparent: no, controls: no }), "controls=0&theme=light");
  assert.equal(query({ "controls": "", "shown": "", "up-to": "2015" }), "up-to=2015&theme=light");
});

test("without an address of its own the script takes that of the pasted link, else it says so", () => {
  const script = "https://host.example/bundle.js";
  const lost = load({ script });
  new lost.Embed().connectedCallback();
  assert.match(lost.warned[0], /does not know its own address/);
  const found = load({ script });
  const embed = new found.Embed();
  embed.querySelector = () => ({ href: "https://example.org/site/embed/two/?up-to=2015" });
  embed.setAttribute("view", "two");
  embed.connectedCallback();
  found.near(embed);
  assert.equal(embed.theFrame.src, "https://example.org/site/embed/two/?theme=light");
});

test("a property that was set before the script came is heard", () => {
  const page = load();
  const embed = new page.Embed();
  Object.defineProperty(embed, "view", { value: "two", configurable: true, enumerable: true, writable: true });
  embed.connectedCallback();
  assert.deepEqual([embed.getAttribute("view"), embed.view], ["two", "two"]);
});

test("whatever its attributes say, the frame is a view of the script's own site", () => {
  const text = fc.string({ unit: "binary" });
  const attributes = fc.dictionary(fc.constantFrom("theme", "accent", "fact", "mark", "shown", "controls"), text);
  const view = fc.oneof(text, fc.constantFrom("..", ".", "../..", "__proto__", "constructor", "//evil.example", "\ud800"));
  const page = load();
  fc.assert(
    fc.property(view, attributes, (view, attributes) => {
      assert.match(shown(page, { ...attributes, view }).theFrame.src, /^https:\/\/example\.org\/site\/embed\/[^/?]+\/\?/);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("whatever a window says, the height is a whole number or stays", () => {
  const height = fc.oneof(fc.anything({ withBigInt: true }), fc.double(), fc.bigInt());
  const data = fc.oneof(fc.anything({ withBigInt: true, withNullPrototype: true }), fc.record({ type: fc.constant("iframe-resized"), height }));
  const page = load();
  const { theFrame: { contentWindow: source }, theBox } = shown(page, { view: "one" });
  fc.assert(
    fc.property(data, (data) => {
      page.listeners.message({ source, data });
      assert.match(theBox.style.height, /^[1-9]\d{0,5}px$/);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

// boot.js as it runs in a page: the color scheme, tables, and what remains when the program cannot start.
import assert from "node:assert/strict";
import { test } from "node:test";

let loads = 0;

/** Loads the script in a page. */
async function load({ search = "", root = {}, framed = false, heads = [], colors = [], wasm, js, head = null } = {}) {
  const page = { events: [], root, listeners: {}, errors: [], fetched: [], queries: {} };
  const boot = { dataset: { wasm: wasm ?? "", js: js ?? "" } };
  Object.assign(globalThis, {
    document: {
      baseURI: "file:///",
      readyState: "complete",
      documentElement: { dataset: Object.assign(root, { head: "" }) },
      createElement: () => ({ append() {}, addEventListener: (_, press) => (page.press = press) }),
      querySelector: (selector) => ({ "script[type=module][data-wasm]": boot, "script[data-wasm]:not([type])": head })[selector] ?? null,
      querySelectorAll: (selector) => ({ "thead th": heads, "[name=theme-color]": colors })[selector] ?? [],
    },
    location: { search },
    devicePixelRatio: 2,
    matchMedia: (query) => ({ addEventListener: (type, listener) => (page.queries[query] = listener) }),
    window: globalThis, parent: framed ? {} : globalThis,
    addEventListener: (type, listener) => (page.listeners[type] = listener),
    dispatchEvent: ({ type }) => page.events.push(type),
    requestAnimationFrame: (frame) => setTimeout(frame),
    fetch: (address) => (page.fetched.push(address), Promise.reject(new Error("offline"))),
  });
  console.error = (...words) => page.errors.push(words.join(" "));
  await import(`../../static/boot.js?${(loads += 1)}`);
  return page;
}

test("a host may choose a theme later, and the canvases hear of it", async () => {
  const page = await load({ framed: true, root: { embed: "" } });
  page.listeners.theme({ detail: "dark" });
  assert.equal(page.root.theme, "dark");
  assert.deepEqual(page.events, ["color-scheme", "color-scheme"]);
});

test("the bars of the browser have the colour of the theme, or of the system's", async () => {
  const media = async (options) => {
    const colors = [{}, {}];
    await load({ ...options, colors });
    return colors.map(({ media }) => media);
  };
  assert.deepEqual(await media({ root: { theme: "dark" } }), ["not all", "all"]);
  assert.deepEqual(await media({ root: { theme: "light" } }), ["all", "not all"]);
  assert.deepEqual(await media({}), ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]);
});

test("a canvas that has its context again is painted as after a change of colours", async () => {
  const page = await load({});
  page.listeners.contextrestored();
  assert.deepEqual(page.events, ["color-scheme", "color-scheme"]);
});

test("the canvases hear of what the system changes, and of each pixel ratio", async () => {
  const page = await load({});
  page.queries["(forced-colors: active)"]();
  globalThis.devicePixelRatio = 3;
  page.queries["(resolution: 2dppx)"]();
  page.queries["(resolution: 3dppx)"]();
  assert.equal(page.events.length, 4);
  assert.ok(["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "print"].every((query) => page.queries[query]));
});

test("tables are sorted by numbers and words, and the other way round at a second press", async () => {
  const cell = (textContent, sort) => ({ textContent, dataset: sort === undefined ? {} : { sort } });
  const rows = [["10 a"], ["9 b"], [" 100 c "], ["none", "-1"]].map(([text, sort]) => ({ cells: [cell(text, sort)] }));
  const body = { rows: [...rows], append: (...sorted) => (body.rows = sorted) };
  const head = { setAttribute() {}, cellIndex: 0, childNodes: [], ariaSort: null, append() {}, closest: () => ({ tBodies: [body] }) };
  head.removeAttribute = () => (head.ariaSort = null);
  head.parentNode = { cells: [head] };
  const page = await load({ heads: [head] });
  const order = () => body.rows.map(({ cells }) => cells[0].textContent.trim());
  page.press();
  assert.deepEqual([order(), head.ariaSort], [["none", "9 b", "10 a", "100 c"], "ascending"]);
  page.press();
  assert.deepEqual([order(), head.ariaSort], [["100 c", "10 a", "9 b", "none"], "descending"]);
});

test("a program that cannot start leaves the page static, and nothing chosen", async () => {
  const page = await load({ wasm: "program.wasm", js: "nothing.js", root: { state: "static", query: "shown=all" } });
  for (let turn = 0; turn < 50 && page.errors.length === 0; turn += 1) await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(page.root, { head: "", state: "failed" });
  assert.match(page.errors.join(), /^Tech Ties stays static: /);
});

/** A program whose functions do what they are told to, started by boot.js as its glue would. */
const GLUE = `export default async function init() {
  globalThis.programs.push(init.gate({ act: (action) => action(), memory: "memory" }));
}`;

/** Loads the script with such a program; `started` waits until it was started so often, and gives the last one. */
async function loadProgram(glue = GLUE, head = null) {
  const programs = (globalThis.programs = []);
  const page = await load({ wasm: "program.wasm", js: `data:text/javascript,${encodeURIComponent(glue)}`, root: { state: "live" }, head });
  const started = async (count) => {
    for (let turn = 0; turn < 200 && programs.length < count; turn += 1) await new Promise((done) => setTimeout(done, 5));
    assert.equal(programs.length, count);
    return programs.at(-1);
  };
  return { page, started };
}

/** An event for an error, as browsers send it where none caught it. */
const uncaught = (error) => ({ error, preventDefault: () => (error.isQuiet = true) });

test("an error that leaves the program ends it: nothing calls it again, and one that is within it is led out", async () => {
  const { page, started } = await loadProgram();
  console.warn = console.error;
  const program = await started(1);
  assert.deepEqual([program.memory, program.act(() => 5)], ["memory", 5]);
  const error = new TypeError("refused");
  const refuse = () => {
    throw error;
  };
  let went = "nowhere";
  const act = () => {
    assert.throws(() => program.act(refuse), error);
    assert.equal(page.root.state, "live"); // what is around it is still within the program
    program.act(() => {}); // it is over: nothing comes back from here
    went = "on";
  };
  // Its glue gets a list, since it takes some results apart.
  assert.deepEqual(program.act(act), []);
  assert.equal(went, "nowhere");
  assert.equal(page.root.state, "static");
  assert.deepEqual(program.act(() => (went = "on")), []);
  assert.equal(went, "nowhere");
  assert.deepEqual(page.errors, ["Tech Ties starts again: TypeError: refused"]);
  // Where the browser reports it, on its way through a listener, our own line is enough.
  page.listeners.error(uncaught(error));
  assert.ok(error.isQuiet);
  await started(2);
});

/** The place of a live chart in the page: what it was told of being near the screen, `null` for far. */
const chartHost = () => {
  const host = { near: null, told: [], setAttribute: (_, near) => (host.near = near), removeAttribute: () => (host.near = null) };
  return Object.assign(host, { getAttribute: () => host.near, dispatchEvent: () => host.told.push(host.near) });
};

/** Does something in a page where `report` tells which elements are near the screen. */
async function observing(action) {
  let report;
  globalThis.IntersectionObserver = class {
    constructor(changed) {
      report = (target, isIntersecting) => changed([{ target, isIntersecting }]);
    }
    observe() {}
  };
  try {
    await action((...values) => report(...values));
  } finally {
    delete globalThis.IntersectionObserver;
  }
}

test("the program starts once the charts know whether they are near the screen", () => observing(async (report) => {
  const { started } = await loadProgram();
  for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setTimeout(done));
  assert.equal(globalThis.programs.length, 0);
  const host = chartHost();
  report(host, true);
  assert.deepEqual(host.told, ["rest"]);
  await started(1);
}));

test("what comes near later is painted once hands rest, unless it is far again by then", (context) => observing(async (report) => {
  let clock = 1000;
  context.mock.method(performance, "now", () => clock);
  const { page, started } = await loadProgram();
  const [host, passed] = [chartHost(), chartHost()];
  for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setTimeout(done));
  report(host, false);
  await started(1);
  page.listeners.painted();
  page.listeners.pointermove();
  report(host, true);
  report(passed, true);
  report(passed, false);
  assert.deepEqual(host.told, [null, ""]);
  // The hand has moved just now, however long it takes.
  await new Promise((done) => setTimeout(done, 400));
  assert.equal(host.near, "");
  clock += 1000;
  while (host.near !== "rest") await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual([host.told, passed.told], [[null, "", "rest"], ["", null]]);
}));

test("the program that head.js asked for is the one that starts; another start asks for it anew", async () => {
  const glue = GLUE.replace("init()", "init({ module_or_path })").replace("{\n", "{\n  globalThis.given = await module_or_path.catch(String);\n");
  const smallest = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  // Whatever type the server gives it.
  const { page, started } = await loadProgram(glue, { program: Promise.resolve(new Response(smallest)) });
  console.warn = console.error;
  const program = await started(1);
  assert.ok(globalThis.given instanceof WebAssembly.Module);
  assert.deepEqual(page.fetched, []);
  program.act(() => {
    throw new Error("over");
  });
  await started(2);
  assert.deepEqual([globalThis.given, page.fetched], ["Error: offline", ["file:///program.wasm"]]);
});

test("where no browser compiles while it loads, the program starts from its bytes", async () => {
  const { compileStreaming } = WebAssembly;
  delete WebAssembly.compileStreaming;
  try {
    const glue = GLUE.replace("init()", "init({ module_or_path })").replace("{\n", "{\n  globalThis.given = await module_or_path;\n");
    const { started } = await loadProgram(glue, { program: Promise.resolve(new Response(new Uint8Array([7]))) });
    await started(1);
    assert.deepEqual([...new Uint8Array(globalThis.given)], [7]);
  } finally {
    WebAssembly.compileStreaming = compileStreaming;
  }
});

test("an error of the program starts it again, but not without end; an error of others does not", async () => {
  const { page, started } = await loadProgram();
  console.warn = console.error;
  const first = await started(1);
  const theirs = new WebAssembly.RuntimeError("unreachable");
  page.listeners.error(uncaught(theirs));
  assert.deepEqual([page.root.state, theirs.isQuiet], ["live", undefined]);
  const end = (program, message) => program.act(() => {
    throw new WebAssembly.RuntimeError(message);
  });
  end(first, "one");
  assert.equal(page.root.state, "static");
  end(await started(2), "two");
  assert.equal(page.root.state, "failed");
  assert.deepEqual(page.errors, ["Tech Ties starts again: RuntimeError: one", "Tech Ties stays static: RuntimeError: two"]);
});

test("an error of its start is told once, and nothing starts again", async () => {
  const glue = GLUE.replace("globalThis.programs.push(", "globalThis.programs.push(1);").replace(/\);\n}$/, '.act(() => { throw new TypeError("no data"); });\n}');
  const { page, started } = await loadProgram(glue);
  await started(1);
  for (let turn = 0; turn < 50 && page.errors.length === 0; turn += 1) await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual([page.root.state, page.errors], ["failed", ["Tech Ties stays static: TypeError: no data"]]);
});

test("an error that something catches within the program ends it all the same, at its start too", async () => {
  const act = "made.act(() => { try { made.act(() => { throw new TypeError('no data'); }); } catch {} })";
  const glue = `export default async function init() {
    globalThis.programs.push(1);
    const made = init.gate({ act: (action) => action() });
    ${act};
  }`;
  const { page, started } = await loadProgram(glue);
  await started(1);
  for (let turn = 0; turn < 50 && page.errors.length === 0; turn += 1) await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual([page.root.state, page.errors], ["failed", ["Tech Ties stays static: TypeError: no data"]]);
});

// Starts the wasm. If anything fails the page stays whole, and its data-state says that it is not live. This script also
// does what needs no wasm: the choice of a color scheme, and tables that can be sorted.
const root = document.documentElement;
const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[type=module][data-wasm]"));
const { js, wasm, style } = /** @type {Record<string, string>} */ (script.dataset);
const url = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
/**
 * The loading of a style sheet.
 * @param {HTMLLinkElement} link
 */
const loading = (link) =>
  new Promise((done, failed) => {
    link.onload = done;
    link.onerror = () => failed(new Error(`${link.href} cannot be loaded`));
  });
/** @type {Promise<unknown>[]} What must be there before anything live is seen; without it the page stays static. */
const styles = [];
// The style stands in the page. Where a policy of others refuses it there, it comes as a file.
if (style && !document.querySelector("style")?.sheet) {
  const link = document.createElement("link");
  styles.push(loading(link));
  link.rel = "stylesheet";
  link.href = url(style);
  document.head.prepend(link);
}
// The deferred style is loaded as a style for paper, which holds nothing up. A failure may be past before this script runs:
// if its last rule has no effect once the page is complete, a copy is loaded, and its failure is seen.
/** @type {HTMLLinkElement | null} */
const deferred = document.querySelector("link[data-deferred]");
/** @param {HTMLLinkElement} link */
async function apply(link) {
  const complete = new Promise((done) => (document.readyState === "complete" ? done(null) : addEventListener("load", done)));
  if (!link.sheet) await Promise.race([loading(link), complete]).catch(() => {});
  link.media = "all";
  const isWhole = () => getComputedStyle(root).order === "1";
  if (isWhole()) return;
  const copy = /** @type {HTMLLinkElement} */ (link.cloneNode());
  const loaded = loading(copy);
  link.replaceWith(copy);
  await loaded;
  // In a frame that is not displayed, as in a hidden tab, some browsers compute no style at all.
  if (getComputedStyle(root).display && !isWhole()) throw new Error(`${link.href} is not whole`);
}
if (deferred) styles.push(apply(deferred));
const styled = Promise.all(styles);
styled.catch(() => {}); // a start tells of it; a card that stands alone starts nothing
/** @type {Promise<unknown>} */
const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve(null); // this script may run before the document is parsed
  else addEventListener("DOMContentLoaded", resolve, { once: true });
});
/** The first task after the next frame. */
const afterFrame = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(null);
    };
    requestAnimationFrame(() => port2.postMessage(null));
  });
let starts = 0;
// What is painted is painted anew when other colours or another pixel ratio hold, and on a canvas that lost what was on it, as
// after a crash of the graphics.
const recolor = () => dispatchEvent(new Event("color-scheme"));
addEventListener("contextrestored", recolor, true);
/**
 * @param {string} query
 * @param {() => void} changed
 * @param {AddEventListenerOptions} [options]
 */
const follow = (query, changed, options) => globalThis.matchMedia?.(query)?.addEventListener("change", changed, options);
for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"]) {
  follow(query, recolor);
}
// The query for the pixel ratio names the present one.
const followRatio = () => {
  follow(`(resolution: ${devicePixelRatio}dppx)`, () => (recolor(), followRatio()), { once: true });
};
followRatio();

// The color scheme that was chosen is kept for the next visit, where head.js reads it.
const KEY = "tech-ties-theme";

/** @param {string | undefined} theme */
function setTheme(theme) {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  // The browser's own bars follow: of the two colours for them one stays, or each has its scheme.
  /** @type {NodeListOf<HTMLMetaElement>} */
  const colors = document.querySelectorAll("[name=theme-color]");
  ["light", "dark"].forEach((scheme, i) => {
    const chosen = theme === scheme ? "all" : "not all";
    if (colors[i]) colors[i].media = root.dataset.theme ? chosen : `(prefers-color-scheme: ${scheme})`;
  });
  recolor();
}

// How figures are said and how they sound, as it was set (src/live/settings.rs), where storage is not forbidden. In a frame
// nothing is kept.
for (const [name, storage] of /** @type {const} */ ([["speech", "localStorage"], ["sound", "sessionStorage"]])) {
  try {
    if (parent === window) root.dataset[name] = window[storage].getItem(`tech-ties-${name}`) ?? "";
  } catch {
    // Then it is as usual.
  }
}

if (root.dataset.head === undefined) await import("./head.js").catch(() => {});
setTheme(root.dataset.theme);
addEventListener("theme", (event) => setTheme(/** @type {CustomEvent<string>} */ (event).detail));
if (new URLSearchParams(location.search).has("accent")) import("./accent.js").catch(() => {});
if (parent !== window) {
  root.dataset.framed = "";
  // A single view names it in its head; the whole page is seldom framed.
  if (root.dataset.embed === undefined) import("./frame.js").catch(() => {});
}

/**
 * What a row is sorted by.
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
const sortKey = ({ cells }, column) =>
  cells[column].dataset.sort ?? /** @type {string} */ (cells[column].textContent).trim();

/**
 * Sorts a table by a column; a second press reverses the order.
 * @param {HTMLTableCellElement} head
 */
function sort(head) {
  const table = /** @type {HTMLTableElement} */ (head.closest("table"));
  const column = head.cellIndex;
  const ascending = head.ariaSort !== "ascending";
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => sortKey(a, column).localeCompare(sortKey(b, column), "en", { numeric: true }) * (ascending ? 1 : -1));
  table.tBodies[0].append(...rows);
  for (const other of /** @type {HTMLTableRowElement} */ (head.parentNode).cells) other.removeAttribute("aria-sort");
  head.ariaSort = ascending ? "ascending" : "descending";
}

// Where the style draws the rows of tables as cards, on phones, some browsers would take them for no tables any more.
const ROLES = {
  table: "table",
  "thead, tbody": "rowgroup",
  tr: "row",
  "thead th": "columnheader",
  "tbody th": "rowheader",
  td: "cell",
};

parsed.then(() => {
  for (const [selector, role] of Object.entries(ROLES)) {
    for (const part of document.querySelectorAll(selector)) part.setAttribute("role", role);
  }
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const heads = document.querySelectorAll("thead th");
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  // The dialog behind these buttons is loaded when one is pressed. Some browsers keep a failed module, unless it has
  // another name.
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-status]"));
  const lost = document.createElement("span");
  let failures = 0;
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-share]");
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      lost.remove();
      try {
        const share = new URL(`${import.meta.shareScript ?? "share.js"}#${failures}`, import.meta.url);
        await (await import(share.href)).open(button);
      } catch {
        failures += 1;
        lost.textContent = status.textContent = /** @type {string} */ (status.dataset.lost);
        button.after(lost);
      }
    });
  }
  /** @type {HTMLElement | null} */
  const chooser = document.querySelector("[data-color-scheme]");
  if (!chooser) return;
  chooser.hidden = false;
  const current = root.dataset.theme ?? "auto";
  for (const input of chooser.querySelectorAll("input")) input.checked = input.value === current;
  chooser.addEventListener("change", ({ target }) => {
    const { value } = /** @type {HTMLInputElement} */ (target);
    setTheme(value);
    try {
      if (parent === window) localStorage.setItem(KEY, value);
    } catch {
      // Storage may be forbidden: the choice then lasts as long as the page.
    }
  });
});

async function start() {
  starts += 1;
  isPainted = false;
  try {
    // Both are loaded at once; under a new name the glue is a new module with a memory of its own.
    const program = asked().then(typed).then(compiled);
    const glued = import(url(js) + (starts > 1 ? `#${starts}` : ""));
    for (const part of [program, glued]) part.catch(() => {}); // what fails is told below
    // Text and pictures have the processor first.
    await parsed;
    const seen = Promise.all([observe(), afterFrame()]);
    // What is out of sight, as a frame further down a page may be, gets no frames.
    await Promise.race([seen, new Promise((done) => setTimeout(done, 500))]);
    const glue = await glued;
    await styled;
    glue.default.gate = gate;
    await glue.default({ module_or_path: program });
  } catch (error) {
    fail(error);
  }
}

/** The program, as head.js asked for it. A response can be read once: whoever starts again asks again. */
function asked() {
  /** @type {HTMLScriptElement | null} */
  const head = document.querySelector("script[data-wasm]:not([type])");
  const program = head?.program ?? fetch(url(wasm));
  if (head) delete head.program;
  return program;
}

/**
 * The program as a response of its type: under another one browsers compile it late, and the glue complains of it.
 * @param {Response} response
 */
function typed(response) {
  const headers = { "content-type": "application/wasm" };
  if (!response.ok || response.headers.get("content-type") === headers["content-type"]) return response;
  return new Response(response.body, { headers });
}

/**
 * The program, compiled while it is loaded and the page is painted; as bytes where that cannot be.
 * @param {Response} response
 */
const compiled = (response) => WebAssembly.compileStreaming?.(response) ?? response.arrayBuffer();

/** @type {unknown} What ended the program that ran last. */
let cause;

/**
 * What a program exports, for its glue, with an end: whatever leaves one of its functions as an error, a panic or what the
 * browser threw through it, has left it half done. From then on nothing that it listens to reaches it.
 * @param {Record<string, unknown>} exports
 */
function gate(exports) {
  let depth = 0;
  let isOver = false;
  /** @type {unknown[]} What the glue gets of a program that ended: some results are lists, which it takes apart. */
  const nothing = [];
  // The glue starts the program in this very task, and whoever loaded the glue tells what that throws.
  let isStarting = true;
  queueMicrotask(() => (isStarting = false));
  const guarded = (/** @type {Function} */ call) => (/** @type {unknown[]} */ ...values) => {
    if (isOver && depth) throw cause; // it is still on its way out
    if (isOver) return nothing;
    depth += 1;
    try {
      const result = call(...values);
      if (isOver) throw cause; // what ended it was caught on its way
      return result;
    } catch (error) {
      if (!isOver) cause = error;
      isOver = true;
      if (depth > 1 || isStarting) throw cause;
      return nothing;
    } finally {
      depth -= 1;
      // Answered here and not where the browser reports errors: some write rejected promises into the console regardless.
      if (isOver && depth === 0 && !isStarting) rescue();
    }
  };
  const all = Object.entries(exports).map(([name, one]) => [name, typeof one === "function" ? guarded(one) : one]);
  // What the glue calls of the program besides is called through here.
  return Object.fromEntries([...all, ["guarded", guarded((/** @type {Function} */ call) => call())]]);
}

/** @param {unknown} reason */
function fail(reason) {
  root.dataset.state = "failed";
  clear();
  console.error("Tech Ties stays static:", reason);
}

/**
 * Removes what the wasm added: its elements, its listeners with the elements that they are on, the heights that it set, the
 * keys that wait for it, and what it says is on screen.
 */
function clear() {
  delete root.dataset.query;
  for (const host of document.querySelectorAll("[data-live], [data-controls]")) host.replaceWith(host.cloneNode());
  for (const plot of document.querySelectorAll(".plot")) {
    // Chromium leaves an empty style behind where nobody has asked for one since it was set.
    for (const name of ["style", "data-painted", "data-pressed"]) if (plot.hasAttribute(name)) plot.removeAttribute(name);
  }
  describe(false);
}

/**
 * What assistive technology is told of charts: while they are live, hit targets stand for their static pictures, and their
 * keys go with them.
 * @param {boolean} isLive
 */
function describe(isLive) {
  for (const picture of document.querySelectorAll(".fallback")) picture.ariaHidden = isLive ? "true" : null;
  for (const plot of document.querySelectorAll(".plot")) {
    const said = `${plot.id}-chart-title ${plot.id}-outline`;
    const outline = document.getElementById(`${plot.id}-outline`);
    if (!isLive && outline?.dataset.whole) outline.textContent = outline.dataset.whole;
    plot.setAttribute("aria-describedby", isLive ? `${said} ${plot.id}-keys` : said);
  }
}

/** @type {IntersectionObserver | undefined} */
let observer;
/** Whether the charts near the screen have been painted since the program started. */
let isPainted = false;
let haveTold = (/** @type {unknown} */ value) => value;

/** When a reader last scrolled, pointed or pressed a key; and how long hands rest before anything is painted, in ms. */
let lastMove = 0;
const REST = 150;
for (const kind of ["scroll", "pointermove", "keydown"]) {
  addEventListener(kind, () => (lastMove = performance.now()), { capture: true, passive: true });
}

/**
 * Tells a chart whether it is near the screen. What comes near by a reader's hand is painted once that rests: the static
 * picture shows the same, and painting would hold up what the hand does.
 * @param {Element} host
 * @param {boolean} isNear
 */
async function setNear(host, isNear) {
  const tell = (/** @type {string | null} */ near) => {
    if (near === null) host.removeAttribute("data-near");
    else host.setAttribute("data-near", near);
    host.dispatchEvent(new Event("near"));
  };
  if (!isNear) return tell(null);
  if (!isPainted) return tell("rest");
  tell("");
  do await new Promise((done) => setTimeout(done, REST));
  while (performance.now() - lastMove < REST);
  if (host.getAttribute("data-near") === "") tell("rest");
}

/**
 * Tells each chart whether it is near the screen: elsewhere none is painted, since phones have little memory. Resolves once
 * all have been told.
 */
function observe() {
  const told = new Promise((done) => (haveTold = done));
  if ("IntersectionObserver" in window) {
    const changed = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      entries.forEach(({ target, isIntersecting }) => setNear(target, isIntersecting));
      haveTold(null);
    };
    observer ??= new IntersectionObserver(changed, { rootMargin: "25%" });
  }
  for (const host of document.querySelectorAll("[data-live]")) {
    if (observer) observer.observe(host);
    else setNear(host, true);
  }
  if (!observer) haveTold(null);
  return told;
}

// The program tells once that every chart answers to pointer and keys, and once that those near the screen are painted as
// well. Whoever measures is told after the frame that shows it.
addEventListener("live", () => {
  root.dataset.state = "live";
  describe(true);
});
addEventListener("painted", async () => {
  isPainted = true;
  await afterFrame();
  performance.mark("charts-ready");
});

/** An error of the program ends it for good. One fresh start often helps, since it begins with the page as it was. */
function rescue() {
  if (starts >= 2) return fail(cause);
  console.warn("Tech Ties starts again:", cause);
  root.dataset.state = "static";
  clear();
  start();
}

/**
 * Our own line tells of what ended the program; on its way out it may pass listeners, whose errors browsers report.
 * @param {Event} event
 * @param {unknown} error
 */
const preventReport = (event, error) => cause && error === cause && event.preventDefault();
addEventListener("error", (event) => preventReport(event, event.error));
addEventListener("unhandledrejection", (event) => preventReport(event, event.reason));
if (wasm) start(); // a card that stands alone has no charts

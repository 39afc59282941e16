// Starts the wasm. Whatever fails, the page stays whole and says in data-state that it is not live. What needs no wasm
// works without it: the choice of a look, and tables that can be sorted.
const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const url = (path) => new URL(path, document.baseURI).href;
// This script may come before the end of the page does.
const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else addEventListener("DOMContentLoaded", resolve, { once: true });
});
let starts = 0;

// The reader's look: from the address, else from an earlier visit, else the system's. Storage may be forbidden.
const KEY = "tech-ties-theme";
const attempt = (action) => {
  try {
    return action();
  } catch {
    return null;
  }
};

function look(theme) {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  dispatchEvent(new Event("look"));
}

// In frames light is the default: the reader's system says nothing of the page around.
const alone = root.dataset.embed === undefined && parent === window;
const query = new URLSearchParams(location.search);
const wished = query.get("theme");
look(/^(light|dark|auto)$/.test(wished) ? wished : alone ? attempt(() => localStorage.getItem(KEY)) : "light");
addEventListener("theme", ({ detail }) => look(detail));
// What a page around a frame may wish besides: its own ground behind the graphic, a bare picture, its own colour.
if (query.get("transparent") === "1") root.dataset.transparent = "";
if (query.get("controls") === "0") root.dataset.bare = "";
if (query.has("accent")) import("./accent.js").catch(() => {});
// A view that stands alone has it in its head; the whole page is seldom framed.
if (root.dataset.embed === undefined && parent !== window) import("./frame.js").catch(() => {});
// Tables can be sorted by any column; a second press turns the order round.
const order = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

function sort(head) {
  const [table, column] = [head.closest("table"), head.cellIndex];
  const direction = head.ariaSort === "ascending" ? -1 : 1;
  const compare = (a, b) => order(a, column).localeCompare(order(b, column), "en", { numeric: true });
  table.tBodies[0].append(...[...table.tBodies[0].rows].sort((a, b) => direction * compare(a, b)));
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.ariaSort = direction > 0 ? "ascending" : "descending";
}

parsed.then(() => {
  for (const head of document.querySelectorAll("thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  // What is behind these buttons is loaded when one is pressed. Some browsers keep that it failed, unless it has another
  // name.
  const status = document.querySelector("[data-status]");
  const lost = document.createElement("span");
  let failures = 0;
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      lost.remove();
      try {
        await (await import(`./share.js#${failures}`)).open(button);
      } catch {
        failures += 1;
        lost.textContent = status.textContent = status.dataset.lost;
        button.after(lost);
      }
    });
  }
  const chooser = document.querySelector("[data-look]");
  if (!chooser) return;
  chooser.hidden = false;
  const current = root.dataset.theme ?? "auto";
  for (const input of chooser.querySelectorAll("input")) input.checked = input.value === current;
  chooser.addEventListener("change", ({ target }) => {
    look(target.value);
    attempt(() => localStorage.setItem(KEY, target.value));
  });
});

async function start() {
  starts += 1;
  try {
    // Asked for at the same time as the glue, which would otherwise ask for it only once it is there itself.
    const program = fetch(url(wasm));
    program.catch(() => {}); // told below, once the glue is there
    // Under a new name the glue is a new module with a memory of its own.
    const glue = await import(url(js) + (starts > 1 ? `#${starts}` : ""));
    await parsed;
    await glue.default({ module_or_path: program });
  } catch (error) {
    fail(error);
  }
}

function fail(reason) {
  root.dataset.state = "failed";
  clear();
  console.error("Tech Ties stays static:", reason);
}

/** Takes away what the wasm added, down to the height of a chosen view. */
function clear() {
  for (const host of document.querySelectorAll("[data-live], [data-controls]")) host.replaceChildren();
  for (const plot of document.querySelectorAll(".plot")) plot.removeAttribute("style");
}

// A panic ends the wasm for good. One fresh start often helps, since it begins with the page as it was.
function rescue(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  root.dataset.state = "static";
  if (starts >= 2) return fail(error);
  clear();
  start();
}

addEventListener("error", (event) => rescue(event.error));
addEventListener("unhandledrejection", (event) => rescue(event.reason));
if (wasm) start(); // a card that stands alone has no charts

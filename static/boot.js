// Starts the wasm. Whatever fails, the page stays whole and says in data-state that it is not live.
const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const url = (path) => new URL(path, document.baseURI).href;
// This script may come before the end of the page does.
const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else addEventListener("DOMContentLoaded", resolve, { once: true });
});
let starts = 0;

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
  for (const host of document.querySelectorAll("[data-live]")) host.replaceChildren();
  console.error("Tech Ties stays static:", reason);
}

// A panic ends the wasm for good. One fresh start often helps, since it begins with the page as it was.
function rescue(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  root.dataset.state = "static";
  if (starts < 2) start();
  else fail(error);
}

addEventListener("error", (event) => rescue(event.error));
addEventListener("unhandledrejection", (event) => rescue(event.reason));
start();

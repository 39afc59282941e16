// Starts the wasm. Whatever fails, the page stays whole and says in data-state that it is not live.
const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
let starts = 0;

async function start() {
  starts += 1;
  try {
    // Asked for under a new name, the glue is a new module with a memory of its own.
    const glue = await import(new URL(starts > 1 ? `${js}?${starts}` : js, document.baseURI).href);
    await glue.default({ module_or_path: new URL(wasm, document.baseURI) });
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

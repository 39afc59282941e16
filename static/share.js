// The dialog that exports a chart as a file or as a snippet for another page. It is loaded, with its style and its
// words, when a reader opens it. The export program (export.rs) is loaded when a reader asks for a file.
import { FORMS, addressOf, parametersOf } from "./snippets.js";

/**
 * What the export program does; each returns nothing for a chart that it does not know.
 * @typedef {(data: string, chart: string, query: string, scheme: string, accent: string, link: string, width: number) => string | undefined} Export
 * @typedef {"picture" | "social" | "csv" | "json"} What
 * @typedef {{ default: (options: { module_or_path: string }) => Promise<unknown> } & Record<What, Export>} Program
 */

const here = new URL(".", import.meta.url).href;
const root = document.documentElement;
const framed = parent !== window;
// In a sandbox without an origin of its own a download fails with an error that no script can see.
const sandboxed = framed && self.origin === "null";
const dark = matchMedia("(prefers-color-scheme: dark)");
/** @type {Promise<HTMLDialogElement> | null} */
let loading = null;
/** @type {HTMLDialogElement} */
let dialog;
/** @type {HTMLElement} */
let opener;
/** @type {Promise<Program> | null} */
let program = null;
let failures = 0;
/** @type {string[]} */
const held = []; // the addresses of files that are shown

const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-${name}]`));
const field = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (dialog.querySelector(`[name=${name}]`));
const area = () => /** @type {HTMLTextAreaElement} */ (find("snippet"));
const say = (/** @type {string | undefined} */ words) => (find("said").textContent = words ?? "");
const chart = () => opener.dataset.share ?? "";
const figure = () => /** @type {HTMLElement} */ (opener.closest("figure"));
const title = () => figure().querySelector(".caption > :first-child")?.textContent ?? "";
/** The color scheme of the page now. */
const colorScheme = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");
/** What the charts show now, as the program says it. */
const query = () => root.dataset.query ?? "";

/**
 * Opens the dialog for the chart of a button.
 * @param {HTMLElement} button
 */
export async function open(button) {
  loading ??= load();
  loading.catch(() => (loading = null)); // the next try starts again
  dialog = await loading;
  if (dialog.open) return; // by an earlier press
  opener = button;
  find("chart-title").textContent = title();
  find("made").hidden = true;
  say("");
  field("view").value = chart();
  field("theme").value = root.dataset.embed === undefined ? "light" : colorScheme();
  snippet();
  dialog.showModal();
  place();
}

/** Puts the dialog near its button: where the frame is higher than the screen, its middle may be out of sight. */
function place() {
  if (!framed) return;
  const lowest = innerHeight - dialog.offsetHeight - 8;
  const top = opener.getBoundingClientRect().top - dialog.offsetHeight;
  dialog.style.marginBlock = `${Math.max(8, Math.min(top, lowest))}px auto`;
}

/** Fetches the dialog. Trusted Types forbid parsing text into the page, but a requested document comes parsed. */
async function load() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = here + (import.meta.shareStyle ?? "share.css");
  const request = new XMLHttpRequest();
  request.open("GET", `${here}share.html`);
  request.responseType = "document";
  const loaded = [style, request].map(
    (part) => new Promise((done, failed) => ((part.onload = done), (part.onerror = failed))),
  );
  document.head.append(style);
  request.send();
  /** @type {HTMLDialogElement | null} */
  const found = await Promise.all(loaded).then(
    () => request.response?.querySelector("dialog"),
    () => null,
  );
  if (!found) {
    style.remove();
    throw new Error("share.html");
  }
  // The addresses of its pictures are relative to its own.
  for (const picture of found.querySelectorAll("img")) {
    const path = picture.getAttribute("src");
    if (path) picture.src = here + path;
  }
  if (sandboxed) restrict(found);
  document.body.append(found);
  found.querySelector("[data-close]")?.addEventListener("click", () => found.close());
  found.addEventListener("close", () => {
    held.splice(0).forEach((url) => URL.revokeObjectURL(url));
    opener.focus();
  });
  found.addEventListener("click", ({ target }) => act(/** @type {HTMLElement} */ (target)));
  found.addEventListener("change", snippet);
  return found;
}

/**
 * Hides what a sandbox forbids, and says what works.
 * @param {HTMLDialogElement} found
 */
function restrict(found) {
  /** @type {NodeListOf<HTMLElement>} */
  const forbidden = found.querySelectorAll("[data-export=print], [data-made-file], [data-try]");
  for (const part of forbidden) part.hidden = true;
  const words = found.querySelector("[data-made] p");
  if (words) words.textContent = found.dataset.forbids ?? "";
}

/** @param {HTMLElement} target what was clicked */
function act({ dataset }) {
  const kind = dataset.export;
  if (dataset.copy !== undefined) copy(area());
  else if (kind === "link") copyLink();
  else if (kind) {
    const { altered, failed } = dialog.dataset;
    (kind === "print" ? printChart() : download(kind)).catch((error) => say(error === ALTERED ? altered : failed));
  }
}

/** Prints the chart alone, as it is shown, in light colours. */
async function printChart() {
  const sheet = await pictured("picture", "light");
  Object.assign(sheet, { className: "paper", alt: title() });
  document.body.append(sheet);
  root.dataset.paper = "";
  const away = new AbortController();
  const { signal } = away;
  const clear = () => (away.abort(), sheet.remove(), delete root.dataset.paper);
  let begun = false;
  addEventListener("beforeprint", () => (begun = true), { signal });
  dialog.close();
  print();
  if (framed && !begun) {
    // The page around forbids it, as a sandbox without allow-modals does.
    clear();
    dialog.showModal();
    say(dialog.dataset.forbids);
    return;
  }
  // Phones say that they have printed before they ask how: the sheet stays until the reader is back.
  for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, clear, { signal, capture: true });
}

/** The address of the site, as the page knows it, else as this script was loaded. */
const canonical = () => /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href;
const site = () => canonical() ?? here;

/** The address of what is shown: of the chart on the whole page, or of the view alone. */
function link() {
  const search = query() && `?${query()}`;
  return site() + (root.dataset.embed === undefined ? `${search}#${chart()}` : `embed/${chart()}/${search}`);
}

/** @type {Record<string, [ending: string, type: string, make: () => Promise<BlobPart>]>} */
const KINDS = {
  png: ["png", "image/png", () => drawn("picture", 2)],
  social: ["png", "image/png", () => drawn("social", 1)],
  svg: ["svg", "image/svg+xml;charset=utf-8", () => made("picture")],
  csv: ["csv", "text/csv;charset=utf-8", () => made("csv")],
  json: ["json", "application/json;charset=utf-8", () => made("json")],
};

/**
 * Makes a file, downloads it and, in a frame, shows it as well.
 * @param {string} kind
 */
async function download(kind) {
  const [ending, type, make] = KINDS[kind];
  const blob = new Blob([await make()], { type });
  const name = `tech-ties-${chart()}${kind === "social" ? "-social" : ""}.${ending}`;
  const file = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  if (!sandboxed) file.click();
  say(sandboxed ? dialog.dataset.forbids : dialog.dataset.saved?.replace("{}", name));
  if (framed) {
    held.push(file.href);
    await show(type, blob, file.href);
  } else setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

/** The width of the chart; where its table is shown instead, the width that it would have. */
function width() {
  const [plot, whole] = [figure().querySelector(".plot"), figure()].map(
    (element) => element?.getBoundingClientRect().width,
  );
  return plot || whole || 0;
}

/**
 * Asks the export program for a text.
 * @param {What} what
 * @param {string} [scheme]
 */
async function made(what, scheme = colorScheme()) {
  // Some browsers keep a failed module, unless it has another name.
  program ??= import(`${here}${import.meta.exportScript ?? "export.js"}#${failures}`).then(async (module) => {
    await module.default({ module_or_path: here + (import.meta.exportWasm ?? "export_bg.wasm") });
    return module;
  });
  program.catch(() => ((program = null), (failures += 1)));
  const { [what]: make } = await program;
  const data = document.querySelector("[data-story]")?.textContent ?? "";
  // The accent was checked against the ground of the scheme that is shown.
  const accent = (scheme === colorScheme() && root.dataset.accent) || "";
  const text = make(data, chart(), query(), scheme, accent, link(), width());
  if (text === undefined) throw new Error(what);
  return text;
}

/**
 * A picture in the page.
 * @param {What} what
 * @param {string} [scheme]
 */
async function pictured(what, scheme) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await made(what, scheme))}`;
  await picture.decode();
  return picture;
}

/**
 * A picture as PNG.
 * @param {What} what
 * @param {number} ratio pixels for each CSS px
 * @returns {Promise<Blob>}
 */
async function drawn(what, ratio) {
  if (isAltered()) throw ALTERED;
  const picture = await pictured(what);
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * ratio;
  canvas.height = picture.naturalHeight * ratio;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("png"))), "image/png");
  });
}

const ALTERED = new Error("this browser alters pictures");

/**
 * Whether the browser alters what is read from a canvas, as some do against recognising readers: a plain colour then
 * comes back as another one. What is changed by a few steps nobody sees.
 */
function isAltered() {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return false;
  context.fillStyle = "#3c6ea5";
  context.fillRect(0, 0, 16, 16);
  const plain = [0x3c, 0x6e, 0xa5, 0xff];
  return context.getImageData(0, 0, 16, 16).data.some((value, i) => Math.abs(value - plain[i % 4]) > 8);
}

/**
 * Shows a file in the dialog, to be saved or copied by hand.
 * @param {string} type
 * @param {Blob} blob
 * @param {string} href
 */
async function show(type, blob, href) {
  const made = find("made");
  const text = /** @type {HTMLTextAreaElement} */ (find("made-text"));
  made.querySelector("img")?.remove();
  made.hidden = true;
  text.hidden = type.startsWith("image/");
  if (text.hidden) {
    const picture = Object.assign(new Image(), { src: await dataUrl(blob), alt: title() });
    text.before(picture);
    await picture.decode();
  } else {
    text.value = await blob.text();
  }
  /** @type {HTMLAnchorElement} */ (find("made-file")).href = href;
  made.hidden = false;
  place();
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
const dataUrl = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });

/**
 * Copies the text of a field. Where that is forbidden it selects the text and says which keys to press.
 * @param {HTMLTextAreaElement} text
 */
async function copy(text) {
  const write = () => navigator.clipboard?.writeText(text.value).then(() => true, () => false) ?? false;
  const select = () => (text.select(), document.execCommand("copy"));
  // Most frames may not use the clipboard, and the console shows an error. The older command needs no permission.
  const copied = framed ? select() || (await write()) : (await write()) || select();
  if (!copied) text.select();
  say(copied ? dialog.dataset.copied : dialog.dataset.byHand);
}

async function copyLink() {
  const text = area();
  const before = text.value;
  text.value = link();
  await copy(text);
  // Where the reader has to copy it, it has to stay.
  if (find("said").textContent === dialog.dataset.copied) text.value = before;
}

/** Writes the snippet in the form that is chosen. */
function snippet() {
  const view = field("view").value;
  const { height = "", title = "" } = field("view").selectedOptions[0].dataset;
  const parameters = parametersOf(view === chart() ? query() : "", field("theme").value);
  const embed = { site: site(), view, parameters, title, height, whole: dialog.dataset.whole ?? "" };
  area().value = FORMS[field("form").value](embed);
  // Content systems ask for the description of an address, which exists only where the site knows its own.
  /** @type {HTMLElement} */ (field("form").querySelector("[value=oembed]")).hidden = !canonical();
  /** @type {HTMLAnchorElement} */ (find("try")).href = addressOf(embed);
  /** @type {HTMLImageElement} */ (find("preview")).src = `${here}embed/${view}/preview.png`;
}

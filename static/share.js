// The dialog in which a chart is taken along or embedded: loaded, with its style and its words, when a reader opens it.
// The program that makes files (export.rs) is loaded when a reader asks for one.
const here = new URL(".", import.meta.url).href;
const root = document.documentElement;
const framed = parent !== window;
// In a sandbox without an origin of its own a download would end in an error that no script can see.
const sandboxed = framed && self.origin === "null";
const find = (name) => dialog.querySelector(`[data-${name}]`);
let coming = null; // the dialog, or what will be it
let dialog = null;
let opener = null;
let program = null;
let tries = 0;
const held = []; // the addresses of files that are shown

/** Opens the dialog for the chart of a button. */
export async function open(button) {
  coming ??= bring();
  coming.catch(() => (coming = null)); // the next try begins anew
  dialog = await coming;
  if (dialog.open) return; // by an earlier press
  opener = button;
  find("chart-title").textContent = title();
  find("made").hidden = true;
  say("");
  field("view").value = button.dataset.share;
  field("colours").value = root.dataset.embed === undefined ? "light" : look();
  snippet();
  dialog.showModal();
  place();
}

/** Where the frame is higher than the screen, the middle of the frame may be out of sight: the dialog opens by its button. */
function place() {
  if (!framed) return;
  const highest = innerHeight - dialog.offsetHeight - 8;
  const top = opener.getBoundingClientRect().top - dialog.offsetHeight;
  dialog.style.marginBlock = `${Math.max(8, Math.min(top, highest))}px auto`;
}

/** Fetches the dialog. Trusted Types forbid to parse text into the page; a document that is asked for comes parsed. */
async function bring() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("./share.css", import.meta.url);
  const request = new XMLHttpRequest();
  request.open("GET", `${here}share.html`);
  request.responseType = "document";
  const loaded = [style, request].map((part) => new Promise((done, failed) => ((part.onload = done), (part.onerror = failed))));
  document.head.append(style);
  request.send();
  const brought = await Promise.all(loaded).then(() => request.response.querySelector("dialog")).catch(() => null);
  if (!brought) {
    style.remove();
    throw new Error("share.html");
  }
  // Its pictures lie where it lies.
  for (const picture of brought.querySelectorAll("img[src]")) picture.src = here + picture.getAttribute("src");
  if (sandboxed) confine(brought);
  document.body.append(brought);
  brought.querySelector("[data-close]").addEventListener("click", () => brought.close());
  brought.addEventListener("close", () => {
    held.splice(0).forEach((url) => URL.revokeObjectURL(url));
    opener.focus();
  });
  brought.addEventListener("click", ({ target }) => act(target));
  brought.addEventListener("change", snippet);
  return brought;
}

/** Leaves out what a sandbox forbids, and says what works. */
function confine(brought) {
  for (const part of brought.querySelectorAll("[data-take=print], [data-made-file], [data-try]")) part.hidden = true;
  brought.querySelector("[data-made] p").textContent = brought.dataset.forbids;
}

function act(target) {
  const { take: kind, copy: copies } = target.dataset;
  if (copies !== undefined) copy(find("snippet"));
  else if (kind === "link") copyLink();
  else if (kind) (kind === "print" ? paper() : take(kind)).catch(() => say(dialog.dataset.failed));
}

/** Prints the chart alone, as it is shown. */
async function paper() {
  const sheet = await pictured("picture", "light");
  Object.assign(sheet, { className: "paper", alt: title() });
  document.body.append(sheet);
  root.dataset.paper = "";
  addEventListener("afterprint", () => (sheet.remove(), delete root.dataset.paper), { once: true });
  dialog.close();
  print();
}

const say = (words) => (find("said").textContent = words);
const field = (name) => dialog.querySelector(`[name=${name}]`);
const dark = matchMedia("(prefers-color-scheme: dark)");
const title = () => opener.closest("figure").querySelector("h3").textContent;
const look = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");

/** The address of the site, as the page knows it, else as this script was loaded. */
const canonical = () => document.querySelector("link[rel=canonical]")?.href;
const site = () => canonical() ?? here;

/** What the address says of the charts; what hosts added is theirs. */
function query() {
  const ours = new URLSearchParams(location.search);
  for (const name of [...ours.keys()]) if (!["count", "order", "field", "year"].includes(name)) ours.delete(name);
  return ours.size > 0 ? `?${ours}` : "";
}

/** The address of what is shown: of the chart on the whole page, or of the view alone. */
function link() {
  const path = root.dataset.embed === undefined ? "" : `embed/${opener.dataset.share}/`;
  return `${site()}${path}${query()}${path ? "" : `#${opener.dataset.share}`}`;
}

const KINDS = {
  png: ["png", () => drawn("picture", 2)],
  social: ["png", () => drawn("social", 1)],
  svg: ["svg", () => made("picture")],
  csv: ["csv", () => made("csv")],
  json: ["json", () => made("json")],
};
const TYPES = { png: "image/png", svg: "image/svg+xml", csv: "text/csv", json: "application/json" };

/** Makes a file, hands it to the browser and, in a frame, shows it as well. */
async function take(kind) {
  const [ending, make] = KINDS[kind];
  const blob = new Blob([await make()], { type: `${TYPES[ending]};charset=utf-8`.replace(/^(image\/png);.*/, "$1") });
  const name = `tech-ties-${opener.dataset.share}${kind === "social" ? "-social" : ""}.${ending}`;
  const file = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  if (!sandboxed) file.click();
  say(sandboxed ? dialog.dataset.forbids : dialog.dataset.saved.replace("{}", name));
  if (framed) held.push(file.href), await show(ending, blob, file.href);
  else setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

/** How wide the chart is; where its table takes its place, how wide it would be. */
function width() {
  const figure = opener.closest("figure");
  const wide = (element) => element.getBoundingClientRect().width;
  return wide(figure.querySelector(".plot")) || wide(figure);
}

/** Asks the program for a text. */
async function made(what, colours = look()) {
  // Some browsers keep that it failed, unless it has another name.
  program ??= import(`./export.js#${tries}`).then(async (module) => (await module.default(), module));
  program.catch(() => ((program = null), (tries += 1)));
  const { [what]: make } = await program;
  const text = make(opener.dataset.share, location.search, colours, link(), width());
  if (text === undefined) throw new Error(what);
  return text;
}

/** A picture in the page. */
async function pictured(what, colours) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await made(what, colours))}`;
  await picture.decode();
  return picture;
}

/** A picture as PNG, so many pixels for each CSS px. */
async function drawn(what, ratio) {
  const picture = await pictured(what);
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * ratio;
  canvas.height = picture.naturalHeight * ratio;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("png"))), "image/png"));
}

/** Shows a file in the dialog, to be saved or copied by hand. */
async function show(ending, blob, href) {
  const [made, text] = [find("made"), find("made-text")];
  made.querySelector("img")?.remove();
  made.hidden = true;
  text.hidden = ["png", "svg"].includes(ending);
  if (text.hidden) {
    const picture = Object.assign(new Image(), { src: await address(blob), alt: title() });
    text.before(picture);
    await picture.decode();
  } else {
    text.value = await blob.text();
  }
  find("made-file").href = href;
  made.hidden = false;
  place();
}

const address = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });

/** Copies the text of a field, or selects it and says what to press. */
async function copy(area) {
  const write = () => navigator.clipboard?.writeText(area.value).then(() => true, () => false) ?? false;
  const select = () => (area.select(), document.execCommand("copy"));
  // Most frames are refused the first, with a complaint in the console; the second is older than the permission.
  const copied = framed ? select() || (await write()) : (await write()) || select();
  if (!copied) area.select();
  say(copied ? dialog.dataset.copied : dialog.dataset.byHand);
}

function copyLink() {
  const [area, before] = [find("snippet"), find("snippet").value];
  area.value = link();
  // Where it must be copied by hand, it has to stay.
  copy(area).then(() => find("said").textContent === dialog.dataset.copied && (area.value = before));
}

const escaped = (text) => text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);

/** What to paste, by its form. */
const FORMS = {
  iframe: ({ src, title, height }) =>
    `<iframe src="${src}" title="${title}" height="${height}" loading="lazy" style="width:100%;border:0;color-scheme:light"></iframe>`,
  // Without a look the element takes that of the page around.
  element: ({ view, parameters, src, image, title }) =>
    `<figure data-tech-ties="${view}"${[...parameters].map(([name, value]) => ` data-${name}="${escaped(value)}"`).join("")}><a href="${src}"><img src="${image}" alt="${title}" width="1200" height="630"></a></figure>
<script src="${site()}embed.js" async></script>`,
  amp: ({ src, image, title, height }) =>
    `<amp-iframe src="${src}#amp=1" title="${title}" width="720" height="${height}" layout="responsive" sandbox="allow-scripts" resizable frameborder="0">
  <amp-img layout="fill" src="${image}" placeholder></amp-img>
  <div overflow tabindex="0" role="button">${escaped(dialog.dataset.whole)}</div>
</amp-iframe>`,
  oembed: ({ view }) => `${site()}embed/${view}/`,
  markdown: ({ plain, image, address }) => `[![${plain.replace(/[[\]\\]/g, "\\$&")}](${image})](${address})`,
};

/** Writes the snippet that is chosen. */
function snippet() {
  const [view, theme] = [field("view").value, field("colours").value];
  const { height, title: plain } = field("view").selectedOptions[0].dataset;
  const parameters = new URLSearchParams(view === opener.dataset.share ? query() : "");
  if (theme !== "light") parameters.set("theme", theme); // light is the default in frames
  const address = `${site()}embed/${view}/${parameters.size > 0 ? `?${parameters}` : ""}`;
  const image = `${site()}embed/${view}/preview.png`;
  find("snippet").value = FORMS[field("form").value]({
    view, parameters, height, plain, address, src: escaped(address), image, title: escaped(plain),
  });
  // Content systems ask the address for its description, which needs the address of the site.
  field("form").querySelector("[value=oembed]").hidden = !canonical();
  find("try").href = address;
  find("preview").src = `${here}embed/${view}/preview.png`;
}

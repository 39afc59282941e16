// The last step of a release: smaller programs, names that carry a hash of the content, the page in one file, and
// compressed copies. Run by `cargo xtask build` with the folder that Trunk wrote.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundled, minify } from "./bundle.mjs";
import { compress } from "./compress.mjs";
import { printCost } from "./cost.mjs";
import { filled } from "./demo.mjs";
import { embedded } from "./embed.mjs";
import { elements, sheets } from "./html.mjs";
import { inlined } from "./inline.mjs";
import { optimize } from "./optimize.mjs";
import { nginx } from "./nginx.mjs";
import { permitted } from "./policy.mjs";
import { renameReferences } from "./references.mjs";
import { bill } from "./sbom.mjs";
import { single } from "./single.mjs";
import { siteOf } from "./site.mjs";

/** The names that the page refers to, as Trunk chose them. */
function trunkNames(html) {
  const all = elements(html);
  const { style, deferred } = sheets(all);
  const { "data-js": glue, "data-wasm": wasm } = all.find(({ attributes }) => attributes["data-wasm"])?.attributes ?? {};
  if (!style || !deferred || !glue || !wasm) throw new Error("index.html names no style sheet or no program");
  const [first, later] = [style, deferred].map(({ attributes }) => basename(attributes.href));
  return { style: first, deferred: later, glue: basename(glue), wasm: basename(wasm) };
}

/** The head without blanks between its elements; Trunk leaves an empty line for each file that it copied. */
const tidied = (html) => html.replace(/^.*?<\/head>/s, (head) => head.replace(/\n\s*(?=<)/g, ""));

/** Finishes a site in its folder; returns what each file weighs and the names of what a visit loads. */
export async function finish(folder) {
  const dist = resolve(folder);
  const at = (name) => join(dist, name);
  const html = readFileSync(at("index.html"), "utf8");
  const built = trunkNames(html);
  optimize(at(built.wasm), at(built.glue), { folder: dist });
  optimize(at("export_bg.wasm"), at("export.js"));
  minify(at("embed.js"), { "globalThis.TECH_TIES_SITE": embedded(dist) });
  minify(at("demo.css"));
  writeFileSync(at("demo.html"), filled(readFileSync(at("demo.html"), "utf8"), siteOf(dist)));
  const style = [built.style, built.deferred].map((name) => bundled(at(name))).join("");
  // In the page in one file nothing can be loaded beside it.
  const [boot, glue] = ["boot.js", built.glue].map((name) => bundled(at(name)));
  const renamed = await bundle(dist, built);
  const final = (name) => renamed.get(name) ?? name;
  const pieces = {
    style,
    glue,
    boot,
    wasm: readFileSync(at(final(built.wasm))),
  };
  const alone = tidied(single(html, pieces, (path) => readFileSync(at(path))));
  writeFileSync(at("tech-ties.html"), alone);
  const sheet = readFileSync(at(final(built.style)), "utf8");
  const pages = [alone];
  for (const page of readdirSync(dist, { recursive: true }).map(String).filter((name) => name.endsWith(".html"))) {
    if (page === "tech-ties.html") continue;
    const now = renameReferences(readFileSync(at(page), "utf8"), page.replaceAll("\\", "/"), renamed, (path) => existsSync(at(path)));
    pages.push(tidied(inlined(now, sheet)));
    writeFileSync(at(page), pages.at(-1));
  }
  const headers = permitted(readFileSync(at("_headers"), "utf8"), pages);
  writeFileSync(at("_headers"), headers);
  writeFileSync(at("nginx.conf"), nginx(headers));
  const face = final("headline.woff2");
  const rows = [...compress(dist), [face, readFileSync(at(face)).length, readFileSync(at(face)).length]];
  const loaded = ["index.html", "icon.svg", ...["headline.woff2", "boot.js", built.deferred, built.glue, built.wasm].map(final)];
  return { rows, loaded };
}

function report(rows, loaded) {
  const width = Math.max(...rows.map(([name]) => name.length));
  const print = (name, raw, br) =>
    console.log(`${name.padEnd(width)} ${String(raw).padStart(9)} ${String(br).padStart(9)}`);
  print("file", "bytes", "brotli");
  for (const row of rows) print(...row);
  // What a visit loads; the rest comes on demand.
  const page = rows.filter(([name]) => loaded.includes(name));
  const sum = (column) => page.reduce((total, row) => total + row[column], 0);
  print("the page as loaded", sum(1), sum(2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist] = process.argv.slice(2);
  writeFileSync(join(dist, "sbom.cdx.json"), bill());
  const { rows, loaded } = await finish(dist);
  report(rows, loaded);
  printCost(dist);
}

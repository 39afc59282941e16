// The last step of a release: smaller code, names that carry a hash of the content, the page in one file, and
// compressed copies. Run by `cargo xtask build` with the folder that Trunk wrote.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { printCost } from "./cost.mjs";
import { fillEmbed } from "./embed.mjs";
import { single } from "./single.mjs";

const [dist] = process.argv.slice(2);
const at = (name) => join(dist, name);
const read = (name) => readFileSync(at(name));
const write = (name, content) => writeFileSync(at(name), content);

/** The names that the page refers to, as Trunk chose them. */
function names(page) {
  const find = (pattern) => basename(page.match(pattern)[1]);
  return {
    style: find(/<link rel="stylesheet" href="([^"]+)"/),
    glue: find(/data-js="([^"]+)"/),
    wasm: find(/data-wasm="([^"]+)"/),
    boot: find(/src="([^"]*boot\.js)"/),
    frame: "frame.js",
  };
}

/** What is loaded only when a reader shares: Trunk leaves the names as they are. */
const onDemand = { program: "export_bg.wasm", export: "export.js", shareStyle: "share.css", share: "share.js" };

/** wasm-opt for size, with what rustc's wasm target and wasm-bindgen make use of. */
function optimize(wasm) {
  const bin = join(dirname(createRequire(import.meta.url).resolve("binaryen")), "bin/wasm-opt");
  const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
  const enable = features.map((feature) => `--enable-${feature}`);
  execFileSync(process.execPath, [bin, at(wasm), "-o", at(wasm), "-Oz", "--converge", ...enable], { stdio: "inherit" });
}

const minify = (name, loader, format) =>
  write(name, transformSync(read(name).toString(), { minify: true, loader, format }).code);

/** Gives a file a name that changes exactly when its content does, and returns it. */
function rename(name, stem, ending) {
  const hash = createHash("sha256").update(read(name)).digest("hex").slice(0, 16);
  const named = `${stem}-${hash}${ending}`;
  renameSync(at(name), at(named));
  return named;
}

/** Writes the new name of a file where another names it. */
function refer(name, before, after) {
  const code = read(name).toString();
  if (!code.includes(before)) throw new Error(`${name} does not name ${before}`);
  write(name, code.replaceAll(before, after));
}

/** Names what is loaded on demand by its content, from the inside out, and returns the name of the outermost. */
function renameOnDemand() {
  const program = rename(onDemand.program, "export", ".wasm");
  refer(onDemand.export, onDemand.program, program);
  refer(onDemand.share, onDemand.export, rename(onDemand.export, "export", ".js"));
  refer(onDemand.share, onDemand.shareStyle, rename(onDemand.shareStyle, "share", ".css"));
  return rename(onDemand.share, "share", ".js");
}

const text = /\.(html|css|js|json|svg|csv|txt|xml)$/;

function compress() {
  const files = readdirSync(dist, { recursive: true }).map(String).filter((name) => text.test(name) || name.endsWith(".wasm"));
  return files.sort().map((name) => {
    const raw = read(name);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: text.test(name) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    };
    const br = brotliCompressSync(raw, { params });
    write(`${name}.br`, br);
    write(`${name}.gz`, gzipSync(raw, { level: 9 }));
    return [name, raw.length, br.length];
  });
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

const page = read("index.html").toString();
const built = names(page);
optimize(built.wasm);
optimize(onDemand.program);
minify(onDemand.export, "js", "esm");
minify(onDemand.share, "js", "esm");
minify(onDemand.shareStyle, "css");
minify(built.glue, "js", "esm");
minify(built.boot, "js", "esm");
minify(built.frame, "js", "esm");
minify(built.style, "css");
// The style names the face by its content, so the face comes first.
const headline = rename("headline.woff2", "headline", ".woff2");
refer(built.style, "headline.woff2", headline);
fillEmbed(dist);
minify("embed.js", "js"); // no module, and a function around it already
minify("accent.js", "js", "esm");
minify("demo.css", "css");
const parts = Object.fromEntries(Object.entries(built).map(([part, name]) => [part, read(name).toString(part === "wasm" ? "base64" : "utf8")]));
parts.style = parts.style.replace(headline, `data:font/woff2;base64,${read(headline).toString("base64")}`);
write("tech-ties.html", single(page, parts, read));
refer(built.boot, onDemand.share, renameOnDemand());
// What boot.js asks for by itself has a name in it, so that comes first.
const accent = rename("accent.js", "accent", ".js");
refer(built.boot, "accent.js", accent);
const frame = rename(built.frame, "frame", ".js");
refer(built.boot, built.frame, frame);
const final = {
  style: rename(built.style, "style", ".css"),
  glue: rename(built.glue, "tech-ties", ".js"),
  wasm: rename(built.wasm, "tech-ties", ".wasm"),
  boot: rename(built.boot, "boot", ".js"),
  frame,
};
for (const name of readdirSync(dist, { recursive: true }).map(String).filter((name) => name.endsWith("index.html"))) {
  const renamed = Object.keys(built).reduce((html, part) => html.replaceAll(built[part], final[part]), read(name).toString());
  // Trunk leaves an empty line for each file that it copied.
  write(name, renamed.replace(/\n(\s*\n)+/g, "\n"));
}
report([...compress(), [headline, read(headline).length, read(headline).length]], ["index.html", "icon.svg", headline, ...Object.values({ ...final, frame: null })]);
printCost(dist);

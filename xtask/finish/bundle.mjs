// Minified scripts, styles and programs under names that carry a hash of their content; esbuild does both. A file that
// names another by its hash is built after it.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, buildSync } from "esbuild";

const OPTIONS = {
  bundle: true,
  minify: true,
  format: "esm",
  splitting: true,
  metafile: true,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".wasm": "file", ".woff2": "file" },
};

/** The program's glue and the program, while they are bundled. */
const [GLUE, WASM] = ["program.js", "program_bg.wasm"];

/** Builds some entries, `{ stem: file }`, into the site's folder. Tells the new name of each input that has one. */
async function hashed(dist, entries, define = {}, loader = OPTIONS.loader) {
  const entryPoints = Object.entries(entries).map(([stem, file]) => ({ out: stem, in: join(dist, file) }));
  const { metafile } = await build({ ...OPTIONS, absWorkingDir: dist, outdir: dist, entryPoints, define: strings(define), loader });
  const names = Object.entries(metafile.outputs).map(([output, { entryPoint, inputs }]) => {
    if (entryPoint) return [entryPoint, output];
    if (output.endsWith(".js")) throw new Error(`${Object.keys(inputs)} is shared by several scripts; readers would need one more request`);
    return [Object.keys(inputs)[0], output]; // a copy, such as the face that a style sheet names
  });
  return { names, inputs: Object.keys(metafile.inputs) };
}

const strings = (define) => Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]));

/**
 * Replaces the site's scripts, styles and programs by hashed ones.
 * @param {string} dist an absolute path
 * @param {{ style: string, deferred: string, glue: string, wasm: string }} built the names that Trunk chose
 * @returns {Promise<Map<string, string>>} the new name of each old one
 */
export async function bundle(dist, built) {
  // The names of inputs are in the hashes of outputs, and Trunk's name for the program depends on the folder of the build.
  renameSync(join(dist, built.glue), join(dist, GLUE));
  renameSync(join(dist, built.wasm), join(dist, WASM));
  for (const style of [built.style, built.deferred]) tighten(join(dist, style));
  const programs = await hashed(dist, {
    "style": built.style,
    "deferred": built.deferred,
    "share": "share.css",
    "tech-ties": GLUE,
    "export": "export.js",
  });
  const wasm = await hashed(dist, { "tech-ties": WASM, "export": "export_bg.wasm" }, {}, { ".wasm": "copy" });
  const renamed = new Map([...programs.names, ...wasm.names]);
  renamed.set(built.glue, renamed.get(GLUE)).set(built.wasm, renamed.get(WASM));
  const share = await hashed(dist, { share: "share.js" }, {
    "import.meta.shareStyle": renamed.get("share.css"),
    "import.meta.exportScript": renamed.get("export.js"),
    "import.meta.exportWasm": renamed.get("export_bg.wasm"),
  });
  for (const [before, now] of share.names) renamed.set(before, now);
  const scripts = await hashed(dist, { boot: "boot.js", frame: "frame.js", accent: "accent.js", head: "head.js" }, {
    "import.meta.shareScript": renamed.get("share.js"),
  });
  for (const [before, now] of scripts.names) renamed.set(before, now);
  for (const input of [programs, wasm, share, scripts].flatMap(({ inputs }) => inputs)) rmSync(join(dist, input), { force: true });
  return renamed;
}

/** Writes custom properties as short as they can be: esbuild leaves those as they are. */
function tighten(file) {
  const blanks = readFileSync(file, "utf8").replace(/(?<=[;{\s])(--[\w-]+):\s+/g, "$1:");
  writeFileSync(file, blanks.replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?=;)/g, "#$1$2$3"));
}

/** A script or a style sheet in one text, the files that it names within. */
export function bundled(file, define = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [file], bundle: true, minify: true, format: file.endsWith(".js") ? "esm" : undefined, write: false,
    loader: { ".woff2": "dataurl", ".wasm": "binary" }, define: strings(define),
  });
  return outputFiles[0].text;
}

/** Minifies a script or a style sheet that keeps its name, since other sites hold it. */
export function minify(file, define = {}) {
  const format = file.endsWith(".js") ? "iife" : undefined;
  buildSync({ entryPoints: [file], outfile: file, allowOverwrite: true, bundle: true, minify: true, format, define: strings(define) });
}

// Builds each peer into out/PEER/: one HTML page and, but for the floor, one minified,
// tree-shaken script; each with its brotli copy. Also the pages of the scaling benchmark.

import { build as bundle } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotli } from "./brotli.mjs";
import { floorChart } from "./peers/floor.mjs";
import { page, style } from "./peers/page.mjs";
import { PEERS, SCALE_PEERS } from "./sites.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
export const OUT = join(here, "out");

async function write(folder, name, content) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), content);
  const packed = brotli(content);
  await writeFile(join(folder, `${name}.br`), packed);
  return packed.length;
}

async function script(entry) {
  const { outputFiles } = await bundle({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    treeShaking: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].contents;
}

async function peer({ id, name, entry, sheet }) {
  const folder = join(OUT, id);
  const html = entry ? page({ title: name, script: "./page.js" }) : page({ title: name, inner: floorChart, sheet });
  let packed = await write(folder, "index.html", Buffer.from(html));
  if (sheet) packed += await write(folder, "style.css", Buffer.from(style));
  return packed + (entry ? await write(folder, "page.js", await script(entry)) : 0);
}

async function scalePeer({ id, name, entry }) {
  const folder = join(OUT, "scale", id);
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<body style="margin:0"><script type="module" src="./page.js"></script></body>`;
  await write(folder, "index.html", Buffer.from(html));
  await write(folder, "page.js", await script(entry));
}

export async function build() {
  await rm(OUT, { recursive: true, force: true });
  const sizes = {};
  for (const each of PEERS) sizes[each.id] = await peer(each);
  for (const each of SCALE_PEERS) await scalePeer(each);
  return sizes;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [id, size] of Object.entries(await build())) console.log(`${id.padEnd(10)} ${size} bytes, brotli`);
}

// The page in one file that opens from disk, offline: style, program and data within.
import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { append, attribute, edited, elements, isSheet, replace } from "./html.mjs";
import { references } from "./references.mjs";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");

const TYPES = { ".svg": "image/svg+xml", ".json": "application/json", ".csv": "text/csv" };

/** Turns what the page holds into addresses that boot.js can load from; boot.js itself follows. */
const PRELUDE = `
const unpack = async (id, type) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(new Blob([await new Response(stream).arrayBuffer()], { type }));
};
const here = document.querySelector("script[type=module][data-wasm]");
here.dataset.js = await unpack("glue", "text/javascript");
here.dataset.wasm = await unpack("wasm", "application/wasm");
`;

const packed = (id, bytes) => `<script type="text/plain" id="${id}">${base64(gzipSync(bytes, { level: 9 }))}</script>`;

/** The edits that put files into links to them, the icon included; a link to a file becomes its download. */
function inlined(html, read) {
  const files = references(html, "index.html").filter(({ element, path }) => element.attributes.href && TYPES[posix.extname(path)]);
  return files.flatMap(({ element, path }) => {
    const address = `data:${TYPES[posix.extname(path)]};base64,${base64(read(path))}`;
    if (element.name !== "a") return [attribute(element, "href", address)];
    const download = `download="${posix.basename(path)}"`;
    const [start, end, href] = attribute(element, "href", address);
    if (!("download" in element.attributes)) return [[start, end, `${download} ${href}`]];
    return [[start, end, href], attribute(element, "download", posix.basename(path))];
  });
}

/**
 * The page with its parts within.
 * @param {string} html
 * @param {{ style: string, glue: string, boot: string, wasm: Uint8Array }} parts
 * @param {(path: string) => Uint8Array} read gives a file beside the page
 */
export function single(html, { style, glue, boot, wasm }, read) {
  const all = elements(html);
  const program = [packed("glue", glue), packed("wasm", wasm), `<script type="module" data-js="" data-wasm="">${PRELUDE}${boot}</script>`];
  const sheet = all.find(isSheet);
  const edits = all.flatMap((element) => {
    const { name, attributes } = element;
    if (isSheet(element)) return [replace(element, element === sheet ? `<style>${style}</style>` : "")];
    if (name === "script" && attributes.src) return [replace(element, "")];
    // What is loaded on demand cannot be loaded from a disk.
    if (name === "button" && "data-share" in attributes) return [replace(element, "")];
    // Its address need not be that of a folder.
    if (name === "html") return [[element.place.startTag.endOffset - 1, element.place.startTag.endOffset - 1, " data-single"]];
    if (name === "body") return [append(element, `${program.join("\n")}\n`)];
    return [];
  });
  return edited(html, [...edits, ...inlined(html, read)]);
}

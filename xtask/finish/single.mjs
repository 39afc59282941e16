// The page in one file that opens from disk, offline: style, program and data within.
import { gzipSync } from "node:zlib";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");

const TYPES = { svg: "image/svg+xml", json: "application/json", csv: "text/csv" };

/** A file as an address that holds it. */
const inline = (path, read) => `data:${TYPES[path.split(".").pop()]};base64,${base64(read(path))}`;

/** Turns what the page holds into addresses that boot.js can load from, then runs boot.js as ever. */
const prelude = `
const unpack = async (id, type) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(new Blob([await new Response(stream).arrayBuffer()], { type }));
};
const here = document.querySelector("script[data-wasm]");
here.dataset.js = await unpack("glue", "text/javascript");
here.dataset.wasm = await unpack("wasm", "application/wasm");
`;

/** The page with its parts within. `wasm` is base64, the others text; `read` gives the bytes of a file beside the page. */
export function single(page, { style, glue, wasm, boot }, read) {
  const packed = (id, bytes) => `<script type="text/plain" id="${id}">${base64(gzipSync(bytes, { level: 9 }))}</script>`;
  const program = [
    packed("glue", Buffer.from(glue)),
    packed("wasm", Buffer.from(wasm, "base64")),
    `<script type="module" data-js="" data-wasm="">${prelude}${boot}</script>`,
  ];
  // Functions as replacements, since program text may hold what String.replace takes for a pattern.
  return page
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace(/<script type="module"[^>]*><\/script>/g, "")
    .replace(/href="\.\/icon\.svg"/, () => `href="${inline("icon.svg", read)}"`)
    .replace(/href="data\/story\.json"/, () => `download="story.json" href="${inline("data/story.json", read)}"`)
    .replace(/href="\.\/((?:charts|data)\/([\w.-]+))" download=""/g, (_, path, name) => `download="${name}" href="${inline(path, read)}"`)
    // What is loaded on demand cannot be loaded from a disk.
    .replace(/<button[^>]* data-share=[^>]*>[^<]*<\/button>/g, "")
    .replace("</body>", () => `${program.join("\n")}\n</body>`)
    .replace(/\n(\s*\n)+/g, "\n");
}

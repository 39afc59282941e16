// Compressed copies of what compresses.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = /\.(html|css|js|json|svg|csv|txt|xml)$/;

/**
 * What is tried, since a page of 170 KB differs by 70 bytes: sizes of blocks, as powers of two (0 leaves it to the
 * compressor), each with a number of direct distance codes.
 */
const TRIED = [[0, 0], [0, 12], [16, 0], [17, 8], [18, 0]];

/** Writes a `.br` and a `.gz` beside each text and program; returns `[name, bytes, brotli bytes]` of each. */
export function compress(dist) {
  const files = readdirSync(dist, { recursive: true }).map(String).filter((name) => TEXT.test(name) || name.endsWith(".wasm"));
  return files.sort().map((name) => {
    const raw = readFileSync(join(dist, name));
    const compressed = ([block, direct]) =>
      brotliCompressSync(raw, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: TEXT.test(name) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
          [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
          [constants.BROTLI_PARAM_LGBLOCK]: block,
          [constants.BROTLI_PARAM_NDIRECT]: direct,
        },
      });
    const [br] = TRIED.map(compressed).sort((a, b) => a.length - b.length);
    writeFileSync(join(dist, `${name}.br`), br);
    writeFileSync(join(dist, `${name}.gz`), gzipSync(raw, { level: 9 }));
    return [name, raw.length, br.length];
  });
}

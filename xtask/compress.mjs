// Writes .br and .gz beside each text and wasm file of a folder, and prints what readers will download.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const text = /\.(html|css|js|json|svg|csv|txt|xml)$/;

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => text.test(name) || name.endsWith(".wasm"))
  .sort();

const rows = files.map((name) => {
  const raw = readFileSync(join(folder, name));
  const br = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: text.test(name) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
  writeFileSync(join(folder, `${name}.br`), br);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(raw, { level: 9 }));
  return [name, raw.length, br.length];
});

const width = Math.max(...files.map((name) => name.length));
const print = (name, raw, br) =>
  console.log(`${String(name).padEnd(width)} ${String(raw).padStart(9)} ${String(br).padStart(9)}`);
print("file", "bytes", "brotli");
for (const row of rows) print(...row);
// What a visit to the page loads; data files come only on demand.
const page = rows.filter(([name]) => !/[/\\]/.test(name));
print("the page", page.reduce((sum, row) => sum + row[1], 0), page.reduce((sum, row) => sum + row[2], 0));

// wasm-opt for size, with what rustc's wasm target and wasm-bindgen use, and short names where the program and its glue
// meet: their long ones are data that no compressor knows. Results are kept by the content of their input, since another
// story is built with the same program.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { SHARED, linking, partsIn, removeChunks } from "./parts.mjs";

const CACHE = fileURLToPath(new URL("../../target/finish-cache/", import.meta.url));
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const ENABLED = FEATURES.map((feature) => `--enable-${feature}`);
/** Larger functions of one caller stay by themselves, which compresses better: half a kilobyte. */
const INLINED = "--one-caller-inline-max-function-size=50";
const PASSES = [
  // Rebuilding loops and branches from flat code finds about a kilobyte after compression, half of it the second time.
  ["-Oz", "--converge", ...Array(2).fill(["--flatten", "--rereloop", "-Oz", "-Oz"]).flat(), INLINED],
  ["--generate-global-effects", "-Oz", "--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules", INLINED],
];
/** What wasm-opt calls the first module that a program imports from. */
const MODULE = "a";

const require = createRequire(import.meta.url);
const bin = (tool) => join(dirname(require.resolve("binaryen")), "bin", tool);
const binaryen = (tool, ...args) => execFileSync(process.execPath, [bin(tool), ...args, ...ENABLED], { encoding: "utf8" });
const version = () => JSON.parse(readFileSync(join(dirname(require.resolve("binaryen")), "package.json"), "utf8")).version;

/** A program made smaller, and the short name of each long one. What meets other programs by name keeps its names. */
function optimized(file, draft, isPart) {
  const [smaller, [effects, size, ...shorter]] = PASSES;
  binaryen("wasm-opt", file, "-o", draft, ...smaller);
  const last = isPart ? shorter.filter((pass) => !pass.includes("minify")) : shorter;
  const told = binaryen("wasm-opt", draft, "-o", draft, effects, size, "--strip-debug", ...last);
  const pairs = [...told.matchAll(/^(\S+) => (\S+)$/gm)].map(([, long, short]) => [long, short]);
  return { wasm: readFileSync(draft), names: Object.fromEntries(pairs) };
}

/** The same, kept for the next time. */
function kept(file, cache, isPart = false) {
  const key = createHash("sha256").update(`${version()} ${PASSES} ${ENABLED} ${isPart}`).update(readFileSync(file)).digest("hex");
  const [program, names] = [join(cache, `${key}.wasm`), join(cache, `${key}.json`)];
  if (!existsSync(program) || !existsSync(names)) {
    mkdirSync(cache, { recursive: true });
    const draft = join(cache, `${key}-${process.pid}.draft`); // an interrupted run must leave no half a result
    const made = optimized(file, draft, isPart);
    writeFileSync(names, JSON.stringify(made.names));
    renameSync(draft, program);
  }
  return { wasm: readFileSync(program), names: JSON.parse(readFileSync(names, "utf8")) };
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The glue with the names that its program has now; `module` is the name that the program imported from before. */
export function renamed(glue, names, module) {
  const short = { ...names, [module]: MODULE };
  const mangleProps = new RegExp(`^(?:${Object.keys(short).map(escaped).join("|")})$`);
  return transformSync(glue, { mangleProps, mangleQuoted: true, mangleCache: short }).code;
}

/** The glue, calling its program through the gate that boot.js gives it, if any. */
function gated(glue) {
  const now = glue.replace(/\bwasm = instance\.exports;/, "wasm = __wbg_init.gate?.(instance.exports) ?? instance.exports;");
  if (now === glue) throw new Error("the glue takes the exports of its program in an unknown way");
  return now;
}

const LOADING = /^async function __wbg_load\(module, imports\) \{\n.*?^\}\n/ms;
const STARTED = `async function __wbg_load(module, imports) {
    const made = await WebAssembly.instantiate(module, imports);
    return made.instance ? made : { instance: made, module };
}
`;

/** The glue without what would load its program: boot.js has the program, compiled or as bytes. */
export function withoutLoading(glue) {
  if (!LOADING.test(glue)) throw new Error("the glue loads its program in an unknown way");
  return glue.replace(LOADING, STARTED);
}

/** Puts what several parts share into the program. */
function mergeChunks(wasm, folder) {
  const chunks = partsIn(folder).chunks.flatMap((file) => [join(folder, file), file]);
  // Each module has the memory of the program as an import; while they are put together there are several.
  if (chunks.length > 0) binaryen("wasm-merge", wasm, SHARED, ...chunks, "-o", wasm, "--enable-multimemory");
  removeChunks(folder);
}

/** Optimizes a program and its glue in place; with `folder`, the parts there too, which the glue then loads. */
export function optimize(wasm, glue, { cache = CACHE, folder } = {}) {
  let text = readFileSync(glue, "utf8");
  if (folder) {
    mergeChunks(wasm, folder);
    for (const file of Object.values(partsIn(folder).parts)) {
      writeFileSync(join(folder, file), kept(join(folder, file), cache, true).wasm);
    }
    text = withoutLoading(linking(text, folder));
  }
  const made = kept(wasm, cache);
  const module = text.match(/["'](\.\/[\w-]+_bg\.js)["']/)?.[1];
  if (!module) throw new Error(`${glue} names no module that its program imports from`);
  writeFileSync(wasm, made.wasm);
  // Nobody starts a program synchronously; what is not exported is left out of the bundle. Nor does anybody start one without
  // its address; the one that the glue would take has a name that depends on the folder of the build.
  const needed = text.replace(/export \{ initSync, /, "export { ").replace(/new URL\((["'])[^"']*\1, import\.meta\.url\)/, "undefined");
  writeFileSync(glue, renamed(gated(needed), made.names, module));
}

// The parts of a program that are loaded when they are wanted (see src/live/parts.rs). The tool that takes the program apart
// writes glue for a bundler; ours is for a page that may be under any policy, on any host, or alone in a file.
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const SPLIT = /^split_(\w+)\.wasm$/;
const CHUNK = /^chunk_\d+\.wasm$/;
/** The module that parts import from, and the one that the glue takes their loading from. */
export const SHARED = "__wasm_split";
const LINKS = /^import \* as (\w+) from "\.\/__wasm_split\.js";?\n/gm;

/** The parts of the program in a folder, by their names, and the files of what several of them share. */
export function partsIn(folder) {
  const files = readdirSync(folder);
  const parts = files.map((file) => file.match(SPLIT)).filter(Boolean).map(([file, name]) => [name, file]);
  return { parts: Object.fromEntries(parts), chunks: files.filter((file) => CHUNK.test(file)) };
}

/** Takes what several parts share, once it is in the program itself, out of the folder. */
export const removeChunks = (folder) => partsIn(folder).chunks.forEach((file) => rmSync(join(folder, file)));

/** What a part imports of the program: names of the program's exports. */
function imports(file) {
  const all = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)));
  const other = all.find(({ module }) => module !== SHARED);
  if (other) throw new Error(`${file} imports ${other.name} of ${other.module}; only ${SHARED} is linked to it`);
  return all.map(({ name }) => name);
}

/**
 * How the glue loads a part and links it to its program; in a page that is one file, the part is there. `wasm` is what the
 * program exports, as the glue calls it.
 */
const LOADER = `
const loadedLater = (file, isEarly, shared) => {
  let asked, linking;
  const load = async () => {
    if (typeof file !== "string") return file;
    const response = await fetch(new URL(file, import.meta.url));
    if (!response.ok) throw new Error(file);
    return response.arrayBuffer();
  };
  const ask = () => (asked ??= load());
  // What is near the screen will be painted: what paints need not wait for the program.
  if (isEarly && document.querySelector("[data-near]")) ask().catch(() => (asked = undefined));
  return async (done, data) => {
    linking ??= ask().then((bytes) => WebAssembly.instantiate(bytes, { "${SHARED}": Object.fromEntries(shared()) }));
    const isLinked = await linking.then(() => 1, () => 0);
    if (!isLinked) asked = linking = undefined;
    const tell = () => wasm.__indirect_function_table.get(done)(data, isLinked);
    if (wasm.guarded) wasm.guarded(tell);
    else tell();
  };
};
`;

/**
 * Glue that loads and links the parts of its program, as modules beside it.
 * @param {string} glue as wasm-bindgen wrote it
 * @param {string} folder where the parts are
 */
export function linking(glue, folder) {
  const { parts } = partsIn(folder);
  const modules = [...glue.matchAll(LINKS)].map(([, module]) => module);
  if (modules.length === 0) return glue;
  const names = Object.keys(parts);
  const files = names.map((name) => `import ${name}Part from "./${parts[name]}";`);
  const loaders = names.map((name) => {
    // Names in a list stay as they are where names of properties are shortened.
    const shared = imports(join(folder, parts[name])).map((shared) => `["${shared}", wasm.${shared}]`);
    return `__wasm_split_load_${name}: loadedLater(${name}Part, ${name === "paint"}, () => [${shared}])`;
  });
  const linked = modules.reduce((text, module) => text.replace(new RegExp(`^.*"\\./__wasm_split\\.js": ${module},\n`, "m"), ""), glue.replace(LINKS, ""));
  // The program imports all from one module once its names are short.
  const whole = linked.replace(/^( *const import0 = \{\n)/m, `$1        ${loaders.join(",\n        ")},\n`);
  if (linked.includes("__wasm_split.js") || whole === linked) throw new Error("the glue of the program has another shape than it had");
  return [...files, LOADER, whole].join("\n");
}

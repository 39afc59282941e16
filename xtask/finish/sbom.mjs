// The bill of materials of the programs for the browser: CycloneDX, from what Cargo compiles into them.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Every package once, itself first, with its version and licence; macros and build scripts stay with the compiler. */
const TREE = ["tree", "--locked", "--offline", "--package", "tech-ties", "--target", "wasm32-unknown-unknown", "--features", "split"];
const FORM = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"];

/** The hash of each package's archive, by name and version, as the lock file has it. */
function checksums(lock) {
  const packages = lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g);
  return new Map([...packages].map(([, name, version, checksum]) => [`${name}@${version}`, checksum]));
}

/**
 * The bill as JSON. It has no date and no serial number, so it is the same for the same lock file.
 * @param {string} tree what `cargo tree` prints
 * @param {string} lock the text of Cargo.lock
 */
export function billOf(tree, lock) {
  const hashes = checksums(lock);
  const component = (line) => {
    const [, name, version, license] = line.match(/^(\S+) v(\S+).*\|(.*)$/);
    const content = hashes.get(`${name}@${version}`);
    const purl = `pkg:cargo/${name}@${version}`;
    return {
      "type": "library", "bom-ref": purl, name, version, purl,
      // Old packages write a slash for "or".
      ...(license && { licenses: [{ expression: license.replace(/ ?\/ ?/g, " OR ") }] }),
      ...(content && { hashes: [{ alg: "SHA-256", content }] }),
    };
  };
  const [program, ...others] = [...new Set(tree.trim().split("\n"))].map(component);
  const components = others.toSorted((one, other) => (one.purl < other.purl ? -1 : 1));
  const bill = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: { ...program, type: "application" } }, components };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

/** The bill of the programs as they are locked now. */
export const bill = () =>
  billOf(execFileSync("cargo", [...TREE, ...FORM], { cwd: ROOT, encoding: "utf8" }), readFileSync(`${ROOT}Cargo.lock`, "utf8"));

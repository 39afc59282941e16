// The project's benchmark: what a reader pays for our page, beside the same page made otherwise.
//   node tests/bench/index.mjs [--rounds N] [--only load|scale|interact|embeds|hundred|life|lighthouse] [--ours URL]
// `cargo xtask bench` runs it after a build. --ours names a page that takes part in the scaling
// benchmark (see scale.mjs); without it, target/scale does, if there is one.

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { OUT, build } from "./build.mjs";
import { launch } from "./browser.mjs";
import { describeEmbeds, measureEmbeds } from "./embeds.mjs";
import { describeHundred, measureHundred } from "./hundred.mjs";
import { describeInteractions, measureInteractions } from "./interact.mjs";
import { describeLife, measureLife } from "./life.mjs";
import { describeScores, scores } from "./lighthouse.mjs";
import { describeLoads, measureLoads } from "./load.mjs";
import { describeScale, measureScale } from "./scale.mjs";
import { serve } from "./server.mjs";
import { PEERS, SCALE_PEERS } from "./sites.mjs";

const PARTS = ["load", "scale", "interact", "embeds", "hundred", "life", "lighthouse"];
const folder = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const log = (line) => console.error(line);

function options() {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" }, only: { type: "string" }, ours: { type: "string" } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number from 1 on.");
  if (values.only && !PARTS.includes(values.only)) throw new Error(`--only takes one of ${PARTS.join(", ")}.`);
  return { rounds, ours: values.ours, parts: values.only ? [values.only] : PARTS };
}

const ours = (name) => (existsSync(join(folder(name), "index.html")) ? folder(name) : null);

/** Serves each site's folder while `work(sites)` runs. */
async function serving(sites, work, headers) {
  const servers = [];
  try {
    const served = [];
    for (const site of sites) {
      if (!site.url) servers.push(await serve(site.folder, headers));
      served.push({ ...site, url: site.url ?? servers.at(-1).url });
    }
    return await work(served);
  } finally {
    servers.forEach((server) => server.close());
  }
}

function loads(browser, rounds) {
  const dist = ours("dist");
  const sites = [
    ...(dist ? [{ id: "ours", name: "Tech Ties", folder: dist, markup: true, script: true }] : []),
    ...PEERS.map(({ id, name, entry }) => ({ id, name, folder: join(OUT, id), markup: !entry, script: Boolean(entry) })),
  ];
  return serving(sites, async (served) => {
    const results = await measureLoads(browser, served, rounds, log);
    return { results, text: describeLoads(results, served, rounds) };
  });
}

function scale(browser, url) {
  const own = ours("target/scale");
  const sites = [
    ...(url || own ? [{ id: "ours", name: "Tech Ties", url, folder: own }] : []),
    ...SCALE_PEERS.map(({ id, name }) => ({ id, name, folder: join(OUT, "scale", id) })),
  ];
  // An isolated page has a clock of 5 microseconds instead of 100.
  const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  return serving(sites, async (served) => {
    const results = await measureScale(browser, served, log);
    return { results, text: describeScale(results, served) };
  }, isolated);
}

/** Cached as a good host has it cached, since that is what further embeds profit from. */
const CACHED = { "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" };

/** Measures the built site alone, at its address. */
function ofOurs(measure, describe, headers) {
  const dist = ours("dist");
  if (!dist) return null;
  return serving([{ id: "ours", folder: dist }], async ([{ url }]) => {
    const results = await measure(url);
    return { results, text: describe(results) };
  }, headers);
}

const interactions = (browser) => ofOurs((url) => measureInteractions(browser, url, log), describeInteractions);

const embeds = (browser, rounds) =>
  ofOurs((url) => measureEmbeds(browser, url, rounds, log), (results) => describeEmbeds(results, rounds), CACHED);

const hundred = (browser) => ofOurs((url) => measureHundred(browser, url, log), describeHundred, CACHED);

const life = (browser) => ofOurs((url) => measureLife(browser, url, log), describeLife, CACHED);

async function lighthouseScores() {
  const dist = ours("dist");
  if (!dist) return null;
  const result = await scores(dist);
  result.failed.forEach((title) => log(`lighthouse: not passed: ${title}`));
  return { results: result, text: describeScores([{ name: "Tech Ties", scores: result.scores }]) };
}

async function main() {
  const { rounds, parts, ours: url } = options();
  if (!ours("dist")) log("dist/index.html is not there, so our own page is left out: run `cargo xtask build` first.");
  const built = await build();
  const browser = await launch();
  const done = { machine: { processor: cpus()[0].model.trim(), cores: cpus().length, node: process.version, chromium: browser.version() }, rounds, built };
  try {
    const run = { load: () => loads(browser, rounds), scale: () => scale(browser, url), interact: () => interactions(browser), embeds: () => embeds(browser, rounds), hundred: () => hundred(browser), life: () => life(browser), lighthouse: lighthouseScores };
    for (const part of parts) {
      const outcome = await run[part]();
      if (!outcome) continue;
      done[part] = outcome.results;
      console.log(`${outcome.text}\n`);
    }
  } finally {
    await browser.close();
  }
  await mkdir(OUT, { recursive: true });
  await writeFile(join(OUT, "results.json"), `${JSON.stringify(done, null, 2)}\n`);
  log("All numbers: tests/bench/out/results.json");
}

main().catch((error) => {
  console.error(`The benchmark stopped: ${error.message}`);
  process.exitCode = 1;
});

// Lighthouse's four scores for a folder of static files, as it sees a phone:
//   node tests/bench/lighthouse.mjs [FOLDER]      (dist/ unless another is named)

import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { ARGS, findChromium } from "./browser.mjs";
import { table } from "./report.mjs";
import { serve } from "./server.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** `{ performance: 100, ... }` and the titles of the audits that did not pass. */
export async function scores(folder) {
  const server = await serve(folder);
  const chrome = await launch({ chromePath: findChromium(), chromeFlags: ["--headless=new", ...ARGS], logLevel: "error" });
  try {
    const { lhr } = await lighthouse(server.url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const audits = new Set(CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs.filter(({ weight }) => weight > 0).map((ref) => ref.id)));
    return {
      scores: Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)])),
      failed: [...audits].filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map((id) => lhr.audits[id].title),
    };
  } finally {
    await chrome.kill();
    server.close();
  }
}

export const describeScores = (rows) =>
  ["### Lighthouse, mobile", table(["Page", ...CATEGORIES], rows.map(({ name, scores }) => [name, ...CATEGORIES.map((id) => scores[id])]))].join("\n\n");

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../../dist", import.meta.url));
  const result = await scores(folder);
  console.log(describeScores([{ name: folder, scores: result.scores }]));
  for (const title of result.failed) console.log(`not passed: ${title}`);
}

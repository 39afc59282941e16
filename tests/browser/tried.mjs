// Writes into docs/browsers.md which browsers were tried, at which version, with which outcome: tried.mjs REPORT, as
// `cargo xtask test --accept` calls it with Playwright's report.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const GUIDE = fileURLToPath(new URL("../../docs/browsers.md", import.meta.url));

/** What readers do, by the specs that try it. */
const JOURNEYS = {
  "The page loads and its charts go live": ["load", "parts", "canvas", "resize", "first-screens"],
  "Hovering, keys, focus, screen reader": ["reach", "hands", "ear", "axe"],
  "Choosing, trying, playing, hearing, sorting": ["explore"],
  "The address, Back and Forward": ["state"],
  "In frames, at their exact heights, in sandboxes": ["frame", "framed", "hosts", "embed", "element", "frameworks"],
  "Files, snippets, copying": ["share"],
  "On paper": ["print"],
  "Settings and tools of a reader: dark, contrast, motion, large text, storage, darkeners, translators": ["firefox", "eyes", "looks", "matrix", "extensions"],
  "Without scripts, or with a program that fails": ["still", "rescue", "faults"],
};

/** Each test of a report with its project, its specs and its outcome. */
function* testsOf({ specs = [], suites = [] }) {
  for (const { file, tags, tests } of specs) {
    const names = file === "webkit.spec.mjs" ? tags.map((tag) => tag.replace("@", "")) : [file.replace(".spec.mjs", "")];
    for (const { projectName, status, annotations } of tests) {
      yield { browser: projectName.split(" ")[0], names, status, version: annotations.find(({ type }) => type === "version")?.description };
    }
  }
  for (const suite of suites) yield* testsOf(suite);
}

/** The table, in Markdown. */
export function table(report) {
  const tests = [...testsOf(report)].filter(({ status }) => status !== "skipped");
  const browsers = [...new Set(tests.map(({ browser }) => browser))];
  const named = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };
  const version = (browser) => tests.find((test) => test.browser === browser && test.version)?.version ?? "";
  const cell = (found) => {
    const failed = found.filter(({ status }) => status !== "expected").length;
    return failed ? `${found.length - failed}, and ${failed} failed` : `${found.length || ""}`;
  };
  const row = (name, fits) => `| ${name} | ${browsers.map((browser) => cell(tests.filter((test) => test.browser === browser && fits(test)))).join(" | ")} |`;
  return [
    `| tests passed | ${browsers.map((browser) => `${named[browser] ?? browser} ${version(browser)}`).join(" | ")} |`,
    `| --- |${" ---: |".repeat(browsers.length)}`,
    ...Object.entries(JOURNEYS).map(([name, specs]) => row(name, ({ names }) => names.some((one) => specs.includes(one)))),
    row("All tests, those of what publishers do too", () => true),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const [, before, after] = readFileSync(GUIDE, "utf8").match(/^(.*<!-- tried -->\n).*?(<!-- until here -->.*)$/s);
  writeFileSync(GUIDE, `${before}${table(report)}\n${after}`);
  console.log(GUIDE);
}

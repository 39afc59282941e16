// The policies, graded by the rules of Google's CSP Evaluator.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { permitted } from "../../xtask/finish/policy.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const policyOf = (headers) => headers.match(/Content-Security-Policy: (.*)/)[1];

const POLICIES = {
  "static/_headers": policyOf(read("static/_headers")),
  "dist/_headers": policyOf(permitted(read("static/_headers"), ["<style>a{}</style><script>1</script>"])),
  "Trunk.toml": [...read("Trunk.toml").match(/csp = \[([^]*?)\]/)[1].matchAll(/"(.*)"/g)].map(([, directive]) => directive).join("; ").replace("{{NONCE}}", "MTIzNDU2Nzg5MDEyMzQ1Ng=="),
};

/** What is graded as high or medium, certainly or not; lower are only hints. */
const graded = (policy) =>
  new CspEvaluator(new CspParser(policy).csp).evaluate().filter(({ severity }) => severity <= Severity.MEDIUM_MAYBE);

for (const [name, policy] of Object.entries(POLICIES)) {
  test(`the policy of ${name} has no weakness of high or medium severity`, () => {
    const found = graded(policy).map(({ directive, value, severity }) => [directive, value, Severity[severity]]);
    // 'self' would be one for a site that hosts uploads or JSONP; this one is files of a build.
    assert.deepEqual(found, [["script-src", "'self'", "MEDIUM_MAYBE"]]);
  });
}

test("a weakness would be found", () => {
  const weak = POLICIES["static/_headers"].replace("'wasm-unsafe-eval'", "'unsafe-eval'").replace("base-uri 'none'; ", "");
  assert.ok(graded(weak).length > 1);
});

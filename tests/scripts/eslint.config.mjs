// Lints every script: the ones that readers load, the last step of a release, and these tests.
import js from "@eslint/js";
import globals from "globals";

/** What Trusted Types or the page's policy would refuse at run time. */
const FORBIDDEN = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "setHTMLUnsafe"].map((property) => ({
  property,
  message: "The policy of the site forbids parsing text into the page.",
}));

export default [
  { ignores: ["**/node_modules/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-throw-literal": "error",
      "no-unused-vars": ["error", { caughtErrors: "all" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["static/*.js"],
    languageOptions: { globals: globals.browser },
    // Scripts of a page share one global scope with those of others.
    rules: { "no-implicit-globals": "error", "no-restricted-properties": ["error", ...FORBIDDEN] },
  },
  { files: ["static/embed.js"], languageOptions: { sourceType: "script" } },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
];

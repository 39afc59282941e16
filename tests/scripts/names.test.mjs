// No script, style or page that ships knows a story: not its words, and not the parameters of its charts.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const scripts = readdirSync(new URL("static/", root)).filter((name) => /\.js$|^share\.css$|^demo\./.test(name)).map((name) => `static/${name}`);
const finish = readdirSync(new URL("xtask/finish/", root)).filter((name) => name.endsWith(".mjs")).map((name) => `xtask/finish/${name}`);
const read = (file) => readFileSync(new URL(file, root), "utf8");

test("no script names a parameter of a chart", () => {
  assert.ok(scripts.length > 5 && finish.length > 5);
  const named = [...scripts, ...finish].filter((file) => /["'`](count|order|field|year)["'`]/.test(read(file)));
  assert.deepEqual(named, []);
});

test("no script reads what is shown from the address", () => {
  assert.doesNotMatch(read("static/share.js"), /location\.search/);
});

// The arithmetic of accents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, palette, parse } from "../../static/contrast.js";

test("a colour is six or three hexadecimal digits, with or without a hash", () => {
  for (const text of ["#b3005e", "B3005E", " #B3005e "]) assert.deepEqual(parse(text), [179, 0, 94]);
  assert.deepEqual(parse("#f0a"), [255, 0, 170]);
  for (const text of ["", "#", "pink", "12345", "1234567", "#ggg", "rgb(1,2,3)", "Canvas", "<"]) assert.equal(parse(text), null, text);
});

test("contrast is as WCAG defines it, whichever colour comes first", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
  assert.equal(contrast([9, 9, 9], [9, 9, 9]), 1);
  // The lightest grey that text may have on white.
  assert.equal(contrast([0x76, 0x76, 0x76], [255, 255, 255]).toFixed(2), "4.54");
});

test("a palette has the accent, a pale form on its ground, and what can be read on it", () => {
  assert.deepEqual(palette([179, 0, 94], [255, 255, 255]), ["#b3005e", "#f1d1e2", "#ffffff"]);
  assert.deepEqual(palette([255, 224, 102], [21, 23, 26]), ["#ffe066", "#3f3b28", "#15171a"]);
});

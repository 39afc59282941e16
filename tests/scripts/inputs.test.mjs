// What comes from outside, at random: messages of host pages, addresses and accents. The same in every run.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contrast, palette, parse } from "../../static/contrast.js";
import { conversation, themeIn } from "../../static/protocols.js";

fc.configureGlobal({ seed: 1, numRuns: 500 });

const text = fc.string({ unit: "binary" });
/** Anything that a window can post to another. */
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
/** What looks like a message that means something. */
const alike = fc.oneof(
  fc.record({ sentinel: fc.constantFrom("amp", "x"), type: fc.constantFrom("frames-init", "setHeight", "iframe-child-init"), id: anything, message: fc.constantFrom("ready", "x") }, { requiredKeys: [] }),
  fc.tuple(text, text, text).map(([a, b, c]) => `[iFrameSizer]${a}:${b}:true:${c}`),
  text.map((id) => `pymxPYMx${id}xPYMxwidthxPYMx600`),
  fc.json(),
  fc.tuple(fc.constantFrom("setTheme", "other"), fc.jsonValue()).map(([method, data]) => JSON.stringify({ method, data })),
);
const message = fc.oneof(anything, alike);
const fragment = fc.oneof(text, text.map((secret) => `#?secret=${secret}`));
const whole = fc.nat(100_000);

test("whatever a host says, the answers tell sizes and none is null", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), text, fc.array(fc.tuple(message, fragment), { maxLength: 5 }), whole, whole, (url, child, heard, width, height) => {
      const address = new URL(url);
      address.searchParams.set("childId", child);
      const { asks, learn, messages } = conversation(address.href);
      for (const [data, hash] of heard) {
        assert.equal(typeof asks(data, hash), "boolean");
        assert.equal(typeof learn(hash), "boolean");
      }
      for (const told of messages({ width, height })) {
        assert.ok(told, "Datawrapper's script throws on nothing");
        assert.ok((typeof told === "string" ? told : JSON.stringify(told)).includes(String(height)));
        structuredClone(told);
      }
    }),
  );
});

test("a theme is one of three or none", () => {
  fc.assert(fc.property(message, (data) => assert.ok([undefined, "light", "dark", "auto"].includes(themeIn(data)))));
});

test("an accent is a colour or none, and what is drawn with it is colours", () => {
  const colour = fc.array(fc.nat(255), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^#?[0-9a-fA-F]{2,7}$/)), colour, (asked, ground) => {
      const accent = parse(asked);
      if (!accent) return;
      assert.ok(contrast(accent, ground) >= 1 && contrast(accent, ground) <= 21);
      for (const drawn of palette(accent, ground)) assert.match(drawn, /^#[0-9a-f]{6}$/);
    }),
  );
});

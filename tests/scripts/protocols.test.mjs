// What a frame says to the page around it, and what it makes of what it hears.
import assert from "node:assert/strict";
import { test } from "node:test";
import { conversation, growths, themeIn } from "../../static/protocols.js";

const HREF = "https://example.org/embed/one/";
const SIZE = { width: 600, height: 420 };

test("without a question only the messages that are always safe are sent, and none is null", () => {
  assert.deepEqual(conversation(HREF).messages(SIZE), [
    { sentinel: "amp", type: "embed-size", height: 420 },
    { "datawrapper-height": { "/embed/one/": 420 } },
    JSON.stringify({ src: HREF, context: "iframe.resize", height: 420 }),
    { type: "iframe-resized", width: 600, height: 420 },
  ]);
});

test("pym and WordPress are known from the address", () => {
  const messages = conversation(`${HREF}?childId=a%20b#?secret=abc123`).messages(SIZE);
  assert.ok(messages.includes("pymxPYMxa bxPYMxheightxPYMx420"));
  assert.deepEqual(messages[1], { message: "height", value: 420, secret: "abc123" });
});

test("pym asks by the width of its own child", () => {
  const { asks } = conversation(`${HREF}?childId=tech`);
  assert.equal(asks("pymxPYMxtechxPYMxwidthxPYMx600", ""), true);
  assert.equal(asks("pymxPYMxotherxPYMxwidthxPYMx600", ""), false);
  assert.equal(conversation(HREF).asks("pymxPYMxnullxPYMxwidthxPYMx600", ""), false);
});

test("iframe-resizer is answered by its id, first as init, then as a change, and as init when it asks again", () => {
  const { asks, messages } = conversation(HREF);
  const answer = () => messages(SIZE).find((message) => typeof message === "string" && message.startsWith("[iFrameSizer]"));
  assert.equal(answer(), undefined);
  assert.equal(asks("[iFrameSizer]frame:8:false:more", ""), true);
  assert.equal(answer(), "[iFrameSizer]frame:420:600:init:");
  assert.equal(answer(), "[iFrameSizer]frame:420:600:resizeObserver:");
  assert.equal(asks("[iFrameSizer]frame:8:true", ""), true);
  assert.equal(answer(), "[iFrameSizer]frame:420:600:init:");
});

test("Mastodon is answered by its id, also where that is 0", () => {
  const { asks, messages } = conversation(HREF);
  assert.equal(asks({ type: "setHeight" }, ""), false);
  assert.equal(asks({ type: "setHeight", id: 0 }, ""), true);
  assert.deepEqual(messages(SIZE)[0], { type: "setHeight", id: 0, height: 420 });
});

test("WordPress is answered once it is ready and its secret is known", () => {
  const { asks, learn, messages } = conversation(HREF);
  assert.equal(asks({ message: "ready", secret: "x" }, ""), false);
  assert.equal(asks({ message: "ready" }, "#?secret=xyz789"), true);
  assert.equal(messages(SIZE)[0].secret, "xyz789");
  assert.equal(learn("#?secret=xyz789"), false);
  assert.equal(learn("#?secret=new"), true);
  assert.equal(learn(""), false);
  assert.equal(messages(SIZE)[0].secret, "new");
});

test("other questions need no name", () => {
  const { asks } = conversation(HREF);
  assert.equal(asks({ type: "iframe-child-init" }, ""), true);
  assert.equal(asks({ sentinel: "amp", type: "frames-init" }, ""), true);
});

test("nothing else is a question", () => {
  const { asks } = conversation(`${HREF}?childId=tech`);
  const others = [
    undefined, null, 7, true, "", "{", "{}", "null", "[iFrameSizer]", "[iFrameSizer]frame", "[iFrameSizer]frame:8:maybe",
    "[iFrameSizer]resize", [], {}, { type: "setHeight", id: {} }, { type: "setHeight", id: null }, { sentinel: "amp" },
    { sentinel: "amp", type: "send-consent" }, { type: "frames-init" },
  ];
  for (const other of others) assert.equal(asks(other, ""), false, JSON.stringify(other));
});

test("Iframely may choose a theme, and only one that exists", () => {
  for (const theme of ["light", "dark", "auto"]) {
    assert.equal(themeIn(JSON.stringify({ method: "setTheme", data: theme, context: {} })), theme);
  }
  const others = [undefined, null, 7, {}, "", "{", "null", "7", "[]", '{"method":"setTheme","data":"pink"}', '{"method":"resize","data":"dark"}'];
  for (const other of others) assert.equal(themeIn(other), undefined, JSON.stringify(other));
});

test("growth in one step with the frame is counted, and a reader's own change starts again", () => {
  const at = (width, height, frame) => ({ width, height, frame });
  assert.equal(growths(1, at(600, 400, 400), at(600, 420, 410)), 2);
  assert.equal(growths(2, at(600, 400, 400), at(600, 420, 400)), 0, "the frame stayed");
  assert.equal(growths(2, at(600, 400, 400), at(500, 420, 410)), 0, "another width");
  assert.equal(growths(2, at(600, 400, 400), at(600, 400, 410)), 2, "the graphic stayed");
  assert.equal(growths(2, at(600, 400, 400), at(600, 380, 390)), 2, "it shrank with its frame");
});

// What an editor pastes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMS, addressOf, parametersOf } from "../../static/snippets.js";

const embed = (changes = {}) => ({
  site: "https://example.org/", view: "one", parameters: parametersOf("a=1&b=x%20y", "dark"), title: 'Rise & "fall" [of] 2 < 3',
  height: "900", whole: "All <of> it", ...changes,
});

test("an address has what the charts show, and no theme where it is light", () => {
  assert.equal(addressOf(embed({ parameters: parametersOf("", "light") })), "https://example.org/embed/one/");
  assert.equal(addressOf(embed({ parameters: parametersOf("a=1", "light") })), "https://example.org/embed/one/?a=1");
  assert.equal(addressOf(embed()), "https://example.org/embed/one/?a=1&b=x+y&theme=dark");
});

test("a frame escapes what it says", () => {
  assert.equal(
    FORMS.iframe(embed()),
    '<iframe src="https://example.org/embed/one/?a=1&amp;b=x+y&amp;theme=dark" title="Rise &amp; &quot;fall&quot; [of] 2 &lt; 3" height="900" loading="lazy" style="width:100%;border:0;color-scheme:light"></iframe>',
  );
});

test("an element carries its parameters as data, and loads the script once", () => {
  const snippet = FORMS.element(embed());
  assert.match(snippet, /^<figure data-tech-ties="one" data-a="1" data-b="x y" data-theme="dark"><a href="https:\/\/example\.org\/embed\/one\/\?a=1&amp;/);
  assert.match(snippet, /<script src="https:\/\/example\.org\/embed\.js" async><\/script>$/);
  assert.match(FORMS.element(embed({ parameters: parametersOf('a="><b>', "light") })), /data-a="&quot;&gt;&lt;b&gt;"/);
});

test("AMP gets a placeholder, a button and its fragment", () => {
  const snippet = FORMS.amp(embed());
  assert.match(snippet, /src="[^"]*#amp=1"[^>]*resizable/);
  assert.match(snippet, /<amp-img layout="fill" src="https:\/\/example\.org\/embed\/one\/preview\.png" placeholder>/);
  assert.match(snippet, />All &lt;of&gt; it<\/div>/);
});

test("oEmbed takes the plain address of the view", () => {
  assert.equal(FORMS.oembed(embed()), "https://example.org/embed/one/");
});

test("Markdown escapes brackets in the title", () => {
  assert.equal(
    FORMS.markdown(embed({ parameters: parametersOf("", "light") })),
    '[![Rise & "fall" \\[of\\] 2 < 3](https://example.org/embed/one/preview.png)](https://example.org/embed/one/)',
  );
});

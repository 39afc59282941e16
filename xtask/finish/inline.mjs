// What the first paint needs stands in the page itself: its style, and the names of what the head asks for.
import { attributes, edited, elements, isSheet, replace } from "./html.mjs";

/**
 * A page with the style sheet that it names in it. The sheets then stand as files beside it: the one for what is live, and
 * the style itself, for pages under a policy that refuses it there (see static/boot.js).
 * @param {string} html with names that carry a hash
 * @param {string} sheet the text of the page's style sheet
 */
export function inlined(html, sheet) {
  const all = elements(html);
  const [style, liveStyle] = all.filter(isSheet);
  const boot = all.find(({ attributes }) => "data-wasm" in attributes);
  const head = all.find(({ name, attributes }) => name === "script" && !attributes.src && !attributes.type);
  if (!style || !liveStyle || !boot || !head) return html; // a document that is no page, such as the dialog
  const { href } = style.attributes;
  // What the sheet names stands beside it.
  const css = sheet.replace(/url\(\.\//g, `url(${href.slice(0, href.lastIndexOf("/") + 1)}`).trim();
  const { "data-js": js, "data-wasm": wasm } = boot.attributes;
  const live = wasm ? { "data-js": js, "data-wasm": wasm, "data-live-style": liveStyle.attributes.href } : { "data-wasm": "" };
  return edited(html, [
    attributes(head, { ...live, "data-style": href }),
    replace(boot, `<script type="module" async src="${boot.attributes.src}"></script>`),
    replace(style, `<style>${css}</style>`),
    replace(liveStyle, ""),
  ]);
}

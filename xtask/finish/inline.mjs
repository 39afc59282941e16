// What the first paint needs stands in the page itself: its style, and the script of its head.
import { transformSync } from "esbuild";
import { after, attributes, edited, elements, replace, sheets } from "./html.mjs";

/**
 * A page with its style sheet in it and the script of its head minified. The deferred sheet stays a file that holds nothing
 * up; so does the style itself, for pages under a policy that refuses it within (see static/boot.js).
 * @param {string} html with names that carry a hash
 * @param {string} sheet the text of the page's style sheet
 */
export function inlined(html, sheet) {
  const all = elements(html);
  const { style, deferred } = sheets(all);
  const boot = all.find(({ attributes }) => "data-wasm" in attributes);
  const head = all.find(({ name, attributes }) => name === "script" && !attributes.src && !attributes.type);
  if (!style || !deferred || !boot || !head) return html; // a document that is no page, such as the dialog
  const { href } = style.attributes;
  // What the sheet names stands beside it.
  const css = sheet.replace(/(?<=url\(["']?)\.\//g, `${href.slice(0, href.lastIndexOf("/") + 1)}`).trim();
  const { startTag, endTag } = head.place;
  const { "data-wasm": wasm, "data-js": glue } = boot.attributes;
  const { code } = transformSync(html.slice(startTag.endOffset, endTag.startOffset), { minify: true });
  return edited(html, [
    [startTag.endOffset, endTag.startOffset, code.trim()],
    // The program and its glue come together; boot.js, which asks for the glue, runs only after the first paint.
    ...(wasm ? [attributes(head, { "data-wasm": wasm }), after(head, `<link rel="modulepreload" href="${glue}" fetchpriority="low">`)] : []),
    attributes(boot, { "data-style": href }),
    replace(style, `<style>${css}</style>`),
    attributes(deferred, { media: "print", "data-deferred": "" }),
  ]);
}

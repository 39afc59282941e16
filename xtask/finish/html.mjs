// Reads and edits HTML by its elements and attributes. Everything that is not edited stays as it is, byte for byte.
import { basename } from "node:path";
import { parse } from "parse5";

/**
 * @typedef {object} Element
 * @property {string} name
 * @property {Record<string, string>} attributes
 * @property {import("parse5").Token.ElementLocation} place where it stands in the text
 */

/** The elements of a page, in document order, those in templates and pictures included. */
export function elements(html) {
  const found = [];
  const visit = (node) => {
    if (node.tagName && node.sourceCodeLocation?.startTag !== undefined) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, place: node.sourceCodeLocation });
    }
    for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}

/** Whether an element asks for a style sheet. */
export const isSheet = ({ name, attributes }) => name === "link" && attributes.rel === "stylesheet";

/** The style sheets that a page asks for: the one of the first paint, and what is deferred. */
export function sheets(all) {
  const named = (stem) => all.find((element) => isSheet(element) && basename(element.attributes.href).startsWith(`${stem}-`));
  return { style: named("style"), deferred: named("deferred") };
}

/** A text as the value of an attribute, or as content. */
export const escaped = (value) => value.replace(/[&"<>]/g, (mark) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[mark]);

/** The edit that gives an element another value for an attribute that it has. */
export function attribute({ place }, name, value) {
  const { startOffset, endOffset } = place.attrs[name];
  return [startOffset, endOffset, `${name}="${escaped(value)}"`];
}

/** The edit that gives an element attributes that it does not have. */
export function attributes({ name, place }, values) {
  const at = place.startTag.startOffset + 1 + name.length;
  return [at, at, Object.entries(values).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")];
}

/** The edit that puts a text in the place of a whole element. */
export const replace = ({ place }, text) => [place.startOffset, place.endOffset, text];

/** The edit that puts a text after a whole element. */
export const after = ({ place }, text) => [place.endOffset, place.endOffset, text];

/** The edit that puts a text before the end tag of an element. */
export const append = ({ place }, text) => [place.endTag.startOffset, place.endTag.startOffset, text];

/** The text with its edits, which must not overlap. */
export function edited(html, edits) {
  const sorted = edits.toSorted(([a], [b]) => b - a);
  return sorted.reduce((text, [start, end, now]) => text.slice(0, start) + now + text.slice(end), html);
}

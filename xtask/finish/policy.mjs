// The policy that hosts send with every page names what stands within the pages.
import { createHash } from "node:crypto";
import { elements } from "./html.mjs";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of what stands within a page as an element of this name. A script of another type is data. */
function hashes(html, wanted) {
  const parts = elements(html).filter(({ name, attributes: { src, type = "module" } }) => name === wanted && !src && type === "module");
  return parts.map(({ place }) => hash(html.slice(place.startTag.endOffset, place.endTag.startOffset)));
}

/**
 * The text of `_headers` with a policy under which all pages work, the page in one file too: its program is unpacked to
 * addresses that only the page itself can make, and its face stands within. Hashes of earlier pages are dropped.
 * @param {string} headers
 * @param {string[]} pages
 */
export function permitted(headers, pages) {
  const within = (name) => [...new Set(pages.flatMap((html) => hashes(html, name)))].sort();
  const needed = {
    "script-src": ["blob:", ...within("script")],
    "connect-src": ["blob:"],
    "style-src": within("style"),
    "font-src": ["data:"],
  };
  return headers.replace(/(?<=Content-Security-Policy: ).*/g, (policy) =>
    policy.split("; ").map((directive) => {
      const [name, ...sources] = directive.split(" ");
      const lasting = sources.filter((source) => !source.startsWith("'sha256-"));
      return [name, ...new Set([...lasting, ...(needed[name] ?? [])])].join(" ");
    }).join("; "),
  );
}

// What the page in one file needs of the policy that hosts send with every page: its parts are within.
import { createHash } from "node:crypto";
import { elements } from "./html.mjs";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of the style and the scripts that stand in a page: `{ style: string[], script: string[] }`. */
function hashes(html) {
  const within = (wanted) => {
    // A script of another type is data, which no policy is asked about.
    const parts = elements(html).filter(({ name, attributes: { src, type = "module" } }) => name === wanted && !src && type === "module");
    return parts.map(({ place }) => hash(html.slice(place.startTag.endOffset, place.endTag.startOffset)));
  };
  return { style: within("style"), script: within("script") };
}

/**
 * The text of `_headers` with a policy under which the page in one file works too.
 * @param {string} headers
 * @param {string} html the page in one file
 */
export function permitted(headers, html) {
  const { style, script } = hashes(html);
  // Its program is unpacked to addresses that only the page itself can make.
  const needed = { "script-src": ["blob:", ...script], "connect-src": ["blob:"], "style-src": style, "font-src": ["data:"] };
  return headers.replace(/(?<=Content-Security-Policy: ).*/g, (policy) =>
    policy.split("; ").map((directive) => {
      const [name, ...sources] = directive.split(" ");
      return [name, ...new Set([...sources, ...(needed[name] ?? [])])].join(" ");
    }).join("; "),
  );
}

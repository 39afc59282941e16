// Which files the attributes of a page name.
import { posix } from "node:path";
import { attribute, edited, elements } from "./html.mjs";

const NAMING = ["src", "href", "data-js", "data-wasm"];

/** The attributes that name a file of the site: `{ element, name, path }`, the path from the site's folder. */
export function references(html, page) {
  return elements(html).flatMap((element) =>
    NAMING.filter((name) => element.attributes[name]).flatMap((name) => {
      const [path] = element.attributes[name].split(/[?#]/);
      if (!path || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return []; // a fragment, or another site
      const named = posix.join(posix.dirname(page), path);
      return [{ element, name, path: named.endsWith("/") || named === "." ? posix.join(named, "index.html") : named }];
    }),
  );
}

/**
 * A page whose attributes name files by their new names. Fails if one names a file that is not there.
 * @param {string} html
 * @param {string} page its path from the site's folder
 * @param {Map<string, string>} renamed old names and new ones
 * @param {(path: string) => boolean} exists whether the site has a file under its new name
 */
export function renameReferences(html, page, renamed, exists) {
  const edits = references(html, page).flatMap(({ element, name, path }) => {
    const now = renamed.get(path) ?? path;
    if (!exists(now)) throw new Error(`${page}: ${name}="${element.attributes[name]}" of <${element.name}> names no file`);
    if (now === path) return [];
    // Both stand in the site's folder, so the way to them is the same.
    return [attribute(element, name, element.attributes[name].replace(posix.basename(path), () => now))];
  });
  return edited(html, edits);
}

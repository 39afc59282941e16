// What embed.js has to know of each view: its title, and how high it is at some widths.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HEIGHTS = new URL("../../static/heights.json", import.meta.url);

/** What a page says of itself between `<title>` and `</title>`. */
function title(page) {
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
  const [, words] = page.match(/<title>(.*?)<\/title>/s);
  return words.replace(/&([\w#]+);/g, (entity, name) => entities[name] ?? entity);
}

/** Writes titles and heights into the embed.js of a built site. */
export function fillEmbed(dist) {
  const heights = Object.entries(JSON.parse(readFileSync(HEIGHTS, "utf8")));
  const views = heights.map(([view, { whole, bare }]) => {
    const page = readFileSync(join(dist, "embed", view, "index.html"), "utf8");
    return [view, [title(page), whole.flat(), bare.flat()]];
  });
  const file = join(dist, "embed.js");
  const script = readFileSync(file, "utf8");
  writeFileSync(file, script.replace("const VIEWS = {};", () => `const VIEWS = ${JSON.stringify(Object.fromEntries(views))};`));
}

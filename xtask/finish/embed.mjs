// What embed.js has to know of the site: of each view its title and its heights, and the parameters of the charts.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isChart, siteOf } from "./site.mjs";

/** Where the heights of the story's views are: beside the story that is built. */
const folder = () => process.env.TECH_TIES_STORY || fileURLToPath(new URL("../../static", import.meta.url));

/** The measured heights of the views; none if nobody measured them. */
function heightsIn(folder) {
  const file = join(folder, "heights.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).views : {};
}

/** The value of TECH_TIES_SITE in embed.js: charts come first, since the first view is the default. */
export function embedded(dist, heights = heightsIn(folder())) {
  const { views, parameters } = siteOf(dist);
  const sorted = views.toSorted((one, other) => isChart(other) - isChart(one));
  const known = sorted.map(({ name, title }) => {
    const { whole, bare } = heights[name] ?? {};
    return [name, whole && bare ? [title, whole.flat(), bare.flat()] : [title]];
  });
  return [Object.fromEntries(known), parameters];
}

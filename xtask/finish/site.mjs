// What the publisher says of the site: its views and the parameters of its charts.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns {{ views: { name: string, title: string, kind: string }[], parameters: string[] }} */
export const siteOf = (dist) => JSON.parse(readFileSync(join(dist, "data/views.json"), "utf8"));

/** The page of a view, from the site's folder. */
export const pageOf = ({ name }) => `embed/${name}/index.html`;

export const isChart = ({ kind }) => kind === "chart";

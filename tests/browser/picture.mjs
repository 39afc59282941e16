// Takes a picture of the built page: the README's, or picture.png beside another story.
import { chromium } from "@playwright/test";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchOptions } from "./looks.mjs";
import { serve } from "./server.mjs";
import { DIST } from "./story.mjs";

const folder = process.env.TECH_TIES_STORY ?? fileURLToPath(new URL("../../static", import.meta.url));
const file = join(folder, "picture.png");
const server = await serve({ root: DIST });
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1200, height: 1640 }, colorScheme: "light" });
await page.goto(server.url);
await page.locator("html[data-state=live]").waitFor();
await page.screenshot({ path: file });
console.log(file);
await browser.close();
await server.close();

// Takes the README's picture of the built page.
import { chromium } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { launchOptions } from "./looks.mjs";
import { serve } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const file = here("../../static/picture.png");
const server = await serve({ root: here("../../dist") });
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1200, height: 1640 }, colorScheme: "light" });
await page.goto(server.url);
await page.locator("html[data-state=live]").waitFor();
await page.screenshot({ path: file });
console.log(file);
await browser.close();
await server.close();

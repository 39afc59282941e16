// Takes pictures of the built page: one for the README, or with --all DIR every width in light and dark.
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import config from "./playwright.config.mjs";
import { serve } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [flag, folder] = process.argv.slice(2);
const wanted =
  flag === "--all" && folder
    ? [320, 390, 768, 1024, 1440].flatMap((width) =>
        ["light", "dark"].map((scheme) => ({ width, scheme, file: join(folder, `${width}-${scheme}.png`), fullPage: true })),
      )
    : [{ width: 1200, scheme: "light", file: here("../../static/picture.png"), fullPage: false }];

if (folder) mkdirSync(folder, { recursive: true });
const server = await serve({ root: here("../../dist") });
const browser = await chromium.launch(config.use.launchOptions);
for (const { width, scheme, file, fullPage } of wanted) {
  const page = await browser.newPage({ viewport: { width, height: 1640 }, colorScheme: scheme });
  await page.goto(server.url);
  await page.locator("html[data-state=live]").waitFor();
  await page.screenshot({ path: file, fullPage });
  console.log(file);
  await page.close();
}
await browser.close();
await server.close();

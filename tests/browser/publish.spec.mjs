// What pages say to programs: valid HTML by two checkers, oEmbed by a consumer's library, JSON-LD by a parser. The site
// under test is the built one, given an address.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { extract, setProviderList } from "@extractus/oembed-extractor";
import { HtmlValidate } from "html-validate";
import jsonld from "jsonld";
import { published } from "./published.mjs";
import { CHARTS, DIST, VIEWS, expect, test as base } from "./site.mjs";
import { IS_DEFAULT, STORY } from "./story.mjs";

const test = base.extend({ published });

/** The HTML files of a folder. */
const pages = (folder) =>
  readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".html") && name !== "tech-ties.html");

const hasJava = () => {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

test("the Nu checker finds nothing wrong, with an address and without", async ({ published }) => {
  test.skip(!hasJava(), "NOT CHECKED: the Nu checker needs Java; install it (Debian: default-jre-headless) and run again");
  test.setTimeout(180_000);
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const files = [DIST, published.folder].flatMap((folder) => pages(folder).map((name) => join(folder, name)));
  expect(files.length).toBeGreaterThan(2 * VIEWS.length);
  // Its parser of CSS is older than container queries and `:has()`.
  const options = ["-jar", jar, "--filterpattern", "CSS: .*", "--errors-only", "--exit-zero-always", "--format", "json", "--stdout"];
  const { messages } = JSON.parse(execFileSync("java", [...options, ...files], { maxBuffer: 1 << 26 }).toString());
  expect(messages.map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract}`)).toEqual([]);
});

test("html-validate finds nothing wrong", async ({ published }) => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      // Matters of taste in which Trunk and Yew have their own: quotes, case, closed void elements, attributes' values.
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "doctype-style": "off",
      "no-inline-style": "error",
      "no-trailing-whitespace": "off",
      "void-style": "off",
      "long-title": "off",
    },
  });
  for (const name of pages(published.folder)) {
    const { results } = await validator.validateString(readFileSync(join(published.folder, name), "utf8"), name);
    const told = results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`));
    expect(told, name).toEqual([]);
  }
});

test("a consumer of oEmbed finds each view by its address alone, and gets a frame that works", async ({ published, page }) => {
  for (const view of VIEWS) {
    const address = `${published.url}embed/${view}/`;
    await page.goto(address);
    const discovery = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
    expect(discovery).toBe(`${address}oembed.json`);
    setProviderList([]); // known to no list, the address must say it all
    const found = await extract(address, { maxwidth: 720 });
    expect(found).toMatchObject({ type: "rich", version: "1.0", width: 720, thumbnail_width: 1200, thumbnail_height: 630 });
    expect((await page.request.get(found.thumbnail_url)).status()).toBe(200);
    expect(found.html).toContain(`<iframe src="${address}"`);
    // The height that is proposed is near the true one.
    await page.setViewportSize({ width: 720, height: 900 });
    const { height } = await page.locator("main[data-embed]").boundingBox();
    expect(Math.abs(found.height - height) / height, `${view} is ${height} px high, not ${found.height}`).toBeLessThan(0.03);
  }
});

/** So much of schema.org as the page uses; no test asks another host. */
const schema = {
  "@context": {
    "@vocab": "https://schema.org/",
    license: { "@type": "@id" },
    url: { "@type": "@id" },
    image: { "@type": "@id" },
    contentUrl: { "@type": "@id" },
  },
};

test("a parser of JSON-LD reads article, data set and every hedge", async ({ published, page }) => {
  await page.goto(published.url);
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const documentLoader = async (url) => {
    expect(url).toBe("https://schema.org");
    return { contextUrl: null, documentUrl: url, document: schema };
  };
  const nodes = await jsonld.flatten(JSON.parse(text), {}, { documentLoader });
  const of = (type) => nodes["@graph"].filter((node) => [node["@type"]].flat().includes(`https://schema.org/${type}`));
  const [article] = of("Article").filter((node) => node["@id"] === `${published.url}#article`);
  const [data] = of("Dataset");
  expect(article["https://schema.org/mainEntity"]).toEqual({ "@id": data["@id"] });
  expect(article["https://schema.org/isBasedOn"]).toBeTruthy();
  for (const download of of("DataDownload")) {
    const { "@id": address } = download["https://schema.org/contentUrl"];
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
  const values = of("PropertyValue").map((node) => node["https://schema.org/propertyID"]);
  const counted = STORY.facts.filter(({ content }) => content.quantity).map(({ id }) => id);
  expect(values.sort()).toEqual(expect.arrayContaining(counted.sort()));
  if (!IS_DEFAULT) return;
  const gain = of("PropertyValue").find((node) => node["https://schema.org/propertyID"] === "africa-yield-gain");
  expect(gain).toMatchObject({ "https://schema.org/minValue": 30, "https://schema.org/maxValue": 60, "https://schema.org/unitText": "percent" });
  const countries = of("PropertyValue").find((node) => node["https://schema.org/propertyID"] === "bri-cooperation-countries");
  expect(countries).toMatchObject({ "https://schema.org/minValue": 150 });
  expect(countries).not.toHaveProperty(["https://schema.org/value"]);
});

test("with an address the dialog offers oEmbed, and the page stays quiet under its policy", async ({ published, page }) => {
  await page.goto(published.url);
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await page.locator(`[data-share=${CHARTS[0]}]`).click();
  await page.locator("[name=form]").selectOption("oembed");
  await expect(page.locator("[data-snippet]")).toHaveValue(`${published.url}embed/${CHARTS[0]}/`);
});

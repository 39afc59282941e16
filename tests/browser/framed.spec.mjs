// What a frame must leave alone: the page around it, and itself.
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { host } from "./hosts.mjs";
import { serve } from "./server.mjs";
import { DIST, expect, test } from "./site.mjs";
import { CHART, rowsOf } from "./story.mjs";

const frame = (src, attributes = "") => `<iframe src="${src}" title="Frame" width="700" height="1400" ${attributes}></iframe>`;
const view = (tab) => tab.frames().find((frame) => frame.url().includes("/embed/"));
const isLive = (tab) => expect.poll(() => view(tab)?.locator("html").getAttribute("data-state").catch(() => null)).toBe("live");

test("a figure that the address opens takes neither the place nor the focus of the page around", async ({ page: tab, site }) => {
  const [{ id }] = rowsOf(CHART);
  const server = await host(`<body><input autofocus>${frame(`${site}embed/${CHART}/?fact=${id}`, 'style="display:block;margin-top:2500px"')}`);
  await tab.goto(server.url);
  await tab.locator("input").focus();
  await isLive(tab);
  await expect(view(tab).locator(`.target[data-fact="${id}"][aria-expanded=true]`)).toHaveCount(1);
  await tab.keyboard.type("typed without a break");
  expect(await tab.locator("input").inputValue()).toBe("typed without a break");
  expect(await tab.evaluate(() => scrollY)).toBe(0);
  await server.close();
});

test.describe("in a sandbox", () => {
  // The browser says so itself where it refuses a window.
  test.use({ theirs: ["Blocked opening", "Blocked script execution", "allow-popups"] });

  test("no link to a file takes the place of the graphic, and one that may not lead elsewhere tells its address", async ({ page: tab, site }) => {
    const server = await host(`<body>${frame(`${site}embed/${CHART}/`, 'sandbox="allow-scripts"')}`);
    await tab.goto(server.url);
    await isLive(tab);
    await view(tab).locator(".as-table > summary").click();
    await expect(view(tab).locator(".take a").first()).toBeHidden();
    await expect(view(tab).locator("[data-share]")).toBeVisible();
    const more = view(tab).locator(".more a");
    await more.click();
    await expect(more).toHaveText(site);
    await server.close();
  });

  test("without scripts a link to a file leaves the graphic where it is", async ({ page: tab, site }) => {
    const server = await host(`<body>${frame(`${site}embed/${CHART}/`, "sandbox")}`);
    await tab.goto(server.url);
    const files = view(tab).locator(".take a");
    await view(tab).locator(".as-table > summary").click();
    await files.first().click();
    await expect(view(tab).locator("h1")).toBeVisible();
    expect(await files.evaluateAll((all) => all.map(({ target }) => target))).toEqual(["_blank", "_blank"]);
    await server.close();
  });

  test("where it may, a link leads to the whole page in a tab of its own", async ({ page: tab, context, site }) => {
    const server = await host(`<body>${frame(`${site}embed/${CHART}/`, 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"')}`);
    await tab.goto(server.url);
    await isLive(tab);
    const opened = context.waitForEvent("page");
    await view(tab).locator(".more a").click();
    await expect.poll(async () => (await opened).url()).toBe(site);
    await server.close();
  });
});

test("the page in one file, framed, tells its height and asks for nothing", { tag: "@once" }, async ({ page: tab }) => {
  const folder = await mkdtemp(join(tmpdir(), "single-"));
  await copyFile(join(DIST, "tech-ties.html"), join(folder, "tech-ties.html"));
  const asked = [];
  const alone = await serve({ root: folder, override: (request) => (asked.push(request.url), false) });
  const server = await host(`<body><script>addEventListener("message", ({ data }) => (window.height = data?.height ?? window.height))</script>${frame(`${alone.url}tech-ties.html`)}`);
  await tab.goto(server.url);
  await expect.poll(() => tab.frames()[1].locator("html").getAttribute("data-state").catch(() => null)).toBe("live");
  await expect.poll(() => tab.evaluate(() => window.height)).toBeGreaterThan(3000);
  expect(asked).toEqual(["/tech-ties.html"]);
  await Promise.all([server.close(), alone.close()]);
  await rm(folder, { recursive: true });
});

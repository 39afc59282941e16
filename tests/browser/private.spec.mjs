// A reader leaves nothing with anybody: no request to another origin, no cookie, nothing kept but what a reader sets,
// and none of the calls by which browsers are told apart.
import { host } from "./hosts.mjs";
import { CARDS, CHARTS, expect, explored, figure, targets, test } from "./site.mjs";
import { WORDS } from "./story.mjs";

/** Calls that store something or tell one browser from another, by the object that has them. */
const CALLS = {
  Storage: ["getItem", "setItem", "removeItem"],
  IDBFactory: ["open"],
  CacheStorage: ["open", "match"],
  ServiceWorkerContainer: ["register"],
  HTMLCanvasElement: ["toDataURL", "toBlob"],
  CanvasRenderingContext2D: ["getImageData", "measureText"],
  OfflineAudioContext: ["startRendering"],
  Navigator: ["sendBeacon", "getBattery", "getGamepads"],
  MediaDevices: ["enumerateDevices"],
  Permissions: ["query"],
  Clipboard: ["read", "readText"],
};
const PROPERTIES = {
  Document: ["cookie"],
  Navigator: ["userAgent", "platform", "plugins", "languages", "hardwareConcurrency", "deviceMemory", "userAgentData"],
  Screen: ["width", "height", "availWidth", "availHeight", "colorDepth"],
};

/** Writes down each of them. */
const listen = (page) =>
  page.addInitScript(([calls, properties]) => {
    const heard = (window.heard = []);
    for (const [kind, names] of Object.entries(calls)) {
      for (const name of names) {
        const whole = globalThis[kind]?.prototype[name];
        if (!whole) continue;
        globalThis[kind].prototype[name] = function (...args) {
          heard.push(`${kind}.${name}(${kind === "Storage" ? args[0] : ""})`);
          return whole.apply(this, args);
        };
      }
    }
    for (const [kind, names] of Object.entries(properties)) {
      for (const name of names) {
        const whole = Object.getOwnPropertyDescriptor(globalThis[kind]?.prototype ?? {}, name);
        if (!whole) continue;
        const told = { get() { heard.push(`${kind}.${name}`); return whole.get.call(this); }, configurable: true };
        if (whole.set) told.set = function (value) { heard.push(`${kind}.${name}=`); whole.set.call(this, value); };
        Object.defineProperty(globalThis[kind].prototype, name, told);
      }
    }
  }, [CALLS, PROPERTIES]);

/** Opens a page, explores all its charts, and tells what it asked for and what it called. */
async function visited(page, url) {
  const asked = new Set();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await listen(page);
  await explored(page, url);
  for (const chart of await page.locator("figure[data-chart]").evaluateAll((all) => all.map(({ dataset }) => dataset.chart))) {
    await targets(page, chart).first().click();
    await expect(figure(page, chart).locator("[data-painted]")).toHaveCount(1);
    await page.keyboard.press("Escape");
  }
  return { asked: [...asked], heard: await page.evaluate(() => [...new Set(window.heard)]) };
}

test("the page asks its own origin alone, and keeps and tells nothing", async ({ page, site, context }) => {
  const { asked, heard } = await visited(page, site);
  expect(asked).toEqual([new URL(site).origin]);
  const kept = ["theme", "speech", "sound"].map((name) => `Storage.getItem(tech-ties-${name})`);
  expect(heard).toEqual(kept);
  expect(await context.cookies()).toEqual([]);
});

test("what a reader set for ear and speech is kept as it says, and not by a frame", async ({ page, site }) => {
  const kept = (tab) => tab.evaluate(() => [localStorage, sessionStorage].map((storage) => Object.entries(storage)));
  const set = async (tab) => {
    const chart = tab.locator("figure[data-chart]").first();
    for (const [title, radio] of [["Speech", 1], ["Sound", 2]]) {
      const panel = chart.locator(".explore > details").filter({ has: tab.getByText(title, { exact: true }) });
      await panel.locator("summary").click();
      await panel.getByRole("radio").nth(radio).check({ force: true });
    }
  };
  await explored(page, site);
  await set(page);
  expect(await kept(page)).toEqual([[["tech-ties-speech", "1"]], [["tech-ties-sound", "fast"]]]);
  await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
  await page.evaluate((view) => document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src: view, width: 800, height: 1200 })), `embed/${CHARTS[0]}/`);
  const frame = page.frameLocator("iframe");
  await frame.locator(".explore > summary").click();
  await expect(frame.locator(".explore > .find")).toBeVisible();
  await set(page.frames().at(-1));
  expect(await kept(page)).toEqual([[], []]);
});

test("in a frame a chosen color scheme is not kept", async ({ page, site }) => {
  await page.goto(site);
  await page.evaluate(() => document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src: "./", width: 800, height: 1200 })));
  const frame = page.frameLocator("iframe");
  await frame.getByLabel(WORDS.page.color_schemes[2], { exact: true }).check({ force: true });
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("a chosen color scheme is all that is kept", async ({ page, site }) => {
  await listen(page);
  await page.goto(site);
  await page.getByLabel(WORDS.page.color_schemes[2], { exact: true }).check();
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([["tech-ties-theme", "dark"]]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

for (const view of [CHARTS[0], CARDS[0]]) {
  test(`the view ${view} in a page of another origin keeps and reads nothing at all`, async ({ page, site, context }) => {
    const around = await host(`<body><iframe src="${site}embed/${view}/" width="600" height="600"></iframe>`);
    await listen(page);
    const asked = new Set();
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    await page.goto(around.url);
    const frame = page.frames().find((one) => one.url().startsWith(site));
    await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-state", CHARTS.includes(view) ? "live" : "static");
    expect(await frame.evaluate(() => window.heard)).toEqual([]);
    expect([...asked].map((origin) => `${origin}/`).toSorted()).toEqual([site, around.url].toSorted());
    expect(await context.cookies()).toEqual([]);
    await around.close();
  });
}

// The scripts of other hosts, as npm has them, around frames of another site: each view at its exact height.
import { chromium } from "@playwright/test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM } from "./browsers.mjs";
import { HOSTS, host, hostPage } from "./hosts.mjs";
import { serve } from "./server.mjs";
import { CHARTS, DIST, VIEWS, expect, test } from "./site.mjs";
import { CARD, IS_DEFAULT } from "./story.mjs";

// iframe-resizer speaks to its frames before they are there, misses those that are hidden for long, and version 5
// tells its licence.
test.use({ theirs: ["does not match the recipient window's origin", "GPLv3 License Version", "not responded within", "No response from iframe"] });

const view = (frame) => frame.url().match(/embed\/([\w-]+)\//)?.[1];

/** What is amiss with a frame: nothing, if it has exactly the height that the graphic has at the frame's width. */
async function amiss(frame) {
  const { clamp = (height) => height } = HOSTS[new URL(frame.url()).searchParams.get("by")] ?? {};
  const graphic = await frame.evaluate(() => {
    const { width, height } = document.querySelector("main[data-embed]").getBoundingClientRect();
    return { width, height: Math.ceil(height) };
  });
  const element = await frame.frameElement();
  const given = await element.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
  const wanted = { width: given.width, height: clamp(graphic.height) };
  const got = { width: graphic.width, height: given.height };
  return JSON.stringify(wanted) === JSON.stringify(got) ? null : { frame: frame.url(), wanted, got };
}

const views = (tab) => tab.frames().filter(view);

/** Waits until so many frames have their exact heights, wherever they are. */
const fits = (tab, count) =>
  expect
    .poll(async () => {
      const found = views(tab);
      if (found.length < count) return `${found.length} frames`;
      const wrong = await Promise.all(found.map((frame) => amiss(frame).catch(String)));
      return wrong.filter(Boolean);
    }, { timeout: 20_000 })
    .toEqual([]);

/** The same for frames that a reader scrolls to: Chromium keeps a new width from frames that are far from the screen. */
async function fitsWhenSeen(tab) {
  for (const frame of views(tab)) {
    await (await frame.frameElement()).evaluate((element) => element.scrollIntoView());
    await expect.poll(() => amiss(frame).catch(String)).toBe(null);
  }
}

const everyView = (host, site, views = VIEWS) => views.map((view) => ({ host, id: `${host}-${view}`, src: `${site}embed/${view}/?by=${host}` }));

// What a host does to a frame depends on no story: of other stories one view for each host is enough.
const wholly = (i) => (IS_DEFAULT ? VIEWS : [VIEWS[i % VIEWS.length]]);

/** The hosts that are tried in other browsers too: each sizes frames in a way of its own. */
const EVERYWHERE = ["pym", "resizer5", "openResizer", "datawrapper"];

for (const [i, name] of Object.keys(HOSTS).entries()) {
  const tag = EVERYWHERE.includes(name) ? "@everywhere" : [];
  test(`${name}: every view at its exact height, at each width`, { tag }, async ({ page: tab, site }) => {
    const views = wholly(i);
    const server = await host(hostPage(everyView(name, site, views)));
    await tab.setViewportSize({ width: 320, height: 800 });
    await tab.goto(server.url);
    // All but the first are below the fold.
    await fits(tab, views.length);
    for (const width of [600, 1000]) {
      await tab.setViewportSize({ width, height: 800 });
      await fitsWhenSeen(tab);
    }
    await server.close();
  });
}

// A scroll bar that takes room narrows the text, which then is higher: heights could go up and down for ever.
test("frames come to rest where scroll bars take room", { tag: ["@bars", "@once"] }, async ({ page: tab, site }) => {
  await tab.addInitScript(() => {
    window.told = {};
    addEventListener("message", ({ data }) => {
      for (const [view, height] of Object.entries(data["datawrapper-height"] ?? {})) {
        const heights = (window.told[view] ??= []);
        if (heights.at(-1) !== height) heights.push(height);
      }
    });
  });
  const server = await host(hostPage(everyView("datawrapper", site)));
  for (const width of [320, 390, 600, 800]) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto(server.url);
    await expect.poll(() => states(tab)).toEqual(LIVE);
    await fitsWhenSeen(tab);
    for (const [view, heights] of Object.entries(await tab.evaluate(() => window.told))) {
      expect(new Set(heights).size, `${view} at ${width} px says ${heights}`).toBe(heights.length);
    }
  }
  await server.close();
});

/** One view for each host, charts and cards in turn. */
const everyHost = (site) => Object.keys(HOSTS).map((host, i) => ({ host, id: `${host}-place`, src: `${site}embed/${VIEWS[i % VIEWS.length]}/?by=${host}` }));

test("all hosts' scripts on one page, 3 s after the last frame", { tag: "@once" }, async ({ page: tab, site }) => {
  const places = everyHost(site);
  const server = await host(hostPage(places, { late: 3000 }));
  await tab.goto(server.url);
  await fits(tab, places.length);
  await server.close();
});

test("frames in a tab that is shown later", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const places = everyHost(site);
  const server = await host(hostPage(places, { wrap: (html) => `<div id="tab" hidden>${html}</div>` }));
  await tab.goto(server.url);
  const names = () => views(tab).map((frame) => new URL(frame.url()).searchParams.get("by"));
  await expect.poll(() => names().sort()).toEqual(Object.keys(HOSTS).sort());
  const states = () => Promise.all(views(tab).map((frame) => frame.evaluate(() => document.readyState)));
  await expect.poll(states).toEqual(places.map(() => "complete"));
  await tab.locator("#tab").evaluate((element) => (element.hidden = false));
  await fits(tab, places.length);
  await server.close();
});

test.describe("without the program", () => {
  test.use({ quiet: false }); // that it is missing is told in the console

  test("the still pictures have their exact heights", { tag: "@everywhere" }, async ({ page: tab }) => {
    const site = await serve({ root: DIST, override: (_, response, path) => path.endsWith(".wasm") && response.writeHead(404).end() });
    const places = Object.keys(HOSTS).map((host, i) => ({ host, id: `${host}-place`, src: `${site.url}embed/${CHARTS[i % CHARTS.length]}/?by=${host}` }));
    const server = await host(hostPage(places));
    await tab.goto(server.url);
    const states = () => Promise.all(views(tab).map((frame) => frame.evaluate(() => document.documentElement.dataset.state)));
    await expect.poll(states).toEqual(places.map(() => "failed"));
    await fits(tab, places.length);
    await server.close();
    await site.close();
  });
});

test("every view is live and at its exact height under sandbox=allow-scripts", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const page = hostPage(everyView("openResizer", site)).replaceAll("<iframe ", '<iframe sandbox="allow-scripts" ');
  const server = await host(page);
  await tab.goto(server.url);
  await everyViewIsLive(tab);
  await server.close();
});

const state = (frame) => frame.evaluate(() => document.documentElement.dataset.state);
const states = async (tab) => Object.fromEntries(await Promise.all(views(tab).map(async (frame) => [view(frame), await state(frame)])));
/** The states of every view once it is live; cards of words need no program. */
const LIVE = Object.fromEntries(VIEWS.map((view) => [view, CHARTS.includes(view) ? "live" : "static"]));

async function everyViewIsLive(tab) {
  await expect.poll(() => states(tab)).toEqual(LIVE);
  await fits(tab, VIEWS.length);
}

test("with the storage of other sites blocked every view is live, in the color scheme that was wished", async ({ site }) => {
  // A profile whose reader blocked it.
  const folder = mkdtempSync(join(tmpdir(), "storage-"));
  mkdirSync(join(folder, "Default"));
  writeFileSync(join(folder, "Default/Preferences"), JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }));
  const context = await chromium.launchPersistentContext(folder, CHROMIUM);
  const noise = [];
  context.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
  context.on("weberror", (error) => noise.push(error.error().message));
  const tab = await context.newPage();
  const server = await host(hostPage(everyView("openResizer", site)));
  await tab.goto(server.url);
  await everyViewIsLive(tab);
  const storage = views(tab)[0].evaluate(() => { try { return localStorage.length; } catch (error) { return error.name; } });
  expect(await storage, "storage is blocked indeed").toBe("SecurityError");
  expect(noise.filter((text) => !text.includes("willReadFrequently"))).toEqual([]);
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Sets each frame a px higher than it says, in the language that the frame is named by; keeps all that it says. */
const GENEROUS = `addEventListener("message", ({ data, source }) => {
    const heard = (name, height) => {
      (told[name] ??= []).push(height);
      document.getElementById(name).style.height = height + 1 + "px";
    };
    const name = [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source)?.id;
    const found = {
      pym: typeof data === "string" && +data.match(/^pymxPYMxtechxPYMxheightxPYMx(\\d+)$/)?.[1],
      amp: data.type === "embed-size" && data.height,
      datawrapper: Object.values(data["datawrapper-height"] ?? {})[0],
      medium: typeof data === "string" && data[0] === "{" && JSON.parse(data).height,
      wordpress: data.message === "height" && data.value,
      openResizer: data.type === "iframe-resized" && data.height,
      resizer: typeof data === "string" && +data.match(/^\\[iFrameSizer\\]tech:(\\d+):/)?.[1],
      mastodon: data.type === "setHeight" && data.height,
    };
    if (found[name]) heard(name, found[name]);
    if (data === "[iFrameResizerChild]Ready") {
      if (name === "resizer") source.postMessage("[iFrameSizer]tech:8:false:false:32:true:true:null", "*");
      if (name === "mastodon") source.postMessage({ type: "setHeight", id: 7 }, "*");
    }
  }); window.told = {};`;
const LANGUAGES = ["pym", "amp", "datawrapper", "medium", "wordpress", "openResizer", "resizer", "mastodon"];

/** A page of such frames, one for each language. */
const generous = (site) => {
  const src = `${site}embed/${CARD}/?childId=tech#?secret=abc123`;
  const frames = LANGUAGES.map((name) => `<iframe id="${name}" src="${src}" width="100%" height="150"></iframe>`);
  return host(`<body><script>${GENEROUS}</script>${frames.join("")}`);
};

const told = (tab) => tab.evaluate(() => window.told);

test("a host that sets every frame one px too high is told at most ten times", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await generous(site);
  await tab.clock.install();
  await tab.goto(server.url);
  await expect.poll(async () => Object.keys(await told(tab)).length).toBe(LANGUAGES.length);
  // Longer than a graphic repeats itself for hosts that come late.
  await tab.clock.runFor(20_000);
  await expect.poll(async () => (await told(tab)).openResizer.length).toBe(8);
  for (const [name, heights] of Object.entries(await told(tab))) {
    expect(heights.length, name).toBeLessThanOrEqual(10);
    expect(new Set(heights).size, `${name} says ${heights}`).toBe(1);
  }
  await server.close();
});

test("a graphic as high as its frame and more stops saying so to such a host", { tag: "@once" }, async ({ page: tab, site }) => {
  await tab.addInitScript(() => {
    if (parent === window) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("main { min-height: 101vh }");
    document.adoptedStyleSheets = [sheet];
  });
  // A browser does not lay out a frame that is out of sight: such a one may never learn that it has grown.
  await tab.setViewportSize({ width: 1280, height: 6000 });
  const server = await generous(site);
  await tab.goto(server.url);
  // Each wants more than its frame has and says no more of it: what would grow for ever says more every few ms.
  const wants = (frame) => frame.evaluate(() => document.querySelector("main").getBoundingClientRect().height - innerHeight);
  let before;
  const still = async () => {
    const heights = await told(tab);
    const [last, now] = [before, JSON.stringify(heights)];
    before = now;
    const high = await Promise.all(views(tab).map(wants));
    // On a slow machine nothing may come for a while before a frame answers the first height that it was given.
    const grown = LANGUAGES.every((name) => new Set(heights[name]).size > 1);
    return last === now && grown && high.every((px) => px > 5);
  };
  await expect.poll(still, { intervals: [1000] }).toBe(true);
  for (const [name, heights] of Object.entries(await told(tab))) {
    expect(heights.length, `${name} says ${heights}`).toBeLessThanOrEqual(10);
  }
  await server.close();
});

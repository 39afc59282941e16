// The element of embed.js where host pages treat it as they treat their own: hide it, style it, move it, rewrite it.
import { host } from "./hosts.mjs";
import { serve } from "./server.mjs";
import { DIST, expect, test } from "./site.mjs";
import { CARD, CHART, OTHER_CARD } from "./story.mjs";

const script = (site) => `<script async src="${site}embed.js"></script>`;
const embed = (attributes = "", content = "") => `<tech-ties-embed view="${CARD}" ${attributes}>${content}</tech-ties-embed>`;
const views = (tab) => tab.frames().filter((frame) => frame.url().includes("/embed/"));
const theme = (tab) => views(tab)[0]?.locator("html").getAttribute("data-theme").catch(() => null);

/** The box of the element on the host's page, and how much of its frame the graphic leaves over; null without a frame. */
const box = (tab) =>
  tab.locator("tech-ties-embed").evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    const frame = element.shadowRoot?.querySelector("iframe");
    return { width, height, frame: frame && { width: frame.clientWidth, height: frame.clientHeight, top: frame.getBoundingClientRect().top } };
  });
const wanted = async (tab) => views(tab)[0]?.evaluate(() => Math.ceil(document.querySelector("main[data-embed]")?.getBoundingClientRect().height ?? 0)).catch(() => 0);

/** Until the frame is exactly as high as its graphic. */
const fits = (tab) =>
  expect.poll(async () => {
    const [{ frame }, high] = [await box(tab), await wanted(tab)];
    return high > 0 && frame?.height === high;
  }).toBe(true);

for (const [how, page, show] of [
  ["the attribute", embed("hidden"), (element) => element.removeAttribute("hidden")],
  ["a class", `<style>.gone { display: none }</style>${embed('class="gone"')}`, (element) => element.removeAttribute("class")],
  ["a parent", `<div hidden>${embed()}</div>`, (element) => element.parentElement.removeAttribute("hidden")],
]) {
  test(`hidden by ${how}, an element has no box and asks for nothing; shown, it has its height`, { tag: "@once" }, async ({ page: tab }) => {
    const asked = [];
    const site = await serve({ root: DIST, override: (request) => (asked.push(request.url), false) });
    const server = await host(`<body>${page}${script(site.url)}`);
    await tab.goto(server.url);
    await expect.poll(() => tab.evaluate(() => Boolean(customElements.get("tech-ties-embed")))).toBe(true);
    await tab.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(idle)))));
    expect(await box(tab)).toEqual({ width: 0, height: 0, frame: null });
    expect(asked).toEqual(["/embed.js"]);
    await tab.locator("tech-ties-embed").evaluate(show);
    await fits(tab);
    await Promise.all([server.close(), site.close()]);
  });
}

test("in a host of vertical lines the element has its width and height", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`<body style="margin:0;writing-mode:vertical-rl">${embed('style="width:400px"')}${script(site)}`);
  await tab.goto(server.url);
  await fits(tab);
  expect((await box(tab)).width).toBe(400);
  await server.close();
});

test("a host that rewrites the element's style changes what it says, and no more", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`<style>* { box-sizing: border-box } body { margin: 0 }</style><body><h1>News</h1>${embed()}${script(site)}`);
  await tab.goto(server.url);
  await fits(tab);
  const before = await box(tab);
  for (const style of ["margin: 2em 0", "", "border: 1px solid; padding: 3px"]) {
    await tab.locator("tech-ties-embed").evaluate((element, style) => element.setAttribute("style", style), style);
    await fits(tab);
    expect((await box(tab)).frame.top, style).toBeGreaterThan(50);
  }
  expect((await box(tab)).height).toBeGreaterThanOrEqual(before.height);
  expect(await tab.locator("tech-ties-embed").getAttribute("style")).toBe("border: 1px solid; padding: 3px");
  await server.close();
});

test("a view is set as a property, as React and Vue do", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`<body>${embed()}${script(site)}`);
  await tab.goto(server.url);
  await fits(tab);
  await tab.locator("tech-ties-embed").evaluate((element, view) => Object.assign(element, { view, controls: false }), OTHER_CARD);
  await expect.poll(() => views(tab)[0]?.url() ?? "").toMatch(new RegExp(`/embed/${OTHER_CARD}/\\?controls=0&theme=light$`));
  await fits(tab);
  await server.close();
});

const GROUNDS = `<style>.dark { background: #101418; color: #eee } .fade { background: linear-gradient(#101418, #203040); color: #eee }</style>`;

for (const [where, page, darken, lighten] of [
  ["an ancestor", `<div id="app">${embed()}</div>`, () => document.querySelector("#app").classList.add("dark"), () => document.querySelector("#app").classList.remove("dark")],
  ["a gradient", `<div id="app">${embed()}</div>`, () => document.querySelector("#app").classList.add("fade"), () => document.querySelector("#app").removeAttribute("class")],
  [
    "a style sheet that is exchanged", embed(),
    () => document.head.insertAdjacentHTML("beforeend", `<link rel="stylesheet" href="data:text/css,body{background:%23101418}">`),
    () => document.head.lastElementChild.remove(),
  ],
]) {
  test(`the element follows ${where} that turns dark after it was loaded`, { tag: "@once" }, async ({ page: tab, site }) => {
    const server = await host(`${GROUNDS}<body>${page}${script(site)}`);
    await tab.goto(server.url);
    await fits(tab);
    expect(await theme(tab)).toBe("light");
    await tab.evaluate(darken);
    await expect.poll(() => theme(tab)).toBe("dark");
    await tab.evaluate(lighten);
    await expect.poll(() => theme(tab)).toBe("light");
    await server.close();
  });
}

test("in a shadow root on a dark page it is dark", { tag: "@once" }, async ({ page: tab, site }) => {
  const build = `<script>
    const root = document.querySelector("#host").attachShadow({ mode: "open" });
    root.innerHTML = '<tech-ties-embed view="${CARD}"></tech-ties-embed>';
  </script>`;
  const server = await host(`${GROUNDS}<body class="dark"><div id="host"></div>${build}${script(site)}`);
  await tab.goto(server.url);
  await expect.poll(() => theme(tab)).toBe("dark");
  await tab.evaluate(() => document.body.classList.remove("dark"));
  await expect.poll(() => theme(tab)).toBe("light");
  await server.close();
});

test("a host that changes its root all the time is looked at twice a second", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`<body>${embed()}${script(site)}`);
  await tab.clock.install();
  await tab.goto(server.url);
  await fits(tab);
  const looks = await tab.evaluate(async () => {
    const { getComputedStyle } = window;
    let count = 0;
    window.getComputedStyle = (...of) => ((count += 1), getComputedStyle.apply(window, of));
    for (let i = 0; i < 100; i += 1) {
      document.documentElement.style.setProperty("--scroll", i);
      await Promise.resolve();
    }
    return () => count, count;
  });
  // One look asks the element and all around it.
  expect(looks).toBeLessThan(10);
  await server.close();
});

test("loaded as a module beside an embed.js of somebody else it finds its own folder", { tag: "@once" }, async ({ page: tab, site }) => {
  const other = await host("<body>");
  const server = await host(`<body><script src="${other.url}embed.js"></script>${embed()}<script type="module" src="${site}embed.js"></script>`);
  await tab.goto(server.url);
  await fits(tab);
  expect(views(tab)[0].url()).toContain(site);
  await Promise.all([server.close(), other.close()]);
});

test.describe("where scripts of the frame are blocked", () => {
  test.use({ theirs: ["ERR_FAILED", "404 (Not Found)"] });

  test("the still picture is shown at its reserved height after a while", { tag: "@once" }, async ({ page: tab, site }) => {
    await tab.route(/\/(frame|boot)-.*\.js$/, (route) => route.abort());
    const server = await host(`<body>${embed()}${script(site)}`);
    await tab.clock.install();
    await tab.goto(server.url);
    await expect.poll(() => views(tab)[0]?.locator("main").count().catch(() => 0)).toBe(1);
    await expect.poll(async () => {
      await tab.clock.runFor(4000);
      return tab.locator("tech-ties-embed iframe").isVisible();
    }).toBe(true);
    expect((await box(tab)).height).toBeGreaterThan(300);
    await server.close();
  });
});

test("one that was never loaded prints its content, or else its title and address", { tag: "@once" }, async ({ page: tab, site }) => {
  const far = `<div style="height:9000px"></div>`;
  const server = await host(`<body>${script(site)}${far}${embed("", "<p>Stands in</p>")}${embed()}`);
  await tab.goto(server.url);
  const both = tab.locator("tech-ties-embed");
  await expect.poll(() => both.evaluateAll((all) => all.every((one) => one.clientHeight > 300))).toBe(true);
  await tab.emulateMedia({ media: "print" });
  expect(await both.evaluateAll((all) => all.map((one) => one.clientHeight < 100 && one.clientHeight > 10))).toEqual([true, true]);
  await expect(tab.getByText("Stands in")).toBeVisible();
  await expect(both.last().locator("a")).toHaveText(new RegExp(`: ${site}embed/${CARD}/$`));
  await server.close();
});

test("on a page that is isolated from other origins the frame is live", { tag: "@once" }, async ({ page: tab, site }) => {
  const headers = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
  const server = await host(`<body>${embed("", `<img src="${site}embed/${CARD}/preview.png" width="100" height="50">`)}${script(site)}`, { headers });
  await tab.goto(server.url);
  expect(await tab.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect.poll(() => tab.locator("img").evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(0);
  await fits(tab);
  await server.close();
});

// What public reports tell of other widgets.
for (const [report, page, act] of [
  ["moved to another place", `${embed()}<div id="place"></div>`, () => document.querySelector("#place").append(document.querySelector("tech-ties-embed"))],
  ["on a page that reads right to left, with rules for every frame and box", `<style>html { direction: rtl } iframe { height: 90px !important; width: 50% !important; display: none } div { height: 10px; max-height: 20px; overflow: auto; float: left }</style>${embed()}`, null],
  ["in an accordion that is folded by its height", `<section style="max-height: 0; overflow: hidden">${embed()}</section>`, () => (document.querySelector("section").style.maxHeight = "none")],
  ["in a box that grows by flexbox, in a grid of one narrow column", `<main style="display: grid; grid-template-columns: 320px"><section style="display: flex; flex-direction: column">${embed()}</section></main>`, null],
  ["on a page whose body is exchanged", embed(), () => (document.body.innerHTML = document.body.innerHTML)],
]) {
  test(`an element ${report} is at its exact height`, { tag: "@once" }, async ({ page: tab, site }) => {
    const server = await host(`<body>${page}${script(site)}`);
    await tab.goto(server.url);
    if (act) {
      await expect.poll(() => tab.locator("tech-ties-embed").evaluate((element) => Boolean(element.shadowRoot))).toBe(true);
      await tab.evaluate(act);
    }
    await fits(tab);
    expect((await box(tab)).width).toBeGreaterThan(300);
    await server.close();
  });
}

test("the script may be there twice, as each of two articles has it", { tag: "@once" }, async ({ page: tab, site }) => {
  const listen = `<script>window.errors = []; addEventListener("error", ({ message }) => errors.push(message));</script>`;
  const figure = `<figure data-tech-ties="${OTHER_CARD}"><a href="${site}embed/${OTHER_CARD}/">The graphic</a></figure>`;
  const server = await host(`${listen}<body>${script(site)}${embed()}${script(site)}${figure}`);
  await tab.goto(server.url);
  await expect.poll(() => views(tab).length).toBe(2);
  await expect(tab.locator("tech-ties-embed")).toHaveCount(2);
  expect(await tab.evaluate(() => window.errors)).toEqual([]);
  await server.close();
});

test("of many frames those far away are closed, but none that a reader used; what comes back is live at its height", { tag: ["@once", "@everywhere"] }, async ({ page: tab, site }) => {
  const [MOST, MANY] = [16, 24];
  const one = (nth) => `<p><tech-ties-embed view="${nth === 2 ? CHART : CARD}"></tech-ties-embed></p>`;
  const server = await host(`<body><style>p { margin-bottom: 700px }</style>${Array.from({ length: MANY }, (_, nth) => one(nth)).join("")}${script(site)}`);
  await tab.goto(server.url);
  const element = (nth) => tab.locator("tech-ties-embed").nth(nth);
  const frames = () => tab.locator("tech-ties-embed iframe").count();
  const comes = async (nth) => {
    await element(nth).scrollIntoViewIfNeeded();
    await expect(element(nth).locator("div.shown > iframe")).toBeVisible();
  };
  const inside = (nth) => element(nth).locator("iframe").contentFrame();
  const height = () => element(2).evaluate((one) => one.clientHeight);
  // A reader uses a frame and the next, and then the page: the focus is in neither.
  for (const nth of [0, 1]) {
    await comes(nth);
    await inside(nth).locator("details > summary").first().click();
  }
  await tab.locator("p").first().click({ position: { x: 1, y: 1 } });
  await comes(2);
  await expect(inside(2).locator("html")).toHaveAttribute("data-state", "live");
  const before = await height();
  for (let nth = 3; nth < MANY; nth += 1) {
    await comes(nth);
    expect(await frames()).toBeLessThanOrEqual(MOST + 4); // and what is near
  }
  await expect(element(2).locator("iframe")).toHaveCount(0);
  expect(await height()).toBe(before);
  for (const nth of [0, 1]) await expect(inside(nth).locator("details[open]").first()).toBeAttached();
  await comes(2);
  await expect(inside(2).locator("html")).toHaveAttribute("data-state", "live");
  await expect.poll(height).toBe(before);
  await server.close();
});

// What a frame says to the page around it and what it makes of what it hears. hosts.spec.mjs has the hosts' own scripts.
import { host } from "./hosts.mjs";
import { expect, test } from "./site.mjs";
import { CARD, CHART } from "./story.mjs";

/** A page with one frame that keeps all that the frame says. */
const listening = (src, width = 600) => host(`<body><script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>
<iframe id="frame" src="${src}" title="Frame" width="${width}" height="150"></iframe>`);

const heard = (tab) => tab.evaluate(() => window.heard);
const say = (tab, ...messages) =>
  tab.evaluate((messages) => messages.forEach((message) => frame.contentWindow.postMessage(message, "*")), messages);

/** Waits until the frame has said all that it says by itself: it repeats its height until it has it. */
async function content(tab) {
  await expect.poll(async () => (await heard(tab)).at(-1)?.height).toBeGreaterThan(0);
  await tab.evaluate(() => {
    const fit = () => (document.getElementById("frame").height = heard.findLast(({ type }) => type === "iframe-resized").height);
    addEventListener("message", fit);
    fit();
  });
  const inner = () => tab.frames()[1].evaluate(() => innerHeight - Math.ceil(document.querySelector("main[data-embed]").getBoundingClientRect().height));
  await expect.poll(inner).toBe(0);
}

test("light is the default in frames, and Iframely may choose", async ({ page: tab, site }) => {
  await tab.emulateMedia({ colorScheme: "dark" });
  const server = await listening(`${site}embed/${CHART}/`);
  await tab.goto(server.url);
  const root = tab.frameLocator("#frame").locator("html");
  await expect(root).toHaveAttribute("data-state", "live");
  await expect(root).toHaveAttribute("data-theme", "light");
  await say(tab, JSON.stringify({ method: "setTheme", data: "pink" }), JSON.stringify({ method: "setTheme", data: "dark" }));
  await expect(root).toHaveAttribute("data-theme", "dark");
  await server.close();
});

test("a frame says its height in the shapes that hosts know, never null, and once that a reader used it", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const server = await listening(`${site}embed/${CARD}/?childId=a%20b#?secret=abc123`);
  await tab.goto(server.url);
  await content(tab);
  const { height } = (await heard(tab)).findLast(({ type }) => type === "iframe-resized");
  const shapes = new Set((await heard(tab)).map((message) => JSON.stringify(message)));
  expect([...shapes].sort()).toEqual(
    [
      JSON.stringify("[iFrameResizerChild]Ready"),
      JSON.stringify(`pymxPYMxa bxPYMxheightxPYMx${height}`),
      JSON.stringify(JSON.stringify({ src: `${site}embed/${CARD}/?childId=a%20b#?secret=abc123`, context: "iframe.resize", height })),
      JSON.stringify({ message: "height", value: height, secret: "abc123" }),
      JSON.stringify({ sentinel: "amp", type: "embed-size", height }),
      JSON.stringify({ "datawrapper-height": { [`/embed/${CARD}/`]: height } }),
      JSON.stringify({ type: "iframe-resized", width: 600, height }),
    ].sort(),
  );
  const summary = tab.frameLocator("#frame").locator("summary").first();
  await summary.focus();
  for (let nth = 1; nth <= 2; nth += 1) {
    await summary.click();
    await content(tab);
  }
  expect((await heard(tab)).filter(({ type }) => type === "tech-ties-used")).toEqual([{ type: "tech-ties-used" }]);
  await server.close();
});

// Chromium runs the scripts of a page with many frames before it has given each its width.
test("a frame without a width says no height before it has one", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const server = await listening(`${site}embed/${CARD}/`, 0);
  await tab.goto(server.url);
  await expect.poll(() => heard(tab)).toContain("[iFrameResizerChild]Ready");
  // It says what it has to say before it answers.
  await say(tab, { type: "iframe-child-init" });
  await tab.frames()[1].evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  const said = async () => (await heard(tab)).filter(({ type }) => type === "iframe-resized");
  expect(await said()).toEqual([]);
  await tab.evaluate(() => (document.getElementById("frame").width = 600));
  await content(tab);
  expect(new Set((await said()).map(({ width, height }) => `${width} ${height}`)).size, "one size").toBe(1);
  await server.close();
});

test("a frame answers only what it knows, and only its parent", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const server = await listening(`${site}embed/${CARD}/?childId=tech`);
  await tab.goto(server.url);
  await content(tab);
  const before = (await heard(tab)).length;
  await say(
    tab,
    undefined, null, 7, "", "{", "{}", "null", "[iFrameSizer]", "[iFrameSizer]frame", "[iFrameSizer]frame:8:maybe", "[iFrameSizer]resize",
    "pymxPYMxotherxPYMxwidthxPYMx600", [], {}, { type: "setHeight" }, { type: "setHeight", id: {} }, { type: "setHeight", id: null },
    { sentinel: "amp" }, { sentinel: "amp", type: "send-consent" }, { type: "frames-init" }, { message: "ready", secret: "x" },
  );
  // Its own frame, though it uses the very words of a host, is not its parent.
  await tab.frames()[1].evaluate(() => postMessage({ type: "iframe-child-init" }, "*"));
  // The last is a question; what is answered before it would be heard before its answer.
  await say(tab, "pymxPYMxtechxPYMxwidthxPYMx600");
  await expect.poll(async () => (await heard(tab)).length).toBeGreaterThan(before);
  const answers = (await heard(tab)).slice(before).filter(({ type }) => type === "iframe-resized");
  expect(answers).toHaveLength(1);
  await server.close();
});

test("the years are played in a narrow frame, which ends as high as the graphic", { tag: ["@story", "@everywhere"] }, async ({ page: tab, site }) => {
  const server = await listening(`${site}embed/membership/?year=2016`, 320);
  await tab.goto(server.url);
  const root = tab.frameLocator("#frame").locator("html");
  await expect(root).toHaveAttribute("data-state", "live");
  await content(tab);
  const told = async () => (await heard(tab)).findLast(({ type }) => type === "iframe-resized").height;
  const before = (await heard(tab)).length;
  await root.getByRole("button", { name: "Play" }).click();
  await expect(root.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(root.getByRole("button", { name: "Play" })).toBeVisible();
  const wanted = await root.locator("main").evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  await expect.poll(told).toBe(wanted);
  const heights = (await heard(tab)).slice(before).filter(({ type }) => type === "iframe-resized").map(({ height }) => height);
  expect(new Set(heights).size, "the years differ in height").toBeGreaterThan(3);
  await server.close();
});

test("WordPress may add its secret to a frame that is already there", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const server = await listening(`${site}embed/${CARD}/`);
  await tab.goto(server.url);
  await content(tab);
  await tab.evaluate(() => (frame.src += "#?secret=xyz789"));
  await expect.poll(async () => (await heard(tab)).find(({ secret }) => secret === "xyz789")?.value).toBeGreaterThan(0);
  await server.close();
});

test("unframed, nothing is posted", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  await tab.addInitScript(() => {
    window.posted = 0;
    addEventListener("message", () => (window.posted += 1));
  });
  await tab.goto(`${site}embed/${CHART}/`);
  await expect(tab.locator("html")).toHaveAttribute("data-state", "live");
  expect(await tab.evaluate(() => window.posted)).toBe(0);
});

// embed.js on pages of another site, and what such pages may wish of a view.
import { TOLERANCE, measure } from "./heights.mjs";
import { host } from "./hosts.mjs";
import { serve } from "./server.mjs";
import { CHARTS, DIST, VIEWS, expect, test } from "./site.mjs";
import { CARD, CARDS, CHART, CHOOSABLE_CHART, CHOSEN, OTHER_CARD, choicesOf, hueOf } from "./story.mjs";

const script = (site) => `<script async src="${site}embed.js"></script>`;
const embed = (view, attributes = "") => `<tech-ties-embed view="${view}" ${attributes}><p>Stands in</p></tech-ties-embed>`;
const root = (tab, nth = 0) => tab.frames().filter((frame) => frame.url().includes("/embed/"))[nth]?.locator("html");

/** How high the elements are, and how high their graphics want to be. */
async function heights(tab) {
  const frames = tab.frames().filter((frame) => frame.url().includes("/embed/"));
  return Promise.all(frames.map(async (frame) => {
    const graphic = await frame.evaluate(() => Math.ceil(document.querySelector("main[data-embed]").getBoundingClientRect().height));
    const given = await (await frame.frameElement()).evaluate((element) => element.clientHeight);
    return graphic - given;
  }));
}

/** The colour of one pixel of the screen, as `[red, green, blue]`. */
async function pixel(tab, x, y) {
  const png = (await tab.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString("base64");
  const page = await tab.context().newPage();
  const colour = await page.evaluate(async (png) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
    await image.decode();
    const context = document.createElement("canvas").getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, png);
  await page.close();
  return colour;
}

test("ten elements: one download of the program, each at its exact height, with a title", { tag: "@everywhere" }, async ({ page: tab }) => {
  const asked = [];
  const site = await serve({ root: DIST, override: (request) => (asked.push(request.url), false) });
  const views = [...[...CHARTS, ...CHARTS, ...CHARTS].slice(0, 9), CARD];
  const page = `<body style="margin:0">${views.map((view) => embed(view)).join("")}${script(site.url)}`;
  const server = await host(page);
  await tab.goto(server.url);
  const elements = tab.locator("tech-ties-embed");
  for (let i = 0; i < views.length; i += 1) {
    await elements.nth(i).scrollIntoViewIfNeeded();
    await expect(elements.nth(i).locator("iframe")).toHaveAttribute("title", /\w/);
    await expect.poll(() => root(tab, i)?.getAttribute("data-state").catch(() => null)).toBe(CHARTS.includes(views[i]) ? "live" : "static");
  }
  await expect.poll(() => heights(tab)).toEqual(views.map(() => 0));
  await expect(tab.getByText("Stands in").first()).toBeHidden();
  const programs = asked.filter((url) => url.endsWith(".wasm")).map((url) => url.match(/([\w-]+)-\w+\.wasm$/)[1]);
  expect(programs.sort()).toEqual(["split_paint", "tech-ties"]);
  await server.close();
  await site.close();
});

test("out of sight an element does no work until a reader comes near", { tag: "@everywhere" }, async ({ page: tab }) => {
  const asked = [];
  const site = await serve({ root: DIST, override: (request) => (asked.push(request.url), false) });
  const server = await host(`<body>${script(site.url)}<div style="height:5000px"></div>${embed(CARD)}`);
  await tab.goto(server.url);
  await expect.poll(() => tab.locator("tech-ties-embed").evaluate((element) => element.clientHeight)).toBeGreaterThan(300);
  await tab.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(idle)))));
  expect(asked).toEqual(["/embed.js"]);
  expect(tab.frames()).toHaveLength(1);
  await tab.evaluate(() => scrollTo(0, 3600));
  await expect.poll(() => asked.some((url) => url.startsWith(`/embed/${CARD}/`))).toBe(true);
  await server.close();
  await site.close();
});

test("room is reserved as high as the views are; if not, run `cargo xtask heights`", async ({ page: tab, site }) => {
  const WIDTHS = [300, 360, 390, 410, 520, 600, 700, 780, 900, 1100, 1200];
  const elements = VIEWS.map((view) => [embed(view), embed(view, 'controls="0"')]).flat().join("");
  const server = await host(`<body style="margin:0">${script(site)}<div style="height:9000px"></div>${elements}`);
  await tab.goto(server.url);
  const reserved = () => tab.locator("tech-ties-embed").evaluateAll((all) => all.map((element) => element.clientHeight));
  await expect.poll(async () => (await reserved()).every((height) => height > 200)).toBe(true);
  const kept = [];
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    // In one frame the widths are new, in the next the heights.
    await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))));
    kept.push(await reserved());
  }
  await tab.goto(`${site}demo.html`);
  await tab.setViewportSize({ width: 1280, height: 800 });
  const wrong = [];
  for (const [i, src] of VIEWS.flatMap((view) => [`./embed/${view}/`, `./embed/${view}/?controls=0`]).entries()) {
    const points = await measure(tab, src, WIDTHS);
    points.forEach(([width, height], at) => {
      if (Math.abs(kept[at][i] - height) > TOLERANCE) wrong.push(`${src} at ${width}: ${kept[at][i]} reserved, ${height} wanted`);
    });
  }
  expect(wrong).toEqual([]);
  await server.close();
});

test.describe("where one graphic cannot be had", () => {
  test.use({ theirs: ["404 (Not Found)"] });

  test("a pasted figure comes alive, and keeps its picture and link where the graphic cannot be had", async ({ page: tab, site }) => {
    const [chart, [[name, value]]] = CHARTS.map((chart) => [chart, choicesOf(chart)]).find(([, choices]) => choices.length > 0);
    const figure = (view) => `<figure data-tech-ties="${view}" data-${name}="${value}"><a href="${site}embed/${view}/">The graphic</a></figure>`;
    const server = await host(`<body>${figure(chart)}${figure("nothing")}${script(site)}`);
    await tab.goto(server.url);
    await expect.poll(() => root(tab)?.getAttribute("data-state").catch(() => null)).toBe("live");
    expect(tab.frames()[1].url()).toContain(`${name}=${value}`);
    await expect(tab.getByText("The graphic").first()).toBeHidden();
    await tab.getByText("The graphic").last().scrollIntoViewIfNeeded();
    await expect(tab.getByText("The graphic").last()).toBeVisible();
    await server.close();
  });
});

test("a page under a strict policy of its own needs frame-src and script-src, and gets no global name", async ({ page: tab, site }) => {
  const policy = `default-src 'none'; script-src ${site}; frame-src ${site}; style-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const server = await host(`${head}<body>${embed(CARD)}${script(site)}`);
  const names = () => Object.getOwnPropertyNames(window).filter((name) => Number.isNaN(Number(name))).length;
  await tab.goto(server.url.replace("localhost", "127.0.0.1"));
  await expect.poll(() => root(tab)?.getAttribute("data-framed").catch(() => null)).toBe("");
  await expect.poll(() => heights(tab)).toEqual([0]);
  const ours = await tab.evaluate(names);
  const plain = await host(`${head}<body>`);
  await tab.goto(plain.url);
  expect(ours).toBe(await tab.evaluate(names));
  await Promise.all([server.close(), plain.close()]);
});

/** Ways to be dark: by ground or by scheme; browsers keep colours in the notation that they were given in. */
const DARK = `.dark { background: #101418 } .scheme { color-scheme: dark } .oklch { background: oklch(0.19 0.02 250) }
.lab { background: lab(8 0 -4) } .wide { background: color(display-p3 0.06 0.08 0.1) }`;

test("an element follows the color scheme of its page, cleans up when it goes, and takes a new view", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const server = await host(`<style>${DARK}</style><body>${embed(CARD)}${script(site)}`);
  await tab.goto(server.url);
  const theme = () => root(tab)?.getAttribute("data-theme").catch(() => null);
  await expect.poll(theme).toBe("light");
  await expect.poll(() => heights(tab)).toEqual([0]);
  for (const name of ["dark", "scheme", "oklch", "lab", "wide"]) {
    await tab.evaluate((name) => document.body.classList.add(name), name);
    await expect.poll(theme).toBe("dark");
    await tab.evaluate((name) => document.body.classList.remove(name), name);
    await expect.poll(theme).toBe("light");
  }
  const element = tab.locator("tech-ties-embed");
  await element.evaluate((element) => element.setAttribute("theme", "dark"));
  await expect.poll(theme).toBe("dark");
  await element.evaluate((element, view) => element.setAttribute("view", view), OTHER_CARD);
  await expect.poll(() => tab.frames().map((frame) => frame.url()).join()).toContain(`/embed/${OTHER_CARD}/`);
  await element.evaluate((element) => element.remove());
  await expect.poll(() => tab.frames().length).toBe(1);
  await server.close();
});

test("a color scheme that the page takes on while the frame loads reaches the frame", async ({ page: tab }) => {
  let release;
  const held = new Promise((go) => (release = go));
  let asked = false;
  const site = await serve({
    root: DIST,
    override: async (request, response, path) => {
      if (!path.startsWith("/boot-")) return false;
      asked = true;
      await held;
      return false;
    },
  });
  const server = await host(`<style>${DARK}</style><body>${embed(CARD)}${script(site.url)}`);
  await tab.goto(server.url, { waitUntil: "commit" });
  await expect.poll(() => asked).toBe(true);
  await expect.poll(() => heights(tab)).toEqual([0]);
  // The element hears of the change before this returns, and the frame of the message before the script is there.
  await tab.evaluate(() => new Promise((heard) => (document.body.classList.add("dark"), setTimeout(heard))));
  await root(tab).evaluate(() => new Promise((heard) => setTimeout(heard)));
  release();
  await expect.poll(() => root(tab).getAttribute("data-theme")).toBe("dark");
  await Promise.all([server.close(), site.close()]);
});

test("the page around gets no error, whatever its width does", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  const listen = `<script>window.errors = []; addEventListener("error", ({ message }) => errors.push(message));</script>`;
  const server = await host(`${listen}<body>${embed(CARD)}<div style="height:5000px"></div>${embed(CHART)}${script(site)}`);
  await tab.goto(server.url);
  await expect.poll(() => heights(tab)).toEqual([0]);
  const far = tab.locator("tech-ties-embed").last();
  const before = await far.evaluate((element) => element.clientHeight);
  await tab.setViewportSize({ width: 340, height: 800 });
  await expect.poll(() => heights(tab)).toEqual([0]);
  await expect.poll(() => far.evaluate((element) => element.clientHeight), "room is reserved anew").toBeGreaterThan(before);
  expect(await tab.evaluate(() => window.errors)).toEqual([]);
  await server.close();
});

for (const [name, scheme, theme] of [["a plain page", "normal", "light"], ["a plain page, dark", "normal", "dark"], ["a page of dark scheme", "dark", "dark"]]) {
  test(`transparent on ${name}: the page shows through frame and element`, async ({ page: tab, site }) => {
    const frame = `<iframe src="${site}embed/${CARD}/?transparent=1&theme=${theme}" title="Frame" width="400" height="300" style="display:block;border:0;color-scheme:light"></iframe>`;
    const server = await host(`<style>:root { color-scheme: ${scheme}; background: rgb(12, 120, 60) }</style><body style="margin:0">${frame}${embed(CARD, `transparent theme="${theme}"`)}${script(site)}`);
    await tab.goto(server.url);
    for (const nth of [0, 1]) {
      await expect.poll(() => root(tab, nth)?.getAttribute("data-transparent").catch(() => null)).toBe("");
      await expect(root(tab, nth)).toHaveAttribute("data-theme", theme);
    }
    await expect(tab.locator("tech-ties-embed iframe")).toBeVisible();
    for (const y of [3, 303]) await expect.poll(() => pixel(tab, 3, y)).toEqual([12, 120, 60]);
    await server.close();
  });
}

test("without the wish a frame has its own ground", async ({ page: tab, site }) => {
  const server = await host(`<style>:root { background: rgb(12, 120, 60) }</style><body style="margin:0"><iframe src="${site}embed/${CARD}/" title="Frame" width="400" height="300" style="border:0"></iframe>`);
  await tab.goto(server.url);
  await expect.poll(() => pixel(tab, 3, 3)).toEqual([255, 255, 255]);
  await server.close();
});

/** How many pixels of the canvas have exactly this colour. */
const painted = (tab, colour) =>
  tab.evaluate((colour) => {
    const canvas = document.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) count += colour.every((part, at) => data[i + at] === part) ? 1 : 0;
    return count;
  }, colour);

test("an accent takes the place of the section's colour, also on the canvas and in the other color scheme", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  test.skip(!CHOOSABLE_CHART, "nothing can be chosen");
  await tab.goto(`${site}embed/${CHOOSABLE_CHART}/${CHOSEN}&accent=%23B3005E`);
  await expect(tab.locator("html")).toHaveAttribute("data-state", "live");
  await expect.poll(() => painted(tab, [0xb3, 0x00, 0x5e])).toBeGreaterThan(500);
  // On the dark ground it cannot be told apart: the section has its own colour again.
  const note = tab.waitForEvent("console", (message) => message.type() === "info" && message.text().includes("contrast"));
  await tab.evaluate(() => dispatchEvent(new CustomEvent("theme", { detail: "dark" })));
  await note;
  await expect.poll(() => painted(tab, [0xb3, 0x00, 0x5e])).toBe(0);
});

for (const accent of ["ffee00", "pink", "12345", "%3C"]) {
  test(`an accent of ${accent} is refused with a note`, async ({ page: tab, site }) => {
    const note = tab.waitForEvent("console", (message) => message.type() === "info" && message.text().includes("accent"));
    await tab.goto(`${site}embed/${CARD}/?accent=${accent}`);
    await note;
    const hue = (number) => getComputedStyle(document.documentElement).getPropertyValue(`--hue-${number}`);
    const set = await tab.evaluate(hue, hueOf(CARD));
    await tab.goto(`${site}embed/${CARD}/`);
    expect(set).toBe(await tab.evaluate(hue, hueOf(CARD)));
  });
}

test("a section without a hue refuses an accent, and says so", async ({ page: tab, site }) => {
  const neutral = CARDS.find((card) => hueOf(card) === 0);
  test.skip(!neutral, "every section has a hue");
  const note = tab.waitForEvent("console", (message) => message.type() === "info" && message.text().includes("this view has no colour of its own"));
  await tab.goto(`${site}embed/${neutral}/?accent=b3005e`);
  await note;
  await expect(tab.locator("html[data-accent]")).toHaveCount(0);
});

test("controls=0 leaves the bare picture; other values mean nothing", { tag: "@everywhere" }, async ({ page: tab, site }) => {
  await tab.goto(`${site}embed/${CHART}/?controls=0&transparent=yes&theme=pink`);
  await expect(tab.locator("html")).toHaveAttribute("data-state", "live");
  for (const part of [".row > *", ".explore", ".more"]) await expect(tab.locator(part).first()).toBeHidden();
  await expect(tab.locator(".source")).toBeVisible();
  await expect(tab.locator(":is(.fallback, canvas):visible")).toHaveCount(1);
  await expect(tab.locator("html[data-transparent]")).toHaveCount(0);
  await expect(tab.locator("html")).toHaveAttribute("data-theme", "light");
});

test("the page for editors shows every way, live", async ({ page: tab, site }) => {
  await tab.goto(`${site}demo.html`);
  const elements = tab.locator("tech-ties-embed");
  const count = await elements.count();
  expect(count).toBeGreaterThan(6);
  for (let i = 0; i < count; i += 1) {
    await elements.nth(i).scrollIntoViewIfNeeded();
    await expect(elements.nth(i).locator("iframe")).toBeVisible();
  }
});

test("the page for editors shows beside each graphic the very code that makes it", async ({ page: tab, site }) => {
  const sent = await (await fetch(`${site}demo.html`)).text();
  // Away from the page's policy and scripts. AMP's own elements would need AMP's script.
  const sections = await tab.evaluate((sent) => {
    const parse = (html) => new DOMParser().parseFromString(html, "text/html");
    const page = parse(sent);
    const html = (elements) => elements.map(({ outerHTML }) => outerHTML.replace(/\s+/g, " ").replaceAll("> <", "><"));
    return [...page.querySelectorAll("section:has(pre):not([aria-labelledby=amp])")].map((section) => {
      const code = section.querySelector("code:not(p code)").textContent.replaceAll("https://YOUR-HOST/", "./");
      const shown = parse(code);
      // The policy allows no style attributes; the next test sees to what they say.
      for (const styled of shown.querySelectorAll("[style]")) styled.removeAttribute("style");
      const [pre] = section.getElementsByTagName("pre");
      const live = [...section.children].filter((element) => pre.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING);
      return { name: section.getAttribute("aria-labelledby"), scripts: html([...shown.scripts]), head: html([...page.scripts]), shown: html([...shown.body.children]), live: html(live) };
    });
  }, sent);
  expect(sections.map(({ name }) => name)).toEqual(["element", "figure", "iframe", "dark", "transparent", "accent"]);
  for (const { name, scripts, head, shown, live } of sections) {
    expect(live, name).toEqual(shown);
    expect(head).toEqual(expect.arrayContaining(scripts));
  }
});

test("frames on the page for editors look as the style attributes in its code say", async ({ page: tab, site }) => {
  await tab.goto(`${site}demo.html`);
  const styles = await tab.locator("section > iframe").evaluateAll((frames) =>
    frames.map((frame) => {
      const { borderTopWidth: border, colorScheme: scheme } = getComputedStyle(frame);
      const { paddingLeft, paddingRight } = getComputedStyle(frame.parentNode);
      return { border, scheme, room: frame.parentNode.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - frame.offsetWidth };
    }));
  expect(styles).toEqual(styles.map(() => ({ border: "0px", scheme: "light", room: 0 })));
  const code = await tab.locator("pre").allTextContents();
  for (const frame of code.flatMap((text) => text.match(/<iframe[^>]*>/g) ?? [])) expect(frame).toContain('style="width:100%;border:0;color-scheme:light"');
});

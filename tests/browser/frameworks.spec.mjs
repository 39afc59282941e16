// The element in pages of frameworks, which set properties rather than attributes and rewrite what they find.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { host } from "./hosts.mjs";
import { expect, test } from "./site.mjs";
import { CARD, OTHER_CARD } from "./story.mjs";

const require = createRequire(import.meta.url);

/** What every page does at a press of its button: another view, and a style that it sets as it likes. */
const PAGES = {
  "React 19": `
    import { createElement as h, useState } from "react";
    import { createRoot } from "react-dom/client";
    function Page() {
      const [view, setView] = useState("${CARD}");
      const style = view === "${CARD}" ? {} : { marginTop: "2em" };
      return h("div", null,
        h("button", { onClick: () => setView("${OTHER_CARD}") }, "Next"),
        h("tech-ties-embed", { view, style, transparent: true, controls: 0 }));
    }
    createRoot(document.querySelector("#app")).render(h(Page));`,
  "Vue 3": `
    import { createApp, h, ref } from "vue";
    createApp({
      setup() {
        const view = ref("${CARD}");
        return () => [
          h("button", { onClick: () => (view.value = "${OTHER_CARD}") }, "Next"),
          h("tech-ties-embed", { view: view.value, style: view.value === "${CARD}" ? "" : "margin-top:2em", transparent: true, controls: 0 }),
        ];
      },
    }).mount("#app");`,
  "Svelte 5": `
    import { mount } from "svelte";
    import Page from "./Page.svelte";
    mount(Page, { target: document.querySelector("#app") });`,
};

const SVELTE = `<script>
  let view = $state("${CARD}");
</script>
<button onclick={() => (view = "${OTHER_CARD}")}>Next</button>
<tech-ties-embed {view} style={view === "${CARD}" ? "" : "margin-top:2em"} transparent={true} controls={0}></tech-ties-embed>`;

/** A page's script with the framework in it. */
async function bundled(contents) {
  const svelte = {
    name: "svelte",
    setup(made) {
      made.onResolve({ filter: /Page\.svelte$/ }, ({ path }) => ({ path, namespace: "svelte" }));
      const resolveDir = fileURLToPath(new URL(".", import.meta.url));
      made.onLoad({ filter: /.*/, namespace: "svelte" }, () => ({ contents: compile(SVELTE, { generate: "client" }).js.code, resolveDir }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true, write: false, format: "iife", logLevel: "error", plugins: [svelte], conditions: ["browser"],
    define: { "process.env.NODE_ENV": '"production"', "__VUE_OPTIONS_API__": "false", "__VUE_PROD_DEVTOOLS__": "false", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "false" },
  });
  return outputFiles[0].text.replaceAll("</script", "<\\/script");
}

const view = (tab) => tab.frames().find((frame) => frame.url().includes("/embed/"));

/** Until the frame shows a view at exactly its height. */
const shows = (tab, name, query = "") =>
  expect.poll(async () => {
    const high = await view(tab)?.evaluate(() => Math.ceil(document.querySelector("main[data-embed]")?.getBoundingClientRect().height ?? 0)).catch(() => 0);
    const frame = await tab.locator("tech-ties-embed iframe").evaluate(({ clientHeight, src }) => [src, clientHeight]).catch(() => []);
    return frame[0]?.includes(`/embed/${name}/${query}`) && high > 0 && frame[1] === high;
  }).toBe(true);

const script = (site) => `<script src="${site}embed.js"></script>`;
const listen = `<script>window.errors = []; addEventListener("error", ({ message }) => errors.push(message));</script>`;

for (const [name, code] of Object.entries(PAGES)) {
  test(`${name} shows a view and another one, whichever script comes first`, { tag: "@once" }, async ({ page: tab, site }) => {
    const app = `<div id="app"></div><script type="module">${await bundled(code)}</script>`;
    const [before, after] = [await host(`${listen}${script(site)}<body>${app}`), await host(`${listen}<body>${app}`)];
    await tab.goto(after.url);
    await expect(tab.locator("tech-ties-embed")).toHaveCount(1);
    await tab.addScriptTag({ url: `${site}embed.js` });
    await shows(tab, CARD, "?transparent=1&controls=0");
    await tab.goto(before.url);
    await shows(tab, CARD, "?transparent=1&controls=0");
    await tab.getByRole("button", { name: "Next" }).click();
    await shows(tab, OTHER_CARD, "?transparent=1&controls=0");
    await expect(tab.locator("tech-ties-embed")).toHaveCSS("margin-top", "32px");
    expect(await tab.evaluate(() => window.errors)).toEqual([]);
    await Promise.all([before.close(), after.close()]);
  });
}

/** A file of a package as a script. */
const packaged = (path) => `<script>${readFileSync(require.resolve(path), "utf8").replaceAll("</script", "<\\/script")}</script>`;

test("Turbo morphs the page around a frame, which stays as it is", { tag: "@once" }, async ({ page: tab, site }) => {
  const head = `<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">`;
  const server = await host(`${head}${listen}${packaged("@hotwired/turbo/dist/turbo.es2017-umd.js")}<body><h1>News</h1><tech-ties-embed view="${CARD}" style="margin-top: 2em"></tech-ties-embed>${script(site)}`);
  await tab.goto(server.url);
  await shows(tab, CARD);
  const morphed = tab.evaluate(() => new Promise((done) => document.addEventListener("turbo:render", () => done(true), { once: true })));
  await tab.evaluate(() => window.Turbo.visit(location.href, { action: "replace" }));
  expect(await morphed).toBe(true);
  await shows(tab, CARD);
  expect(await tab.locator("tech-ties-embed iframe").evaluate((frame) => frame.getBoundingClientRect().top)).toBeGreaterThan(60);
  expect(await tab.evaluate(() => window.errors)).toEqual([]);
  await server.close();
});

test("htmx swaps the part of a page that holds a frame", { tag: "@once" }, async ({ page: tab, site }) => {
  const server = await host(`${listen}${packaged("htmx.org/dist/htmx.min.js")}<body>
<button hx-get="/again" hx-target="#part" hx-select="#part" hx-swap="outerHTML">Next</button>
<div id="part"><tech-ties-embed view="${CARD}"></tech-ties-embed></div>${script(site)}`);
  await tab.goto(server.url);
  await shows(tab, CARD);
  await tab.locator("tech-ties-embed").evaluate((element) => element.setAttribute("data-first", ""));
  await tab.getByRole("button", { name: "Next" }).click();
  await expect(tab.locator("[data-first]")).toHaveCount(0);
  await shows(tab, CARD);
  expect(await tab.evaluate(() => window.errors)).toEqual([]);
  await server.close();
});

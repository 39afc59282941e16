import { readdirSync } from "node:fs";
import { cost, listed } from "../../xtask/finish/cost.mjs";
import { guide, installed, nginx } from "./nginx.mjs";
import { CARDS, CHARTS, DIST, expect, live, test } from "./site.mjs";

test("nginx, set up as the guide says, sends what _headers says", async ({ page, site }) => {
  test.skip(!installed(), "nginx is not installed");
  const server = await nginx(DIST);
  try {
    const hashed = readdirSync(DIST).filter((name) => /-[A-Z0-9]{8}\.(js|css|wasm|woff2)$/.test(name));
    expect(hashed.length).toBe(15);
    for (const name of ["", "embed.js", ...hashed]) {
      const [ours, theirs] = await Promise.all([fetch(site + name), fetch(server.url + name)]);
      // nginx names the host that it was asked by beside 'self', as the guide says for sites that know their address.
      const named = theirs.headers.get("content-security-policy").replaceAll(` ${new URL(server.url).origin}`, "");
      expect(named, name).toBe(ours.headers.get("content-security-policy"));
      for (const header of ["x-content-type-options", "referrer-policy", "access-control-allow-origin"]) {
        expect(theirs.headers.get(header), `${header} of ${name}`).toBe(ours.headers.get(header));
      }
      expect(theirs.headers.get("cache-control"), name).toBe(ours.headers.get("cache-control") ?? "no-cache");
      expect(theirs.headers.get("content-type").split(";")[0], name).toBe(ours.headers.get("content-type").split(";")[0]);
      // Faces are compressed in themselves.
      expect(theirs.headers.get("content-encoding"), name).toBe(name.endsWith(".woff2") ? null : "gzip");
    }
    await live(page, server.url);
    await live(page, `${server.url}tech-ties.html`);
  } finally {
    server.stop();
  }
});

test("the guide tells what a visit costs, to 3 percent", { tag: "@story" }, () => {
  const rows = [...guide.matchAll(/^\| .* \| (\d+) \| ([\d,]+) \| (\d+) \|$/gm)].map(([, ...cells]) => cells.map((cell) => Number(cell.replaceAll(",", ""))));
  const pages = listed(DIST);
  expect(rows).toHaveLength(pages.length);
  for (const [i, page] of pages.entries()) {
    const { requests, bytes } = cost(DIST, page);
    const [told, weight, million] = rows[i];
    expect(told, page).toBe(requests);
    expect(Math.abs(weight / bytes - 1), `${page}: ${weight} told, ${bytes} built`).toBeLessThan(0.03);
    expect(million, page).toBe(Math.round(weight / 1000));
  }
});

for (const [view, faces] of [[CHARTS[0], 1], [CARDS[0], 0]]) {
  test(`the view ${view} asks for what the guide counts, ${faces} face of headlines in it`, async ({ page, site }) => {
    const asked = new Set();
    // Browsers ask for an icon only where the view is a page of its own.
    page.on("request", (request) => request.url().endsWith("icon.svg") || asked.add(request.url()));
    await page.goto(`${site}embed/${view}/`);
    await page.evaluate(() => document.fonts.ready);
    await expect.poll(() => asked.size).toBe(cost(DIST, `embed/${view}/index.html`).requests);
    expect([...asked].filter((url) => url.endsWith(".woff2"))).toHaveLength(faces);
  });
}

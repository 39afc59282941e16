// One state: what is on screen, in the address, and behind links is the same, whichever way it came about.
import { centred, expect, figure, explored, targets, test, tooltip } from "./site.mjs";

const query = (page) => page.evaluate(() => location.search);

test("Back and Forward lead charts and address together", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}?count=institutions`);
  await expect(targets(page, "agreements")).toHaveCount(4);
  // A place on the page is an entry of the history; what is chosen after belongs to it.
  await page.evaluate(() => (location.hash = "yields"));
  await figure(page, "agreements").getByRole("radio", { name: "People" }).press("Space");
  await expect.poll(() => query(page)).toBe("?count=people");
  await expect(targets(page, "agreements")).toHaveCount(1);
  await page.goBack();
  await expect(targets(page, "agreements")).toHaveCount(4);
  await expect(figure(page, "agreements").getByRole("radio", { name: "Institutions" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-query", /count=institutions/);
  expect(await query(page)).toBe("?count=institutions");
  await page.goForward();
  await expect(targets(page, "agreements")).toHaveCount(1);
  await expect(figure(page, "agreements").getByRole("radio", { name: "People" })).toBeChecked();
  expect(await query(page)).toBe("?count=people");
});

test("a link to a figure keeps what the reader chose and what the host wishes", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, `${site}embed/agreements/?theme=dark&accent=c04000&childId=a#x`);
  const chart = figure(page, "agreements");
  await chart.getByRole("radio", { name: "Institutions" }).press("Space");
  await targets(page, "agreements").first().focus();
  await page.keyboard.press("Enter");
  const link = tooltip(page, "agreements").getByRole("link", { name: "Link to this figure" });
  const { searchParams, hash } = new URL(await link.evaluate((link) => link.href));
  const fact = await targets(page, "agreements").first().getAttribute("data-fact");
  const wanted = { theme: "dark", accent: "c04000", childId: "a", count: "institutions", fact };
  expect(Object.fromEntries(searchParams)).toMatchObject(wanted);
  expect(hash).toBe("#x");
});

test("a figure of the story leads to its mark while the table stands in its place", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, site);
  const chart = figure(page, "yields");
  await chart.locator(".as-table > summary").click();
  await chart.getByRole("checkbox", { name: "The table in place of the chart" }).check();
  await expect(chart.locator(".plot")).toBeHidden();
  await page.locator("[data-card=africa] .more > summary").click();
  const told = page.locator("[data-card=africa] [data-fact=africa-yield-gain] [data-mark]").first();
  await centred(told);
  await told.click();
  await expect(chart.locator(".plot")).toBeVisible();
  await expect(chart.locator(".target[data-fact=africa-yield-gain]").first()).toBeFocused();
});

test("each of two marks of one fact has a link that opens itself", { tag: ["@story", "@everywhere"] }, async ({ page, site }) => {
  await explored(page, site);
  const spots = targets(page, "membership");
  const facts = await spots.evaluateAll((all) => all.map((spot) => spot.dataset.fact));
  const second = facts.findIndex((fact, i) => facts.indexOf(fact) < i);
  expect(second, "two marks that show one fact").toBeGreaterThan(0);
  await spots.nth(second).focus();
  await page.keyboard.press("Enter");
  await expect(spots.nth(second)).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => query(page)).toContain("mark=membership.");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-state", "live");
  await expect(spots.nth(second)).toHaveAttribute("aria-expanded", "true");
  await expect(spots.nth(second)).toBeFocused();
});

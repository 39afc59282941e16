// The built site, given an address.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { serve } from "./server.mjs";
import { DIST } from "./story.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A fixture of a worker: the folder of the site and its address. */
export const published = [
  async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "published-"));
    cpSync(DIST, folder, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    const server = await serve({ root: folder });
    // By a host test, since nobody else has a use for it.
    const run = ["test", "--locked", "--test", "publish", "--", "--ignored", "--exact", "the_copy_of_a_built_site_gets_an_address"];
    const said = execFileSync("cargo", run, { cwd: root, env: { ...process.env, SITE: folder, TECH_TIES_URL: server.url } });
    expect(said.toString()).toContain("1 passed");
    await use({ folder, url: server.url });
    await server.close();
    rmSync(folder, { recursive: true });
  },
  { scope: "worker", timeout: 300_000 },
];

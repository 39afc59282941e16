import { defineConfig } from "@playwright/test";
import { projects } from "./browsers.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  // `cargo xtask test` leaves out @story for other stories: what only the default one can pass.
  projects,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only at the second try has failed.
  retries: 0,
  workers: 2,
  // Room for slow machines; a test waits for a state and goes on at once when it comes.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  // An action that waits for ever says what it waited for.
  use: { viewport: { width: 1280, height: 900 }, actionTimeout: 45_000 },
});

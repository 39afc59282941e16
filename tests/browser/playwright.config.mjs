import { defineConfig } from "@playwright/test";

const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only at the second try has failed.
  retries: 0,
  workers: 2,
  // Room for slow machines; a test waits for a state and goes on at once when it comes.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "line",
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROME_PATH || undefined,
      args: [
        ...(root ? ["--no-sandbox"] : []),
        // Nothing that a browser does by itself may disturb a test.
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});

// The browsers that tests run in, and how each is started. `cargo xtask test` finds them and says where they are.

/** Where stock Firefox and WebKit's driver are; without them nothing runs there. */
const { FIREFOX_PATH: FIREFOX, WEBKIT_DRIVER: WEBKIT } = process.env;

/** How Chromium is started. */
export const CHROMIUM = {
  executablePath: process.env.CHROME_PATH || undefined,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    // Nothing that a browser does by itself may disturb a test.
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

/** Chromium as most readers have it on a desk: scroll bars take room, which Playwright hides otherwise. */
export const WITH_SCROLL_BARS = { ...CHROMIUM, ignoreDefaultArgs: ["--hide-scrollbars"] };

/** What a reader's settings are in Firefox. Playwright emulates none of them there, so Firefox starts with them. */
export const SETTINGS = {
  dark: { "layout.css.prefers-color-scheme.content-override": 0 },
  calm: { "ui.prefersReducedMotion": 1 },
  forced: { "browser.display.document_color_use": 2 },
  scriptless: { "javascript.enabled": false },
  storageless: { "network.cookie.cookieBehavior": 2 },
  scrollBars: { "ui.useOverlayScrollbars": 0 },
};

/** Any channel that begins with "moz-" lets Playwright drive stock Firefox. */
export const CHANNEL = "moz-firefox";

/** How stock Firefox is started, with settings of a reader. */
export const firefox = (...chosen) => ({
  executablePath: FIREFOX,
  firefoxUserPrefs: {
    "layout.css.prefers-color-scheme.content-override": 1, // light
    "ui.useOverlayScrollbars": 1, // as in Chromium
    "fission.webContentIsolationStrategy": 0, // else clicks do not arrive in frames of another site
    ...Object.assign({}, ...chosen),
  },
});

/** What is the program's rather than a story's is tested once, with the default story. */
const once = Boolean(process.env.TECH_TIES_STORY);

/** WebKit has tests of its own, since Playwright cannot drive it. */
const OF_WEBKIT = "webkit.spec.mjs";

/**
 * Chromium runs every test but those for one browser alone. Tests with the tag @everywhere run in Firefox too: what
 * readers do, as far as no emulation is needed that only Chromium has.
 */
const everywhere = [
  { name: "chromium with scroll bars", grep: /@bars/, use: { launchOptions: WITH_SCROLL_BARS } },
  FIREFOX && { name: "firefox", grep: /@everywhere|@firefox/, use: { browserName: "firefox", channel: CHANNEL, launchOptions: firefox() } },
  FIREFOX && { name: "firefox with scroll bars", grep: /@bars/, use: { browserName: "firefox", channel: CHANNEL, launchOptions: firefox(SETTINGS.scrollBars) } },
];

export const projects = [
  { name: "chromium", grepInvert: once ? /@once|@firefox/ : /@firefox/, use: { launchOptions: CHROMIUM } },
  ...(once ? [] : everywhere),
]
  .filter(Boolean)
  .map((project) => ({ ...project, testIgnore: OF_WEBKIT }))
  .concat(WEBKIT && !once ? { name: "webkit", testMatch: OF_WEBKIT } : []);

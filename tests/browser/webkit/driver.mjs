// WebKitGTK by WebDriver: WebKitWebDriver and window.py on a screen in memory. Needs nothing from npm.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const WINDOW = fileURLToPath(new URL("window.py", import.meta.url));

/** Keys by name, as WebDriver writes them. */
const KEYS = { Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Escape: "\uE00C", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };

/** A screen in memory: it finds a number that is free, and says it once it is there. */
async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "2600x2000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(server.stdout, "data");
  return { display: `:${String(number).trim()}`, close: () => ended(server) };
}

const ended = async (process) => {
  const end = once(process, "exit");
  process.kill();
  await end;
};

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
};

/** Asks until an answer comes that is not empty. */
async function waited(ask, what, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await pause(30);
  }
}

/** A window of WebKit, with one page. */
export async function open(...settings) {
  const folder = mkdtempSync(join(tmpdir(), "webkit-"));
  const { display, close } = await screen();
  const port = await freePort();
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
  const env = { ...process.env, ...home, DISPLAY: display, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", MESA_SHADER_CACHE_DISABLE: "true" };
  const driver = spawn(process.env.WEBKIT_DRIVER, [`--port=${port}`], { stdio: "ignore", env });

  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await waited(() => call("GET", "/status").catch(() => null), "WebKitWebDriver");
  const options = { binary: WINDOW, args: [folder, ...settings] };
  const { sessionId, capabilities } = await call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);

  const act = (id, type, actions, more) => session("POST", "/actions", { actions: [{ id, type, ...more, actions }] });
  const pointer = (...actions) => act("mouse", "pointer", actions, { parameters: { pointerType: "mouse" } });
  const at = (x, y) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 });
  let heard = 0; // so much of the console belongs to pages before
  const log = () => readFileSync(join(folder, "console.log"), "utf8");

  const page = {
    version: capabilities.browserVersion,
    session,
    goto: async (url) => {
      heard = log().length;
      await session("POST", "/url", { url });
    },
    reload: () => session("POST", "/refresh", {}),
    back: () => session("POST", "/back", {}),
    size: (width, height) => session("POST", "/window/rect", { width, height }),
    /** Calls a function in the page, and waits for what it promises. */
    evaluate: async (what, ...args) => {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${what}).apply(null, [...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = await session("POST", "/execute/async", { script, args });
      if (error) throw new Error(error);
      return value;
    },
    /** Does something within a frame, counted from the top. */
    within: async (frame, work) => {
      await session("POST", "/frame", { id: frame });
      try {
        return await work();
      } finally {
        await session("POST", "/frame", { id: null });
      }
    },
    move: (x, y) => pointer(at(x - 1, y - 1), at(x, y)),
    click: (x, y) => pointer(at(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }),
    key: (name) => act("keys", "key", ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[name] ?? name }))),
    screenshot: async () => Buffer.from(await session("GET", "/screenshot"), "base64"),
    /** The complaints in the console since the page was opened. */
    noise: () => log().slice(heard).split("\n").filter((line) => /CONSOLE.*(ERROR|WARN)/.test(line)),
    /** Waits for a file that is downloaded: it is there once it is whole. */
    taken: async () => {
      const name = await waited(() => readdirSync(join(folder, "downloads"))[0], "a download");
      const bytes = readFileSync(join(folder, "downloads", name));
      rmSync(join(folder, "downloads", name));
      return { name, bytes };
    },
    /** The page on A4, as PDF. */
    paper: async () => {
      const file = join(folder, "paper.pdf");
      await page.evaluate(() => (document.title = "window: print"));
      await waited(() => existsSync(file), "paper.pdf");
      const bytes = readFileSync(file);
      rmSync(file);
      return bytes;
    },
    close: async () => {
      await session("DELETE", "").catch(() => {});
      await ended(driver);
      await close();
      // Its processes may still be writing: then something of it is left in the folder for what is temporary.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
    },
  };
  return page;
}

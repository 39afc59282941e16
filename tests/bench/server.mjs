// A small static host on this machine: brotli, right types, nothing cached. Every site gets an
// origin of its own, so that none profits from another.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { brotli } from "./brotli.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};
const ALREADY_PACKED = new Set([".ico", ".png", ".woff2"]);

/** The file that a request means, or null when it lies outside `root`. */
async function locate(root, path) {
  const file = normalize(join(root, decodeURIComponent(path)));
  if (file !== normalize(root) && !file.startsWith(normalize(root + sep))) return null;
  return (await stat(file)).isDirectory() ? join(file, "index.html") : file;
}

/** The brotli copy beside a file, or one made now. */
const packed = async (file) => readFile(`${file}.br`).catch(async () => brotli(await readFile(file)));

/** Serves `root` on a free port of the loopback interface; `headers` go with every answer. */
export async function serve(root, headers = {}) {
  const bodies = new Map(); // compressing must not be part of what is timed
  const body = async (file, pack) => {
    const key = `${pack} ${file}`;
    if (!bodies.has(key)) bodies.set(key, pack ? await packed(file) : await readFile(file));
    return bodies.get(key);
  };
  const server = createServer(async (request, response) => {
    try {
      const file = await locate(root, new URL(request.url, "http://localhost").pathname);
      const type = extname(file ?? "");
      const pack = !ALREADY_PACKED.has(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
      const content = await body(file, pack);
      response.writeHead(200, {
        "content-type": TYPES[type] ?? "application/octet-stream",
        "content-length": content.length,
        "cache-control": "no-store",
        ...(pack && { "content-encoding": "br" }),
        ...headers,
      });
      response.end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

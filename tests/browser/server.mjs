// A small static server that sends what a good host sends: types, compressed copies and the headers of `_headers`.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves a folder. `override(request, response)` may answer by itself, and then says true. */
export async function serve({ root, override = () => false }) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    // Read each time, since a site may be given an address while it is served.
    const rules = headerRules(await readFile(join(root, "_headers"), "utf8").catch(() => ""));
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    if (await override(request, response, path)) return;
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    const file = join(root, name);
    const [body, encoding] = await read(file, request.headers["accept-encoding"] ?? "");
    if (!body) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("vary", "accept-encoding");
    if (encoding) response.setHeader("content-encoding", encoding);
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}

async function read(file, accepted) {
  for (const [encoding, ending] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (!accepted.includes(encoding)) continue;
    const body = await readFile(file + ending).catch(() => null);
    if (body) return [body, encoding];
  }
  return [await readFile(file).catch(() => null), null];
}

/** The rules of a `_headers` file: a path with `*`, then indented headers. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (/^\s/.test(line)) {
      const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/);
      rules.at(-1).headers.push([name, value]);
    } else {
      const pattern = line.trim().split("*").map((part) => part.replace(/[.\\+?^${}()|[\]]/g, "\\$&"));
      rules.push({ pattern: new RegExp(`^${pattern.join(".*")}$`), headers: [] });
    }
  }
  return rules;
}

const headersFor = (rules, path) => rules.filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers);

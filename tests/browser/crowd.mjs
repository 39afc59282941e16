// Many readers at once: so many connections to a real nginx, each asking for one file after the other for so long. Every
// answer must be whole and have its headers.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installed, nginx } from "./nginx.mjs";
import { DIST } from "./story.mjs";

const { values } = parseArgs({ options: { connections: { type: "string", default: "2000" }, seconds: { type: "string", default: "30" } } });
const [connections, seconds] = [Number(values.connections), Number(values.seconds)];
if (!(connections > 0 && seconds > 0)) throw new Error("--connections and --seconds are numbers above 0");
if (!installed()) throw new Error("nginx is not installed");

/** What readers ask for: every page, and every file that carries a hash in its name. */
const FILES = readdirSync(DIST, { recursive: true }).map(String).filter((name) => /^(index\.html|embed\/.*\.html|.*-[A-Z0-9]{8}\.\w+)$/.test(name));
const sizeOf = (name) => statSync(join(DIST, name.endsWith(".woff2") ? name : `${name}.gz`)).size;
const HEADERS = [...readFileSync(join(DIST, "nginx.conf"), "utf8").matchAll(/^add_header (\S+) "/gm)].map(([, name]) => name.toLowerCase());

/** What is wrong with an answer, if anything is. */
function fault({ statusCode, headers }, bytes, { name, size }) {
  if (statusCode !== 200) return `${statusCode}`;
  if (bytes !== size) return `${bytes} of ${size} bytes of ${name}`;
  const missing = HEADERS.filter((header) => !headers[header]);
  if (missing.length > 0) return `${name} without ${missing}`;
  const cached = /-[A-Z0-9]{8}\.\w+$/.test(name) ? "public, max-age=31536000, immutable" : "no-cache";
  return headers["cache-control"] === cached ? null : `${name} is cached as ${headers["cache-control"]}`;
}

const files = FILES.map((name) => ({ name, size: sizeOf(name) }));
const server = await nginx(DIST);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const [times, faults] = [[], new Map()];
let [received, opened] = [0, 0];

/** Asks for a file and tells what is wrong with the answer. */
const ask = (file) =>
  new Promise((done) => {
    const start = performance.now();
    const asked = request(server.url + file.name.replace(/index\.html$/, ""), { agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part) => (bytes += part.length));
      answer.on("error", (error) => done(error.code));
      answer.on("end", () => {
        received += bytes;
        times.push(performance.now() - start);
        done(fault(answer, bytes, file));
      });
    });
    asked.on("socket", (socket) => socket.connecting && (opened += 1));
    asked.on("error", (error) => done(error.code));
    asked.end();
  });

const end = performance.now() + seconds * 1000;
/** One reader; each begins at another file. */
async function reader(i) {
  for (let next = i; performance.now() < end; next += 1) {
    const problem = await ask(files[next % files.length]);
    if (problem) faults.set(problem, (faults.get(problem) ?? 0) + 1);
  }
}
await Promise.all(Array.from({ length: connections }, (_, i) => reader(i)));
agent.destroy();
server.stop();

times.sort((a, b) => a - b);
const part = (share) => times[Math.floor((times.length - 1) * share)].toFixed(0);
const failed = [...faults.values()].reduce((sum, count) => sum + count, 0);
console.log(`${opened} connections, ${seconds} s: ${times.length} answers (${(times.length / seconds).toFixed(0)} a second, ${(received / seconds / 1e6).toFixed(0)} MB a second)`);
console.log(`half of them within ${part(0.5)} ms, 99 of 100 within ${part(0.99)} ms; ${failed} failed`);
for (const [problem, count] of faults) console.log(`${count} x ${problem}`);
process.exitCode = failed > 0 || opened < connections ? 1 : 0;

// A real nginx with the lines of the guide.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The guide to serving, which tells what it costs too. */
export const guide = readFileSync(new URL("../../docs/serving.md", import.meta.url), "utf8");

export const installed = () => {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** The status of an address, once somebody listens there. */
async function answered(url, process) {
  while (process.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer) return answer.status;
    await new Promise((soon) => setTimeout(soon, 20));
  }
  throw new Error(`nginx ended with ${process.exitCode}`);
}

/** Serves a folder by nginx with the lines of the guide; only port and folder are changed. */
export async function nginx(root) {
  const [, lines] = guide.match(/```nginx\n([\s\S]*?)```/);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "serving-"));
  const server = lines.replace("listen 80;", `listen 127.0.0.1:${port};`).replaceAll("/srv/tech-ties", root);
  const types = ["html html", "css css", "javascript js"].map((type) => `text/${type};`).join(" ");
  writeFileSync(join(folder, "mime.types"), `types { ${types} application/json json; image/svg+xml svg; font/woff2 woff2; }`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; worker_rlimit_nofile 16384; pid ${folder}/pid; error_log stderr;
events { worker_connections 8192; }
http { access_log off; ${temporary.join(" ")} ${server} }`,
  );
  const process = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/`;
  const status = await answered(url, process);
  if (status !== 200) {
    process.kill();
    throw new Error(`nginx answers ${status}`);
  }
  return { url, stop: () => process.kill() };
}

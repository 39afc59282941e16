// Serves dist/ by the tests' own server, and under /host/VIEW/ a page of somebody else with a view of it in a frame.
import { serve } from "../browser/server.mjs";

const page = (view) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page around</title>
<h1>A page around</h1><p>Words before the frame.</p>
<iframe src="/embed/${view}/" title="Tech Ties: ${view}" height="1600" style="width:100%;border:0"></iframe>
<p>Words after the frame.</p></html>`;

const { url } = await serve({
  root: process.argv[2],
  override: (_, response, path) => {
    const [, view] = path.match(/^\/host\/([a-z]+)\/$/) ?? [];
    if (!view) return false;
    response.removeHeader("content-security-policy");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(view));
    return true;
  },
});
console.log(url);

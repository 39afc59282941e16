// The last step of a release, on a small site as Trunk leaves it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundled } from "../../xtask/finish/bundle.mjs";
import { cost, listed } from "../../xtask/finish/cost.mjs";
import { filled } from "../../xtask/finish/demo.mjs";
import { embedded } from "../../xtask/finish/embed.mjs";
import { finish } from "../../xtask/finish/finish.mjs";
import { attribute, edited, elements } from "../../xtask/finish/html.mjs";
import { optimize, withoutLoading } from "../../xtask/finish/optimize.mjs";
import { linking } from "../../xtask/finish/parts.mjs";
import { permitted } from "../../xtask/finish/policy.mjs";
import { renameReferences } from "../../xtask/finish/references.mjs";
import { bill, billOf } from "../../xtask/finish/sbom.mjs";

const STATIC = fileURLToPath(new URL("../../static/", import.meta.url));
/** The smallest program there is; `extra` makes another of it. */
const wasm = (extra = "") => Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...(extra ? [0, extra.length + 2, 1, 0x78, ...Buffer.from(extra)] : [])]);
const glue = (file) => `const imports = { "./${file.replace(".wasm", ".js")}": {} };
let wasm;
async function __wbg_load(module, imports) {
  return module instanceof Response ? { imports } : {};
}
function __wbg_init({ module_or_path = new URL("${file}", import.meta.url), instance } = {}) {
  wasm = instance.exports;
  return imports && module_or_path && __wbg_load(wasm);
}
function initSync() { return "synchronous"; }
export { initSync, __wbg_init as default };\n`;
const SITE = {
  views: [
    { name: "words", title: "Words & more", kind: "card" },
    { name: "bars", title: "Bars", kind: "chart" },
    { name: "spans", title: 'The "spans"', kind: "chart" },
  ],
  parameters: ["shown"],
};
const STORY = "one\n\n\ntwo\n";

const head = (to, program) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Page</title>



    <script>"first";</script>
    <link rel="stylesheet" href="${to}style-5ca1ab1e.css"/>
    <link rel="stylesheet" href="${to}deferred-5ca1ab1e.css"/>
    <script type="module" async src="${to}boot.js" data-js="${program && `${to}tech-ties-c0ffee.js`}" data-wasm="${program && `${to}tech-ties-c0ffee_bg.wasm`}"></script>
    <link rel="icon" href="${to}icon.svg" type="image/svg+xml">
    <link rel="canonical" href="https://example.org/">
  </head>
`;
const body = (words, story = STORY) => `  <body>
    ${words}
    <script type="text/plain" data-story>${story}</script>
  </body>
</html>
`;

/** A site as Trunk and the publisher leave it. */
function trunk(story = STORY) {
  const dist = mkdtempSync(join(tmpdir(), "finish-"));
  const write = (name, content) => {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), content);
  };
  for (const name of readdirSync(STATIC).filter((name) => /\.js$|^_headers$|^share\.css$|^demo\.|woff2$|^icon/.test(name))) copyFileSync(join(STATIC, name), join(dist, name));
  for (const name of ["style", "deferred"]) copyFileSync(join(STATIC, `${name}.css`), join(dist, `${name}-5ca1ab1e.css`));
  write("tech-ties-c0ffee.js", glue("tech-ties-c0ffee_bg.wasm"));
  write("tech-ties-c0ffee_bg.wasm", wasm("program"));
  write("export.js", glue("export_bg.wasm"));
  write("export_bg.wasm", wasm("export"));
  write("charts/bars.svg", "<svg/>");
  write("data/views.json", JSON.stringify(SITE));
  const links = '<a href="#top">Top</a> <a href="./charts/bars.svg" download="">Picture</a> <a href="data/views.json">Views</a> <button type="button" data-share="bars">Share</button>';
  write("index.html", head("./", "program") + body(links, story));
  write("share.html", "<!doctype html><html><head><title>Share</title></head><body><dialog></dialog></body></html>");
  for (const { name, kind } of SITE.views) {
    const frame = '    <script type="module" async src="../../frame.js"></script>\n  </head>\n';
    const page = head("../../", kind === "chart" ? "program" : "").replace("  </head>\n", frame);
    write(`embed/${name}/index.html`, page + body(`<main class="embed hue-1" data-embed="${name}">${kind === "chart" ? "<figure></figure>" : ""}<a href="../../">All</a></main>`, story));
    write(`embed/${name}/preview.png`, "");
  }
  return dist;
}

let dist;
let result;
const read = (name) => readFileSync(join(dist, name), "utf8");
const named = (pattern) => {
  const found = readdirSync(dist).filter((name) => pattern.test(name));
  assert.equal(found.length, 1, `${pattern}: ${found}`);
  return found[0];
};

before(async () => {
  dist = trunk();
  result = await finish(dist);
});
after(() => rmSync(dist, { recursive: true }));

/** What static/_headers calls immutable. */
const HASHED = ["tech-ties-*.js", "tech-ties-*.wasm", "boot-*.js", "export-*.js", "export-*.wasm", "frame-*.js", "share-*.js", "share-*.css", "style-*.css", "deferred-*.css", "headline-*.woff2", "accent-*.js", "head-*.js"];
const patternOf = (glob) => new RegExp(`^${glob.replace("*", "[A-Z0-9]{8}").replaceAll(".", "\\.")}$`);

test("each file that may be kept for ever has a hash in its name, and a rule in _headers", () => {
  const headers = readFileSync(join(STATIC, "_headers"), "utf8");
  for (const glob of HASHED) {
    named(patternOf(glob));
    assert.ok(headers.includes(`/${glob}\n`) || (glob.endsWith(".wasm") && headers.includes("/*.wasm\n")), glob);
  }
});

test("no other script, style or program is left", () => {
  const rest = readdirSync(dist).filter((name) => /\.(js|css|wasm|woff2)$/.test(name) && !HASHED.some((glob) => patternOf(glob).test(name)));
  assert.deepEqual(rest.sort(), ["demo.css", "embed.js"]);
});

test("pages name what is there, from wherever they are", () => {
  const [boot, style, deferred, program] = [/^boot-.*js$/, /^style-.*css$/, /^deferred-.*css$/, /^tech-ties-.*wasm$/].map(named);
  assert.ok(read("index.html").includes(`src="./${boot}"`));
  assert.match(read("index.html"), /<script data-style="\.\/style-\w+\.css" type="module" async src="\.\/boot-\w+\.js" data-js="\.\/tech-ties-\w+\.js" data-wasm="\.\/tech-ties-\w+\.wasm">/);
  assert.ok(read("embed/bars/index.html").includes(`data-wasm="../../${program}"`));
  assert.ok(read("embed/bars/index.html").includes(`<script data-wasm="../../${program}">`));
  assert.ok(!read("embed/words/index.html").includes("<script data-wasm"));
  assert.match(read("embed/bars/index.html"), /<link rel="modulepreload" href="\.\.\/\.\.\/tech-ties-\w{8}\.js" fetchpriority="low">/);
  assert.ok(!read("embed/words/index.html").includes("modulepreload"));
  assert.ok(read("embed/bars/index.html").includes(`data-style="../../${style}"`));
  assert.ok(read("embed/words/index.html").includes(`<link media="print" data-deferred="" rel="stylesheet" href="../../${deferred}"/>`));
  assert.ok(read("embed/words/index.html").includes('data-js="" data-wasm=""'));
  assert.ok(read("index.html").includes('href="https://example.org/"'));
});

test("scripts name what they load: two of them under a name that a retry can change", () => {
  const [share, exporter, program, style] = [/^share-.*js$/, /^export-.*js$/, /^export-.*wasm$/, /^share-.*css$/].map(named);
  const boot = read(named(/^boot-.*js$/));
  assert.ok(boot.includes(`import(new URL(\`${share}#\${`), boot);
  assert.ok(boot.includes(`import("./${named(/^accent-.*js$/)}")`) && boot.includes(`import("./${named(/^frame-.*js$/)}")`));
  const dialog = read(share);
  assert.match(dialog, new RegExp(`import\\(\`\\$\\{\\w+\\}${exporter}#\\$\\{`));
  assert.ok(dialog.includes(`"${program}"`) && dialog.includes(`"${style}"`));
  assert.ok(read(named(/^style-.*css$/)).includes(named(/^headline-.*woff2$/)));
});

test("the glue leaves out what nobody calls", () => {
  assert.doesNotMatch(read(named(/^tech-ties-.*js$/)), /synchronous|Response/);
});

test("the glue calls its program through the gate that it is given", () => {
  assert.match(read(named(/^tech-ties-.*js$/)), /(\w+)\.gate\?\.\((\w+)\.exports\)\?\?\2\.exports/);
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  const [file, script] = [join(folder, "program.wasm"), join(folder, "program.js")];
  writeFileSync(file, wasm());
  writeFileSync(script, glue("program_bg.wasm").replace("instance.exports", "another.exports"));
  assert.throws(() => optimize(file, script, { cache: join(folder, "cache") }), /exports of its program/);
  rmSync(folder, { recursive: true });
});

test("no script asks for one that readers would have to load besides", () => {
  for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) assert.doesNotMatch(read(name), /\bfrom ?"|import ?"/, name);
});

test("the words of the story stay as they are, and the head loses its empty lines", () => {
  const page = read("index.html");
  assert.ok(page.includes(`data-story>${STORY}</script>`));
  assert.doesNotMatch(page.split("</head>")[0], /\n\s*\n/);
  assert.ok(read("tech-ties.html").includes(STORY));
});

test("embed.js knows the views, charts first, and the parameters; and makes no global name", () => {
  const script = read("embed.js");
  assert.match(script, /^\(\(\)=>\{[^]*\}\)\(\);\s*$/);
  assert.match(script, /\{bars:\["Bars"\],spans:\[[^\]]*\],words:\["Words & more"\]\},\["shown"\]\]/);
});

test("heights reach embed.js where a view was measured", () => {
  const heights = { bars: { whole: [[280, 900], [1240, 500]], bare: [[280, 800]] }, words: {}, sections: { top: 1 } };
  const [views] = embedded(dist, heights);
  assert.deepEqual(views, { bars: ["Bars", [280, 900, 1240, 500], [280, 800]], spans: ['The "spans"'], words: ["Words & more"] });
});

test("the page in one file needs no other", () => {
  const page = read("tech-ties.html");
  assert.deepEqual(elements(page).filter(({ name, attributes }) => (name === "script" && attributes.src) || attributes.rel === "stylesheet"), []);
  assert.doesNotMatch(page, /data-share=/);
  assert.ok(page.includes("url(data:font/woff2;base64,"));
  const links = elements(page).filter(({ name }) => name === "a").map(({ attributes }) => attributes);
  assert.deepEqual(links.map(({ download }) => download), [undefined, "bars.svg", "views.json"]);
  assert.ok(links.slice(1).every(({ href }) => href.startsWith("data:")));
  assert.equal(elements(page).find(({ attributes }) => attributes.rel === "icon").attributes.href.slice(0, 26), "data:image/svg+xml;base64,");
});

test("every text has its compressed copies, and the report its rows", () => {
  for (const name of ["index.html", "embed.js", "tech-ties.html", "data/views.json", named(/^tech-ties-.*wasm$/)]) {
    assert.ok(existsSync(join(dist, `${name}.br`)) && existsSync(join(dist, `${name}.gz`)), name);
    assert.ok(result.rows.some(([file]) => file === name), name);
  }
  assert.equal(result.loaded.filter((name) => existsSync(join(dist, name))).length, 7);
});

test("costs are listed of the whole page, each chart, one card and the script", () => {
  assert.deepEqual(listed(dist), ["index.html", "embed/bars/index.html", "embed/spans/index.html", "embed/words/index.html", "embed.js"]);
  // Page, deferred style, face, boot, frame, glue, program; a card needs neither face nor program.
  assert.equal(cost(dist, "embed/bars/index.html").requests, 7);
  assert.equal(cost(dist, "embed/words/index.html").requests, 4);
});

test("another story changes no script and no program", async () => {
  const other = trunk("another story");
  await finish(other);
  const hashed = (folder) => readdirSync(folder).filter((name) => /-[A-Z0-9]{8}\./.test(name)).sort();
  assert.deepEqual(hashed(other), hashed(dist));
  rmSync(other, { recursive: true });
});

test("a page that names a file that is not there stops the build", async () => {
  const broken = trunk();
  rmSync(join(broken, "icon.svg"));
  await assert.rejects(finish(broken), /icon\.svg/);
  rmSync(broken, { recursive: true });
});

test("the page for editors shows the views of the site, in code and live", () => {
  const page = read("demo.html");
  assert.doesNotMatch(page, /\{(chart|card|parameters)/);
  assert.ok(page.includes("<code>bars</code>, <code>spans</code>") && page.includes("<code>shown</code>"));
  const html = '<pre>title="{chart1.title}"</pre><p title="{chart1.title}">{cards}</p>';
  const site = { views: [{ name: "a", title: 'A & "B"', kind: "chart" }], parameters: [] };
  assert.equal(filled(html, site), '<pre>title="A &amp;amp; &amp;quot;B&amp;quot;"</pre><p title="A &amp; &quot;B&quot;">none</p>');
});

test("the policy names what stands within the pages, once, and nothing else of them", () => {
  const headers = "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'\n  X: y\n";
  const headersBefore = headers.replace("'self'; style", "'self' 'sha256-old'; style");
  const html = '<style>a{}</style><script>1</script><script src="b.js"></script><script type="text/plain">2</script><script type="module">1</script>';
  const sha = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src 'self' blob: ${sha("1")}; style-src 'self' ${sha("a{}")}; frame-src 'self'`;
  assert.equal(permitted(headersBefore, [html, html]), `/*\n  Content-Security-Policy: ${policy}\n  X: y\n`);
  assert.equal(permitted(permitted(headers, [html]), [html]), permitted(headers, [html]));
});

test("the style of the first paint stands in each page, with the face from where it lies", () => {
  const face = named(/^headline-.*woff2$/);
  assert.ok(read("index.html").includes(`url("./${face}")`));
  assert.ok(read("embed/words/index.html").includes(`url("../../${face}")`));
  assert.equal(elements(read("index.html")).filter(({ attributes }) => attributes.rel === "stylesheet").length, 1);
});

test("hosts are told to allow what stands in the pages, and nginx what other hosts are", () => {
  const headers = read("_headers");
  for (const name of ["index.html", "embed/bars/index.html", "tech-ties.html"]) {
    for (const { place } of elements(read(name)).filter(({ name, attributes }) => name === "style" || (name === "script" && !attributes.src && !attributes.type))) {
      const text = read(name).slice(place.startTag.endOffset, place.endTag.startOffset);
      assert.ok(headers.includes(createHash("sha256").update(text).digest("base64")), `${name}: ${text.slice(0, 40)}`);
    }
  }
  const [, policy] = headers.match(/Content-Security-Policy: (.*)/);
  const lines = read("nginx.conf");
  const [, told] = lines.match(/add_header Content-Security-Policy "(.*)" always;/);
  assert.equal(told.replaceAll(" $scheme://$http_host", ""), policy);
  assert.equal(told.match(/\$http_host/g).length, 5);
  assert.match(lines, /if \(\$uri ~ "\^\/style-\.\*\\\.css\$"\) \{\n {2}set \$cache "public, max-age=31536000, immutable";/);
});

test("references are found in attributes, and only there", () => {
  const renamed = new Map([["a.js", "a-1.js"]]);
  const html = '<p>src="a.js"</p><!-- <script src="a.js"> --><script data-js=\'../a.js#x\' SRC="../a.js"></script><a href="https://a.js/">a.js</a>';
  const now = renameReferences(html, "embed/page.html", renamed, (path) => path === "a-1.js");
  assert.equal(now, '<p>src="a.js"</p><!-- <script src="a.js"> --><script data-js="../a-1.js#x" src="../a-1.js"></script><a href="https://a.js/">a.js</a>');
  assert.throws(() => renameReferences('<img src="b.png">', "index.html", renamed, () => false), /index\.html: src="b\.png" of <img>/);
});

test("an edited attribute is escaped, and the rest stays byte for byte", () => {
  const html = "<A  Href='x'   TITLE=y>z</A>";
  assert.equal(edited(html, [attribute(elements(html).find(({ name }) => name === "a"), "href", '"&<')]), "<A  href=\"&quot;&amp;&lt;\"   TITLE=y>z</A>");
});

test("a program is optimized once, and its glue gets its short names", () => {
  const folder = mkdtempSync(join(tmpdir(), "optimize-"));
  const [file, script, cache] = [join(folder, "program.wasm"), join(folder, "program.js"), join(folder, "cache")];
  const again = (extra) => (writeFileSync(file, wasm(extra)), writeFileSync(script, glue("program_bg.wasm")), optimize(file, script, { cache }));
  again("again");
  // Trunk's name of the program depends on the folder of the build.
  assert.ok(!readFileSync(script, "utf8").includes("program_bg"));
  const kept = readdirSync(cache).find((name) => name.endsWith(".wasm"));
  writeFileSync(join(cache, kept), "kept");
  again("again");
  assert.equal(readFileSync(file, "utf8"), "kept");
  again("other");
  // A program and its names for each input.
  assert.equal(readdirSync(cache).length, 4);
  rmSync(folder, { recursive: true });
});

test("the bill of materials names each package once, with licence and hash", () => {
  const lock = '[[package]]\nname = "old"\nversion = "1.2.0"\nsource = "registry+x"\nchecksum = "aa11"\n';
  const tree = "own v0.1.0 (/some/where)|MIT\nold v1.2.0|MIT/Apache-2.0\npart v0.1.0 (/some/where/part)|\nold v1.2.0|MIT/Apache-2.0\n";
  const { metadata, components } = JSON.parse(billOf(tree, lock));
  assert.equal(metadata.component.name, "own");
  assert.deepEqual(components, [
    { "type": "library", "bom-ref": "pkg:cargo/old@1.2.0", "name": "old", "version": "1.2.0", "purl": "pkg:cargo/old@1.2.0", "licenses": [{ expression: "MIT OR Apache-2.0" }], "hashes": [{ alg: "SHA-256", content: "aa11" }] },
    { "type": "library", "bom-ref": "pkg:cargo/part@0.1.0", "name": "part", "version": "0.1.0", "purl": "pkg:cargo/part@0.1.0" },
  ]);
});

test("the bill of this project has a hash and a licence for everything that others made", () => {
  const { components } = JSON.parse(bill());
  const others = components.filter(({ name }) => !name.startsWith("tech-ties"));
  assert.ok(others.some(({ name }) => name === "yew"));
  assert.deepEqual(others.filter(({ hashes, licenses }) => !hashes || !licenses), []);
});

/** A program, given as text. */
function assembled(file, text) {
  const tool = fileURLToPath(new URL("../../xtask/finish/node_modules/binaryen/bin/wasm-as", import.meta.url));
  writeFileSync(`${file}.wat`, text);
  execFileSync(process.execPath, [tool, `${file}.wat`, "-o", file, "--enable-reference-types"]);
  rmSync(`${file}.wat`);
}

test("a part of a program is loaded and linked when the program asks, and shares its memory", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parts-"));
  const [file, script, cache] = [join(folder, "program.wasm"), join(folder, "program.js"), join(folder, "cache")];
  // Asked with data, the program hands on where to tell the end; the part lies in the table, and so does what both share.
  assembled(file, `(module
    (import "./__wasm_split.js" "__wasm_split_load_paint" (func $load (param i32 i32)))
    (import "./program_bg.js" "__wbg_log" (func $log (param i32)))
    (memory (export "memory") 1)
    (table (export "__indirect_function_table") 4 funcref)
    (type $one (func (result i32)))
    (func (export "ask_for_it") (call $load (i32.const 0) (i32.const 42)))
    (func $done (param $data i32) (param $linked i32)
      (call $log (local.get $data))
      (call $log (local.get $linked))
      (call $log (call_indirect (type $one) (i32.const 1)))
      (call $log (i32.load (i32.const 8))))
    (elem (i32.const 0) $done))`);
  const shares = `(import "__wasm_split" "memory" (memory 1)) (import "__wasm_split" "__indirect_function_table" (table 4 funcref))`;
  assembled(join(folder, "split_paint.wasm"), `(module ${shares} (type $one (func (result i32)))
    (func $seven (result i32) (i32.add (i32.const 4) (call_indirect (type $one) (i32.const 2))))
    (elem (i32.const 1) $seven) (data (i32.const 8) "\\05"))`);
  assembled(join(folder, "chunk_3.wasm"), `(module ${shares} (func $three (result i32) (i32.const 3)) (elem (i32.const 2) $three))`);
  writeFileSync(script, `import * as import1 from "./__wasm_split.js"
let wasm;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_log: function(arg0) { __wbg_init.log(arg0); },
    };
    return {
        __proto__: null,
        "./program_bg.js": import0,
        "./__wasm_split.js": import1,
    };
}
function initSync() {}
async function __wbg_load(module, imports) {
  throw new Error("boot.js gives the program");
}
async function __wbg_init({ module_or_path }) {
  const { instance } = await __wbg_load(await module_or_path, __wbg_get_imports());
  wasm = instance.exports;
  return () => wasm.ask_for_it();
}
export { initSync, __wbg_init as default };
`);
  optimize(file, script, { cache, folder });
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith("chunk")), []);
  globalThis.document = { querySelector: () => null };
  // As bytes, and compiled before.
  for (const program of [readFileSync(file), new WebAssembly.Module(readFileSync(file))]) {
    const module = `${bundled(script)}// ${program.constructor.name}`;
    const { default: init } = await import(`data:text/javascript,${encodeURIComponent(module)}`);
    const heard = [];
    await new Promise((resolve) => {
      init.log = (value) => heard.push(value) === 4 && resolve();
      init({ module_or_path: program }).then((ask) => ask());
    });
    assert.deepEqual(heard, [42, 1, 7, 5]);
  }
  delete globalThis.document;
  rmSync(folder, { recursive: true });
});

test("glue of another shape is not linked", () => {
  assert.throws(() => withoutLoading("async function load() {}\n"), /unknown way/);
  const folder = mkdtempSync(join(tmpdir(), "parts-"));
  assert.throws(() => linking('import * as import1 from "./__wasm_split.js"\nconst imports = {};\n', folder), /another shape/);
  assert.equal(linking("const imports = {};\n", folder), "const imports = {};\n");
  rmSync(folder, { recursive: true });
});

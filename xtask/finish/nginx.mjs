// What `_headers` says, as lines for nginx.

/** What is loaded by pages: in a sandbox 'self' may match nothing, so the address that nginx was asked by is named too. */
const LOADED = /^(script|connect|style|img|font)-src /;
const OWN = "$scheme://$http_host";

/** The directives of a policy with the host's own address. */
function named(policy) {
  const directives = policy.split("; ").map((directive) => (LOADED.test(directive) ? directive.replace("'self'", `'self' ${OWN}`) : directive));
  return directives.join("; ");
}

/** A path of `_headers` as a regular expression. */
const pattern = (path) => `^${path.replaceAll(".", "\\.").replaceAll("*", ".*")}$`;

/**
 * The lines that a `server` of nginx includes.
 * @param {string} headers the text of `_headers`
 */
export function nginx(headers) {
  const lines = headers.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  const rules = [];
  for (const line of lines) {
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1).headers.push(line.trim().split(/: (.*)/s).slice(0, 2));
  }
  const everywhere = rules.filter(({ path }) => path === "/*").flatMap(({ headers }) => headers);
  const header = ([name, value]) => `add_header ${name} "${name === "Content-Security-Policy" ? named(value) : value}" always;`;
  const cached = rules.flatMap(({ path, headers }) =>
    headers.filter(([name]) => name === "Cache-Control").map(([, value]) => `if ($uri ~ "${pattern(path)}") {\n  set $cache "${value}";\n}`),
  );
  return [
    "# Written by the build: the same as _headers, for nginx.",
    ...everywhere.map(header),
    'set $cache "no-cache";',
    ...cached,
    "add_header Cache-Control $cache;",
    "",
  ].join("\n");
}

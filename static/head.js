// What must be right before the first paint, and the request for the program. The publisher puts this script into the head
// of each page, and its hash stands in the policies (tests/policy.rs). Where another policy refuses it there, boot.js asks
// for it as a file.
{
  const { dataset } = document.documentElement;
  // A page that was saved while it was live has nothing alive in it.
  dataset.state = "static";
  const { pathname, search, hash } = location;
  /**
   * History and storage may be forbidden.
   * @template T
   * @param {() => T} action
   */
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };
  // The page names its files from its folder. A host may serve it under the folder's name, without a slash at its end.
  if (!/\/$|\.html?$|\/index$/.test(pathname) && dataset.single === undefined) {
    attempt(() => history.replaceState(null, "", `${pathname}/${search}${hash}`));
  }
  // The color scheme: from the address, else from an earlier visit, else the system's. In frames light is the default: the
  // reader's system says nothing about the page around.
  const alone = dataset.embed === undefined && parent === window;
  const query = new URLSearchParams(search);
  const asked = query.get("theme") ?? "";
  const theme = /^(light|dark|auto)$/.test(asked) ? asked : alone ? attempt(() => localStorage.getItem("tech-ties-theme")) : "light";
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  else delete dataset.theme;
  // What else the page around a frame may ask for: no ground of its own, no controls.
  if (query.get("transparent") === "1") dataset.transparent = "";
  if (query.get("controls") === "0") dataset.bare = "";
  dataset.head = "";
  // The program is loaded while the page is parsed and painted, with less urgency than what the first paint needs. boot.js
  // starts it after that.
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (script?.dataset.wasm) (script.program = fetch(script.dataset.wasm, { priority: "low" })).catch(() => {});
}

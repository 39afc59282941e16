// Tells the page around the frame how high the graphic is, in the languages that host pages speak: pym.js, AMP and
// Sidechain, Datawrapper, Medium and its kin, WordPress, open-iframe-resizer, iframe-resizer, Mastodon. It answers only
// its parent, posts nothing unless framed, and needs nothing of the wasm.
if (parent !== window) listen();

function listen() {
  const root = document.documentElement;
  root.dataset.framed = ""; // heights must be true, so nothing may be left out of the layout
  const href = location.href;
  const pym = new URLSearchParams(location.search).get("childId");
  let wordpress = secret();
  let resizer = null; // the id that iframe-resizer calls this frame by
  let mastodon = null;

  const post = (message) => parent.postMessage(message, "*");
  let started = false;
  let last = { width: 0, height: 0 }; // what was told
  let measured = { ...last, frame: 0 }; // what was measured, told or not
  let caused = ""; // what the last measurement depended on
  let rises = 0;
  let how = "init";

  const graphic = () => document.querySelector("main[data-embed]") ?? document.body;

  /** The size of the graphic; nothing while it is not shown. */
  const measure = () => {
    const { width, height } = graphic().getBoundingClientRect();
    return { width: Math.round(width), height: Math.ceil(height) };
  };

  /** What the height depends on without any act of a reader, and what costs no layout to ask for. */
  const cause = () => `${innerWidth} ${root.dataset.state}`;

  /** What WordPress calls this frame by, from the address: its script may add it to a frame that is already there. */
  function secret() {
    return location.hash.match(/[?&]secret=([\w-]+)/)?.[1];
  }

  /**
   * Counts how often in a row the graphic grew in one step with its frame. A host that adds to what it is told would
   * make a graphic that follows its frame grow for ever; one that changes within a frame that stays does so by itself.
   */
  function count({ width, height }) {
    const [own, grew] = [innerHeight === measured.frame, innerHeight > measured.frame && height > measured.height];
    if (width !== measured.width || (own && height !== measured.height)) rises = 0;
    else if (grew) rises += 1;
    measured = { width, height, frame: innerHeight };
  }

  /** Tells the height if it has changed, or `again` even if not. */
  function tell(again) {
    caused = cause();
    const size = measure();
    const { width, height } = size;
    if (!started || !width || !height) return;
    count(size);
    if (rises > 2 || (!again && height === last.height && width === last.width)) return;
    last = size;
    if (pym !== null) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (wordpress) post({ message: "height", value: height, secret: wordpress });
    // Version 5 wants a fifth field, though it does not ask for any version in particular.
    if (resizer !== null) post(`[iFrameSizer]${resizer}:${height}:${width}:${how}:`);
    if (mastodon !== null) post({ type: "setHeight", id: mastodon, height });
    post({ sentinel: "amp", type: "embed-size", height });
    post({ "datawrapper-height": { [location.pathname]: height } });
    post(JSON.stringify({ src: href, context: "iframe.resize", height }));
    post({ type: "iframe-resized", width, height });
    how = "resizeObserver";
  }

  /** Understands what hosts say, and answers; anything else is none of ours. */
  function hear({ source, data }) {
    if (source === parent && (typeof data === "string" ? heard(data) : data != null && asked(data))) tell(true);
  }

  /** Whether a text asks for the height. */
  function heard(text) {
    if (text.startsWith("{")) theme(text);
    if (pym !== null && text.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) return true;
    const [, id, third] = text.match(/^\[iFrameSizer\]([^:]*):[^:]*:(true|false)(?=:|$)/) ?? [];
    if (!third) return false;
    resizer = id;
    how = "init";
    return true;
  }

  /** Whether an object asks for the height. */
  function asked({ sentinel, type, message, id }) {
    if (type === "setHeight") {
      if (typeof id === "string" || typeof id === "number") mastodon = id;
      return mastodon !== null;
    }
    if (message === "ready") wordpress = secret() ?? wordpress;
    return (message === "ready" && wordpress) || type === "iframe-child-init" || (sentinel === "amp" && type === "frames-init");
  }

  /** Iframely's wish for a theme. */
  function theme(text) {
    try {
      const { method, data } = JSON.parse(text);
      if (method === "setTheme" && ["light", "dark", "auto"].includes(data)) {
        dispatchEvent(new CustomEvent("theme", { detail: data }));
      }
    } catch {
      // Not for us.
    }
  }

  addEventListener("message", hear);
  addEventListener("resize", () => tell());
  addEventListener("hashchange", () => {
    const before = wordpress;
    wordpress = secret() ?? wordpress;
    if (wordpress !== before) tell(true);
  });
  // What a reader does may change the height as often as they like.
  for (const act of ["click", "input", "toggle"]) {
    addEventListener(act, () => ((rises = 0), setTimeout(tell, 50)), true);
  }

  function begin() {
    // A height without style would be a wrong one.
    const style = document.querySelector("link[rel=stylesheet]");
    if (style && !style.sheet) {
      for (const end of ["load", "error"]) style.addEventListener(end, start, { once: true });
    } else start();
  }

  function start() {
    started = true;
    tell(true);
    post("[iFrameResizerChild]Ready");
    new ResizeObserver(() => tell()).observe(graphic());
    document.fonts.addEventListener("loadingdone", () => tell());
    // A frame out of sight hears nothing of a new width, but its clocks run. They measure only what may have changed:
    // browsers let frames grow stale that nobody sees, and measuring lays them out anew.
    setInterval(() => caused !== cause() && tell(), 1000);
    // A host's script may come later than the graphic; it is told again until the frame has the height.
    for (const wait of [100, 300, 1000, 2000, 4000, 8000, 16000]) {
      setTimeout(() => innerHeight !== last.height && rises <= 2 && tell(true), wait);
    }
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
}

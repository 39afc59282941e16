// Tells the page around the frame how high the graphic is, in the languages that host pages speak: pym.js, AMP and
// Sidechain, Datawrapper, Medium and its kin, WordPress, open-iframe-resizer, iframe-resizer, Mastodon. It answers only
// its parent, posts nothing unless framed, and needs nothing of the wasm.
if (parent !== window) listen();

function listen() {
  const root = document.documentElement;
  root.dataset.framed = ""; // heights must be true, so nothing may be left out of the layout
  const href = location.href;
  const pym = new URLSearchParams(location.search).get("childId");
  const secret = location.hash.match(/[?&]secret=([\w-]+)/)?.[1];
  let amp = /[#&]amp=1(&|$)/.test(location.hash);
  let resizer = null; // the id that iframe-resizer calls this frame by
  let mastodon = null;

  const post = (message) => parent.postMessage(message, "*");
  let last = { width: 0, height: 0 };
  let rises = 0;
  let how = "init";

  /** The size of the graphic; without a height while it is not shown. */
  const measure = () => {
    const { width, height } = (document.querySelector("main[data-embed]") ?? document.body).getBoundingClientRect();
    return { width: Math.round(width), height: Math.ceil(height) };
  };

  /** Tells the height if it has changed, or `again` even if not. */
  function tell(again = false) {
    const size = measure();
    if (size.height === 0 || (!again && size.height === last.height && size.width === last.width)) return;
    // A host whose frame grows by what it is told would make the graphic grow for ever.
    rises = size.width !== last.width ? 0 : size.height > last.height ? rises + 1 : rises;
    if (rises > 2) return;
    last = size;
    const { width, height } = size;
    if (pym !== null) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (amp) post({ sentinel: "amp", type: "embed-size", height });
    if (secret) post({ message: "height", value: height, secret });
    if (resizer !== null) post(`[iFrameSizer]${resizer}:${height}:${width}:${how}`);
    if (mastodon !== null) post({ type: "setHeight", id: mastodon, height });
    post({ "datawrapper-height": { [location.pathname]: height } });
    post(JSON.stringify({ src: href, context: "iframe.resize", height }));
    post({ type: "iframe-resized", width, height });
    how = "resizeObserver";
  }

  /** Understands what hosts say; anything else is none of ours. */
  function hear({ source, data }) {
    if (source !== parent) return;
    if (typeof data === "string") {
      if (data.startsWith("[iFrameSizer]")) {
        const [id, , first] = data.slice("[iFrameSizer]".length).split(":");
        if (first !== "true" && first !== "false") return;
        resizer = id;
        how = "init";
        tell(true);
      } else if (pym !== null && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) {
        tell(true);
      } else if (data.startsWith("{")) {
        theme(data);
      }
      return;
    }
    if (typeof data !== "object" || data === null) return;
    if (data.sentinel === "amp" && data.type === "frames-init") amp = true;
    else if (data.type === "setHeight" && ["string", "number"].includes(typeof data.id)) mastodon = data.id;
    else if (data.type !== "iframe-child-init") return;
    tell(true);
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
  // What a reader does may change the height as often as they like.
  for (const act of ["click", "input", "toggle"]) {
    addEventListener(act, () => ((rises = 0), setTimeout(tell, 50)), true);
  }
  const begin = () => {
    tell(true);
    post("[iFrameResizerChild]Ready");
    new ResizeObserver(() => tell()).observe(document.querySelector("main[data-embed]") ?? document.body);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
  // A host's script may come later than the graphic; it is told again until the frame has the height.
  for (const wait of [100, 300, 1000, 2000, 4000]) {
    setTimeout(() => innerHeight !== measure().height && rises <= 2 && tell(true), wait);
  }
}

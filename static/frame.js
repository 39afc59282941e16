// Tells the page around the frame how high the graphic is; protocols.js has the messages. It tells too, once, that a reader
// used it. It answers only its parent, posts nothing unless it is framed, and does not need the wasm.
import { conversation, growths, themeIn } from "./protocols.js";

if (parent !== window) listen();

/**
 * A sandbox gives a frame no origin. Links to files would show the bare file in place of the graphic, so they go; the
 * dialog has them all. Other links may be forbidden to lead elsewhere; then they say where they lead.
 */
function sandboxed() {
  document.documentElement.dataset.sandboxed = "";
  addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {Element} */ (event.target).closest("a[target=_blank]");
    if (!link) return;
    event.preventDefault();
    const tab = open(link.href);
    if (tab) tab.opener = null;
    else link.textContent = link.href;
  });
}

function listen() {
  const root = document.documentElement;
  root.dataset.framed = ""; // the style sheet then leaves nothing out of the layout, so that heights are true
  if (origin === "null") sandboxed();
  const { messages, asks, learn } = conversation(location.href);

  const post = (/** @type {unknown} */ message) => parent.postMessage(message, "*");
  let started = false;
  let last = { width: 0, height: 0 }; // the last size that was posted
  let measured = { ...last, frame: 0 }; // the last size that was measured, posted or not
  let cause = ""; // what the last measurement depended on
  let rises = 0;

  const graphic = () => document.querySelector("main[data-embed]") ?? document.body;

  /**
   * The size of the graphic. Its width is zero while it is not displayed or the frame has no width yet: scripts may run
   * before the browser sets one, and at no width each letter stands on a line of its own.
   */
  const measure = () => {
    const { width, height } = graphic().getBoundingClientRect();
    return { width: Math.round(innerWidth && width), height: Math.ceil(height) };
  };

  /** What the height depends on without any action of a reader. Reading it forces no layout. */
  const currentCause = () => `${innerWidth} ${root.dataset.state}`;

  /**
   * Posts the height if it has changed, or in any case.
   * @param {boolean} [always]
   */
  function tell(always) {
    cause = currentCause();
    const size = measure();
    const { width, height } = size;
    if (!started || !width || !height) return;
    const now = { ...size, frame: innerHeight };
    rises = growths(rises, measured, now);
    measured = now;
    if (rises > 2 || (!always && height === last.height && width === last.width)) return;
    last = size;
    messages(size).forEach(post);
  }

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    const detail = themeIn(data);
    if (detail) dispatchEvent(new CustomEvent("theme", { detail }));
    if (asks(data, location.hash)) tell(true);
  });
  addEventListener("resize", () => tell());
  addEventListener("hashchange", () => learn(location.hash) && tell(true));
  // A reader may change the height any number of times.
  for (const type of ["click", "input", "toggle"]) {
    addEventListener(type, () => ((rises = 0), setTimeout(tell, 50)), true);
  }

  // embed.js closes frames that no reader used. The focus does not tell: with the Tab key it passes through every frame.
  const tellUse = () => {
    for (const type of ["click", "input"]) removeEventListener(type, tellUse, true);
    post({ type: "tech-ties-used" });
  };
  for (const type of ["click", "input"]) addEventListener(type, tellUse, true);

  function begin() {
    // Where the style comes as a file, as in development, the height would be wrong without it. The deferred one changes
    // no height.
    /** @type {HTMLLinkElement | null} */
    const style = document.querySelector("link[rel=stylesheet]:not([data-deferred])");
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
    // A frame that is out of sight gets no resize events, but its timers run. They measure only after a change:
    // browsers do not lay out frames that are out of sight, and measuring forces a layout.
    setInterval(() => cause !== currentCause() && tell(), 1000);
    // The host's script may load after the graphic: the height is posted again until the frame has it.
    for (const wait of [100, 300, 1000, 2000, 4000, 8000, 16000]) {
      setTimeout(() => innerHeight !== last.height && rises <= 2 && tell(true), wait);
    }
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
}

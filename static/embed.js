// For pages that show a view of Tech Ties: the element <tech-ties-embed>, and figures with data-tech-ties that an
// editor pasted. The frame comes when its place comes near, and its height is reserved before it does.
(() => {
  /** Of each view its title, and widths each with a height, whole and bare; `cargo xtask build` fills them in. */
  const VIEWS = {};

  const NAME = "tech-ties-embed";
  const STATE = ["theme", "transparent", "accent", "controls", "count", "order", "field", "year", "fact"];
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const base = new URL("embed/", script.src);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const embeds = new Set(); // the ones that stand in the page

  /** The height to reserve at a width, in CSS px, in proportion between the two that were measured beside it. */
  function reserved([, whole, bare] = [], width, controls) {
    const points = controls === "0" ? bare : whole;
    if (!points) return Math.max(600, 1200 - width); // not filled in
    let [w0, h0] = points;
    for (let i = 0; i < points.length; i += 2) {
      const [w1, h1] = points.slice(i);
      if (w1 >= width) return Math.round(w1 > w0 ? h0 + ((width - w0) / (w1 - w0)) * (h1 - h0) : h1);
      [w0, h0] = [w1, h1];
    }
    return h0;
  }

  /** A colour in any notation as `[red, green, blue, alpha]`: 0 to 255, alpha 0 to 1. */
  function channels(colour) {
    if (colour.startsWith("rgb")) return colour.match(/[\d.]+/g).map(Number);
    const brush = document.createElement("canvas").getContext("2d");
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  /** Whether the page around an element is dark: as it says itself, else by its background. */
  function isDark(element) {
    const scheme = getComputedStyle(element).colorScheme;
    if (scheme.includes("dark")) return !scheme.includes("light") || dark.matches;
    for (let at = element; at; at = at.parentElement) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(at).backgroundColor);
      if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 100;
    }
    return false;
  }

  class Embed extends HTMLElement {
    static observedAttributes = ["view", ...STATE];

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      const { style } = this;
      style.display = "block";
      style.position = "relative";
      style.overflow = "hidden"; // what stands in until the frame is there may be higher
      this.reserve();
      embeds.add(this);
      near.observe(this);
      sizes.observe(this);
    }

    disconnectedCallback() {
      embeds.delete(this);
      near.unobserve(this);
      sizes.unobserve(this);
      this.close();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) return;
      if (name === "theme") return this.match();
      this.close();
      this.reserve();
      this.open();
    }

    /** Keeps room for the graphic until it says itself how high it is. */
    reserve() {
      this.reservedAt = this.clientWidth;
      const height = reserved(VIEWS[this.view], this.reservedAt, this.getAttribute("controls"));
      if (!this.told) this.style.height = `${height}px`;
    }

    get view() {
      return this.getAttribute("view") ?? "agreements";
    }

    /** The look to show: as wished, else the page's own. */
    get look() {
      const theme = this.getAttribute("theme") ?? "match";
      return theme === "match" ? (isDark(this) ? "dark" : "light") : theme;
    }

    open() {
      const url = new URL(`${encodeURIComponent(this.view)}/`, base);
      for (const name of STATE) if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name) || "1");
      const look = (this.shown = this.look);
      url.searchParams.set("theme", look);
      const frame = document.createElement("iframe");
      frame.title = this.title || (VIEWS[this.view]?.[0] ?? this.textContent.trim());
      frame.allow = "clipboard-write; fullscreen";
      // A frame lets the page show through only if both have the same scheme; it says light when it is transparent.
      frame.style.cssText = "position:absolute;inset:0;width:100%;height:100%;border:0;color-scheme:light;visibility:hidden";
      frame.src = url;
      // Only then does it surely hear what it is told; the page may have changed its look meanwhile.
      frame.onload = () => this.shown !== look && this.sendLook();
      this.frame = frame;
      this.shadowRoot.append(frame);
    }

    close() {
      this.frame?.remove();
      this.frame = this.told = null;
      this.shadowRoot.firstChild.hidden = false;
    }

    /** Gives the frame the height that it wants; what stood in for it is hidden. */
    size(height) {
      this.told = true;
      this.style.height = `${height}px`;
      this.frame.style.visibility = "";
      this.shadowRoot.firstChild.hidden = true;
    }

    /** Tells the frame which look the page has now. */
    match() {
      if (!this.frame || this.look === this.shown) return;
      this.shown = this.look;
      this.sendLook();
    }

    sendLook() {
      this.frame.contentWindow.postMessage(JSON.stringify({ method: "setTheme", data: this.shown }), "*");
    }
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting && !target.frame) target.open();
    },
    { rootMargin: "100% 0%" }, // a screen ahead
  );
  // A height that changed at once would have the observer complain to the page.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target.clientWidth !== target.reservedAt) requestAnimationFrame(() => target.reserve());
  });

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "iframe-resized" || !(data.height > 0 && data.height < 1e5)) return;
    for (const embed of embeds) if (embed.frame?.contentWindow === source) embed.size(Math.ceil(data.height));
  });
  const match = () => embeds.forEach((embed) => embed.match());
  dark.addEventListener("change", match);
  // Pages change their look by an attribute of their root or body; its colours may take a moment to arrive.
  const looks = new MutationObserver(() => (match(), setTimeout(match, 500)));

  /** Puts the element into each pasted figure; what stands in it remains until the frame is there. */
  function upgrade() {
    for (const part of document.querySelectorAll(":root, body")) looks.observe(part, { attributes: true });
    for (const figure of document.querySelectorAll("figure[data-tech-ties]")) {
      if (figure.querySelector(NAME)) continue;
      const { techTies, ...state } = figure.dataset;
      const embed = document.createElement(NAME);
      embed.setAttribute("view", techTies);
      for (const name of STATE) if (name in state) embed.setAttribute(name, state[name]);
      embed.append(...figure.childNodes);
      figure.append(embed);
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, Embed);
  upgrade();
  addEventListener("DOMContentLoaded", upgrade);
})();

// For pages that show a view of Tech Ties: the element <tech-ties-embed>, and figures with data-tech-ties that an
// editor pasted. The frame is loaded when it comes near the screen; its height is reserved before. All layout is within
// the element's shadow root, so that neither the page's style sheets nor its scripts can undo it.
(() => {
  /**
   * The title of a view, then its heights whole and without controls, as width, height, width, height and so on.
   * @typedef {[title: string, whole?: number[], bare?: number[]]} View
   */
  /**
   * The views of the site, and the parameters of its charts. `cargo xtask build` fills them in.
   * @type {[views: Record<string, View>, parameters: string[]]}
   */
  const [VIEWS, CHARTS] = globalThis.TECH_TIES_SITE ?? [{}, []];

  const NAME = "tech-ties-embed";
  /** Wishes that are on or off, as frames understand them; frameworks write "true" and "false". */
  const SWITCHES = /** @type {Record<string, [yes: RegExp, value: string]>} */ ({
    transparent: [/^(1|true|)$/, "1"],
    controls: [/^(0|false)$/, "0"],
  });
  const PARAMETERS = ["theme", ...Object.keys(SWITCHES), "accent", ...CHARTS, "fact", "mark"];
  /** How long, in ms, a frame may stay silent before it is shown as it is: its own script may be blocked. */
  const PATIENCE = 4000;
  /** So many frames stay; of more, those that left the screen first are closed until they come near again: phones have little memory. */
  const MOST = 16;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** @type {Set<Embed>} */
  const embeds = new Set(); // the ones that are in the page
  /** @type {Set<Embed>} */
  const left = new Set(); // those that have a frame and are far from the screen, in the order in which they left

  // In a module there is no current script; the page may hold embed.js of other sites, so the script asks where it runs.
  const ran = document.currentScript?.getAttribute("src")
    ? /** @type {HTMLScriptElement} */ (document.currentScript).src
    : new Error().stack?.match(/https?:[^\s()]*?\.m?js/)?.[0];
  /** The folder of the views; none if the script was put into another one. */
  const own = ran && /\/[^/]*embed[^/]*$/.test(ran.split("?")[0]) ? new URL("embed/", ran) : null;

  /**
   * The height to reserve at a width, in CSS px: interpolated between the two measured widths beside it.
   * @param {View | undefined} view
   * @param {number} width
   * @param {boolean} bare
   */
  function reserved(view, width, bare) {
    const points = view?.[bare ? 2 : 1];
    if (!points) return Math.max(600, 1200 - width); // nobody measured it
    let [w0, h0] = points;
    for (let i = 0; i < points.length; i += 2) {
      const [w1, h1] = points.slice(i);
      if (w1 >= width) return Math.round(w1 > w0 ? h0 + ((width - w0) / (w1 - w0)) * (h1 - h0) : h1);
      [w0, h0] = [w1, h1];
    }
    return h0;
  }

  /**
   * How light a computed colour is, from 0 to 1 as eyes see it, and how opaque. Nothing is painted to find out: browsers
   * that resist fingerprinting answer noise.
   * @param {string} colour
   */
  function shade(colour) {
    const [, kind, rest] = colour.match(/^(\w+)\((?:[a-z][\w-]* )?(.*)\)$/) ?? ["", "", ""];
    const [a = 0, b = 0, c = 0, alpha = 1] = (rest.replaceAll("none", "0").match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const luma = 0.299 * a + 0.587 * b + 0.114 * c;
    const light = { rgb: luma / 255, rgba: luma / 255, color: luma, lab: a / 110, lch: a / 110, oklab: a / 1.3, oklch: a / 1.3 };
    return { light: light[/** @type {keyof light} */ (kind)] ?? 1, alpha: rest ? alpha : 0 };
  }

  /**
   * The element around another, out of shadow roots and slots too.
   * @param {Element} element
   */
  const around = (element) => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };

  /**
   * Whether the page around an element is dark: by its color scheme, else by its background. Where that is a picture or
   * a gradient, light text says that it is.
   * @param {Element} element
   */
  function isDark(element) {
    const { colorScheme: scheme, color } = getComputedStyle(element);
    if (scheme.includes("dark")) return !scheme.includes("light") || dark.matches;
    for (let at = /** @type {Element | null} */ (element); at; at = around(at)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const { light, alpha } = shade(backgroundColor);
      if (backgroundImage !== "none") return shade(color).light > 0.6;
      if (alpha > 0.5) return light < 0.39;
    }
    return false;
  }

  class Embed extends HTMLElement {
    // Charts name their parameters in lower case, and each is a property: every other name here has a capital.
    static observedAttributes = ["view", ...PARAMETERS];

    /** @type {HTMLIFrameElement | null | undefined} */
    theFrame;
    /** Whether the frame has said how high it is. */
    isSized = false;
    /** Whether the frame says that a reader used it: then it may hold what the reader chose. */
    isUsed = false;
    /** What shows the content of the element: the picture and the link of a pasted figure, else a link. */
    theSlot = document.createElement("slot");
    /** What has the height, and holds the frame. */
    theBox = document.createElement("div");
    /** The theme that the frame shows. */
    shownTheme = "";
    /** The width that a height was reserved for. */
    reservedAt = -1;

    connectedCallback() {
      if (!this.shadowRoot) this.buildRoot();
      // A property that was set before this script was there hides the one that is meant.
      const mine = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
      for (const name of Embed.observedAttributes.filter((name) => Object.hasOwn(mine, name))) {
        const value = mine[name];
        delete mine[name];
        mine[name] = value;
      }
      if (!this.baseUrl) return console.warn(`<${NAME}>: embed.js does not know its own address; load it by its own script tag`);
      embeds.add(this);
      this.awaitReader();
      sizes.observe(this.theBox);
      watch(this);
    }

    disconnectedCallback() {
      embeds.delete(this);
      near.unobserve(this.theBox);
      sizes.unobserve(this.theBox);
      this.closeFrame();
    }

    buildRoot() {
      const root = this.attachShadow({ mode: "open" });
      if (sheet) root.adoptedStyleSheets = [sheet];
      // The content that shows until the frame is there may be higher.
      this.theBox.style.cssText = "display:block;position:relative;overflow:hidden";
      this.theBox.append(this.theSlot);
      root.append(this.theBox);
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} now
     */
    attributeChangedCallback(name, before, now) {
      if (!embeds.has(this) || before === now) return;
      if (name === "theme") return this.matchTheme();
      this.closeFrame();
      this.awaitReader();
    }

    /** Prepares what stands in place of the frame, which is loaded when the reader comes near. */
    awaitReader() {
      const link = document.createElement("a");
      link.href = this.viewUrl().href;
      link.textContent = `${VIEWS[this.viewName]?.[0] ?? this.viewName}: ${link.href}`;
      this.theSlot.replaceChildren(link);
      this.reserveRoom();
      // An observer reports anew what it is given anew.
      near.unobserve(this.theBox);
      near.observe(this.theBox);
    }

    /** Reserves room for the graphic until it says itself how high it is. */
    reserveRoom() {
      this.reservedAt = this.theBox.clientWidth;
      const height = reserved(VIEWS[this.viewName], this.reservedAt, this.wishOf("controls") === "0");
      if (!this.isSized && this.reservedAt) this.theBox.style.height = `${height}px`;
    }

    /** The name of the view to show: the one that the attribute has, else the first. */
    get viewName() {
      return this.getAttribute("view") || Object.keys(VIEWS)[0];
    }

    /** The folder of the views: beside this script, else where the link of the pasted figure leads. */
    get baseUrl() {
      const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector('a[href*="/embed/"]'));
      return own ?? (link && new URL(link.href.replace(/\/embed\/.*/, "/embed/")));
    }

    /** The theme to show: the one that the attribute names, else the page's own. */
    get wantedTheme() {
      const theme = this.getAttribute("theme") || "match";
      return theme === "match" ? (isDark(this) ? "dark" : "light") : theme;
    }

    /**
     * A parameter of the frame, as the attribute wishes it; null if it wishes nothing.
     * @param {string} name
     */
    wishOf(name) {
      const value = this.getAttribute(name);
      const [yes, means] = SWITCHES[name] ?? [/./, value];
      return value !== null && yes.test(value) ? means : null;
    }

    /** The address of the view without its look: what a reader sees where no frame can be. */
    viewUrl() {
      // Names of views have letters, digits and hyphens; anything else could lead out of the folder.
      const url = new URL(`${this.viewName.replace(/[^\w-]/g, "_")}/`, /** @type {URL} */ (this.baseUrl));
      for (const name of PARAMETERS.slice(1)) {
        const value = this.wishOf(name);
        if (value !== null) url.searchParams.set(name, value);
      }
      return url;
    }

    openFrame() {
      const url = this.viewUrl();
      const theme = (this.shownTheme = this.wantedTheme);
      url.searchParams.set("theme", theme);
      const frame = document.createElement("iframe");
      frame.title = this.title || (VIEWS[this.viewName]?.[0] ?? /** @type {string} */ (this.textContent).trim());
      frame.allow = "clipboard-write; fullscreen";
      // A frame is transparent only if both sides have the same color scheme; a transparent view says light.
      frame.style.cssText = "position:absolute;inset:0;width:100%;height:100%;border:0;color-scheme:light;visibility:hidden";
      frame.src = url.href;
      frame.onload = () => {
        // A frame hears messages only once it has loaded, and the page may have changed its theme before.
        if (this.shownTheme !== theme) this.sendTheme();
        // What is there says more than an error page would; without it the frame is all that there is.
        setTimeout(() => frame === this.theFrame && !this.childElementCount && this.showFrame(), PATIENCE);
      };
      this.theFrame = frame;
      this.theBox.append(frame);
    }

    closeFrame() {
      left.delete(this);
      this.theFrame?.remove();
      this.theFrame = null;
      this.isSized = this.isUsed = false;
      this.theSlot.hidden = false;
      this.theBox.className = "";
    }

    /** Shows the frame in place of the content. */
    showFrame() {
      /** @type {HTMLIFrameElement} */ (this.theFrame).style.visibility = "";
      this.theSlot.hidden = true;
      this.theBox.className = "shown";
    }

    /**
     * Gives the frame the height that it asks for.
     * @param {number} height
     */
    setSize(height) {
      this.isSized = true;
      this.theBox.style.height = `${height}px`;
      this.showFrame();
    }

    /** Tells the frame if the page has another theme now. */
    matchTheme() {
      if (!this.theFrame || this.wantedTheme === this.shownTheme) return;
      this.shownTheme = this.wantedTheme;
      this.sendTheme();
    }

    sendTheme() {
      this.theFrame?.contentWindow?.postMessage(JSON.stringify({ method: "setTheme", data: this.shownTheme }), "*");
    }
  }

  // Frameworks set properties where there are any: each attribute is one too, but for names that every element has.
  for (const name of Embed.observedAttributes.filter((name) => !(name in HTMLElement.prototype))) {
    Object.defineProperty(Embed.prototype, name, {
      configurable: true,
      enumerable: true,
      /** @this {Embed} */
      get() {
        return this.getAttribute(name);
      },
      /** @this {Embed} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }

  /** The element's own style; a page may override it, for example to hide the element. */
  const sheet = typeof CSSStyleSheet === "function" && "adoptedStyleSheets" in document ? new CSSStyleSheet() : null;
  // On paper nothing is reserved for a frame that is not there: its content is printed, else title and address.
  sheet?.replaceSync(
    ":host{display:block;writing-mode:horizontal-tb}:host([hidden]){display:none}@media screen{a{display:none}}@media print{div:not(.shown){height:auto!important}}",
  );

  /** @param {Element} box */
  const embedOf = (box) => /** @type {Embed} */ (/** @type {ShadowRoot} */ (box.getRootNode()).host);

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const embed = embedOf(target);
        left.delete(embed);
        if (!embeds.has(embed)) continue; // it was taken away since
        if (isIntersecting && !embed.theFrame) embed.openFrame();
        else if (!isIntersecting && embed.theFrame) left.add(embed);
      }
      let open = [...embeds].filter((embed) => embed.theFrame).length;
      for (const embed of left) {
        if (open <= MOST) break;
        if (embed.isUsed || embed.shadowRoot?.activeElement) continue;
        embed.closeFrame();
        open -= 1;
      }
    },
    { rootMargin: "100% 0%" }, // a screen ahead
  );
  // If the height changed at once, the observer would report an error to the page.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const embed = embedOf(target);
      if (target.clientWidth !== embed.reservedAt) requestAnimationFrame(() => embed.reserveRoom());
    }
  });

  addEventListener("message", ({ source, data }) => {
    const height = data?.type === "iframe-resized" ? Math.ceil(Number(data.height)) : 0;
    const isUsed = data?.type === "tech-ties-used";
    for (const embed of embeds) {
      if (embed.theFrame?.contentWindow !== source) continue;
      embed.isUsed ||= isUsed;
      if (height > 0 && height < 1e5) embed.setSize(height);
    }
  });
  const match = () => embeds.forEach((embed) => embed.matchTheme());
  dark.addEventListener("change", match);

  // Pages change their theme by attributes and by style sheets; a transition may delay the colours. However often they
  // change, there is one look at once and one every half second until they rest.
  let waiting = false;
  let changed = false;
  function look() {
    changed = waiting;
    if (waiting) return;
    waiting = true;
    match();
    setTimeout(() => {
      waiting = false;
      if (changed) look();
      else match();
    }, 500);
  }
  const themes = new MutationObserver(look);
  document.addEventListener("load", ({ target }) => target instanceof HTMLLinkElement && look(), true);

  /**
   * Hears of changes to all that stands around an element.
   * @param {Element} element
   */
  function watch(element) {
    for (let at = around(element); at; at = around(at)) themes.observe(at, { attributes: true });
    themes.observe(document.head, { childList: true });
  }

  /** Puts the element into each pasted figure, around its content. */
  function upgrade() {
    for (const figure of document.querySelectorAll("figure[data-tech-ties]")) {
      if (figure.querySelector(NAME)) continue;
      const embed = document.createElement(NAME);
      embed.setAttribute("view", /** @type {string} */ (figure.getAttribute("data-tech-ties")));
      for (const name of PARAMETERS) {
        const value = figure.getAttribute(`data-${name}`);
        if (value !== null) embed.setAttribute(name, value);
      }
      embed.append(...figure.childNodes);
      figure.append(embed);
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, Embed);
  upgrade();
  addEventListener("DOMContentLoaded", upgrade);
})();

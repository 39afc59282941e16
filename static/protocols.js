// The messages in which pages and frames agree on a height: pym.js, AMP and Sidechain, Datawrapper, Medium, Embedly and
// Infogram, WordPress, open-iframe-resizer, iframe-resizer, Mastodon. Nothing here knows a browser; frame.js does the
// posting.

/**
 * The secret of WordPress in a fragment, if there is one.
 * @param {string} hash
 */
const secret = (hash) => hash.match(/[?&]secret=([\w-]+)/)?.[1];

/**
 * A conversation with the page around. It keeps what hosts call this frame by; most say so only when they speak.
 * @param {string} href the address of the frame at load
 */
export function conversation(href) {
  const { hash, pathname, searchParams } = new URL(href);
  const pym = searchParams.get("childId");
  let wordpress = secret(hash);
  /** @type {string | undefined} */
  let resizer; // the id that iframe-resizer uses
  let reason = "init"; // what iframe-resizer is told
  /** @type {string | number | undefined} */
  let mastodon; // the id that Mastodon uses

  /**
   * Every message that tells a size in whole CSS px. None is null: Datawrapper's script would throw.
   * @param {{ width: number, height: number }} size
   */
  function messages({ width, height }) {
    const told = [
      pym !== null && `pymxPYMx${pym}xPYMxheightxPYMx${height}`,
      wordpress && { message: "height", value: height, secret: wordpress },
      // Version 5 needs a fifth field, which may be empty.
      resizer && `[iFrameSizer]${resizer}:${height}:${width}:${reason}:`,
      mastodon !== undefined && { type: "setHeight", id: mastodon, height },
      { sentinel: "amp", type: "embed-size", height },
      // Older scripts of Datawrapper look for the key in the address of the frame.
      { "datawrapper-height": { [pathname]: height } },
      JSON.stringify({ src: href, context: "iframe.resize", height }),
      { type: "iframe-resized", width, height },
    ];
    reason = "resizeObserver";
    return told.filter(Boolean);
  }

  /**
   * Whether a message asks for the height.
   * @param {any} data
   * @param {string} hash the fragment now
   */
  function asks(data, hash) {
    if (typeof data === "string") return textAsks(data);
    if (data == null) return false;
    const { sentinel, type, message, id } = data;
    if (type === "setHeight") {
      if (typeof id === "string" || typeof id === "number") mastodon = id;
      return mastodon !== undefined;
    }
    if (message === "ready") {
      learn(hash);
      return Boolean(wordpress);
    }
    return type === "iframe-child-init" || (sentinel === "amp" && type === "frames-init");
  }

  /** @param {string} text */
  function textAsks(text) {
    const id = text.match(/^\[iFrameSizer\]([^:]+):[^:]*:(true|false)(:|$)/)?.[1];
    if (!id) return pym !== null && text.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`);
    resizer = id;
    reason = "init";
    return true;
  }

  /**
   * Whether a new fragment has a new secret of WordPress, whose script may add it to a frame that is already there.
   * @param {string} hash
   */
  function learn(hash) {
    const before = wordpress;
    wordpress = secret(hash) ?? before;
    return wordpress !== before;
  }

  return { messages, asks, learn };
}

/**
 * The theme that Iframely asks for, if a message does.
 * @param {unknown} data
 * @returns {string | undefined}
 */
export function themeIn(data) {
  try {
    const { method, data: theme } = JSON.parse(/** @type {string} */ (data));
    if (method === "setTheme" && ["light", "dark", "auto"].includes(theme)) return theme;
  } catch {
    // Not JSON, so not for us.
  }
  return undefined;
}

/**
 * @typedef {object} Measured what was measured, in CSS px
 * @property {number} width of the graphic
 * @property {number} height of the graphic
 * @property {number} frame the height of the frame
 */

/**
 * How often in a row the graphic has grown in one step with its frame, after one more measurement. A host that adds to
 * the height that it is told makes a graphic that follows its frame grow without end. A new width, or a new height in a
 * frame that stays as it is, starts the count again.
 * @param {number} count
 * @param {Measured} before
 * @param {Measured} now
 */
export function growths(count, before, now) {
  if (now.width !== before.width || (now.frame === before.frame && now.height !== before.height)) return 0;
  return now.frame > before.frame && now.height > before.height ? count + 1 : count;
}

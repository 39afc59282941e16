// What an editor pastes to embed a view, in each form. Pure functions.

/**
 * @typedef {object} Embed
 * @property {string} site the address of the site, with a slash at its end
 * @property {string} view the name of the view
 * @property {URLSearchParams} parameters what the address of the view says
 * @property {string} title the title of the view
 * @property {string} height its height in a frame of usual width, in CSS px
 * @property {string} whole the words for AMP's button that shows the rest of a frame
 */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark]);

/**
 * The query of a view: what the charts show, and the theme unless it is light, which is the default in frames.
 * @param {string} charts the query of the charts
 * @param {string} theme
 */
export function parametersOf(charts, theme) {
  const parameters = new URLSearchParams(charts);
  if (theme !== "light") parameters.set("theme", theme);
  return parameters;
}

/**
 * The address of a view.
 * @param {Pick<Embed, "site" | "view" | "parameters">} embed
 */
export const addressOf = ({ site, view, parameters }) =>
  `${site}embed/${view}/${parameters.size > 0 ? `?${parameters}` : ""}`;

/** @param {Embed} embed */
const imageOf = ({ site, view }) => `${site}embed/${view}/preview.png`;

/** What a frame in a sandbox needs: scripts, links that lead elsewhere, files. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** @type {Record<string, (embed: Embed) => string>} */
export const FORMS = {
  iframe: (embed) =>
    `<iframe src="${escaped(addressOf(embed))}" title="${escaped(embed.title)}" height="${embed.height}" loading="lazy" style="width:100%;border:0;color-scheme:light"></iframe>`,
  // Without a theme the element takes that of the page around.
  element: (embed) =>
    `<figure data-tech-ties="${embed.view}"${[...embed.parameters].map(([name, value]) => ` data-${name}="${escaped(value)}"`).join("")}><a href="${escaped(addressOf(embed))}"><img src="${imageOf(embed)}" alt="${escaped(embed.title)}" width="1200" height="630" style="max-width:100%;height:auto"></a></figure>
<script src="${embed.site}embed.js" async></script>`,
  amp: (embed) =>
    `<amp-iframe src="${escaped(addressOf(embed))}#amp=1" title="${escaped(embed.title)}" width="720" height="${embed.height}" layout="responsive" sandbox="${SANDBOX}" resizable frameborder="0">
  <amp-img layout="fill" src="${imageOf(embed)}" placeholder></amp-img>
  <div overflow tabindex="0" role="button">${escaped(embed.whole)}</div>
</amp-iframe>`,
  oembed: ({ site, view }) => `${site}embed/${view}/`,
  markdown: (embed) => `[![${embed.title.replace(/[[\]\\]/g, "\\$&")}](${imageOf(embed)})](${addressOf(embed)})`,
};

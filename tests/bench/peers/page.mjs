// The HTML that every peer starts from: words and cards in the markup, chart heights reserved,
// style inline (one request fewer). Only what fills the charts differs.

import { cards, charts, headline, source, standfirst } from "./content.mjs";
import { FONT, GRID, HUE, INK, LABEL_PX, MUTED, membershipHeight, panelsHeight } from "./theme.mjs";

const heightOf = (chart) => (chart.panels ? panelsHeight(chart.panels) : membershipHeight(chart.members));

export const escape = (text) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 ${FONT};color:${INK};background:#fff}
main{max-width:1120px;margin:0 auto;padding:24px 16px 48px}
h1{font-size:30px;line-height:1.15;margin:0 0 8px}
h2{font-size:20px;line-height:1.25;margin:0 0 4px}
p,ol{margin:0 0 8px}
small,.sub,ol{color:${MUTED};font-size:14px}
section{display:grid;grid-template-columns:minmax(0,1fr);gap:24px;margin-top:32px;border-top:1px solid ${GRID};padding-top:24px}
figure{margin:0;min-width:0}
.chart{overflow:hidden;position:relative}
.chart canvas,.chart svg{display:block}
.chart>svg{overflow:visible;font-size:${LABEL_PX}px;fill:${INK}}
${Object.entries(HUE)
  .map(([name, colour]) => `[data-card=${name}] h2{color:${colour}}`)
  .join("\n")}
${Object.values(charts)
  .map((chart) => `[data-chart=${chart.id}] .chart{height:${heightOf(chart)}px}`)
  .join("\n")}
@media (min-width:960px){section{grid-template-columns:minmax(0,1fr) minmax(0,2fr)}section.wide{grid-template-columns:1fr}}
`;

const card = (id) => `<article data-card="${id}"><h2>${escape(cards[id].heading)}</h2>
<p>${escape(cards[id].text)}</p></article>`;

const notes = (chart) =>
  chart.events
    ? `<ol>${chart.events.map((event) => `<li>${escape(event.note)}</li>`).join("")}</ol>`
    : "";

const figure = (chart, inner) => `<figure data-chart="${chart.id}">
<h2>${escape(chart.title)}</h2><p class="sub">${escape(chart.subtitle)}</p>
<div class="chart" role="img" aria-label="${escape(chart.title)}">${inner}</div>
${notes(chart)}<figcaption><small>${escape(source)}</small></figcaption></figure>`;

/** `script` fills the charts in the browser; `inner(chart)` fills them in the markup; `sheet` puts the style in a file. */
export const page = ({ title, script, inner = () => "", sheet }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
${sheet ? '<link rel="stylesheet" href="./style.css">' : `<style>${style.trim()}</style>`}
${script ? `<script type="module" src="${script}"></script>` : ""}</head>
<body><main><h1>${escape(headline)}</h1><p>${escape(standfirst)}</p>
<section class="wide">${card("overview")}</section>
<section>${card("bri")}${figure(charts.agreements, inner(charts.agreements))}</section>
<section>${card("brics")}${figure(charts.membership, inner(charts.membership))}</section>
<section>${card("africa")}${figure(charts.yields, inner(charts.yields))}</section>
<section class="wide">${card("asean")}</section>
</main></body></html>
`;

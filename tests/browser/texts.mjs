// Finds text that a reader could not read: too small, cut, or lying on other text.

/** The faults of every visible text of the page as it stands, each as a sentence. */
export const faults = (page) => page.evaluate(find);

/** Runs in the page, so it may use nothing from outside. */
function find() {
  const SMALLEST = 12; // px
  const SLACK = 1; // px that rounding may take
  const found = [];
  const root = document.documentElement;
  const pageWidth = root.clientWidth;
  if (root.scrollWidth > pageWidth) found.push(`the page is ${root.scrollWidth} px wide, its window ${pageWidth}`);

  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const where = (element) => {
    const part = element.closest("[id], [data-chart], [data-card]");
    return part ? `${part.dataset.chart ?? part.dataset.card ?? part.id}` : "page";
  };
  const said = ({ text, element }) => `"${text.slice(0, 50)}" (${where(element)})`;

  /** What is there for screen readers alone, or shown only on focus. */
  const unseen = (element) => element.closest(".unseen, .skip, .rem, .closing caption, script, style, noscript");
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    const text = node.data.replace(/\s+/g, " ").trim();
    if (!text || unseen(element) || !seen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (rects.length) texts.push({ text, element, rects });
  }

  /** In a picture, what its own scale makes of the size. */
  const size = (element) => {
    const scale = element.ownerSVGElement ? Math.hypot(element.getScreenCTM().a, element.getScreenCTM().b) : 1;
    return parseFloat(style(element).fontSize) * scale;
  };

  for (const text of texts) {
    const px = size(text.element);
    if (px < SMALLEST - 0.01) found.push(`${said(text)} is ${px.toFixed(1)} px`);
  }

  /** The boxes that cut what leaves them. */
  const cutters = (element) => {
    const around = [];
    let free = ""; // how the chain is positioned: what is fixed or absolute leaves some boxes behind
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, position } = style(box);
      const cuts = overflowX !== "visible" || overflowY !== "visible";
      if (cuts && !(free === "absolute" && position === "static")) around.push(box);
      if (position === "fixed") break;
      if (position === "absolute") free = "absolute";
      else if (position !== "static") free = "";
    }
    return around;
  };
  for (const text of texts) {
    const outside = text.rects.find((rect) => rect.left < -SLACK || rect.right > pageWidth + SLACK);
    if (outside) found.push(`${said(text)} leaves the page: ${Math.round(outside.left)} to ${Math.round(outside.right)}`);
    for (const box of cutters(text.element)) {
      const edge = box.getBoundingClientRect();
      const cut = text.rects.some(
        (rect) =>
          rect.left < edge.left - SLACK ||
          rect.right > edge.right + SLACK ||
          (rect.top + rect.bottom) / 2 < edge.top ||
          (rect.top + rect.bottom) / 2 > edge.bottom,
      );
      if (cut) found.push(`${said(text)} is cut by its ${box.getAttribute("class") ?? box.tagName}`);
    }
  }
  for (const input of document.querySelectorAll("input[type=text]")) {
    if (seen(input) && input.scrollWidth > input.clientWidth) found.push(`"${input.value}" is wider than its field`);
  }

  // Ink is lower than its line: from about the height of a capital down to the baseline, with some of what hangs below.
  const inks = texts.flatMap((text) => {
    const px = parseFloat(style(text.element).fontSize);
    return text.rects.map(({ left, right, top, bottom }) => ({
      text,
      left: left + 0.5,
      right: right - 0.5,
      top: top + 0.22 * px,
      bottom: bottom - 0.16 * px,
    }));
  });
  inks.sort((a, b) => a.top - b.top);
  inks.forEach((one, i) => {
    for (let j = i + 1; j < inks.length && inks[j].top < one.bottom - 0.5; j++) {
      const other = inks[j];
      if (one.text === other.text || one.left >= other.right || other.left >= one.right) continue;
      found.push(`${said(one.text)} lies on ${said(other.text)}`);
    }
  });
  return [...new Set(found)];
}

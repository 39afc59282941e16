// What every drawn page does around its charting tool.

/** The element that a chart fills. */
export const chartElement = (chart) => document.querySelector(`[data-chart=${chart.id}] .chart`);

/** An empty block of the given height at the end of `element`, for tools that draw one panel at a time. */
export function slot(element, height, gapBelow = 0) {
  const block = document.createElement("div");
  block.style.cssText = `position:relative;height:${height}px;margin-bottom:${gapBelow}px`;
  return element.appendChild(block);
}

/** Calls `draw(width)` when the element gets another width; a hidden one, of no width, can wait. */
export function onWidthChange(element, draw) {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width || element.clientWidth === 0) return;
    width = element.clientWidth;
    draw(width);
  }).observe(element);
}

/** Marks the first task after the frame that holds the drawing: the same moment on every page. */
export function markReady() {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      performance.mark("charts-ready");
      channel.port1.close();
    };
    channel.port2.postMessage(null);
  });
}

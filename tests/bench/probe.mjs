// Runs inside the measured page, before anything of its own.

/** Collects what the page's own clock says; `window.benchProbe` hands it out. */
export function probe() {
  const longTasks = [];
  let shift = 0;
  let largest = null;
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => longTasks.push({ start: startTime, duration }));
  watch("layout-shift", ({ value, hadRecentInput }) => (shift += hadRecentInput ? 0 : value));
  watch("largest-contentful-paint", ({ startTime }) => (largest = startTime));

  // Charts that stand in the markup are on screen in the first frame after the parser has read all
  // of it. The same clock as a drawn page's own mark: the frame, then a message.
  let inMarkup = false;
  const figures = () => [...document.querySelectorAll("figure[data-chart]")];
  const parsed = () => {
    inMarkup = figures().every((figure) => figure.querySelector("svg *"));
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => performance.mark("bench-markup-painted");
      channel.port2.postMessage(null);
    });
  };
  document.addEventListener("readystatechange", () => document.readyState === "interactive" && parsed(), { once: true });

  const first = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const marked = (name, patience) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (first(name) !== null) resolve();
        else if (performance.now() > patience) reject(new Error(`the page never marked ${name}`));
        else setTimeout(look, 50);
      };
      look();
    });

  window.benchProbe = {
    marked,
    /** When the last long task ended: the page is quiet when that lies well behind. */
    busyUntil: () => Math.max(0, ...longTasks.map(({ start, duration }) => start + duration)),
    read: () => ({
      origin: performance.timeOrigin,
      firstPaint: first("first-contentful-paint"),
      largestPaint: largest,
      inMarkup,
      markupPainted: first("bench-markup-painted"),
      ready: first("charts-ready"),
      shift,
      longTasks,
    }),
    first: () => figures()[0],
    /** One width a chart, and whether it holds anything drawn. */
    charts: () =>
      figures().map((figure) => ({
        width: figure.clientWidth,
        drawn: figure.querySelector("canvas, svg *") !== null,
      })),
  };
}

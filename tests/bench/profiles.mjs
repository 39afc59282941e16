// The two readers. `resize` are the window sizes between which a redraw is measured; every page's
// charts must change width between them.

const MBIT = 1_000_000 / 8;

export const PROFILES = [
  {
    id: "desktop",
    title: "Desktop, unthrottled",
    context: { viewport: { width: 1200, height: 900 } },
    resize: [
      { width: 1000, height: 900 },
      { width: 1200, height: 900 },
    ],
  },
  {
    id: "phone",
    title: "Phone: processor slowed 4 times, 1.6 Mbit/s, 150 ms",
    context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6 * MBIT, uploadThroughput: 0.75 * MBIT },
    resize: [
      { width: 844, height: 390 }, // the phone is turned
      { width: 390, height: 844 },
    ],
  },
];

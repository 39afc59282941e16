// The same bars for every tool, and the same stopwatch.
//
// A redraw starts from data that the tool has not seen (nothing may be reused but what every
// tool keeps: its canvas) and ends when the pixels exist: reading one pixel back forces the
// raster that a browser would otherwise put off. Colours take turns from bar to bar; bars may be
// drawn in that order or one colour after the other.

export const WIDTH = 1000;
export const HEIGHT = 600;
export const COLOURS = ["#1f5fa8", "#9a4a12", "#2b7a3d", "#6b3fa0"];

let seed = 1;

/** `n` heights between 0.05 and 1, from a small linear congruential generator that goes on from call to call. */
export function heights(n) {
  return Float64Array.from({ length: n }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return 0.05 + 0.95 * (seed / 2 ** 32);
  });
}

/** The width of each of `n` bars: four fifths of its place, at least one CSS px. */
export const barWidth = (n) => Math.max(1, (0.8 * WIDTH) / n);

/** Exposes `redraw(data)` as the page's `techTiesScale(n)`: the milliseconds of one redraw of `n` bars. */
export function expose(redraw, canvas) {
  const context = canvas.getContext("2d");
  window.techTiesScale = async (n) => {
    const data = heights(n);
    await new Promise(requestAnimationFrame); // the frame before is done and paid for
    const start = performance.now();
    redraw(data);
    context.getImageData(0, 0, 1, 1);
    return performance.now() - start;
  };
}

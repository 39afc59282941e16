// How long a page takes to answer a pointer that moves over its charts: from each event to the end of the frame after it.

const MOVES = 40;

/** Runs in the page: notes how long each move takes to be on the screen. */
const note = () => {
  window.benchMoves = [];
  addEventListener("pointermove", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.benchMoves.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
};

/** What 95 of 100 moves over the first chart stay under, in ms. */
export async function pointerMoves(page) {
  await page.evaluate(note);
  const box = await page.evaluate(() => {
    const chart = window.benchProbe.first();
    chart.scrollIntoView({ block: "start", behavior: "instant" });
    return chart.getBoundingClientRect().toJSON();
  });
  const { height: screen } = page.viewportSize();
  const bottom = Math.min(box.bottom, screen);
  for (let i = 0; i < MOVES; i += 1) {
    await page.mouse.move(box.left + (box.width * ((i * 7) % MOVES)) / MOVES, box.top + ((bottom - box.top) * (i + 0.5)) / MOVES);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  const moves = (await page.evaluate(() => window.benchMoves)).sort((a, b) => a - b);
  if (moves.length < MOVES / 2) throw new Error(`only ${moves.length} of ${MOVES} moves reached the page`);
  return moves[Math.ceil(moves.length * 0.95) - 1];
}

// Compares how the page looks with how it looked when somebody last agreed, and knows a real change from another font
// renderer: what is compared is the mean colour of areas, not of pixels.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The side of the squares that a kept picture has one pixel for, in px of the page. */
const SQUARE = 10;

/** The side of the areas whose mean colours are compared, in pixels of kept pictures. */
const AREA = 4;

/** How far a channel of an area's mean colour may be off, of 255. A shift by one px moves it by up to 11 where bars end. */
const TOLERANCE = 14;

/** How many px of the page its height may be off. */
const HEIGHT = 10;

/** A screenshot with one pixel for each square. The browser decodes and encodes, in a page without a policy. */
async function small(blank, screenshot) {
  const url = await blank.evaluate(
    async ([base64, square]) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const picture = await createImageBitmap(blob);
      const [width, height] = [picture.width, picture.height].map((side) => Math.floor(side / square));
      const from = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
      from.drawImage(picture, 0, 0);
      const { data } = from.getImageData(0, 0, picture.width, picture.height);
      const sums = new Float64Array(width * height * 3);
      for (let y = 0; y < height * square; y++) {
        for (let x = 0; x < width * square; x++) {
          const to = (Math.floor(y / square) * width + Math.floor(x / square)) * 3;
          const at = (y * picture.width + x) * 4;
          for (let part = 0; part < 3; part++) sums[to + part] += data[at + part];
        }
      }
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const result = new ImageData(width, height);
      // Sixteen steps a channel: finer ones are noise and cost bytes.
      const step = (sum) => Math.round(sum / square ** 2 / 17) * 17;
      for (let i = 0; i < width * height; i++) {
        result.data.set([step(sums[i * 3]), step(sums[i * 3 + 1]), step(sums[i * 3 + 2]), 255], i * 4);
      }
      canvas.getContext("2d").putImageData(result, 0, 0);
      return canvas.toDataURL("image/png");
    },
    [screenshot.toString("base64"), SQUARE],
  );
  return Buffer.from(url.split(",")[1], "base64");
}

/** Where two small pictures differ, as sentences. */
const differences = (blank, kept, now) =>
  blank.evaluate(
    async ([kept, now, SQUARE, AREA, TOLERANCE, HEIGHT]) => {
      const read = async (base64) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      };
      const [a, b] = await Promise.all([read(kept), read(now)]);
      const found = [];
      if (a.width !== b.width) return [`it is ${b.width * SQUARE} px wide, was ${a.width * SQUARE}`];
      if (Math.abs(a.height - b.height) * SQUARE > HEIGHT) found.push(`it is ${b.height * SQUARE} px high, was ${a.height * SQUARE}`);
      const mean = (picture, left, top, part) => {
        let [sum, count] = [0, 0];
        for (let y = top; y < Math.min(top + AREA, a.height, b.height); y++) {
          for (let x = left; x < Math.min(left + AREA, a.width); x++) {
            sum += picture.data[(y * picture.width + x) * 4 + part];
            count += 1;
          }
        }
        return sum / count;
      };
      for (let top = 0; top < Math.min(a.height, b.height); top += AREA) {
        for (let left = 0; left < a.width; left += AREA) {
          const off = Math.max(...[0, 1, 2].map((part) => Math.abs(mean(a, left, top, part) - mean(b, left, top, part))));
          if (off > TOLERANCE) found.push(`around ${left * SQUARE}, ${top * SQUARE} px by ${off.toFixed(0)} of 255`);
        }
      }
      return found;
    },
    [kept.toString("base64"), now.toString("base64"), SQUARE, AREA, TOLERANCE, HEIGHT],
  );

/** Where two pictures of one size differ by more than what text drawn by another program does. */
export const unlike = async (blank, one, other) => differences(blank, await small(blank, one), await small(blank, other));

const write = (path, picture) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, picture);
};

/** Where the screenshot goes that differs from what was kept, at its full size. */
const SEEN = fileURLToPath(new URL("../../target/looks", import.meta.url));

/** How a screenshot differs from the picture kept under a path, or nothing. With ACCEPT=1 it is kept instead. */
export async function changes(blank, path, screenshot) {
  const now = await small(blank, screenshot);
  const kept = existsSync(path) ? readFileSync(path) : null;
  const found = kept ? await differences(blank, kept, now) : [`there is no ${path}`];
  if (!found.length) return [];
  if (process.env.ACCEPT) {
    write(path, now);
    return [];
  }
  const seen = join(SEEN, basename(path));
  write(seen, screenshot);
  return [...found, `now it looks like ${seen}; if that is meant, run \`cargo xtask test --accept\``];
}

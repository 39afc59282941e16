// By hand: one pass a colour, since setting the fill style is what costs.

import { COLOURS, HEIGHT, WIDTH, barWidth, expose } from "./bars.mjs";

const canvas = document.body.appendChild(document.createElement("canvas"));
canvas.width = WIDTH;
canvas.height = HEIGHT;
const context = canvas.getContext("2d");

expose((data) => {
  const step = WIDTH / data.length;
  const width = barWidth(data.length);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  COLOURS.forEach((colour, first) => {
    context.fillStyle = colour;
    for (let index = first; index < data.length; index += COLOURS.length) {
      const height = data[index] * HEIGHT;
      context.fillRect(index * step, HEIGHT - height, width, height);
    }
  });
}, canvas);

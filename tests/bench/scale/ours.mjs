// Tech Ties: the charts' own scene and paint, compiled by `cargo xtask bench` (src/bin/scale.rs).

import start, { redraw } from "./scale.js";
import { HEIGHT, WIDTH, barWidth, expose } from "./bars.mjs";

await start();
const canvas = document.body.appendChild(document.createElement("canvas"));
canvas.width = WIDTH;
canvas.height = HEIGHT;
expose((data) => redraw(canvas, data, barWidth(data.length)), canvas);

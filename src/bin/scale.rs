//! The scaling benchmark's page: many bars through the same scene and paint as the charts (see `tests/bench/scale`).

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use drawing::scene::{Rect, Scene, Size};
use drawing::theme::Role;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

fn main() {}

/// The colours that take turns from bar to bar.
const FILLS: [Role; 4] = [Role::Hue1, Role::Hue2, Role::Hue3, Role::Ink];

/// Lays out and paints one bar a number between 0 and 1, as `bars.mjs` asks: `width` CSS px wide each.
#[expect(clippy::disallowed_methods, reason = "the number of colours is constant")]
#[wasm_bindgen]
pub fn redraw(canvas: &HtmlCanvasElement, heights: &[f64], width: f32) {
    let size = Size { width: 1000.0, height: 600.0 };
    let mut scene = Scene::default();
    scene.size = size;
    let step = size.width / heights.len() as f32;
    // One colour after the other, as the rules allow: changing colours is what costs.
    for (first, fill) in FILLS.into_iter().enumerate() {
        for (i, height) in heights.iter().enumerate().skip(first).step_by(FILLS.len()) {
            let height = *height as f32 * size.height;
            scene.rect(Rect::new(i as f32 * step, size.height - height, width, height), fill);
        }
    }
    if tech_ties::live::paint_on(canvas, &scene, 1.0).is_none() {
        wasm_bindgen::throw_str("the bars could not be painted");
    }
}

//! The scaling benchmark's page: many bars through the same scene and paint as the charts (see `tests/bench/scale`).

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod bars {
    use tech_ties::scene::{Rect, Scene, Size};
    use tech_ties::theme::Role;
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlCanvasElement;

    /// The inks that take turns from bar to bar.
    const INKS: [Role; 4] = [Role::Bri, Role::Brics, Role::Africa, Role::Ink];

    /// Lays out and paints one bar a number between 0 and 1, as `bars.mjs` asks: `width` CSS px wide each.
    #[wasm_bindgen]
    pub fn redraw(canvas: &HtmlCanvasElement, heights: &[f64], width: f32) {
        let size = Size { width: 1000.0, height: 600.0 };
        let mut scene = Scene::default();
        scene.size = size;
        let step = size.width / heights.len() as f32;
        // One ink after the other, as the rules allow: changing inks is what costs.
        for (first, ink) in INKS.into_iter().enumerate() {
            for (i, height) in heights.iter().enumerate().skip(first).step_by(INKS.len()) {
                let height = *height as f32 * size.height;
                scene.rect(Rect::new(i as f32 * step, size.height - height, width, height), ink);
            }
        }
        if tech_ties::ui::live::paint_on(canvas, &scene, 1.0).is_none() {
            wasm_bindgen::throw_str("the bars could not be painted");
        }
    }
}

//! The program that takes a chart along, loaded by `static/share.js` only when a reader asks for a file: the same charts
//! and the same export as at build, in the state that the reader chose.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use tech_ties::charts::Chart;
    use tech_ties::export::{self, Format, Picture};
    use tech_ties::look::Look;
    use tech_ties::state::State;
    use tech_ties::ui::live::GRAPHIC;
    use wasm_bindgen::prelude::*;

    fn chart(name: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|chart| chart.name() == name)
    }

    fn state(query: &str) -> State {
        State::read(query, &GRAPHIC.charts.membership)
    }

    fn compose(name: &str, query: &str, look: &str, link: &str, format: Format) -> Option<String> {
        let (chart, state, look) = (chart(name)?, state(query), Look::named(look));
        export::compose(&Picture { chart, graphic: &GRAPHIC, state: &state, look, link }, format).ok()
    }

    /// A chart so many CSS px wide as SVG, in the state of a query, in the colours of a look, with a link. Nothing if
    /// there is no such chart.
    #[wasm_bindgen]
    pub fn picture(name: &str, query: &str, look: &str, link: &str, width: f32) -> Option<String> {
        compose(name, query, look, link, Format::Page { width })
    }

    /// The same as a card for social networks.
    #[wasm_bindgen]
    pub fn social(name: &str, query: &str, look: &str, link: &str) -> Option<String> {
        compose(name, query, look, link, Format::Social)
    }

    /// The figures of a chart in the state of a query, as CSV.
    #[wasm_bindgen]
    pub fn csv(name: &str, query: &str) -> Option<String> {
        Some(export::csv(chart(name)?, &GRAPHIC, &state(query)))
    }

    /// The figures of a chart in the state of a query, as JSON.
    #[wasm_bindgen]
    pub fn json(name: &str, query: &str) -> Option<String> {
        Some(export::json(chart(name)?, &GRAPHIC, &state(query)))
    }
}

//! The program that makes files of charts, loaded by `static/share.js` only when a reader asks for one: the same charts and
//! the same export as at build, in the view that the reader chose.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use charts::colors::{ColorScheme, Palette};
use charts::export::{self, Format, Picture, find};
use story::{Chart, Graphic, wire};
use wasm_bindgen::prelude::*;

fn main() {}

fn compose(
    data: &str,
    id: &str,
    query: &str,
    scheme: &str,
    accent: &str,
    link: &str,
    format: Format,
) -> Option<String> {
    let graphic = wire::read(data)?;
    let (chart, view) = find(&graphic, id, query)?;
    let palette = Palette::new(ColorScheme::named(scheme)).with_accent(hue(&graphic, chart), accent);
    export::compose(&Picture { graphic: &graphic, chart, view: &view, palette: &palette, link }, format).ok()
}

/// The number of the hue that a host page's accent takes the place of; 0 of a chart without a hue.
fn hue(graphic: &Graphic, chart: &Chart) -> u8 {
    graphic.section(&chart.section).and_then(|section| section.hue).map_or(0, |hue| hue.number())
}

/// A chart so many CSS px wide as SVG, from the data of the page, in the view of a query, in the colours of a scheme and an
/// accent, with a link. Nothing if there is no such chart.
#[wasm_bindgen]
pub fn picture(
    data: &str,
    chart: &str,
    query: &str,
    scheme: &str,
    accent: &str,
    link: &str,
    width: f32,
) -> Option<String> {
    compose(data, chart, query, scheme, accent, link, Format::Page { width })
}

/// The same as an image for social networks.
#[wasm_bindgen]
pub fn social(data: &str, chart: &str, query: &str, scheme: &str, accent: &str, link: &str) -> Option<String> {
    compose(data, chart, query, scheme, accent, link, Format::Social)
}

/// The figures of a chart in the view of a query, as CSV.
#[wasm_bindgen]
pub fn csv(data: &str, chart: &str, query: &str) -> Option<String> {
    let graphic = wire::read(data)?;
    let (chart, view) = find(&graphic, chart, query)?;
    Some(export::csv(&graphic, chart, &view))
}

/// The figures of a chart in the view of a query, as JSON.
#[wasm_bindgen]
pub fn json(data: &str, chart: &str, query: &str) -> Option<String> {
    let graphic = wire::read(data)?;
    let (chart, view) = find(&graphic, chart, query)?;
    Some(export::json(&graphic, chart, &view))
}

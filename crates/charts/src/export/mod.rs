//! What leaves the page: a chart, as a reader sees it, as figures (CSV, JSON) and as a picture that opens alone (SVG).
//!
//! Pure, and the same at build and in the browser. A figure leaves with its hedge, date and provenance, or not at all.

mod csv;
mod json;
mod picture;
mod record;
mod sheet;

pub use csv::csv;
pub use json::json;
pub use picture::{Format, Picture, compose};
pub use record::{Record, records};
pub use sheet::Sheet;

use crate::{State, View};
use story::{Chart, Graphic};

/// The query that leads to a view of a chart; empty or beginning with `?`.
fn query(chart: &Chart, view: &View) -> String {
    let shown = crate::view::parameters(&chart.kind, view);
    let parts: Vec<String> = shown.into_iter().map(|(name, value)| [name, "=", &value].concat()).collect();
    if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() }
}

/// The chart with this id, and its view in the state that a query means.
#[must_use]
pub fn find<'a>(graphic: &'a Graphic, id: &str, query: &str) -> Option<(&'a Chart, View)> {
    let place = graphic.charts.iter().position(|chart| chart.id.0 == id)?;
    Some((graphic.charts.get(place)?, State::read(query, graphic).view(place)))
}

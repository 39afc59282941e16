//! The data that a page carries for its charts.

use story::{ChartId, Graphic, wire};

/// The data of some charts as an element that runs nothing. It stands at the end of the page, where it holds up nothing,
/// and its words are those of the page, which a compressor tells once.
pub(super) fn script(graphic: &Graphic, charts: &[&ChartId]) -> String {
    format!("<script type=\"text/plain\" data-story>\n{}\n</script>\n", wire::write(&graphic.only(charts)))
}

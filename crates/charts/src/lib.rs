//! The kinds of charts: from a chart of a story and a view to rows, from rows and a width to a scene.
//!
//! ```text
//! (chart, view) -> Content -> scene(content, width) -> Scene
//!                     \-> summary, notes, records: what is said, heard and exported
//! ```
//!
//! Pure: no browser, no measuring, no clock.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bars;
pub mod colors;
mod controls;
pub mod export;
mod layout;
mod legend;
mod marks;
mod order;
pub mod outline;
mod ranges;
mod rows;
pub mod sound;
pub mod squares;
mod state;
mod summary;
mod timeline;
pub mod typed;
mod view;

pub use controls::{Control, controls};
pub use layout::Layout;
pub use rows::{Amount, Content, Datum, EventState, Group, Origin, Row, Verbosity};
pub use state::{Mark, Open, State};
pub use summary::{chosen, shown, summary};
pub use view::{Order, Setting, View};

use drawing::scene::Scene;
use story::{Chart, Graphic, Kind};

/// Lays a chart out for a width in CSS px, and never for less than the narrowest layout is made for; the scene's size tells
/// the width and height that it takes. The hit targets of the scene name the rows of `content`, which is that of the same chart and view.
///
/// ```
/// # let json = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json")).unwrap();
/// # let story: story::Story = serde_json::from_str(&json).unwrap();
/// use charts::{Content, View, scene};
/// let graphic = story.graphic();
/// for chart in &graphic.charts {
///     let view = View::default();
///     let content = Content::of(&graphic, chart, &view);
///     let scene = scene(&graphic, chart, &content, &view, 360.0);
///     assert_eq!(scene.targets.len(), content.rows.len());
/// }
/// ```
#[must_use]
pub fn scene(graphic: &Graphic, chart: &Chart, content: &Content, view: &View, width: f32) -> Scene {
    let width = width.max(Layout::Narrow.narrowest());
    match &chart.kind {
        Kind::Bars(bars) => bars::scene(graphic, chart, bars, content, view, width),
        Kind::Ranges(ranges) => ranges::scene(graphic, chart, ranges, content, view, width),
        Kind::Timeline(timeline) => timeline::scene(graphic, chart, timeline, content, view, width),
    }
}

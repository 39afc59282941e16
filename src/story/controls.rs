//! What is said around the controls of the charts.

use super::Text;
use serde::{Deserialize, Serialize};

/// The words of the controls: labels, and what is announced when a view has changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Controls {
    /// Legend of the choice of what is counted.
    pub count: Text,
    /// All families of counts.
    pub all: Text,
    /// The families alone, in the order of [`Family::ALL`].
    pub families: [Text; 4],
    /// Legend of the choice of an order.
    pub order: Text,
    /// The orders: by stated figure, by source.
    pub orders: [Text; 2],
    /// Announced after a choice: `{}` figures are shown.
    pub shown: Text,
    /// Label of the yield to try, with its unit.
    pub field: Text,
    /// Invites to try a yield, before there is one.
    pub field_invitation: Text,
    /// What a yield would become, with `{field}`, `{low}`, `{high}` and `{gain}`, marked as arithmetic.
    pub field_answer: Text,
    /// Told when what was typed is no yield within the range.
    pub field_refused: Text,
    /// Label of the year.
    pub year: Text,
    /// Invites to choose a year, before there is one.
    pub year_invitation: Text,
    /// What held at the end of `{year}`: `{members}`.
    pub year_answer: Text,
    /// Follows where something happened in that year.
    pub year_events: Text,
    /// Label of the button that runs through the years.
    pub play: Text,
    /// Label of the button that stops.
    pub pause: Text,
    /// Label of the button that goes back to the whole timeline.
    pub reset: Text,
    /// Label of the button that plays a chart as sound.
    pub listen: Text,
    /// Label of what a listener hears, in words.
    pub transcript: Text,
    /// How to listen.
    pub listening: Text,
    /// Label of the button that takes a yield back.
    pub clear: Text,
    /// How to reach the marks by keys.
    pub keys: Text,
    /// Link from a mark to its figure in the story.
    pub to_story: Text,
    /// Link to the page with this figure in focus.
    pub to_figure: Text,
    /// Closes what is open.
    pub close: Text,
}

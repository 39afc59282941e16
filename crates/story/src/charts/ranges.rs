//! Ranges on an axis, and figures before and after.

use super::Entry;
use crate::{FactId, Number, UnitId};
use serde::{Deserialize, Serialize};

/// Panels of ranges and of changes, two side by side where there is room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ranges {
    /// The panels, in reading order.
    pub panels: Vec<RangePanel>,
    /// Lets readers try one of the ranges on a figure of their own.
    #[serde(default)]
    pub calculator: Option<Calculator>,
}

impl Ranges {
    pub(super) fn facts(&self) -> Vec<&FactId> {
        let panels = self.panels.iter().flat_map(|panel| panel.shows.entries());
        panels.map(|entry| &entry.fact).chain(self.calculator.iter().map(|one| &one.range)).collect()
    }
}

/// A panel with an axis of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RangePanel {
    /// The title.
    pub title: String,
    /// What and where the figures are about.
    pub scope: String,
    /// What the panel shows.
    pub shows: Shows,
}

/// What a panel of a chart of ranges shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Shows {
    /// Ranges on one axis that begins at zero.
    Intervals {
        /// Where the axis ends; at the largest figure if it is not given.
        #[serde(default)]
        to: Option<Number>,
        /// The ranges: facts that state a low and a high end.
        rows: Vec<Entry>,
        /// Figures that belong to them, in words only.
        #[serde(default)]
        also: Vec<Entry>,
    },
    /// One figure before and after.
    Change {
        /// The figure before.
        before: Entry,
        /// The figure after.
        after: Entry,
        /// The computed change in percent.
        #[serde(default)]
        change: Option<Entry>,
    },
}

impl Shows {
    /// The facts that are shown, in reading order.
    #[must_use]
    pub fn entries(&self) -> Vec<&Entry> {
        match self {
            Self::Intervals { rows, also, .. } => rows.iter().chain(also).collect(),
            Self::Change { before, after, change } => [before].into_iter().chain(change).chain([after]).collect(),
        }
    }
}

impl Default for Shows {
    fn default() -> Self {
        Self::Intervals { to: None, rows: Vec::new(), also: Vec::new() }
    }
}

/// What a range of changes in percent would make of a reader's own figure: arithmetic, never a claim of the source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calculator {
    /// Its name in addresses.
    pub parameter: String,
    /// The range that is tried: a fact of the chart, in percent.
    pub range: FactId,
    /// The unit of the reader's figure.
    pub unit: UnitId,
    /// The least figure that can be tried.
    pub least: Number,
    /// The greatest.
    pub most: Number,
    /// The step of the slider.
    pub step: Number,
    /// Label of the field, with its unit.
    pub label: String,
    /// Invites to try a figure, before there is one.
    pub invitation: String,
    /// The answer, with `{value}`, `{low}`, `{high}` and `{range}`, marked as arithmetic.
    pub answer: String,
    /// Told when what was typed is no figure within the limits.
    pub refused: String,
    /// The title of the panel that shows the answer.
    pub title: String,
    /// Says that this is arithmetic.
    pub scope: String,
    /// Label of the figure as it is.
    pub before: String,
    /// Label of what the range would make of it.
    pub after: String,
}

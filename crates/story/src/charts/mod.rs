//! Charts as a story declares them: which facts each shows, under which words, and what readers may choose.

mod bars;
mod ranges;
mod timeline;

pub use bars::{Bars, OrderChoice, Panel, PanelChoice};
pub use ranges::{Calculator, RangePanel, Ranges, Shows};
pub use timeline::{Departure, Event, Group, Member, Timeline, YearChoice};

use crate::{ChartId, FactId, SectionId};
use serde::{Deserialize, Serialize};

/// A chart: facts of the story in one of the kinds of picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Its name in addresses, file names and attributes.
    pub id: ChartId,
    /// The section that it stands in, and whose hue it has.
    pub section: SectionId,
    /// The words around it.
    pub text: ChartText,
    /// What it shows.
    pub kind: Kind,
}

/// The kinds of charts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Panels of bars, each panel on a scale of its own.
    Bars(Bars),
    /// Ranges on an axis, and figures before and after.
    Ranges(Ranges),
    /// Members, their number and events over the years.
    Timeline(Timeline),
}

impl Kind {
    /// The name used in class names: that of the kind in the story file.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Bars(_) => "bars",
            Self::Ranges(_) => "ranges",
            Self::Timeline(_) => "timeline",
        }
    }

    /// The facts that the chart shows, in its own order.
    #[must_use]
    pub fn facts(&self) -> Vec<&FactId> {
        match self {
            Self::Bars(bars) => bars.panels.iter().flat_map(|panel| &panel.rows).map(|entry| &entry.fact).collect(),
            Self::Ranges(ranges) => ranges.facts(),
            Self::Timeline(timeline) => timeline.facts(),
        }
    }

    /// The parameters that addresses may carry for the chart, in the order in which they are written.
    #[must_use]
    pub fn parameters(&self) -> Vec<&str> {
        match self {
            Self::Bars(bars) => {
                let panel = bars.choose.as_ref().map(|choice| choice.parameter.as_str());
                let order = bars.order.as_ref().map(|choice| choice.parameter.as_str());
                panel.into_iter().chain(order).collect()
            }
            Self::Ranges(ranges) => ranges.calculator.iter().map(|one| one.parameter.as_str()).collect(),
            Self::Timeline(timeline) => timeline.choose.iter().map(|one| one.parameter.as_str()).collect(),
        }
    }
}

impl Default for Kind {
    fn default() -> Self {
        Self::Bars(Bars::default())
    }
}

/// The words around a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartText {
    /// The finding, in at most 15 words, with its hedge.
    pub title: String,
    /// What is measured, in which unit, where and when.
    pub subtitle: String,
    /// How to read the marks.
    pub reading: String,
    /// Where the figures come from and the date they speak of.
    pub source: String,
    /// The caption of the table that holds the same figures.
    pub table: String,
}

/// A fact in a chart, under the words that fit there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The fact shown.
    pub fact: FactId,
    /// What it is, in the fewest words.
    pub label: String,
}

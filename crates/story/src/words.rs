//! Words and templates, from which everything that is said of a figure is put together.

use crate::{Bound, Counted, Exploring, Hedge, Number, fill, fill_named};
use serde::{Deserialize, Serialize};

/// Words and templates from which labels and sentences are made. `{}` stands for what is filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The hedges.
    pub hedges: Hedges,
    /// An average.
    pub average: String,
    /// What stands between groups of three digits.
    pub thousands: String,
    /// What stands before decimals.
    pub decimal: String,
    /// A number below zero.
    pub negative: String,
    /// The date that a figure speaks of.
    pub as_of: String,
    /// The period that a figure speaks of.
    pub period: String,
    /// Said where the source gives no date.
    pub undated: String,
    /// A span of dates, with `{start}` and `{end}`.
    pub span: String,
    /// The twelve months.
    pub months: [String; 12],
    /// Something that began and goes on.
    pub since: String,
    /// Something that was still ahead.
    pub scheduled: String,
    /// A membership that ended, with `{joined}` and `{left}`.
    pub left: String,
    /// A place in the source, with `{section}`, `{paragraph}` and `{sentence}`.
    pub place: String,
    /// A work that the story cites.
    pub work: String,
    /// A work that is not the source.
    pub background: String,
    /// A value worked out by the project.
    pub computed: String,
    /// A computed value beside its mark.
    pub computed_short: String,
    /// A computed change upwards.
    pub increase: String,
    /// A computed change downwards.
    pub decrease: String,
    /// What marks mean.
    pub legend: Legend,
    /// What is said around the controls of charts.
    pub controls: Controls,
}

/// A number with its hedge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hedges {
    /// Above the number.
    pub more_than: String,
    /// The number or above.
    pub at_least: String,
    /// Below the number.
    pub less_than: String,
    /// The number or below.
    pub at_most: String,
    /// Near the number.
    pub about: String,
    /// From `{low}` to `{high}`.
    pub between: String,
}

impl Hedges {
    /// A bound in words, its numbers written by `number`.
    pub(crate) fn fill(&self, bound: Bound, number: impl Fn(Number) -> String) -> String {
        let template = match bound {
            Bound::Exact(value) => return number(value),
            Bound::Between { low, high } => {
                return fill_named(&self.between, &[("low", &number(low)), ("high", &number(high))]);
            }
            Bound::MoreThan(_) => &self.more_than,
            Bound::AtLeast(_) => &self.at_least,
            Bound::LessThan(_) => &self.less_than,
            Bound::AtMost(_) => &self.at_most,
            Bound::About(_) => &self.about,
        };
        fill(template, &number(bound.least_stated()))
    }
}

/// What marks mean: the legend of a chart names those that the chart holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Legend {
    /// A bar that ends at an exact figure.
    pub exact: String,
    /// A bar of "more than".
    pub more_than: String,
    /// A bar of "at least".
    pub at_least: String,
    /// A bar of "less than".
    pub less_than: String,
    /// A bar of "at most".
    pub at_most: String,
    /// A bar of "about".
    pub about: String,
    /// A bar with a low and a high end.
    pub between: String,
    /// Warns that each panel has a scale of its own.
    pub scales: String,
    /// A bar of what the source states, where others are background.
    pub stated: String,
    /// A pale bar.
    pub background: String,
    /// An arrowhead at the end of a bar.
    pub member: String,
    /// A bar that ends with a cap.
    pub left: String,
    /// An event that happened.
    pub done: String,
    /// An event that was announced.
    pub announced: String,
    /// An event that was still ahead.
    pub scheduled: String,
    /// A mark as wide as a year.
    pub year: String,
}

impl Legend {
    /// What a bar with this hedge means.
    #[must_use]
    pub fn hedge(&self, hedge: Hedge) -> &str {
        match hedge {
            Hedge::Exact => &self.exact,
            Hedge::MoreThan => &self.more_than,
            Hedge::AtLeast => &self.at_least,
            Hedge::LessThan => &self.less_than,
            Hedge::AtMost => &self.at_most,
            Hedge::About => &self.about,
            Hedge::Between => &self.between,
        }
    }
}

/// What is said around the controls of any chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Controls {
    /// Announced after a choice: so many figures are shown.
    pub shown: Counted,
    /// What the ways to explore a chart are folded into.
    pub explore: String,
    /// Label of the button that runs through the years.
    pub play: String,
    /// Label of the button that stops.
    pub pause: String,
    /// Label of the button that goes back to the whole timeline.
    pub reset: String,
    /// Label of the button that plays a chart as sound.
    pub listen: String,
    /// Label of what a listener hears, in words.
    pub transcript: String,
    /// How to listen.
    pub listening: String,
    /// Label of the button that clears a field.
    pub clear: String,
    /// How to reach the marks by keys.
    pub keys: String,
    /// Link from a mark to its figure in the story.
    pub to_story: String,
    /// Link to the page with this figure in focus.
    pub to_figure: String,
    /// Closes what is open.
    pub close: String,
    /// What is said where a chart is explored by ear, by touch and by words, where English will not do.
    #[serde(default, skip_serializing_if = "Exploring::is_english")]
    pub exploring: Exploring,
}

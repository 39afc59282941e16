//! A figure with its hedge: a number as it was stated, never rounded, never stripped of "more than".

use crate::Number;
use serde::{Deserialize, Serialize};

/// A number, or two of them, with the hedge that the source gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Bound {
    /// Stated plainly.
    Exact(Number),
    /// "More than", "over": the true figure is above the number.
    MoreThan(Number),
    /// "At least": the true figure is the number or above.
    AtLeast(Number),
    /// "Less than", "under": the true figure is below the number.
    LessThan(Number),
    /// "At most", "up to": the true figure is the number or below.
    AtMost(Number),
    /// "About", "some": the true figure is near the number, on either side.
    About(Number),
    /// "From … to …".
    Between {
        /// The lower end.
        low: Number,
        /// The upper end, above the lower.
        high: Number,
    },
}

/// The hedge of a figure, without its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// [`Bound::Exact`].
    Exact,
    /// [`Bound::MoreThan`].
    MoreThan,
    /// [`Bound::AtLeast`].
    AtLeast,
    /// [`Bound::LessThan`].
    LessThan,
    /// [`Bound::AtMost`].
    AtMost,
    /// [`Bound::About`].
    About,
    /// [`Bound::Between`].
    Between,
}

impl Hedge {
    /// All hedges, in the order of legends.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::MoreThan, Self::AtLeast, Self::LessThan, Self::AtMost, Self::About, Self::Between];

    /// The name used in files: that of the same hedge in the story file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::About => "about",
            Self::Between => "between",
        }
    }
}

impl Bound {
    /// The hedge.
    #[must_use]
    pub fn hedge(self) -> Hedge {
        match self {
            Self::Exact(_) => Hedge::Exact,
            Self::MoreThan(_) => Hedge::MoreThan,
            Self::AtLeast(_) => Hedge::AtLeast,
            Self::LessThan(_) => Hedge::LessThan,
            Self::AtMost(_) => Hedge::AtMost,
            Self::About(_) => Hedge::About,
            Self::Between { .. } => Hedge::Between,
        }
    }

    /// The smaller of the stated numbers: where a bar's certain part ends, and what rows are put in order by.
    #[must_use]
    pub fn least_stated(self) -> Number {
        match self {
            Self::Exact(value)
            | Self::MoreThan(value)
            | Self::AtLeast(value)
            | Self::LessThan(value)
            | Self::AtMost(value)
            | Self::About(value)
            | Self::Between { low: value, .. } => value,
        }
    }

    /// The larger of the stated numbers. Of all but a range that is the only one: nothing beyond it was stated.
    #[must_use]
    pub fn largest_stated(self) -> Number {
        match self {
            Self::Between { high, .. } => high,
            _ => self.least_stated(),
        }
    }

    /// The lower end of what the statement allows; none if it names none. Of "more than" the number itself is excluded.
    #[must_use]
    pub fn low(self) -> Option<Number> {
        match self {
            Self::LessThan(_) | Self::AtMost(_) => None,
            _ => Some(self.least_stated()),
        }
    }

    /// The upper end of what the statement allows; none if it names none. Of "less than" the number itself is excluded.
    #[must_use]
    pub fn high(self) -> Option<Number> {
        match self {
            Self::MoreThan(_) | Self::AtLeast(_) => None,
            _ => Some(self.largest_stated()),
        }
    }

    /// The number of a figure that was stated plainly.
    #[must_use]
    pub fn exact(self) -> Option<Number> {
        match self {
            Self::Exact(value) => Some(value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_statement_allows_is_no_end() {
        let [three, five] = [3, 5].map(Number::from);
        let ends = |bound: Bound| (bound.low(), bound.high());
        assert_eq!(ends(Bound::MoreThan(three)), (Some(three), None));
        assert_eq!(ends(Bound::AtMost(three)), (None, Some(three)));
        assert_eq!(ends(Bound::Between { low: three, high: five }), (Some(three), Some(five)));
        assert_eq!(ends(Bound::About(three)), (Some(three), Some(three)));
    }
}

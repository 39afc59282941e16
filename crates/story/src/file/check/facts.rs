//! Figures: that what they state can be.

use super::{Check, facts};
use crate::file::Problem;
use crate::{Bound, Number};

impl Check<'_> {
    pub(super) fn facts(&mut self) {
        for (path, fact) in facts(self.parts) {
            if let Some(Bound::Between { low, high }) = fact.quantity().map(|quantity| quantity.value)
                && low >= high
            {
                let message = format!("the range is upside down: low is {low} and high {high}");
                let path = path.to("content.quantity.value.between");
                self.fault(Problem::Figure, path, message, "a low end below the high end");
            }
        }
    }
}

/// Whether a figure speaks of anything below zero.
pub(super) fn is_negative(bound: Bound) -> bool {
    bound.least_stated().is_negative() || bound.largest_stated().is_negative()
}

/// Whether a number is one of those that a statement allows; "about" allows any.
pub(super) fn allows(bound: Bound, number: Number) -> bool {
    match bound {
        Bound::Exact(value) => number == value,
        Bound::MoreThan(value) => number > value,
        Bound::AtLeast(value) => number >= value,
        Bound::LessThan(value) => number < value,
        Bound::AtMost(value) => number <= value,
        Bound::About(_) => true,
        Bound::Between { low, high } => (low..=high).contains(&number),
    }
}

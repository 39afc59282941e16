//! Dates: within the years that can be drawn, the right way round, and not later than the source could know.

use super::{Check, facts};
use crate::file::{Path, Problem};
use crate::{Content, Date, Status, When};
use std::ops::RangeInclusive;

/// The years that dates can have.
pub(super) const YEARS: RangeInclusive<u16> = 1500..=2100;

impl Check<'_> {
    pub(super) fn dates(&mut self) {
        let parts = self.parts;
        if let Some(article) = &parts.article {
            self.possible(article.written, Path::of("article.written"));
        }
        for (path, fact) in facts(parts) {
            match &fact.content {
                Content::Quantity(quantity) => {
                    if let Some(when) = quantity.as_of {
                        self.date(when, Status::Past, path.to("content.quantity.as_of"));
                    }
                }
                Content::Dated(dated) => self.date(dated.when, dated.status, path.to("content.dated.when")),
                Content::Named(_) => {}
            }
        }
    }

    fn date(&mut self, when: When, status: Status, path: Path) {
        self.possible(when, path.clone());
        let Some(written) = self.parts.article.as_ref().map(|article| article.written) else { return };
        // A year is allowed if any of it lies before the article's end: "2013 to 2024", written in 2024.
        let later = when.last().first_month() >= written.last().end_month();
        let over = when.last().end_month() <= written.start.first_month();
        match status {
            Status::Past | Status::Since if later => {
                let expected = format!("at most {}, or the status `scheduled`", String::from(written));
                self.fault(Problem::Date, path, "the date is after the source was written", &expected);
            }
            Status::Scheduled if over => {
                let message = "what was scheduled for this date was over when the source was written";
                self.fault(Problem::Date, path, message, "a later date, or the status `past`");
            }
            _ => {}
        }
    }

    /// Whether the years are in range and a span the right way round.
    fn possible(&mut self, when: When, path: Path) {
        if [when.start, when.last()].iter().any(|date| !YEARS.contains(&date.year)) {
            let expected = format!("a year from {} to {}", YEARS.start(), YEARS.end());
            self.fault(Problem::Date, path.clone(), "the date is out of range", &expected);
        }
        if is_upside_down(when) {
            self.fault(Problem::Date, path, "the span ends before it starts", "the earlier date first");
        }
    }
}

/// Whether a span ends before it starts, as far as both ends are known.
fn is_upside_down(when: When) -> bool {
    let days = when.start.day.zip(when.last().day);
    let one_month = when.start.first_month() == when.last().first_month();
    when.last().end_month() <= when.start.first_month() || (one_month && days.is_some_and(|(start, end)| end < start))
}

/// Whether one date begins before another, as far as both are known.
pub(super) fn begins_before(one: Date, other: Date) -> bool {
    let days = one.day.zip(other.day);
    let months = (one.first_month(), other.first_month());
    months.0 < months.1 || (months.0 == months.1 && days.is_some_and(|(one, other)| one < other))
}

//! Dates as exact as the source gives them: a year, a month or a day, and spans of them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar date known to the year, the month or the day; never more exact than its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year of the common era.
    pub year: u16,
    /// The month, 1 to 12, if it is known.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31, if it is known; then the month is known too.
    pub day: Option<u8>,
}

impl Date {
    /// The first month that the date may mean, counted from January of year 0.
    #[must_use]
    pub fn first_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.map_or(0, |month| month.saturating_sub(1)))
    }

    /// The month after the last one that the date may mean, counted from January of year 0.
    #[must_use]
    pub fn end_month(self) -> i32 {
        self.first_month() + if self.month.is_some() { 1 } else { 12 }
    }

    /// Reads `2012`, `2023-08` or `2009-06-16`.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let year = parts.next().filter(|part| part.len() == 4).filter(digits)?;
        let two_digits = |part: &str| Some(part).filter(|part| part.len() == 2).filter(digits)?.parse().ok();
        let date = Self {
            year: year.parse().ok()?,
            month: parts.next().map(two_digits).map_or(Some(None), |m| m.map(Some))?,
            day: parts.next().map(two_digits).map_or(Some(None), |d| d.map(Some))?,
        };
        (parts.next().is_none() && date.exists()).then_some(date)
    }

    /// Whether the calendar has the date.
    fn exists(self) -> bool {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            None => return true,
            Some(4 | 6 | 9 | 11) => 30,
            Some(2) if leap => 29,
            Some(2) => 28,
            Some(1..=12) => 31,
            Some(_) => return false,
        };
        self.day.is_none_or(|day| (1..=days).contains(&day))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// A date, or the span from one date to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    /// The date, or the first of the span.
    pub start: Date,
    /// The last date of a span.
    pub end: Option<Date>,
}

impl When {
    /// The last date that is meant: the end of a span, else the date itself.
    #[must_use]
    pub fn last(self) -> Date {
        self.end.unwrap_or(self.start)
    }
}

impl TryFrom<String> for When {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (start, end) = match text.split_once('/') {
            Some((start, end)) => (Date::parse(start), Some(Date::parse(end))),
            None => (Date::parse(&text), None),
        };
        match (start, end) {
            (Some(start), None) => Ok(Self { start, end: None }),
            (Some(start), Some(Some(end))) => Ok(Self { start, end: Some(end) }),
            _ => Err("not a date; write 2012, 2023-08, 2009-06-16, or two of them with a / between"),
        }
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        match when.end {
            Some(end) => format!("{}/{end}", when.start),
            None => when.start.to_string(),
        }
    }
}

#[cfg(feature = "check")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let date = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
        schemars::json_schema!({
            "description": "A year, a month or a day, or two of them: 2012, 2023-08, 2009-06-16, 2013/2024.",
            "type": "string",
            "pattern": format!("^{date}(/{date})?$")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> Result<When, &'static str> {
        When::try_from(text.to_owned())
    }

    #[test]
    fn reads_back_what_it_writes() {
        for text in ["2012", "2023-08", "2009-06-16", "2013/2024", "2024-10-22/2024-10-24"] {
            assert_eq!(when(text).map(String::from), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        let written = ["", "24", "2023-8", "2023/", "1-2-3-4", "2023-+8", "+023", "2023-1 "];
        for text in ["2023-13", "2023-00", "2023-02-29", "2023-08-32"].into_iter().chain(written) {
            assert!(when(text).is_err(), "{text} was taken for a date");
        }
        assert!(when("2024-02-29").is_ok());
    }

    #[test]
    fn a_year_spans_twelve_months_and_a_month_one() {
        let months = |text| when(text).map(|w| w.start.end_month() - w.start.first_month());
        assert_eq!(months("2015"), Ok(12));
        assert_eq!(months("2015-03"), Ok(1));
        assert_eq!(months("2015-03-31"), Ok(1));
    }
}

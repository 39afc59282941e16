//! Words and templates: everything that is said about a figure is put together here and only here.

use super::{Bound, Date, Section, Text, Unit, When};
use serde::{Deserialize, Serialize};

/// Words and templates from which labels and sentences are made. `{}` stands for what is filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// A lower bound.
    pub at_least: Text,
    /// An interval, with `{low}` and `{high}`.
    pub interval: Text,
    /// An average.
    pub average: Text,
    /// What stands between groups of three digits.
    pub thousands: Text,
    /// The date that a figure speaks of.
    pub as_of: Text,
    /// The period that a figure speaks of.
    pub period: Text,
    /// Said where the source gives no date.
    pub undated: Text,
    /// A span of dates, with `{start}` and `{end}`.
    pub span: Text,
    /// The twelve months.
    pub months: [Text; 12],
    /// Something that began and goes on.
    pub since: Text,
    /// Something that was still ahead.
    pub scheduled: Text,
    /// A place in the source, with `{section}`, `{paragraph}` and `{sentence}`.
    pub place: Text,
    /// A work that is not the source article.
    pub background: Text,
    /// A value worked out by the project.
    pub computed: Text,
    /// A computed value beside its mark.
    pub computed_short: Text,
    /// A computed change upwards.
    pub increase: Text,
    /// The sections' names, in the order of the source.
    pub sections: [Text; 5],
    /// The units.
    pub units: UnitWords,
}

/// A template for each unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// The template of [`Unit::Countries`].
    pub countries: Text,
    /// The template of [`Unit::Institutions`].
    pub institutions: Text,
    /// The template of [`Unit::Laboratories`].
    pub laboratories: Text,
    /// The template of [`Unit::Centres`].
    pub centres: Text,
    /// The template of [`Unit::Projects`].
    pub projects: Text,
    /// The template of [`Unit::Activities`].
    pub activities: Text,
    /// The template of [`Unit::Outcomes`].
    pub outcomes: Text,
    /// The template of [`Unit::People`].
    pub people: Text,
    /// The template of [`Unit::Sessions`].
    pub sessions: Text,
    /// The template of [`Unit::Areas`].
    pub areas: Text,
    /// The template of [`Unit::Groups`].
    pub groups: Text,
    /// The template of [`Unit::Meetings`].
    pub meetings: Text,
    /// The template of [`Unit::Edition`].
    pub edition: Text,
    /// The template of [`Unit::Version`].
    pub version: Text,
    /// The template of [`Unit::Percent`].
    pub percent: Text,
    /// The template of [`Unit::TonnesPerHectare`].
    pub tonnes_per_hectare: Text,
    /// The template of [`Unit::Tons`].
    pub tons: Text,
}

impl UnitWords {
    fn template(&self, unit: Unit) -> &str {
        match unit {
            Unit::Countries => &self.countries,
            Unit::Institutions => &self.institutions,
            Unit::Laboratories => &self.laboratories,
            Unit::Centres => &self.centres,
            Unit::Projects => &self.projects,
            Unit::Activities => &self.activities,
            Unit::Outcomes => &self.outcomes,
            Unit::People => &self.people,
            Unit::Sessions => &self.sessions,
            Unit::Areas => &self.areas,
            Unit::Groups => &self.groups,
            Unit::Meetings => &self.meetings,
            Unit::Edition => &self.edition,
            Unit::Version => &self.version,
            Unit::Percent => &self.percent,
            Unit::TonnesPerHectare => &self.tonnes_per_hectare,
            Unit::Tons => &self.tons,
        }
    }
}

impl Words {
    /// A number with its digits grouped in threes, for axes. A figure goes through [`super::Quantity::in_words`].
    #[must_use]
    pub fn number(&self, value: u32) -> String {
        let digits = value.to_string();
        let mut grouped = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push_str(&self.thousands);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// The number with its qualifier: `more than 150`, `30 to 60`.
    #[must_use]
    pub(super) fn bound(&self, bound: Bound) -> String {
        match bound {
            Bound::Exact(value) => self.number(value),
            Bound::AtLeast(value) => fill(&self.at_least, &self.number(value)),
            Bound::Interval { low, high } => {
                self.interval.replace("{low}", &self.number(low)).replace("{high}", &self.number(high))
            }
        }
    }

    /// A text with its unit: `more than 150 countries`.
    #[must_use]
    pub fn with_unit(&self, text: &str, unit: Unit) -> String {
        fill(self.units.template(unit), text)
    }

    /// A date in words: `2012`, `August 2023`, `22 to 24 October 2024`.
    #[must_use]
    pub fn when(&self, when: When) -> String {
        match when.end {
            None => self.date(when.start),
            Some(end) => {
                let same_month = (when.start.year, when.start.month) == (end.year, end.month);
                let start = match when.start.day {
                    Some(day) if same_month => day.to_string(),
                    _ => self.date(when.start),
                };
                self.span.replace("{start}", &start).replace("{end}", &self.date(end))
            }
        }
    }

    fn date(&self, date: Date) -> String {
        let mut text = String::new();
        if let Some(day) = date.day {
            text.push_str(&day.to_string());
            text.push(' ');
        }
        if let Some(month) = date.month.and_then(|month| self.months.get(usize::from(month) - 1)) {
            text.push_str(month);
            text.push(' ');
        }
        text.push_str(&date.year.to_string());
        text
    }

    /// The name of a section of the source.
    #[must_use]
    pub fn section(&self, section: Section) -> &str {
        let [overview, bri, brics, africa, asean] = &self.sections;
        match section {
            Section::Overview => overview,
            Section::Bri => bri,
            Section::Brics => brics,
            Section::Africa => africa,
            Section::Asean => asean,
        }
    }
}

/// Puts a text where the template says `{}`.
pub(super) fn fill(template: &str, text: &str) -> String {
    template.replace("{}", text)
}

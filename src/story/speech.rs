//! A fact in words: the one wording that labels, tooltips, tables and screen readers share.

use super::words::fill;
use super::{Bound, Content, Fact, Place, Provenance, Quantity, Rule, Status, Words};

/// What is said of a fact, in four parts that every view of it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The figure with its qualifier and unit, the date, or the names.
    pub value: String,
    /// What is counted, dated or named.
    pub label: String,
    /// The date that a figure speaks of; empty where the value is itself a date or there is none to give.
    pub dated: String,
    /// Where it comes from.
    pub place: String,
    /// What a careful reader should know besides; mostly empty.
    pub note: String,
}

impl Spoken {
    /// Says a fact.
    #[must_use]
    pub fn of(fact: &Fact, words: &Words) -> Self {
        let (value, dated) = match &fact.content {
            Content::Quantity(quantity) => (quantity.in_words(words), quantity.dated(words)),
            Content::Dated(dated) => {
                let when = words.when(dated.when);
                let value = match dated.status {
                    Status::Past => when,
                    Status::Since => fill(&words.since, &when),
                    Status::Scheduled => fill(&words.scheduled, &when),
                };
                (value, String::new())
            }
            Content::Named(named) => (named.names.to_string(), String::new()),
        };
        Self {
            value,
            label: fact.label.to_string(),
            dated,
            place: fact.provenance().in_words(words),
            note: fact.note.as_deref().unwrap_or_default().to_owned(),
        }
    }
}

impl Quantity {
    /// The digits within [`Self::in_words`], for those who set them larger; never to be shown without the rest.
    #[must_use]
    pub fn digits(&self, words: &Words) -> String {
        match self.value {
            Bound::Exact(value) | Bound::AtLeast(value) => words.number(value),
            Bound::Interval { .. } => words.bound(self.value),
        }
    }

    /// The figure with every hedge that it was stated with: `30 to 60 percent on average`.
    #[must_use]
    pub fn in_words(&self, words: &Words) -> String {
        let mut number = words.bound(self.value);
        if let Provenance::Computed { rule: Rule::PercentChange, .. } = self.provenance {
            number = fill(&words.increase, &number);
        }
        let text = words.with_unit(&number, self.unit);
        if self.average { fill(&words.average, &text) } else { text }
    }

    /// The date that it speaks of, in words.
    fn dated(&self, words: &Words) -> String {
        match self.as_of {
            Some(when) if when.end.is_some() => fill(&words.period, &words.when(when)),
            Some(when) => fill(&words.as_of, &words.when(when)),
            None => words.undated.to_string(),
        }
    }
}

impl Provenance {
    /// Where the fact comes from, in words.
    fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Source(place) => place.in_words(words),
            Self::Background { work } => fill(&words.background, work),
            Self::Computed { .. } => words.computed.to_string(),
        }
    }
}

impl Place {
    fn in_words(self, words: &Words) -> String {
        words
            .place
            .replace("{section}", words.section(self.section))
            .replace("{paragraph}", &self.paragraph.to_string())
            .replace("{sentence}", &self.sentence.to_string())
    }
}

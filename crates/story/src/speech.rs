//! A fact in words: the one wording that labels, tooltips, tables, files and screen readers share.

use crate::{
    Bound, Content, Date, Fact, Graphic, Number, Place, Provenance, Quantity, Rule, Status, UnitId, When, fill,
    fill_named,
};

/// What is said of a fact, in the parts that every view of it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The figure with its hedge and unit, the date, or the names.
    pub value: String,
    /// What is counted, dated or named.
    pub label: String,
    /// The date that a figure speaks of; empty where the value is itself a date or there is none to give.
    pub dated: String,
    /// Where it comes from.
    pub place: String,
    /// The same in short.
    pub citation: String,
    /// What a careful reader should know besides; mostly empty.
    pub note: String,
}

impl Graphic {
    /// Says a fact.
    #[must_use]
    pub fn say(&self, fact: &Fact) -> Spoken {
        let (value, dated) = match &fact.content {
            Content::Quantity(quantity) => (self.quantity(quantity), self.dated(quantity.as_of)),
            Content::Dated(dated) => (self.status(dated.when, dated.status), String::new()),
            Content::Named(named) => (named.names.clone(), String::new()),
        };
        Spoken {
            value,
            label: fact.label.clone(),
            dated,
            place: self.provenance(fact.provenance()),
            citation: self.citation(fact.provenance()),
            note: fact.note.clone().unwrap_or_default(),
        }
    }

    /// The figure with every hedge that it was stated with: `30 to 60 percent on average`.
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let text = match quantity.provenance {
            Provenance::Computed { rule: Rule::PercentChange, .. } => self.change(quantity.value),
            _ => self.bound(quantity.value),
        };
        let text = self.with_unit(&text, &quantity.unit, quantity.value);
        if quantity.average { fill(&self.words.average, &text) } else { text }
    }

    /// The number within [`Self::quantity`], for those who set it larger; never to be shown without the rest.
    #[must_use]
    pub fn digits(&self, quantity: &Quantity) -> String {
        match quantity.value {
            Bound::Between { .. } => self.bound(quantity.value),
            value => self.number(value.least_stated()),
        }
    }

    /// A number with its hedge and without its unit: `more than 150`.
    #[must_use]
    pub fn bound(&self, bound: Bound) -> String {
        self.words.hedges.fill(bound, |number| self.number(number))
    }

    /// A change, with a sign in words: `+100`. The hedge stands before the sign.
    fn change(&self, bound: Bound) -> String {
        self.words.hedges.fill(bound, |number| {
            let sign = if number.is_negative() { &self.words.decrease } else { &self.words.increase };
            fill(sign, &self.number(number.abs()))
        })
    }

    /// A number with its digits grouped in threes, for axes. A figure goes through [`Self::quantity`].
    #[must_use]
    pub fn number(&self, number: Number) -> String {
        let text = number.abs().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                grouped.push_str(&self.words.thousands);
            }
            grouped.push(digit);
        }
        if !decimals.is_empty() {
            grouped.push_str(&self.words.decimal);
            grouped.push_str(decimals);
        }
        if number.is_negative() { fill(&self.words.negative, &grouped) } else { grouped }
    }

    /// A text with its unit: `more than 150 countries`. The bound decides between the words for one and for many.
    #[must_use]
    pub fn with_unit(&self, text: &str, unit: &UnitId, bound: Bound) -> String {
        self.unit(unit).map_or_else(|| text.to_owned(), |unit| fill(unit.template(bound), text))
    }

    /// The unit alone, as a column has it: the word for many.
    #[must_use]
    pub fn unit_word(&self, unit: &UnitId) -> String {
        self.unit(unit).map(|unit| fill(&unit.other, "").trim().to_owned()).unwrap_or_default()
    }

    /// A date in words: `2012`, `August 2023`, `22 to 24 October 2024`.
    #[must_use]
    pub fn when(&self, when: When) -> String {
        let Some(end) = when.end else { return self.date(when.start) };
        let same_month = (when.start.year, when.start.month) == (end.year, end.month);
        let start = match when.start.day {
            Some(day) if same_month => day.to_string(),
            _ => self.date(when.start),
        };
        fill_named(&self.words.span, &[("start", &start), ("end", &self.date(end))])
    }

    /// A day, a month or a year in words.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let day = date.day.map(|day| day.to_string());
        let month = date.month.and_then(|month| self.words.months.get(usize::from(month).checked_sub(1)?).cloned());
        day.into_iter().chain(month).chain([date.year.to_string()]).collect::<Vec<_>>().join(" ")
    }

    /// A date, and whether it was still ahead: `scheduled for 22 to 24 October 2024`.
    #[must_use]
    pub fn status(&self, when: When, status: Status) -> String {
        let date = self.when(when);
        match status {
            Status::Past => date,
            Status::Since => fill(&self.words.since, &date),
            Status::Scheduled => fill(&self.words.scheduled, &date),
        }
    }

    /// The date that a figure speaks of, in words.
    fn dated(&self, as_of: Option<When>) -> String {
        match as_of {
            Some(when) if when.end.is_some() => fill(&self.words.period, &self.when(when)),
            Some(when) => fill(&self.words.as_of, &self.when(when)),
            None => self.words.undated.clone(),
        }
    }

    /// Where a fact comes from, in words.
    fn provenance(&self, provenance: &Provenance) -> String {
        match provenance {
            Provenance::Source(place) => self.placed(&self.words.place, place),
            Provenance::Work { title, at } => {
                let work = at.iter().fold(title.clone(), |title, at| [&title, ", ", at].concat());
                fill(&self.words.work, &work)
            }
            Provenance::Background { work } => fill(&self.words.background, work),
            Provenance::Computed { .. } => self.words.computed.clone(),
        }
    }

    /// Where a fact comes from, in a word or two.
    fn citation(&self, provenance: &Provenance) -> String {
        let words = &self.citations;
        match provenance {
            Provenance::Source(place) => self.placed(&words.place, place),
            Provenance::Work { .. } => words.work.clone(),
            Provenance::Background { .. } => words.background.clone(),
            Provenance::Computed { .. } => words.computed.clone(),
        }
    }

    fn placed(&self, words: &str, place: &Place) -> String {
        let section = self.section(&place.section).map(|section| section.name.as_str()).unwrap_or_default();
        let (paragraph, sentence) = (place.paragraph.to_string(), place.sentence.to_string());
        fill_named(words, &[("section", section), ("paragraph", &paragraph), ("sentence", &sentence)])
    }
}

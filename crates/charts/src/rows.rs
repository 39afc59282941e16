//! The content of a chart in a view: one row for each figure, in reading order. Whatever speaks of a chart reads rows;
//! layouts give them places, and nothing reads the places back.

use crate::{View, bars, ranges, timeline};
use drawing::text::capital;
use story::{Bound, Chart, Date, Fact, FactId, Graphic, Kind, Provenance, Quantity, Spoken, UnitId, When, Words, fill};

/// The content of a chart in a view.
///
/// ```
/// # let json = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json")).unwrap();
/// # let story: story::Story = serde_json::from_str(&json).unwrap();
/// use charts::{Content, View};
/// let graphic = story.graphic();
/// let content = Content::of(&graphic, &graphic.charts[0], &View::default());
/// assert!(content.rows[0].name(&graphic.words).starts_with("more than 150 countries, "));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// The groups of rows, in reading order.
    pub groups: Vec<Group>,
    /// The rows, group by group.
    pub rows: Vec<Row>,
}

/// Rows that belong together: a panel, members that joined together, the events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What the rows are about.
    pub title: String,
    /// What is to be kept in mind about them; mostly empty.
    pub note: String,
}

/// One figure, membership or event of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name of the row within its chart, the same in every view.
    pub key: String,
    /// The fact behind it; empty for arithmetic on what a reader gave. Several rows may show one fact.
    pub fact: FactId,
    /// The group that it belongs to, counted from 0.
    pub group: usize,
    /// What the row says, as data.
    pub datum: Datum,
    /// What it is, in the chart's own words.
    pub label: String,
    /// The figure in words, with its hedge and unit, or the date.
    pub value: String,
    /// The fact in words of its own, with its date, its place and its note.
    pub spoken: Spoken,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it lies after the year that was chosen.
    pub to_come: bool,
}

/// What a row says, as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// A figure.
    Amount(Amount),
    /// A figure that holds from a date on.
    Step(Amount, Date),
    /// Something that began at a date and has not ended, or ended at the second date.
    Span(Date, Option<Date>),
    /// Something that happened, was announced or is to come.
    Event(When, EventState),
}

/// A figure with its hedge and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The figure with its hedge.
    pub bound: Bound,
    /// Its unit.
    pub unit: UnitId,
    /// The family of the unit: what it can be compared with.
    pub family: String,
    /// Whether it is an average.
    pub average: bool,
}

/// How far an event had come when the source was written; each state has a mark of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventState {
    /// It had happened.
    Done,
    /// It was promised, and not there yet.
    Announced,
    /// It was still ahead.
    Scheduled,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The source states it.
    Source,
    /// A cited work states it.
    Work,
    /// It was added to complete the picture.
    Background,
    /// The project worked it out from other facts.
    Computed,
    /// It is arithmetic on a reader's own figure.
    Arithmetic,
}

/// How a reader wants figures said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verbosity {
    /// What a figure is comes before its value.
    pub label_first: bool,
    /// Where it stands is left to be asked for.
    pub no_source: bool,
}

impl Content {
    /// The content of a chart in a view.
    #[must_use]
    pub fn of(graphic: &Graphic, chart: &Chart, view: &View) -> Self {
        let mut content = match &chart.kind {
            Kind::Bars(bars) => bars::content(graphic, bars, view),
            Kind::Ranges(ranges) => ranges::content(graphic, ranges, view),
            Kind::Timeline(timeline) => timeline::content(graphic, timeline, view),
        };
        content.make_keys_unique();
        content
    }

    /// The rows of a group.
    pub fn group(&self, group: usize) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.group == group)
    }

    /// Of rows with one key all but the first get a number.
    fn make_keys_unique(&mut self) {
        for i in (1..self.rows.len()).rev() {
            // The rows before this one still have the keys that they came with.
            let (before, rest) = self.rows.split_at_mut(i);
            if let Some(row) = rest.first_mut() {
                let same = before.iter().filter(|other| other.key == row.key).count();
                number_key(&mut row.key, same);
            }
        }
    }
}

/// Gives a key a number, if so many rows with the same key stand before it.
pub(crate) fn number_key(key: &mut String, before: usize) {
    if before > 0 {
        *key = format!("{key}~{}", before + 1);
    }
}

impl Group {
    /// What is heard before its rows: what they are about, and what is to be kept in mind.
    #[must_use]
    pub fn name(&self) -> String {
        sentences(&[&self.title, &self.note])
    }
}

impl Row {
    /// A row that shows a fact.
    pub(crate) fn of(graphic: &Graphic, fact: &Fact, group: usize, datum: Datum, label: &str) -> Self {
        let spoken = graphic.say(fact);
        Self {
            key: fact.id.0.clone(),
            fact: fact.id.clone(),
            group,
            datum,
            label: label.to_owned(),
            value: spoken.value.clone(),
            spoken,
            origin: Origin::of(fact.provenance()),
            to_come: false,
        }
    }

    /// A row that shows a fact as the figure that it states; nothing if it states none.
    pub(crate) fn of_figure(graphic: &Graphic, id: &FactId, group: usize, label: &str) -> Option<Self> {
        let fact = graphic.fact(id)?;
        let amount = Amount::of(graphic, fact.quantity()?);
        Some(Self::of(graphic, fact, group, Datum::Amount(amount), label))
    }

    /// The value first, then what it is: `more than 50 countries, intellectual property cooperation`; and that the source
    /// does not state it, where it does not.
    #[must_use]
    pub fn name(&self, words: &Words) -> String {
        self.name_with(words, Verbosity::default())
    }

    /// The name as a reader wants it said.
    #[must_use]
    pub fn name_with(&self, words: &Words, verbosity: Verbosity) -> String {
        let value = self.full_value(words);
        let (mut first, mut second) = (&*value, &*self.label);
        if verbosity.label_first {
            std::mem::swap(&mut first, &mut second);
        }
        self.with_background(words, &[first, ", ", second].concat())
    }

    /// What is said of the row, and that it is background where it is.
    pub(crate) fn with_background(&self, words: &Words, said: &str) -> String {
        let is_background = self.origin == Origin::Background;
        let (comma, background) = if is_background { (", ", &*words.legend.background) } else { ("", "") };
        [said, comma, background].concat()
    }

    /// The value, and that it is computed where it is.
    pub(crate) fn full_value(&self, words: &Words) -> String {
        if self.origin != Origin::Computed {
            return self.value.clone();
        }
        fill(&words.computed_short, &self.value)
    }

    /// What is said of the row besides its name: its note, its date and, in short, where it comes from.
    #[must_use]
    pub fn description(&self, verbosity: Verbosity) -> String {
        let citation = if verbosity.no_source { "" } else { &self.spoken.citation };
        sentences(&[&self.spoken.note, &self.spoken.dated, citation])
    }

    /// All that is said of the row, where nothing more can be asked for.
    #[must_use]
    pub fn whole(&self, words: &Words) -> String {
        let said = &self.spoken;
        sentences(&[&self.name(words), &said.note, &said.dated, &said.place])
    }

    /// The figure, if the row has one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match &self.datum {
            Datum::Amount(amount) | Datum::Step(amount, _) => Some(amount),
            Datum::Span(..) | Datum::Event(..) => None,
        }
    }
}

/// Texts as sentences, the last one as it is; those that are empty are left out.
fn sentences(texts: &[&str]) -> String {
    let mut said = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !said.is_empty() {
            said.push_str(if said.ends_with('.') { " " } else { ". " });
        }
        said.push_str(&capital(text));
    }
    said
}

impl Amount {
    pub(crate) fn of(graphic: &Graphic, quantity: &Quantity) -> Self {
        Self::new(graphic, quantity.value, quantity.unit.clone(), quantity.average)
    }

    pub(crate) fn new(graphic: &Graphic, bound: Bound, unit: UnitId, average: bool) -> Self {
        let family = graphic.unit(&unit).map(|unit| unit.family().to_owned()).unwrap_or_default();
        Self { bound, unit, family, average }
    }
}

impl Origin {
    fn of(provenance: &Provenance) -> Self {
        match provenance {
            Provenance::Source(_) => Self::Source,
            Provenance::Work { .. } => Self::Work,
            Provenance::Background { .. } => Self::Background,
            Provenance::Computed { .. } => Self::Computed,
        }
    }

    /// The name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Work => "work",
            Self::Background => "background",
            Self::Computed => "computed",
            Self::Arithmetic => "arithmetic",
        }
    }
}

#[cfg(test)]
mod tests;

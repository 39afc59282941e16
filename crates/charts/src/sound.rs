//! Charts to be heard: each row as one or two tones, in reading order.
//!
//! Higher is more, within one group of rows and one family of units; groups share no scale, by ear as little as by eye. Each hedge has a gesture of
//! its own. Each member that joins is one step up, each that leaves one step down, and an event is a short double tap.

use crate::View;
use crate::rows::{Content, Datum, Row};
use story::{Bound, Hedge, Number, Words};

/// A tone, in hertz and seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// When it begins, counted from the beginning of its note.
    pub start: f64,
    /// How long it lasts.
    pub length: f64,
    /// The pitch that it begins with.
    pub from: f32,
    /// The pitch that it ends with: another only where the hedge is open.
    pub to: f32,
}

/// A row as sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The row in words, as on its mark.
    pub said: String,
    /// The title of the group that begins with it; else empty.
    pub begins: String,
    /// Its tones, of which none is after [`NOTE`] seconds.
    pub tones: Vec<Tone>,
    /// The place of its row in the content.
    pub place: usize,
    /// From -1, the left, to 1, the right: time goes from left to right, figures stand in the middle.
    pub pan: f32,
}

/// From one note to the next, in seconds.
pub const NOTE: f64 = 0.8;

/// The pitches of a chart, in hertz.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitchRange {
    /// The pitch of nothing at all.
    pub low: f32,
    /// How much is added for the largest figure of a group.
    pub span: f32,
}

impl PitchRange {
    /// An octave.
    pub const NARROW: Self = Self { low: 330.0, span: 330.0 };
    /// Two octaves.
    pub const USUAL: Self = Self { low: 220.0, span: 660.0 };
    /// Three octaves.
    pub const WIDE: Self = Self { low: 165.0, span: 1155.0 };
}

/// The notes of what a chart shows: rows after the chosen year are silent.
#[must_use]
pub fn notes(words: &Words, content: &Content, view: &View, range: PitchRange) -> Vec<Note> {
    let rows = || content.rows.iter().enumerate().filter(|(_, row)| !row.to_come);
    let members = rows().filter(|(_, row)| matches!(row.datum, Datum::Span(..))).count().max(1);
    let mut present = Present { range, step: range.span / members as f32, joined: 0 };
    let months = || rows().filter_map(|(_, row)| month(row));
    let (first, last) = (months().min().unwrap_or_default(), months().max().unwrap_or_default());
    let pan =
        |row: &Row| month(row).map_or(0.0, |month| 2.0 * (month - first) as f32 / (last - first).max(1) as f32 - 1.0);
    let mut group = None;
    let note = |(place, row): (usize, &Row)| {
        let tones = match &row.datum {
            Datum::Amount(amount) | Datum::Step(amount, _) => {
                figure(amount.bound, largest(content, row.group, &amount.family), range)
            }
            Datum::Span(_, left) => {
                present.member(left.is_some_and(|left| view.year.is_none_or(|year| left.year <= year)))
            }
            Datum::Event(..) => event(range),
        };
        let begins = content.groups.get(row.group).filter(|_| group.replace(row.group) != Some(row.group));
        let begins = begins.map(|group| group.title.clone()).unwrap_or_default();
        Note { said: row.name(words), begins, tones, place, pan: pan(row) }
    };
    rows().map(note).collect()
}

/// The months since the year 0 until a dated row.
fn month(row: &Row) -> Option<i32> {
    match &row.datum {
        Datum::Step(_, date) | Datum::Span(date, _) => Some(date.first_month()),
        Datum::Event(when, _) => Some(when.start.first_month()),
        Datum::Amount(_) => None,
    }
}

/// What the sounds of a chart mean, each with its words: of figures every hedge, of a timeline joining, leaving and an
/// event.
#[must_use]
pub fn meanings(words: &Words, content: &Content, range: PitchRange) -> Vec<Note> {
    let note = |said: &str, tones| Note { said: said.to_owned(), begins: String::new(), tones, place: 0, pan: 0.0 };
    if content.rows.iter().any(|row| matches!(row.datum, Datum::Span(..))) {
        let mut present = Present { range, step: range.span / 2.0, joined: 0 };
        let legend = &words.legend;
        return vec![
            note(&legend.member, present.member(false)),
            note(&legend.left, present.member(true)),
            note(&legend.done, event(range)),
        ];
    }
    let [half, most, all] = [5, 7, 10].map(Number::from);
    let bound = |hedge| match hedge {
        Hedge::Exact => Bound::Exact(half),
        Hedge::MoreThan => Bound::MoreThan(half),
        Hedge::AtLeast => Bound::AtLeast(half),
        Hedge::LessThan => Bound::LessThan(half),
        Hedge::AtMost => Bound::AtMost(half),
        Hedge::About => Bound::About(half),
        Hedge::Between => Bound::Between { low: half, high: most },
    };
    Hedge::ALL.into_iter().map(|hedge| note(words.legend.hedge(hedge), figure(bound(hedge), all, range))).collect()
}

fn event(range: PitchRange) -> Vec<Tone> {
    vec![steady(0.0, 0.08, range.low), steady(0.14, 0.08, range.low)]
}

/// How many members have joined so far.
struct Present {
    range: PitchRange,
    /// How much one member adds to the pitch, so that all of them stay within the span.
    step: f32,
    joined: u16,
}

impl Present {
    /// One step up; and down again at once where the membership ended.
    fn member(&mut self, has_left: bool) -> Vec<Tone> {
        self.joined = self.joined.saturating_add(1);
        let pitch = self.range.low + self.step * f32::from(self.joined);
        if has_left {
            vec![steady(0.0, 0.3, pitch), steady(0.35, 0.3, pitch - self.step)]
        } else {
            vec![steady(0.0, 0.4, pitch)]
        }
    }
}

/// The largest figure of a group among those of a family of units: others share no scale with it.
pub(crate) fn largest(content: &Content, group: usize, family: &str) -> Number {
    let amounts = content.group(group).filter_map(|row| row.amount()).filter(|amount| amount.family == family);
    amounts.map(|amount| amount.bound.largest_stated()).max().unwrap_or_default()
}

fn figure(bound: Bound, largest: Number, PitchRange { low, span }: PitchRange) -> Vec<Tone> {
    // Above, below, and around the stated figure: how far is not known, so each gesture has one size.
    const OPEN: f32 = 1.12;
    let share = |value: Number| value.to_f32() / largest.to_f32().max(f32::MIN_POSITIVE);
    // A figure is at most the largest one; below zero there is no lower pitch.
    let pitch = |value: Number| low + span * share(value).max(0.0);
    let stated = pitch(bound.least_stated());
    let glide = |start: f64, length: f64, from: f32, to: f32| Tone { start, length, from, to };
    match bound {
        Bound::Exact(_) => vec![steady(0.0, 0.5, stated)],
        Bound::MoreThan(_) => vec![glide(0.0, 0.6, stated, stated * OPEN)],
        Bound::AtLeast(_) => vec![steady(0.0, 0.25, stated), glide(0.25, 0.4, stated, stated * OPEN)],
        Bound::LessThan(_) => vec![glide(0.0, 0.6, stated, stated / OPEN)],
        Bound::AtMost(_) => vec![steady(0.0, 0.25, stated), glide(0.25, 0.4, stated, stated / OPEN)],
        Bound::About(_) => {
            vec![glide(0.0, 0.3, stated / 1.06, stated * 1.06), glide(0.3, 0.3, stated * 1.06, stated / 1.06)]
        }
        Bound::Between { low, high } => vec![steady(0.0, 0.3, pitch(low)), steady(0.35, 0.3, pitch(high))],
    }
}

fn steady(start: f64, length: f64, pitch: f32) -> Tone {
    Tone { start, length, from: pitch, to: pitch }
}

//! Charts to be heard: each row as one or two tones, in reading order.
//!
//! Higher is more, within one group of rows; groups share no scale, by ear as little as by eye. Each hedge has a gesture of
//! its own. Each member that joins is one step up, each that leaves one step down, and an event is a short double tap.

use crate::View;
use crate::rows::{Amount, Content, Datum};
use crate::summary::shown;
use story::{Bound, Date, Number, Words};

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
}

/// From one note to the next, in seconds.
pub const NOTE: f64 = 0.8;

/// The pitch of nothing at all, and how much is added for the largest figure of a group: two octaves.
const LOW: f32 = 220.0;
const SPAN: f32 = 660.0;

/// The notes of what a chart shows: rows after the chosen year are silent.
#[must_use]
pub fn notes(words: &Words, content: &Content, view: &View) -> Vec<Note> {
    let members = shown(content).filter(|row| matches!(row.datum, Datum::Span(..))).count().max(1);
    let mut present = Present { step: SPAN / members as f32, joined: 0 };
    let mut last = None;
    let note = |row: &crate::Row| {
        let tones = match &row.datum {
            Datum::Amount(amount) | Datum::Step(amount, _) => figure(amount, largest(content, row.group)),
            Datum::Span(_, left) => present.member(left.filter(|left| view.year.is_none_or(|year| left.year <= year))),
            Datum::Event(..) => vec![steady(0.0, 0.08, LOW), steady(0.14, 0.08, LOW)],
        };
        let group = content.groups.get(row.group).filter(|_| last.replace(row.group) != Some(row.group));
        let begins = group.map(|group| group.title.clone()).unwrap_or_default();
        Note { said: row.name(words), begins, tones }
    };
    shown(content).map(note).collect()
}

/// How many members have joined so far.
struct Present {
    /// How much one member adds to the pitch, so that all of them stay within the span.
    step: f32,
    joined: u16,
}

impl Present {
    /// One step up; and down again at once where the membership ended.
    fn member(&mut self, left: Option<Date>) -> Vec<Tone> {
        self.joined = self.joined.saturating_add(1);
        let pitch = LOW + self.step * f32::from(self.joined);
        match left {
            None => vec![steady(0.0, 0.4, pitch)],
            Some(_) => vec![steady(0.0, 0.3, pitch), steady(0.35, 0.3, pitch - self.step)],
        }
    }
}

/// The largest figure of a group.
fn largest(content: &Content, group: usize) -> Number {
    let amounts = content.group(group).filter_map(|row| row.amount());
    amounts.map(|amount| amount.bound.largest_stated()).max().unwrap_or_default()
}

fn figure(amount: &Amount, largest: Number) -> Vec<Tone> {
    // Above, below, and around the stated figure: how far is not known, so each gesture has one size.
    const OPEN: f32 = 1.12;
    let share = |value: Number| value.to_f32() / largest.to_f32().max(f32::MIN_POSITIVE);
    // A figure is at most the largest one; below zero there is no lower pitch.
    let pitch = |value: Number| LOW + SPAN * share(value).max(0.0);
    let stated = pitch(amount.bound.least_stated());
    let glide = |start: f64, length: f64, from: f32, to: f32| Tone { start, length, from, to };
    match amount.bound {
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

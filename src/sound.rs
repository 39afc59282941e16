//! Charts to be heard: each figure as one or two tones, in the chart's reading order.
//!
//! Higher is more, within one panel; panels share no scale, by ear as little as by eye. An exact figure is a steady tone.
//! A lower bound glides upwards and breaks off unresolved. An interval is two tones, its lower and its upper end. Each
//! accession to BRICS is one step up.

use crate::charts::Chart;
use crate::scene::Target;
use crate::state::State;
use crate::story::{Bound, FactId, Graphic};

/// A tone, in hertz and seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// When it begins, counted from the beginning of its note.
    pub start: f64,
    /// How long it lasts.
    pub length: f64,
    /// The pitch that it begins with.
    pub from: f32,
    /// The pitch that it ends with: another only for a lower bound.
    pub to: f32,
}

/// A figure as sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The figure in words, as on its mark.
    pub said: String,
    /// Its tones, of which none is after [`NOTE`] seconds.
    pub tones: Vec<Tone>,
}

/// From one note to the next, in seconds.
pub const NOTE: f64 = 0.8;

/// The pitch of nothing at all, and how much is added for the largest figure of a panel: two octaves.
const LOW: f32 = 220.0;
const SPAN: f32 = 660.0;

/// The notes of a chart.
#[must_use]
pub fn of(chart: Chart, graphic: &Graphic, state: &State) -> Vec<Note> {
    // The width does not matter to what is shown.
    let targets = chart.scene(graphic, state, 640.0).targets;
    let mut steps = 0;
    let note = |target: &Target| {
        let tones = if chart == Chart::Membership && target.panel > 0 {
            steps += 1;
            vec![steady(0.0, 0.4, LOW + 40.0 * steps as f32)]
        } else {
            value(graphic, target).map_or_else(Vec::new, |value| tones(value, largest(graphic, &targets, target.panel)))
        };
        Note { said: target.name(), tones }
    };
    targets.iter().map(note).collect()
}

fn value(graphic: &Graphic, target: &Target) -> Option<Bound> {
    Some(graphic.fact(&FactId(target.fact.clone()))?.quantity()?.value)
}

/// The largest figure of a panel.
fn largest(graphic: &Graphic, targets: &[Target], panel: usize) -> u32 {
    let panel = targets.iter().filter(|target| target.panel == panel);
    panel.filter_map(|target| Some(value(graphic, target)?.largest_stated())).max().unwrap_or(1)
}

fn tones(value: Bound, largest: u32) -> Vec<Tone> {
    let pitch = |value: u32| LOW + SPAN * value as f32 / largest.max(1) as f32;
    match value {
        Bound::Exact(value) => vec![steady(0.0, 0.5, pitch(value))],
        Bound::AtLeast(value) => vec![Tone { to: pitch(value) * 1.12, ..steady(0.0, 0.6, pitch(value)) }],
        Bound::Interval { low, high } => vec![steady(0.0, 0.3, pitch(low)), steady(0.35, 0.3, pitch(high))],
    }
}

fn steady(start: f64, length: f64, pitch: f32) -> Tone {
    Tone { start, length, from: pitch, to: pitch }
}

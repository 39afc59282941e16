//! Axes: plotters' ranged coordinates turned into positions, gridlines and tick labels.

use crate::scene::{Anchor, Point, Rect, Scene};
use crate::text;
use crate::theme::{Role, TextSize};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi64;
use std::ops::Range;

/// How many steps a CSS px has for plotters, whose coordinates are whole numbers.
const STEPS: f32 = 1024.0;

/// A linear scale from data units to CSS px along x.
///
/// ```
/// use drawing::axis::Scale;
/// let scale = Scale::new(0..150, 10.0, 310.0);
/// assert_eq!(scale.position(75), 160.0);
/// assert_eq!(scale.ticks(4), [0, 50, 100, 150]);
/// ```
#[derive(Clone)]
pub struct Scale {
    domain: RangedCoordi64,
    range: (i32, i32),
}

impl Scale {
    /// The scale that puts the ends of `domain` (data units) at `left` and `right` (CSS px). An empty domain is taken for
    /// one unit, so that its start stays at the left.
    #[must_use]
    pub fn new(domain: Range<i64>, left: f32, right: f32) -> Self {
        let domain = domain.start..domain.end.max(domain.start.saturating_add(1));
        Self { domain: domain.into(), range: ((left * STEPS) as i32, (right * STEPS) as i32) }
    }

    /// Where a value stands, in CSS px.
    #[must_use]
    pub fn position(&self, value: i64) -> f32 {
        self.domain.map(&value, self.range) as f32 / STEPS
    }

    /// The left end of the scale, in CSS px.
    #[must_use]
    pub fn left(&self) -> f32 {
        self.range.0 as f32 / STEPS
    }

    /// The right end of the scale, in CSS px.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.range.1 as f32 / STEPS
    }

    /// Round values within the domain, at most `most` of them.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<i64> {
        self.domain.key_points(most)
    }
}

/// A tick: its value in data units, its label, and which end of the label stands at it.
pub type Tick = (i64, String, Anchor);

/// The room that labels have where the layout is narrowest: that decides at every width.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The narrowest width as a part of the present one.
    pub shrink: f32,
    /// How far labels may reach beyond the right end of the scale at the narrowest width, in CSS px.
    pub beyond: f32,
}

/// The ticks of a scale with their labels, at most `most` of them and few enough that no two labels touch in the room that
/// they have.
#[must_use]
pub fn ticks(scale: &Scale, most: usize, room: Room, label: &dyn Fn(i64, bool) -> String) -> Vec<Tick> {
    for most in (2..=most).rev() {
        let values = scale.ticks(most);
        let last = values.last().copied();
        let tick = |value| {
            let label = label(value, last == Some(value));
            let anchor = anchor(scale, value, &label, room);
            (value, label, anchor)
        };
        let ticks: Vec<Tick> = values.into_iter().map(tick).collect();
        if fit(scale, &ticks, room) {
            return ticks;
        }
    }
    Vec::new()
}

/// A label centred on the very edge would be cut.
fn anchor(scale: &Scale, value: i64, label: &str, room: Room) -> Anchor {
    let (x, half) = (scale.position(value) * room.shrink, text::width(label, TextSize::Small) / 2.0);
    if x < half {
        Anchor::Start
    } else if x + half > scale.right() * room.shrink + room.beyond {
        Anchor::End
    } else {
        Anchor::Middle
    }
}

fn fit(scale: &Scale, ticks: &[Tick], room: Room) -> bool {
    const GAP: f32 = 4.0;
    let mut end = f32::MIN;
    ticks.iter().all(|(value, label, anchor)| {
        let (x, width) = (scale.position(*value) * room.shrink, text::width(label, TextSize::Small));
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let free = left >= end;
        end = left + width + GAP;
        free
    })
}

/// Draws light gridlines at the ticks from `top` to `bottom` (CSS px), a stronger one at the domain's start, and below
/// them the ticks' labels.
pub fn grid(scene: &mut Scene, scale: &Scale, ticks: &[Tick], top: f32, bottom: f32) {
    lines(scene, scale, ticks, top, bottom);
    labels(scene, scale, ticks, bottom);
}

/// The gridlines alone: where text stands between bars, they are drawn behind each bar and not behind the text.
pub fn lines(scene: &mut Scene, scale: &Scale, ticks: &[Tick], top: f32, bottom: f32) {
    for (i, (value, ..)) in ticks.iter().enumerate() {
        let x = scale.position(*value);
        let (role, line) = if i == 0 && x <= scale.left() { (Role::Axis, 2.0) } else { (Role::Grid, 1.0) };
        scene.rect(Rect::new(x, top, line, bottom - top), role);
    }
}

/// The labels of the ticks, below a plot area that ends at `bottom` (CSS px); they take [`LABELS`].
pub fn labels(scene: &mut Scene, scale: &Scale, ticks: &[Tick], bottom: f32) {
    for (value, label, anchor) in ticks {
        let x = scale.position(*value);
        scene.label(Point::new(x, bottom + 15.0), *anchor, label.clone(), TextSize::Small, Role::Muted);
    }
}

/// The height that tick labels take below the plot area, in CSS px.
pub const LABELS: f32 = 22.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_maps_the_ends_of_its_domain_to_its_ends() {
        let scale = Scale::new(0..150, 10.0, 310.0);
        assert_eq!((scale.position(0), scale.position(75), scale.position(150)), (10.0, 160.0, 310.0));
    }

    #[test]
    fn a_scale_of_nothing_keeps_zero_at_the_left() {
        assert_eq!(Scale::new(0..0, 10.0, 310.0).position(0), 10.0);
    }

    #[test]
    fn labels_of_ticks_never_touch() {
        let scale = Scale::new(0..9_000_000, 0.0, 250.0);
        let room = Room { shrink: 1.0, beyond: 20.0 };
        let ticks = ticks(&scale, 5, room, &|value, _| value.to_string());
        assert!(ticks.len() > 1 && fit(&scale, &ticks, room), "{ticks:?}");
        let wide = super::ticks(&scale, 5, room, &|_, _| "a label as long as the whole axis and longer".to_owned());
        assert!(wide.len() < 2, "{wide:?}");
    }

    #[test]
    fn ticks_are_round_few_and_within_the_domain() {
        assert_eq!(Scale::new(0..150, 0.0, 1.0).ticks(4), [0, 50, 100, 150]);
        assert_eq!(Scale::new(2009..2025, 0.0, 1.0).ticks(6), [2010, 2015, 2020, 2025]);
        assert!(Scale::new(0..67, 0.0, 1.0).ticks(5).len() <= 5);
    }
}

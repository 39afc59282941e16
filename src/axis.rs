//! Axes: plotters' ranged coordinates turned into positions, gridlines and tick labels.

use crate::scene::{Anchor, Point, Rect, Scene};
use crate::text;
use crate::theme::{Role, TextSize};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi32;
use std::ops::Range;

/// How many steps a CSS px has for plotters, whose coordinates are whole numbers.
const STEPS: f32 = 1024.0;

/// A linear scale from data units to CSS px along x.
#[derive(Clone)]
pub struct Scale {
    domain: RangedCoordi32,
    extent: (i32, i32),
}

impl Scale {
    /// The scale that puts the ends of `domain` (data units) at `left` and `right` (CSS px).
    #[must_use]
    pub fn new(domain: Range<i32>, left: f32, right: f32) -> Self {
        Self { domain: domain.into(), extent: ((left * STEPS) as i32, (right * STEPS) as i32) }
    }

    /// Where a value stands, in CSS px.
    #[must_use]
    pub fn position(&self, value: i32) -> f32 {
        self.domain.map(&value, self.extent) as f32 / STEPS
    }

    /// The left end of the scale, in CSS px.
    #[must_use]
    pub fn left(&self) -> f32 {
        self.extent.0 as f32 / STEPS
    }

    /// The right end of the scale, in CSS px.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.extent.1 as f32 / STEPS
    }

    /// Round values within the domain, at most `most` of them.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<i32> {
        self.domain.key_points(most)
    }
}

/// Draws light gridlines at the ticks from `top` to `bottom` (CSS px), a stronger one at the domain's start, and below
/// them the ticks' names.
pub fn grid(scene: &mut Scene, scale: &Scale, ticks: &[(i32, String)], top: f32, bottom: f32) {
    lines(scene, scale, ticks, top, bottom);
    names(scene, scale, ticks, bottom);
}

/// The gridlines alone: where text stands between bars, they are drawn behind each bar and not behind the text.
pub fn lines(scene: &mut Scene, scale: &Scale, ticks: &[(i32, String)], top: f32, bottom: f32) {
    for (i, (value, _)) in ticks.iter().enumerate() {
        let x = scale.position(*value);
        let (role, line) = if i == 0 && x <= scale.left() { (Role::Axis, 2.0) } else { (Role::Grid, 1.0) };
        scene.rect(Rect::new(x, top, line, bottom - top), role);
    }
}

/// The names of the ticks, below a plot area that ends at `bottom` (CSS px); they take [`NAMES`].
pub fn names(scene: &mut Scene, scale: &Scale, ticks: &[(i32, String)], bottom: f32) {
    for (value, name) in ticks {
        let x = scale.position(*value);
        // A name centred on the very edge would be cut.
        let anchor = if x < name_room(name) { Anchor::Start } else { Anchor::Middle };
        scene.label(Point::new(x, bottom + 15.0), anchor, name.clone(), TextSize::Small, Role::Muted);
    }
}

/// Half the width of a tick's name, in CSS px.
fn name_room(name: &str) -> f32 {
    text::width(name, TextSize::Small) / 2.0
}

/// The height that tick names take below the plot area, in CSS px.
pub const NAMES: f32 = 22.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_maps_the_ends_of_its_domain_to_its_ends() {
        let scale = Scale::new(0..150, 10.0, 310.0);
        assert_eq!((scale.position(0), scale.position(75), scale.position(150)), (10.0, 160.0, 310.0));
    }

    #[test]
    fn ticks_are_round_few_and_within_the_domain() {
        assert_eq!(Scale::new(0..150, 0.0, 1.0).ticks(4), [0, 50, 100, 150]);
        assert_eq!(Scale::new(2009..2025, 0.0, 1.0).ticks(6), [2010, 2015, 2020, 2025]);
        assert!(Scale::new(0..67, 0.0, 1.0).ticks(5).len() <= 5);
    }
}

//! Bars that tell an exact figure from a lower bound.

use super::Layout;
use crate::scene::{Anchor, Label, Mark, Point, Rect, Scene};
use crate::story::Bound;
use crate::text;
use crate::theme::{Role, TextSize};

/// The width of the open edge that follows a lower bound, in CSS px.
pub(super) const OPEN_EDGE: f32 = 20.0;

/// Draws a bar. One for a lower bound is as long as what was stated and no longer; an open edge of fixed width follows.
pub(super) fn bar(scene: &mut Scene, rect: Rect, bound: Bound, role: Role) {
    scene.rect(rect, role);
    if let Bound::AtLeast(_) = bound {
        open_edge(scene, rect, role);
    }
}

/// Two chevrons after the end, open forms where the bar is a full one: it goes on, and how far is not known.
fn open_edge(scene: &mut Scene, rect: Rect, role: Role) {
    let half = rect.height().min(16.0) / 2.0;
    for step in [4.0, 11.0] {
        chevron(scene, Point::new(rect.right() + step, rect.center().y), half, role);
    }
}

/// A chevron that opens to the left, from `half` above `at` to `half` below it.
fn chevron(scene: &mut Scene, at: Point, half: f32, role: Role) {
    const STROKE: f32 = 2.5;
    let tip = half * 0.75;
    let corner = |x: f32, y: f32| Point::new(at.x + x, at.y + y);
    let points = vec![
        corner(0.0, -half),
        corner(STROKE, -half),
        corner(STROKE + tip, 0.0),
        corner(STROKE, half),
        corner(0.0, half),
        corner(tip, 0.0),
    ];
    scene.polygon(points, role);
}

/// An arrowhead at the end of a bar: what it stands for still held when the source was written.
pub(super) fn still_holds(scene: &mut Scene, rect: Rect, role: Role) {
    let (x, y, half) = (rect.right() + 3.0, rect.center().y, rect.height().min(16.0) / 2.0);
    scene.polygon(vec![Point::new(x, y - half), Point::new(x + half * 1.1, y), Point::new(x, y + half)], role);
}

/// How far an arrowhead reaches beyond its bar, in CSS px.
pub(super) const ARROW: f32 = 12.0;

/// Draws a pale bar with a rim one px wide: background, or what came before.
pub(super) fn pale_bar(scene: &mut Scene, rect: Rect, fill: Role, rim: Role) {
    scene.rect(rect, fill);
    for y in [rect.top(), rect.bottom() - 1.0] {
        scene.rect(Rect::new(rect.left(), y, rect.width(), 1.0), rim);
    }
    // A bar without width has no rim either.
    let side = rect.width().min(1.0);
    for x in [rect.left(), rect.right() - side] {
        scene.rect(Rect::new(x, rect.top(), side, rect.height()), rim);
    }
}

/// An entry of a key.
pub(super) struct Sample<'a> {
    /// Draws the sample; the place given is [`Sample::LENGTH`] wide.
    pub draw: &'a dyn Fn(&mut Scene, Rect),
    /// How much room the sample takes along x, in CSS px.
    pub length: f32,
    /// What it means.
    pub words: &'a str,
}

impl Sample<'_> {
    /// How long the bar of a sample is, in CSS px.
    pub(super) const LENGTH: f32 = 28.0;
}

/// Draws a key from `y` downwards: its samples side by side, in as many lines as the layout needs where it is
/// narrowest. Returns where it ends. No gridline runs through its lines as far as `clear` CSS px.
pub(super) fn key(scene: &mut Scene, layout: Layout, y: f32, clear: f32, samples: &[Sample<'_>]) -> f32 {
    const LINE: f32 = 20.0;
    let (mut x, mut top) = (0.0, y);
    let place = |sample: &Sample<'_>| {
        let gap = if sample.length > 0.0 { 6.0 } else { 0.0 };
        let width = sample.length + gap + text::width(sample.words, TextSize::Small);
        if x > 0.0 && x + width > layout.narrowest() {
            (x, top) = (0.0, top + LINE);
        }
        let corner = Point::new(x, top);
        x += width + 18.0;
        (corner, sample.length + gap)
    };
    let places: Vec<(Point, f32)> = samples.iter().map(place).collect();
    if clear > 0.0 {
        scene.rect(Rect::new(0.0, y, clear, top + LINE - y), Role::Clear);
    }
    for (sample, (corner, length)) in samples.iter().zip(places) {
        (sample.draw)(scene, Rect::new(corner.x, corner.y + 4.0, Sample::LENGTH, 10.0));
        let at = Point::new(corner.x + length, corner.y + 13.0);
        scene.label(at, Anchor::Start, sample.words, TextSize::Small, Role::Muted);
    }
    top + LINE
}

/// A line of text that no gridline runs through.
pub(super) fn clear_label(scene: &mut Scene, label: Label) {
    let area = text::bounds(&label);
    let left = (area.left() - 2.0).max(0.0);
    scene.rect(Rect::between(Point::new(left, area.top()), Point::new(area.right(), area.bottom())), Role::Clear);
    scene.marks.push(Mark::Label(label));
}

//! What is drawn, as plain data: marks and targets placed in CSS px, with the origin at the top left and y downwards.
//!
//! A [`Scene`] depends on nothing but numbers and roles, so that it can be laid out, compared and tested anywhere.
//! Widths are fluid: within one layout every x is `a + b * width`, which lets one picture serve all widths (see
//! [`crate::paint::svg`]).

use crate::theme::{Role, TextSize};

/// A point, in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f32,
    /// Distance from the top edge.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// A width and a height, in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// An upright rectangle, in CSS px. Its edges are in order; an empty one has equal edges.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Rect {
    /// The rectangle between two opposite corners, whichever they are.
    #[must_use]
    pub fn between(a: Point, b: Point) -> Self {
        Self { left: a.x.min(b.x), top: a.y.min(b.y), right: a.x.max(b.x), bottom: a.y.max(b.y) }
    }

    /// The rectangle of this size with its top left corner at `x`, `y`. Negative sizes reach the other way.
    #[must_use]
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self::between(Point::new(x, y), Point::new(x + width, y + height))
    }

    /// The left edge.
    #[must_use]
    pub fn left(self) -> f32 {
        self.left
    }

    /// The top edge.
    #[must_use]
    pub fn top(self) -> f32 {
        self.top
    }

    /// The right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.right
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.bottom
    }

    /// The part of it left of `x`; without width if all of it lies to the right.
    #[must_use]
    pub fn until(self, x: f32) -> Self {
        Self { right: self.right.min(x.max(self.left)), ..self }
    }

    /// The distance between left and right, never negative.
    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// The distance between top and bottom, never negative.
    #[must_use]
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// The centre.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// The rectangle with every coordinate multiplied.
    #[must_use]
    pub fn scaled(self, scale: f32) -> Self {
        Self { left: self.left * scale, top: self.top * scale, right: self.right * scale, bottom: self.bottom * scale }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other lies within this one, edges included.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    #[default]
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the anchor stands; y is the baseline.
    pub at: Point,
    /// Which end of the text that is.
    pub anchor: Anchor,
    /// The text.
    pub text: String,
    /// Its size and weight.
    pub size: TextSize,
    /// Its colour.
    pub role: Role,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle; thin ones serve as rules and gridlines, crisp at any pixel ratio.
    Rect {
        /// Where.
        rect: Rect,
        /// Its colour.
        role: Role,
        /// The colour of a rim, one px wide, drawn inside the edges.
        rim: Option<Role>,
    },
    /// A filled shape. All its points keep their distance when the width changes.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its colour.
        role: Role,
    },
    /// A disc, with a rim if `rim` names one.
    Dot {
        /// The centre.
        center: Point,
        /// The radius, in CSS px.
        radius: f32,
        /// The colour inside.
        role: Role,
        /// The colour of a rim, two px wide, drawn inside the radius.
        rim: Option<Role>,
    },
    /// A line of text.
    Label(Label),
}

impl Mark {
    /// Whether the other is of the same kind and has as many corners.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Polygon { points: a, .. }, Self::Polygon { points: b, .. }) => a.len() == b.len(),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The area of a picture that answers for one row of its content: to pointer, touch, keyboard and screen reader.
#[derive(Clone, Debug, PartialEq)]
pub struct HitTarget {
    /// The row, by its place in the content that was laid out.
    pub row: usize,
    /// The area that answers, in CSS px; at least 24 px each way where there is room.
    pub bounds: Rect,
}

/// A laid-out chart.
///
/// ```
/// use drawing::scene::{Anchor, Point, Rect, Scene};
/// use drawing::theme::{Role, TextSize};
/// let mut scene = Scene::default();
/// scene.group("bar");
/// scene.rect(Rect::new(0.0, 20.0, 120.0, 16.0), Role::hue(1));
/// scene.label(Point::new(0.0, 14.0), Anchor::Start, "more than 150", TextSize::Strong, Role::Ink);
/// assert_eq!(scene.groups().map(|(name, marks)| (name, marks.len())).last(), Some(("bar", 2)));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its extent.
    pub size: Size,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// What can be reached, in reading order.
    pub targets: Vec<HitTarget>,
    /// The groups of marks: a name, and the first of its marks. They follow one another.
    groups: Vec<(String, usize)>,
}

impl Scene {
    /// Begins a group: the marks that follow move together. A name stands for the same thing in every scene of a chart;
    /// marks before the first name belong to the group without a name.
    pub fn group(&mut self, name: impl Into<String>) {
        self.groups.push((name.into(), self.marks.len()));
    }

    /// The groups with their marks, from back to front.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &[Mark])> {
        let first = self.groups.first().map_or(self.marks.len(), |(_, first)| *first);
        let ends = self.groups.iter().skip(1).map(|(_, first)| *first).chain([self.marks.len()]);
        let named = self.groups.iter().zip(ends).map(|((name, first), end)| (name.as_str(), *first..end));
        std::iter::once(("", 0..first)).chain(named).filter_map(|(name, range)| Some((name, self.marks.get(range)?)))
    }

    /// Puts marks behind all others.
    pub fn behind(&mut self, marks: Vec<Mark>) {
        for (_, first) in &mut self.groups {
            *first += marks.len();
        }
        let front = std::mem::replace(&mut self.marks, marks);
        self.marks.extend(front);
    }

    /// Adds a filled rectangle.
    pub fn rect(&mut self, rect: Rect, role: Role) {
        self.marks.push(Mark::Rect { rect, role, rim: None });
    }

    /// Adds a filled rectangle with a rim.
    pub fn rimmed(&mut self, rect: Rect, role: Role, rim: Role) {
        self.marks.push(Mark::Rect { rect, role, rim: Some(rim) });
    }

    /// Adds a filled shape.
    pub fn polygon(&mut self, points: Vec<Point>, role: Role) {
        self.marks.push(Mark::Polygon { points, role });
    }

    /// Adds a line of text.
    pub fn label(&mut self, at: Point, anchor: Anchor, text: impl Into<String>, size: TextSize, role: Role) {
        self.marks.push(Mark::Label(Label { at, anchor, text: text.into(), size, role }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rect_orders_its_edges() {
        let rect = Rect::new(10.0, 10.0, -4.0, -6.0);
        assert_eq!((rect.left(), rect.top(), rect.width(), rect.height()), (6.0, 4.0, 4.0, 6.0));
    }

    #[test]
    fn rects_that_touch_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 5.0, 10.0)));
        assert!(left.overlaps(Rect::new(9.0, 9.0, 5.0, 10.0)));
    }
}

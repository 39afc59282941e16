//! The stepped number of members.

use super::layout::{FRAME_RIGHT, Sheet};
use super::most;
use crate::layout::HALO;
use crate::rows::{Datum, Row};
use drawing::scene::{Anchor, Label, Point, Rect};
use drawing::text;
use drawing::theme::{Role, TextSize};

/// The height of the steps with their labels, in CSS px, and of the room for a label above the highest.
const HEIGHT: f32 = 90.0;
const LABEL: f32 = 22.0;
/// How far a label stands off the left edge of its step, in CSS px.
const INDENT: f32 = 6.0;

/// A step with the place of its row in the content.
struct Step<'a> {
    place: usize,
    row: &'a Row,
    area: Rect,
    background: bool,
}

impl<'a> Sheet<'a> {
    /// The stepped number of members.
    pub(super) fn count(&mut self) {
        self.title(&self.timeline.count_title);
        let base = self.y + HEIGHT;
        let steps = self.steps(base);
        for step in &steps {
            self.hint(step.area, &step.row.key);
            self.scene.group(step.row.key.as_str());
            self.step(step);
        }
        // Labels go on top, since a step may be narrower than its own.
        for (text, step, label) in self.step_labels(&steps) {
            let role = if label.role == Role::Ink { self.ink(step.row) } else { label.role };
            if text == Place::Inside {
                self.scene.label(label.at, label.anchor, label.text, label.size, role);
            } else {
                self.text(label.at, label.anchor, &label.text, label.size, role);
            }
        }
        self.step_targets(&steps);
        self.scene.group("count axis");
        self.scene.rect(Rect::new(0.0, base, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        self.y = base;
        self.halo(base + 2.0, base + 30.0);
        self.year_labels();
        self.y = base + 30.0;
    }

    /// Each step from its date to that of the next, as high as its number.
    fn steps(&self, base: f32) -> Vec<Step<'a>> {
        let rows = self.rows(|row| matches!(row.datum, Datum::Step(..)));
        let most = most(self.content).to_f32();
        let dates: Vec<_> = rows.iter().filter_map(|(_, row)| row.datum.date()).collect();
        let step = |(i, (place, row)): (usize, (usize, &'a Row))| {
            let (amount, date) = (row.amount()?, *dates.get(i)?);
            let right = dates.get(i + 1).map_or(self.written(), |next| self.at(*next));
            let top = base - (HEIGHT - LABEL) * amount.bound.largest_stated().to_f32() / most;
            let area = Rect::between(Point::new(self.at(date), top), Point::new(right, base));
            Some(Step { place, row, area, background: self.is_background(date) })
        };
        rows.into_iter().enumerate().filter_map(step).collect()
    }

    fn step(&mut self, step: &Step<'_>) {
        let area = step.area.until(self.today());
        self.scene.rect(area, if step.background { self.tint.pale } else { self.tint.full });
        self.scene.rect(Rect::new(area.left(), area.top(), area.width(), 2.0), self.tint.full);
    }

    /// The labels that find room at the layout's narrowest width: the last one first, which tells how many there are now;
    /// then from the left. A label that is too wide leaves its unit out; one that is still too wide is left to the
    /// tooltip, the table and the legend of years.
    fn step_labels<'s>(&self, steps: &'s [Step<'a>]) -> Vec<(Place, &'s Step<'a>, Label)> {
        let mut placed: Vec<Option<(Place, Label)>> = steps.iter().map(|_| None).collect();
        let last = steps.len().saturating_sub(1);
        for i in std::iter::once(last).chain(0..last) {
            let Some(step) = steps.get(i) else { continue };
            let bare = step.row.amount().map(|amount| self.graphic.bound(amount.bound)).unwrap_or_default();
            let label = [step.row.value.clone(), bare].into_iter().find_map(|text| {
                let (place, label) = self.step_label(steps, i, text)?;
                let bounds = self.narrow(&label);
                let free = placed.iter().flatten().all(|(_, other)| !bounds.overlaps(self.narrow(other)));
                (free && bounds.right() <= self.layout.narrowest()).then_some((place, label))
            });
            if let Some(free) = placed.get_mut(i) {
                *free = label;
            }
        }
        let placed = steps.iter().zip(placed);
        placed.filter_map(|(step, label)| label.map(|(place, label)| (place, step, label))).collect()
    }

    /// The first step is labelled inside where it has the room, since the second may be close above it; the others above
    /// their line, the last one ending where it ends.
    fn step_label(&self, steps: &[Step<'_>], i: usize, text: String) -> Option<(Place, Label)> {
        let step = steps.get(i)?;
        let (area, shrink) = (step.area, self.shrink);
        let width = text::width(&text, TextSize::Strong);
        let room = (area.right() - area.left()) * shrink;
        let label = |x, y, anchor, role| Label { at: Point::new(x, y), anchor, text, size: TextSize::Strong, role };
        if i + 1 == steps.len() {
            let right = area.right() * shrink;
            let below = steps.iter().filter(|other| other.area.right() * shrink > right - width);
            let top = below.map(|other| other.area.top()).fold(area.top(), f32::min);
            return (width + HALO <= right)
                .then(|| (Place::Above, label(area.right(), top - 7.0, Anchor::End, Role::Ink)));
        }
        let next = steps.get(i + 1);
        if i == 0 && area.height() >= 26.0 && self.fits_inside(step, next, width) {
            let role = if step.background { Role::Ink } else { Role::OnHue };
            return Some((Place::Inside, label(area.left() + INDENT, area.top() + 20.0, Anchor::Start, role)));
        }
        // Above a step that is followed by a higher one, only its own width is free.
        let free = next.is_none_or(|next| next.area.top() >= area.top() || room >= width + 8.0);
        free.then(|| (Place::Above, label(area.left() + INDENT, area.top() - 7.0, Anchor::Start, Role::Ink)))
    }

    /// Whether a label within a step stays on its own ground, or on one that is as pale.
    fn fits_inside(&self, step: &Step<'_>, next: Option<&Step<'_>>, width: f32) -> bool {
        let room = (step.area.right() - step.area.left()) * self.shrink;
        room >= width + 12.0 || (step.background && next.is_some_and(|next| next.background))
    }

    /// Where a label is at the layout's narrowest width.
    fn narrow(&self, label: &Label) -> Rect {
        // Only the edge of the step moves with the width, not how far the label stands off it.
        let off = if label.anchor == Anchor::Start { INDENT } else { 0.0 };
        let at = Point::new((label.at.x - off) * self.shrink + off, label.at.y);
        text::bounds(&Label { at, ..label.clone() })
    }

    /// Steps are slim; each answers for the room up to the next, of at least 24 px if there is so much, and the first and
    /// the last one for the empty room beside them.
    fn step_targets(&mut self, steps: &[Step<'_>]) {
        let edges = self.edges(steps);
        for (step, edge) in steps.iter().zip(edges.windows(2)) {
            let [left, right] = edge else { continue };
            let top = Point::new(*left, step.area.top() - 24.0);
            self.target(step.place, Rect::between(top, Point::new(*right, step.area.bottom())));
        }
    }

    /// Where one target ends and the next begins, worked out for the layout's narrowest width.
    fn edges(&self, steps: &[Step<'_>]) -> Vec<f32> {
        let narrow = self.layout.narrowest();
        let least = (narrow / steps.len().max(1) as f32).min(24.0);
        let mut edges = vec![0.0];
        for step in steps.iter().skip(1) {
            let before = edges.last().copied().unwrap_or(0.0);
            edges.push((step.area.left() * self.shrink).max(before + least));
        }
        let mut limit = narrow;
        for edge in edges.iter_mut().skip(1).rev() {
            limit -= least;
            *edge = edge.min(limit);
            limit = *edge;
        }
        edges.push(narrow);
        edges.into_iter().map(|edge| edge / self.shrink).collect()
    }
}

/// Where the label of a step stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Inside,
    Above,
}

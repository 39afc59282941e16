//! Ranges on one axis: their layout.

use super::layout::{RIGHT, Sheet};
use crate::layout::{FigureScale, HALO, Layout, halo_label};
use crate::rows::{Amount, Row};
use drawing::axis::{self, Tick};
use drawing::scene::{Anchor, Label, Point, Rect};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Bound, Number};

impl Sheet<'_> {
    /// Ranges on one axis; the figures that belong to them follow in words.
    pub(super) fn intervals(&mut self, to: Option<Number>, rows: &[(usize, &Row)], ranges: usize) {
        let (ranges, also) = rows.split_at_checked(ranges).unwrap_or((rows, &[]));
        let bounds = ranges.iter().filter_map(|(_, row)| Some(row.amount()?.bound));
        let scale =
            FigureScale::new(&mut bounds.chain(to.map(Bound::Exact)), self.left, self.left + self.width * RIGHT);
        let unit = ranges.first().and_then(|(_, row)| Some(&row.amount()?.unit));
        let ticks = self.ticks(&scale, 6, unit);
        for (i, (place, row)) in ranges.iter().enumerate() {
            if let Some(amount) = row.amount() {
                self.interval(*place, row, amount, &scale, &ticks, [ranges.len() > 1, i + 1 == ranges.len()]);
            }
        }
        for (place, row) in also {
            let top = self.y;
            self.caption(&row.value, &row.label);
            self.target(*place, top);
        }
    }

    /// A bar that floats between the ends of a range, each end with a label of its own.
    fn interval(
        &mut self,
        place: usize,
        row: &Row,
        amount: &Amount,
        scale: &FigureScale,
        ticks: &[Tick],
        [labelled, last]: [bool; 2],
    ) {
        const BAR: f32 = 52.0;
        let top = self.y;
        let (low, high) = (amount.bound.least_stated(), amount.bound.largest_stated());
        let (start, end) = (scale.position(low), scale.position(high));
        let value = text::wrap(&row.value, TextSize::Strong, self.room());
        let label = if labelled { text::wrap(&row.label, TextSize::Body, self.room()) } else { Vec::new() };
        let words = (value.len().max(1) as f32 - 1.0) * TextSize::Strong.line_height()
            + label.len() as f32 * TextSize::Body.line_height();
        let bar_top = top + 34.0 + words;
        let bottom = bar_top + BAR + 14.0;
        if last {
            axis::grid(&mut self.scene, &scale.scale, ticks, bar_top - 6.0, bottom);
        } else {
            axis::lines(&mut self.scene, &scale.scale, ticks, bar_top - 6.0, bottom);
        }
        self.span(start, end, bar_top, BAR);
        for (i, (line, size, role)) in captions(&value, &label).enumerate() {
            let (x, anchor) = self.beside((start + end) / 2.0, text::width(line, size));
            let y = top + 20.0 + i as f32 * TextSize::Strong.line_height();
            self.scene.label(Point::new(x, y), anchor, line, size, role);
        }
        self.end_labels(amount, (start, end), bar_top + BAR / 2.0 + 4.0);
        self.y = bottom + if last { axis::LABELS } else { 0.0 };
        self.target(place, top);
        self.y += 10.0;
    }

    /// Slim between tall ends: a span from one figure to the other rather than an amount. One end mark where two would
    /// cover each other at the layout's narrowest width.
    fn span(&mut self, start: f32, end: f32, top: f32, height: f32) {
        const CAP: f32 = 4.0;
        let slim = Rect::between(Point::new(start, top + 12.0), Point::new(end, top + height - 12.0));
        self.scene.rect(slim, self.tint.full);
        let apart = (end - start) * self.shrink >= 2.0 * CAP;
        for x in [Some(start), apart.then_some(end - CAP)].into_iter().flatten() {
            self.scene.rect(Rect::new(x, top, CAP, height), self.tint.full);
        }
    }

    /// The two ends in words, where there is room for both beside the span.
    fn end_labels(&mut self, amount: &Amount, (start, end): (f32, f32), baseline: f32) {
        let size = if self.layout == Layout::Narrow { TextSize::Small } else { TextSize::Body };
        let name =
            |value: Number| self.graphic.with_unit(&self.graphic.number(value), &amount.unit, Bound::Exact(value));
        let (low, high) = (name(amount.bound.least_stated()), name(amount.bound.largest_stated()));
        let shrink = self.shrink;
        let fits = (start - self.left) * shrink - 6.0 - HALO >= text::width(&low, size)
            && (self.left + self.width - end) * shrink - 6.0 >= text::width(&high, size);
        if !fits {
            return;
        }
        for (x, anchor, text) in [(start - 6.0, Anchor::End, low), (end + 6.0, Anchor::Start, high)] {
            let label = Label { at: Point::new(x, baseline), anchor, text, size, role: Role::Ink };
            halo_label(&mut self.scene, label);
        }
    }

    /// Where a text that belongs to a place along x is put: around it, or from or to the panel's edge if it would leave
    /// the panel at the layout's narrowest width.
    fn beside(&self, x: f32, width: f32) -> (f32, Anchor) {
        let middle = (x - self.left) * self.shrink;
        if middle < width / 2.0 {
            (self.left, Anchor::Start)
        } else if middle + width / 2.0 > self.room() {
            (self.left + self.width, Anchor::End)
        } else {
            (x, Anchor::Middle)
        }
    }
}

/// The lines over a range: its value, then its label.
fn captions<'a>(value: &'a [String], label: &'a [String]) -> impl Iterator<Item = (&'a str, TextSize, Role)> {
    let value = value.iter().map(|line| (line.as_str(), TextSize::Strong, Role::Ink));
    value.chain(label.iter().map(|line| (line.as_str(), TextSize::Body, Role::Muted)))
}

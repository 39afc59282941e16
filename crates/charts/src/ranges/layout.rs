//! Ranges and changes: their layout. Panels stand one below the other, or two side by side.

use super::{Tried, tried};
use crate::View;
use crate::layout::{FigureScale, Layout, Tint, lines};
use crate::marks::{bar, pale_bar};
use crate::rows::{Amount, Content, Row};
use drawing::axis::{self, Room, Tick};
use drawing::scene::{Anchor, HitTarget, Mark, Point, Rect, Scene, Size};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Bound, Chart, Graphic, Number, RangePanel, Ranges, Shows, UnitId, fill};

/// Lays the chart out for a width in CSS px.
pub(crate) fn scene(
    graphic: &Graphic,
    chart: &Chart,
    ranges: &Ranges,
    content: &Content,
    view: &View,
    width: f32,
) -> Scene {
    let mut sheet = Sheet::new(graphic, Tint::of(graphic, chart), width);
    let columns = if sheet.layout == Layout::Narrow { 1 } else { 2 };
    let mut bottom = 0.0_f32;
    let mut top = 0.0;
    for (group, panel) in ranges.panels.iter().enumerate() {
        let column = group % columns;
        if column == 0 && group > 0 {
            top = bottom + GAP;
        }
        sheet.column(column, columns, top);
        sheet.panel(group, panel, content);
        bottom = bottom.max(sheet.y);
    }
    if let Some(tried) = tried(graphic, ranges, view) {
        sheet.column(0, 1, bottom + GAP);
        sheet.calculator(&tried, content, ranges.panels.len());
        bottom = sheet.y;
    }
    sheet.scene.size = Size { width, height: bottom };
    sheet.scene
}

/// The distance between panels one below the other, in CSS px.
const GAP: f32 = 28.0;

/// Where the axis of a panel ends, as a part of the panel's width.
pub(super) const RIGHT: f32 = 0.92;

/// How far captions stand off the zero line, in CSS px.
const INSET: f32 = 6.0;

/// The panel that is being drawn, as it grows downwards.
pub(super) struct Sheet<'a> {
    pub(super) graphic: &'a Graphic,
    pub(super) tint: Tint,
    pub(super) layout: Layout,
    /// The width of the whole chart.
    pub(super) whole: f32,
    /// The layout's narrowest width as a part of this one.
    pub(super) shrink: f32,
    pub(super) scene: Scene,
    /// Where the panel begins, and how wide it is.
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) y: f32,
}

impl<'a> Sheet<'a> {
    fn new(graphic: &'a Graphic, tint: Tint, width: f32) -> Self {
        let (layout, shrink) = (Layout::of(width), Layout::shrink(width));
        Self { graphic, tint, layout, whole: width, shrink, scene: Scene::default(), left: 0.0, width, y: 0.0 }
    }

    /// Begins a panel in a column, one of so many, from `top` downwards.
    fn column(&mut self, column: usize, columns: usize, top: f32) {
        (self.left, self.width) = match (column, columns) {
            (_, 1) => (0.0, self.whole),
            (0, _) => (0.0, self.whole * 0.46),
            _ => (self.whole * 0.54, self.whole * 0.46),
        };
        self.y = top;
    }

    /// How wide the panel is where the layout is narrowest: text is wrapped for it.
    pub(super) fn room(&self) -> f32 {
        self.width * self.shrink
    }

    fn panel(&mut self, group: usize, panel: &RangePanel, content: &Content) {
        self.scene.group(format!("panel {group}"));
        self.heading(&panel.title, &panel.scope);
        let rows: Vec<(usize, &Row)> = content.rows.iter().enumerate().filter(|(_, row)| row.group == group).collect();
        match &panel.shows {
            Shows::Intervals { to, rows: entries, .. } => self.intervals(*to, &rows, entries.len()),
            Shows::Change { .. } => self.change_panel(&rows),
        }
    }

    /// A bar before and one after, with the computed change between them.
    fn change_panel(&mut self, rows: &[(usize, &Row)]) {
        let figures = rows.iter().filter_map(|(place, row)| Some((*place, *row, row.amount()?)));
        let figures: Vec<(usize, &Row, &Amount)> = figures.collect();
        let (Some(before), Some(after)) = (figures.first(), figures.last()) else { return };
        let bounds = &mut [before, after].into_iter().map(|(.., amount)| amount.bound);
        let scale = FigureScale::new(bounds, self.left, self.left + self.width * RIGHT);
        let ticks = self.ticks(&scale, 4, Some(&before.2.unit));
        // The zero line goes behind the bars, whose rows tell how far down it reaches.
        let (top, zero) = (self.y, self.scene.marks.len());
        self.scene.rect(Rect::default(), Role::Axis);
        self.bar_row(before.0, before.1, before.2, &scale, &ticks, true);
        for (place, row, _) in figures.get(1..figures.len().saturating_sub(1)).into_iter().flatten() {
            let ends = [before, after].map(|(_, _, amount)| scale.position(amount.bound.least_stated()));
            self.change(*place, row, ends);
        }
        self.bar_row(after.0, after.1, after.2, &scale, &ticks, false);
        if let Some(Mark::Rect { rect, .. }) = self.scene.marks.get_mut(zero) {
            *rect = Rect::new(scale.scale.left(), top, 2.0, self.y - top);
        }
        axis::labels(&mut self.scene, &scale.scale, &ticks, self.y);
        self.y += axis::LABELS;
    }

    /// At most so many ticks; the last one names the unit.
    pub(super) fn ticks(&self, scale: &FigureScale, most: usize, unit: Option<&UnitId>) -> Vec<Tick> {
        let sign = unit.and_then(|unit| self.graphic.unit(unit)?.tick.as_deref());
        let room = Room { shrink: self.shrink, beyond: self.room() * (1.0 - RIGHT) };
        axis::ticks(&scale.scale, most, room, &|value, last| {
            let number = self.graphic.number(scale.number(value));
            sign.filter(|_| last).map_or(number.clone(), |sign| fill(sign, &number))
        })
    }

    fn bar_row(&mut self, place: usize, row: &Row, amount: &Amount, scale: &FigureScale, ticks: &[Tick], before: bool) {
        const BAR: f32 = 20.0;
        let top = self.y;
        self.caption(&row.value, &row.label);
        axis::lines(&mut self.scene, &scale.scale, ticks, self.y - 2.0, self.y + BAR + 2.0);
        let right = scale.position(amount.bound.least_stated());
        let rect = Rect::between(Point::new(scale.scale.left(), self.y), Point::new(right, self.y + BAR));
        let (hedge, high) = (amount.bound.hedge(), scale.position(amount.bound.largest_stated()));
        // What came before is paler than what came after, but its hedge is as plain.
        bar(&mut self.scene, rect, hedge, high, self.tint, self.shrink, before);
        self.y += BAR + 4.0;
        self.target(place, top);
        self.y += 4.0;
    }

    /// The span from one bar's end to the other's, with the computed change above it.
    fn change(&mut self, place: usize, row: &Row, [from, to]: [f32; 2]) {
        let top = self.y;
        let y = top + 24.0;
        let text = fill(&self.graphic.words.computed_short, &row.value);
        let width = text::width(&text, TextSize::Small);
        let (x, anchor) = if (to - self.left) * self.shrink >= width {
            (to, Anchor::End)
        } else {
            (self.left + INSET, Anchor::Start)
        };
        self.scene.label(Point::new(x, y - 8.0), anchor, text, TextSize::Small, Role::Ink);
        self.scene.rect(Rect::between(Point::new(from, y), Point::new(to, y + 1.0)), Role::Muted);
        self.scene.rect(Rect::new(from, y - 4.0, 1.0, 9.0), Role::Muted);
        let back = if to < from { 7.0 } else { -7.0 };
        let corners = [(back, -3.5), (0.0, 0.5), (back, 4.5)].map(|(dx, dy)| Point::new(to + dx, y + dy));
        self.scene.polygon(corners.to_vec(), Role::Muted);
        self.y = y + 8.0;
        self.target(place, top);
    }

    /// What the range would make of a reader's own figure: a pale bar, and a pale range that floats.
    fn calculator(&mut self, tried: &Tried<'_>, content: &Content, group: usize) {
        const BAR: f32 = 20.0;
        self.scene.group("calculator");
        self.heading(&tried.calculator.title, &tried.calculator.scope);
        let (from, to) = tried.after;
        let bounds = &mut [tried.before, from, to].into_iter().map(Bound::Exact);
        let scale = FigureScale::new(bounds, self.left, self.left + self.width * RIGHT);
        let top = self.y;
        let ends = [(Number::default(), tried.before), (from, to)];
        let rows = content.rows.iter().enumerate().filter(|(_, row)| row.group == group);
        for ((place, row), (from, to)) in rows.zip(ends) {
            let begin = self.y;
            self.caption(&row.value, &row.label);
            let rect =
                Rect::between(Point::new(scale.position(from), self.y), Point::new(scale.position(to), self.y + BAR));
            pale_bar(&mut self.scene, rect, self.tint);
            self.y += BAR + 6.0;
            self.target(place, begin);
            self.y += 2.0;
        }
        self.y -= 2.0;
        self.scene.rect(Rect::new(scale.scale.left(), top, 2.0, self.y - top), Role::Axis);
    }

    fn heading(&mut self, title: &str, scope: &str) {
        self.scene.rect(Rect::new(self.left, self.y, self.width, 1.0), Role::Grid);
        let title = text::wrap(title, TextSize::Title, self.room());
        lines(&mut self.scene, Point::new(self.left, self.y + 24.0), &title, TextSize::Title, Role::Ink);
        self.y += 24.0 + (title.len().max(1) as f32 - 1.0) * TextSize::Title.line_height();
        let scope = text::wrap(scope, TextSize::Small, self.room());
        lines(&mut self.scene, Point::new(self.left, self.y + 18.0), &scope, TextSize::Small, Role::Muted);
        self.y += 32.0 + (scope.len().max(1) as f32 - 1.0) * TextSize::Small.line_height();
    }

    /// The figure and, below it, what it is.
    pub(super) fn caption(&mut self, value: &str, label: &str) {
        let value = text::wrap(value, TextSize::Strong, self.room() - INSET);
        let label = text::wrap(label, TextSize::Body, self.room() - INSET);
        let first = Point::new(self.left + INSET, self.y + 16.0);
        lines(&mut self.scene, first, &value, TextSize::Strong, Role::Ink);
        let below = Point::new(first.x, first.y + value.len().max(1) as f32 * TextSize::Strong.line_height());
        lines(&mut self.scene, below, &label, TextSize::Body, Role::Muted);
        self.y = below.y + (label.len() as f32 - 1.0) * TextSize::Body.line_height() + 7.0;
    }

    /// Makes the area from `top` down to here answer for a row.
    pub(super) fn target(&mut self, row: usize, top: f32) {
        let bounds = Rect::between(Point::new(self.left, top), Point::new(self.left + self.width, self.y));
        self.scene.targets.push(HitTarget { row, bounds });
    }
}

//! The timeline's layout: count, members and events over one time axis.

use crate::View;
use crate::layout::{Layout, Tint, halo_label, lines};
use crate::rows::{Content, Origin, Row};
use drawing::axis::{self, Room, Scale, Tick};
use drawing::scene::{Anchor, HitTarget, Label, Mark, Point, Rect, Scene, Size};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Chart, Date, Graphic, Timeline};

/// Lays the chart out for a width in CSS px.
pub(crate) fn scene(
    graphic: &Graphic,
    chart: &Chart,
    timeline: &Timeline,
    content: &Content,
    view: &View,
    width: f32,
) -> Scene {
    let months = i64::from(timeline.from) * 12..(i64::from(timeline.to) + 1) * 12;
    let mut sheet = Sheet {
        graphic,
        timeline,
        content,
        tint: Tint::of(graphic, chart),
        layout: Layout::of(width),
        shrink: Layout::shrink(width),
        time: Scale::new(months, 0.0, width * FRAME_RIGHT),
        width,
        year: view.year,
        scene: Scene::default(),
        y: 0.0,
    };
    if !timeline.groups.is_empty() {
        sheet.count();
        sheet.members();
    }
    sheet.events();
    sheet.axis();
    sheet.notes();
    sheet.scene.size = Size { width, height: sheet.y };
    sheet.scene
}

/// Where the time axis ends, as a part of the width; open ends follow it.
pub(super) const FRAME_RIGHT: f32 = 0.92;

/// The scene as it grows downwards, over its time axis in months.
pub(super) struct Sheet<'a> {
    pub(super) graphic: &'a Graphic,
    pub(super) timeline: &'a Timeline,
    pub(super) content: &'a Content,
    pub(super) tint: Tint,
    pub(super) layout: Layout,
    /// The layout's narrowest width as a part of this one.
    pub(super) shrink: f32,
    pub(super) time: Scale,
    pub(super) width: f32,
    /// The year whose end is shown; what comes after it is only hinted at.
    pub(super) year: Option<u16>,
    pub(super) scene: Scene,
    pub(super) y: f32,
}

impl<'a> Sheet<'a> {
    /// The rows of some kind, each with its place in the content.
    pub(super) fn rows(&self, of: impl Fn(&Row) -> bool) -> Vec<(usize, &'a Row)> {
        self.content.rows.iter().enumerate().filter(|(_, row)| of(row)).collect()
    }

    pub(super) fn title(&mut self, title: &str) {
        let title = text::wrap(title, TextSize::Title, self.layout.narrowest());
        let more = (title.len().max(1) as f32 - 1.0) * TextSize::Title.line_height();
        self.halo(self.y, self.y + 24.0 + more);
        lines(&mut self.scene, Point::new(0.0, self.y + 16.0), &title, TextSize::Title, Role::Ink);
        self.y += 28.0 + more;
    }

    /// A band through which no gridline runs.
    pub(super) fn halo(&mut self, top: f32, bottom: f32) {
        self.scene.rect(Rect::new(0.0, top, self.width, bottom - top), Role::Halo);
    }

    /// A line of text that no gridline runs through.
    pub(super) fn text(&mut self, at: Point, anchor: Anchor, text: &str, size: TextSize, role: Role) {
        halo_label(&mut self.scene, Label { at, anchor, text: text.to_owned(), size, role });
    }

    /// Where a date begins on the time axis, in CSS px.
    pub(super) fn at(&self, date: Date) -> f32 {
        self.month(date.first_month())
    }

    /// Where a month begins on the time axis, in CSS px; beyond the axis is its end.
    pub(super) fn month(&self, month: i32) -> f32 {
        let first = i32::from(self.timeline.from) * 12;
        // Not `clamp` of places, whose panic would have readers load a formatter of floating-point numbers.
        self.time.position(month.max(first).into()).min(self.time.right())
    }

    /// Up to where the past is drawn: what still held when the source was written, or at the end of the chosen year, ends
    /// here with an open end.
    pub(super) fn today(&self) -> f32 {
        let end = self.year.map(|year| self.month((i32::from(year) + 1) * 12));
        end.map_or(self.written(), |end| end.min(self.written()))
    }

    pub(super) fn written(&self) -> f32 {
        self.month(self.graphic.written.last().end_month())
    }

    /// The colour of a row's text: muted if it lies after the chosen year.
    pub(super) fn ink(&self, row: &Row) -> Role {
        if row.to_come { Role::Muted } else { Role::Ink }
    }

    /// Where a year was chosen, the whole of a mark in grey, behind the part that the year has reached.
    pub(super) fn hint(&mut self, area: Rect, name: &str) {
        if self.year.is_some() {
            self.scene.group(["hint", name].join(" "));
            self.scene.rect(area, Role::Hint);
        }
    }

    /// Whether what happened at a date is background: then its marks are pale.
    pub(super) fn is_background(&self, date: Date) -> bool {
        let spans = self.content.rows.iter().filter(|row| matches!(row.datum, crate::rows::Datum::Span(..)));
        let mut at_date = spans.filter(|row| row.datum.date() == Some(date)).peekable();
        at_date.peek().is_some() && at_date.all(|row| row.origin == Origin::Background)
    }

    /// The time axis, and light gridlines behind everything from the top down to it.
    fn axis(&mut self) {
        const TOP: f32 = 30.0;
        let years = self.years();
        let line = |x, width, role| Mark::Rect { rect: Rect::new(x, TOP, width, self.y - TOP), role, rim: None };
        let mut behind: Vec<Mark> = years.iter().map(|(_, _, x)| line(*x, 1.0, Role::Grid)).collect();
        if self.year.is_some() {
            behind.push(line(self.today() - 1.0, 2.0, Role::Axis));
        }
        self.scene.behind(behind);
        self.scene.group("axis");
        self.scene.rect(Rect::new(0.0, self.y, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        // How far the source could know, led to its words below the years.
        for (top, bottom) in [(2.0, 6.0), (21.0, 27.0)] {
            self.scene.rect(Rect::new(self.written() - 1.0, self.y + top, 1.0, bottom - top), Role::Muted);
        }
        self.year_labels();
        let written = text::wrap(&self.timeline.written, TextSize::Small, self.layout.narrowest());
        for (i, line) in written.iter().enumerate() {
            let at = Point::new(self.width, self.y + 39.0 + i as f32 * TextSize::Small.line_height());
            self.scene.label(at, Anchor::End, line.as_str(), TextSize::Small, Role::Muted);
        }
        self.y += 48.0 + (written.len().max(1) as f32 - 1.0) * TextSize::Small.line_height();
    }

    /// The years that are named on the axis, with their places in CSS px.
    fn years(&self) -> Vec<(String, Anchor, f32)> {
        let domain = i64::from(self.timeline.from)..i64::from(self.timeline.to) + 1;
        let years = Scale::new(domain, self.time.left(), self.time.right());
        let most = if self.layout == Layout::Narrow { 6 } else { 9 };
        let room = Room { shrink: self.shrink, beyond: self.layout.narrowest() * (1.0 - FRAME_RIGHT) };
        let ticks: Vec<Tick> = axis::ticks(&years, most, room, &|year, _| year.to_string());
        ticks.into_iter().map(|(year, label, anchor)| (label, anchor, years.position(year))).collect()
    }

    /// The labels of the years, below an axis that is here.
    pub(super) fn year_labels(&mut self) {
        for (label, anchor, x) in self.years() {
            self.scene.label(Point::new(x, self.y + 17.0), anchor, label, TextSize::Small, Role::Muted);
        }
    }

    pub(super) fn target(&mut self, row: usize, bounds: Rect) {
        self.scene.targets.push(HitTarget { row, bounds });
    }
}

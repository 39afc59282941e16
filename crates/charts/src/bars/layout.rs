//! Panels of bars: their layout.

use super::panels;
use crate::View;
use crate::layout::{FigureScale, Layout, Tint, halo_label, lines};
use crate::legend::{LegendItem, legend};
use crate::marks::{OPEN_END, bar, beyond};
use crate::rows::{Amount, Content, Row};
use drawing::axis::{self, Room, Tick};
use drawing::scene::{Anchor, HitTarget, Label, Point, Rect, Scene, Size};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Bars, Bound, Chart, Graphic, Hedge, Panel, Provenance, fill};

/// Lays the chart out for a width in CSS px.
pub(crate) fn scene(
    graphic: &Graphic,
    chart: &Chart,
    bars: &Bars,
    content: &Content,
    view: &View,
    width: f32,
) -> Scene {
    let tint = Tint::of(graphic, chart);
    let (layout, shrink) = (Layout::of(width), Layout::shrink(width));
    let mut sheet = Sheet { graphic, tint, layout, shrink, width, scene: Scene::default(), y: 0.0 };
    sheet.legend(content);
    for (group, panel) in panels(bars, view).enumerate() {
        sheet.panel(panel, &lines_of(content, group, sheet.layout));
    }
    sheet.scene.size = Size { width, height: sheet.y };
    sheet.scene
}

/// The scene as it grows downwards.
struct Sheet<'a> {
    graphic: &'a Graphic,
    tint: Tint,
    layout: Layout,
    /// The layout's narrowest width as a part of this one.
    shrink: f32,
    width: f32,
    scene: Scene,
    y: f32,
}

/// A row with its place in the content, and its words in lines.
struct Line<'a> {
    place: usize,
    row: &'a Row,
    amount: &'a Amount,
    label: Vec<String>,
    value: Vec<String>,
}

/// The rows of a group, wrapped for a layout.
fn lines_of(content: &Content, group: usize, layout: Layout) -> Vec<Line<'_>> {
    let (label, value) = match layout {
        Layout::Narrow => (layout.narrowest() - LABEL_INSET, layout.narrowest() - LABEL_INSET),
        Layout::Wide => {
            (layout.narrowest() * FRAME_LEFT - 16.0, layout.narrowest() * (1.0 - FRAME_RIGHT) - OPEN_END - 8.0)
        }
    };
    let rows = content.rows.iter().enumerate().filter(|(_, row)| row.group == group);
    rows.filter_map(|(place, row)| {
        Some(Line {
            place,
            row,
            amount: row.amount()?,
            label: text::wrap(&row.label, TextSize::Body, label),
            value: text::wrap(&row.value, TextSize::Strong, value),
        })
    })
    .collect()
}

impl Sheet<'_> {
    /// What the bars mean, and the warning that panels cannot be compared.
    fn legend(&mut self, content: &Content) {
        let tint = self.tint;
        let words = &self.graphic.words.legend;
        let held = |hedge: &Hedge| {
            content.rows.iter().any(|row| row.amount().is_some_and(|amount| amount.bound.hedge() == *hedge))
        };
        let item = |hedge: Hedge| {
            let half = LegendItem::LENGTH / 2.0;
            let draw = move |scene: &mut Scene, area: Rect| {
                let low = if hedge == Hedge::Between { area.until(area.left() + half) } else { area };
                bar(scene, low, hedge, area.right(), tint, 1.0, false);
            };
            LegendItem { draw: Box::new(draw), length: LegendItem::LENGTH + beyond(hedge), words: words.hedge(hedge) }
        };
        let mut items: Vec<LegendItem<'_>> = Hedge::ALL.into_iter().filter(held).map(item).collect();
        if content.groups.len() > 1 {
            items.push(LegendItem { draw: Box::new(|_, _| {}), length: 0.0, words: &words.scales });
        }
        self.y = legend(&mut self.scene, self.layout, self.y, 0.0, &items) + 12.0;
    }

    fn panel(&mut self, panel: &Panel, lines: &[Line<'_>]) {
        let scale = self.scale(&mut lines.iter().map(|line| line.amount.bound).chain(panel.to.map(Bound::Exact)));
        self.scene.group(panel.id.as_str());
        self.heading(panel);
        let top = self.y;
        let bottom = top + lines.iter().map(|line| self.row_height(line)).sum::<f32>();
        // Each bar says its figure, so the narrow layout needs an axis only where one is said to end.
        let has_axis = self.layout == Layout::Wide || panel.to.is_some();
        let ticks = if has_axis { self.ticks(&scale, lines) } else { Vec::new() };
        match self.layout {
            Layout::Wide => axis::lines(&mut self.scene, &scale.scale, &ticks, top, bottom),
            // Text stands between the bars, so each bar has gridlines of its own.
            Layout::Narrow => self.scene.rect(Rect::new(scale.scale.left(), top, 2.0, bottom - top), Role::Axis),
        }
        axis::labels(&mut self.scene, &scale.scale, &ticks, bottom);
        for line in lines {
            self.scene.group(line.row.key.as_str());
            self.row(line, &scale, &ticks);
        }
        self.y += if has_axis { axis::LABELS + 12.0 } else { 10.0 };
    }

    /// From zero to the largest stated figure, or to where the axis is said to end, with room for an open end (and, if wide,
    /// for labels) around it.
    fn scale(&self, bounds: &mut dyn Iterator<Item = Bound>) -> FigureScale {
        match self.layout {
            Layout::Narrow => FigureScale::new(bounds, 0.0, self.width * NARROW_RIGHT),
            Layout::Wide => FigureScale::new(bounds, self.width * FRAME_LEFT, self.width * FRAME_RIGHT),
        }
    }

    /// The ticks; the last one names the unit if all bars have the same.
    fn ticks(&self, scale: &FigureScale, lines: &[Line<'_>]) -> Vec<Tick> {
        let unit = lines.first().map(|line| &line.amount.unit);
        let unit = unit.filter(|unit| lines.iter().all(|line| line.amount.unit == **unit));
        let sign = unit.and_then(|unit| self.graphic.unit(unit)?.tick.as_deref());
        let narrowest = self.layout.narrowest();
        let end = if self.layout == Layout::Narrow { NARROW_RIGHT } else { FRAME_RIGHT };
        let room = Room { shrink: self.shrink, beyond: narrowest * (1.0 - end) };
        axis::ticks(&scale.scale, 5, room, &|value, last| {
            let number = self.graphic.number(scale.number(value));
            sign.filter(|_| last).map_or(number.clone(), |sign| fill(sign, &number))
        })
    }

    /// A rule, the panel's title and what is to be kept in mind about it: beside the title, or below where there is no
    /// room.
    fn heading(&mut self, panel: &Panel) {
        self.scene.rect(Rect::new(0.0, self.y, self.width, 1.0), Role::Grid);
        let title = text::wrap(&panel.title, TextSize::Title, self.layout.narrowest());
        let height = TextSize::Title.line_height();
        lines(&mut self.scene, Point::new(0.0, self.y + 4.0 + height), &title, TextSize::Title, Role::Ink);
        let baseline = self.y + 4.0 + height * title.len() as f32;
        self.y = baseline + 10.0;
        let Some(note) = &panel.note else { return };
        let beside = text::width(&panel.title, TextSize::Title) + 12.0;
        let fits = title.len() == 1 && beside + text::width(note, TextSize::Small) <= self.layout.narrowest();
        if self.layout == Layout::Wide && fits {
            self.scene.label(Point::new(beside, baseline), Anchor::Start, note.as_str(), TextSize::Small, Role::Muted);
            return;
        }
        let wrapped = text::wrap(note, TextSize::Small, self.layout.narrowest());
        lines(&mut self.scene, Point::new(0.0, self.y + 8.0), &wrapped, TextSize::Small, Role::Muted);
        self.y += TextSize::Small.line_height() * wrapped.len() as f32 + 6.0;
    }

    fn row_height(&self, line: &Line<'_>) -> f32 {
        let (label, value) = (line.label.len() as f32, line.value.len() as f32);
        match self.layout {
            Layout::Narrow => {
                TextSize::Strong.line_height() * value + TextSize::Body.line_height() * label + NARROW_BAR + 10.0
            }
            Layout::Wide => (TextSize::Body.line_height() * label.max(value) + 4.0).max(36.0),
        }
    }

    fn row(&mut self, line: &Line<'_>, scale: &FigureScale, ticks: &[Tick]) {
        let bounds = Rect::new(0.0, self.y, self.width, self.row_height(line));
        match self.layout {
            Layout::Narrow => self.narrow_row(line, scale, ticks),
            Layout::Wide => self.wide_row(line, scale, bounds),
        }
        self.scene.targets.push(HitTarget { row: line.place, bounds });
        self.y = bounds.bottom();
    }

    /// The figure, its label and the bar, one below the other.
    fn narrow_row(&mut self, line: &Line<'_>, scale: &FigureScale, ticks: &[Tick]) {
        // Over the zero line the text would touch it.
        let first = Point::new(LABEL_INSET, self.y + 16.0);
        lines(&mut self.scene, first, &line.value, TextSize::Strong, Role::Ink);
        let below = first.y + TextSize::Strong.line_height() * line.value.len().max(1) as f32;
        lines(&mut self.scene, Point::new(LABEL_INSET, below), &line.label, TextSize::Body, Role::Muted);
        let baseline = below + TextSize::Body.line_height() * (line.label.len() as f32 - 1.0);
        let (top, bottom) = (baseline + 6.0, baseline + 6.0 + NARROW_BAR);
        axis::lines(&mut self.scene, &scale.scale, ticks, top - 2.0, bottom + 2.0);
        self.bar(line, scale, top, bottom);
    }

    /// The label, the bar and the figure, side by side.
    fn wide_row(&mut self, line: &Line<'_>, scale: &FigureScale, bounds: Rect) {
        const BAR: f32 = 20.0;
        let center = bounds.center().y;
        let height = TextSize::Body.line_height();
        let first = |count: usize| center - count as f32 * height / 2.0 + 14.0;
        let at = Point::new(0.0, first(line.label.len()));
        lines(&mut self.scene, at, &line.label, TextSize::Body, Role::Ink);
        self.bar(line, scale, center - BAR / 2.0, center + BAR / 2.0);
        let x = scale.position(line.amount.bound.largest_stated()) + 8.0 + beyond(line.amount.bound.hedge());
        let first = center + 5.0 - (line.value.len() as f32 - 1.0) * height / 2.0;
        for (i, text) in line.value.iter().enumerate() {
            let at = Point::new(x, first + i as f32 * height);
            let label =
                Label { at, anchor: Anchor::Start, text: text.clone(), size: TextSize::Strong, role: Role::Ink };
            halo_label(&mut self.scene, label);
        }
    }

    fn bar(&mut self, line: &Line<'_>, scale: &FigureScale, top: f32, bottom: f32) {
        let bound = line.amount.bound;
        let right = scale.position(bound.least_stated());
        let rect = Rect::between(Point::new(scale.scale.left(), top), Point::new(right, bottom));
        let (high, tint) = (scale.position(bound.largest_stated()), self.tint_of(line.row));
        bar(&mut self.scene, rect, bound.hedge(), high, tint, self.shrink, false);
    }

    /// A figure of another section has the hue of that section.
    fn tint_of(&self, row: &Row) -> Tint {
        let section = match self.graphic.fact(&row.fact).map(|fact| fact.provenance()) {
            Some(Provenance::Source(place)) => Tint::of_section(self.graphic, &place.section),
            _ => None,
        };
        section.unwrap_or(self.tint)
    }
}

/// Where the plot area begins and ends in the wide layout, as parts of the width.
const FRAME_LEFT: f32 = 0.31;
const FRAME_RIGHT: f32 = 0.68;
/// Where it ends in the narrow layout.
const NARROW_RIGHT: f32 = 0.92;
/// The height of a bar in the narrow layout, in CSS px.
const NARROW_BAR: f32 = 12.0;
/// How far labels stand off the zero line in the narrow layout, in CSS px.
const LABEL_INSET: f32 = 6.0;

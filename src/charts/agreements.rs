//! Agreements by category: a panel of bars for each family of count, each panel on a scale of its own.

use super::bar::{OPEN_EDGE, Sample, bar, clear_label, key};
use super::{Layout, hue};
use crate::axis::{self, Scale};
use crate::scene::{Anchor, Label, Point, Rect, Scene, Size, Target};
use crate::state::{Order, State};
use crate::story::{Agreements, Bound, Fact, Graphic, Panel, Provenance, Quantity, Section};
use crate::text;
use crate::theme::{Role, TextSize};

/// Lays the chart out for a width in CSS px.
#[must_use]
pub fn scene(graphic: &Graphic, state: &State, width: f32) -> Scene {
    let chart = &graphic.charts.agreements;
    let mut sheet =
        Sheet { graphic, order: state.order, layout: Layout::of(width), width, scene: Scene::default(), y: 0.0 };
    sheet.key(chart);
    for (i, panel) in panels(graphic, state).enumerate() {
        sheet.panel(i, panel);
    }
    sheet.scene.size = Size { width, height: sheet.y };
    sheet.scene
}

/// The panels that are shown.
pub(super) fn panels<'a>(graphic: &'a Graphic, state: &State) -> impl Iterator<Item = &'a Panel> {
    let chosen = state.count;
    graphic.charts.agreements.panels.iter().filter(move |panel| chosen.is_none_or(|family| panel.family == family))
}

/// The scene as it grows downwards.
struct Sheet<'a> {
    graphic: &'a Graphic,
    order: Order,
    layout: Layout,
    width: f32,
    scene: Scene,
    y: f32,
}

/// A row of a panel: the figure, its wrapped label and its fact.
struct Line<'a> {
    fact: &'a Fact,
    quantity: &'a Quantity,
    label: &'a str,
    wrapped: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// The key to the two kinds of bar, and the warning that panels cannot be compared.
    fn key(&mut self, chart: &Agreements) {
        let sample = |bound| move |scene: &mut Scene, rect: Rect| bar(scene, rect, bound, hue(Section::Bri));
        let (exact, open) = (sample(Bound::Exact(1)), sample(Bound::AtLeast(1)));
        let samples = [
            Sample { draw: &exact, length: Sample::LENGTH, words: &chart.key_exact },
            Sample { draw: &open, length: Sample::LENGTH + OPEN_EDGE, words: &chart.key_at_least },
            Sample { draw: &|_, _| {}, length: 0.0, words: &chart.key_scales },
        ];
        self.y = key(&mut self.scene, self.layout, self.y, 0.0, &samples) + 12.0;
    }

    fn panel(&mut self, number: usize, panel: &'a Panel) {
        let lines = self.lines(panel);
        let largest = lines.iter().map(|line| line.quantity.value.largest_stated()).max().unwrap_or(1);
        let scale = self.scale(largest);
        self.scene.part(panel.family.name().to_owned());
        self.heading(panel);
        let top = self.y;
        let bottom = top + lines.iter().map(|line| self.row_height(line)).sum::<f32>();
        let ticks: Vec<(i32, String)> =
            scale.ticks(5).into_iter().map(|tick| (tick, self.graphic.words.number(tick.unsigned_abs()))).collect();
        match self.layout {
            Layout::Wide => axis::lines(&mut self.scene, &scale, &ticks, top, bottom),
            // Text stands between the bars, so each bar has gridlines of its own.
            Layout::Narrow => self.scene.rect(Rect::new(scale.left(), top, 2.0, bottom - top), Role::Axis),
        }
        axis::names(&mut self.scene, &scale, &ticks, bottom);
        for line in &lines {
            self.scene.part(line.fact.id.to_string());
            self.row(line, &scale, &ticks, number);
        }
        self.y += axis::NAMES + 12.0;
    }

    /// The rows of a panel. The story has them by stated figure: two lower bounds cannot be ranked, so the order is one
    /// of what was stated, never of what is true.
    fn lines(&self, panel: &'a Panel) -> Vec<Line<'a>> {
        match self.order {
            Order::Stated => panel.rows.iter().filter_map(|row| self.line(row)).collect(),
            // Facts stand in the order of the source.
            Order::Source => {
                let rows =
                    self.graphic.facts.iter().filter_map(|fact| panel.rows.iter().find(|row| row.fact == fact.id));
                rows.filter_map(|row| self.line(row)).collect()
            }
        }
    }

    fn line(&self, row: &'a crate::story::Row) -> Option<Line<'a>> {
        let fact = self.graphic.fact(&row.fact)?;
        let room = match self.layout {
            Layout::Narrow => self.layout.narrowest() - LABEL_INSET,
            Layout::Wide => self.layout.narrowest() * FRAME_LEFT - 16.0,
        };
        let wrapped = text::wrap(&row.label, TextSize::Body, room);
        Some(Line { fact, quantity: fact.quantity()?, label: &row.label, wrapped })
    }

    /// From zero to the largest stated figure, with room for an open edge (and, if wide, for labels) around it.
    fn scale(&self, largest: u32) -> Scale {
        let domain = 0..i32::try_from(largest).unwrap_or(i32::MAX);
        match self.layout {
            Layout::Narrow => Scale::new(domain, 0.0, self.width * 0.92),
            Layout::Wide => Scale::new(domain, self.width * FRAME_LEFT, self.width * FRAME_RIGHT),
        }
    }

    /// A rule, the family's name and what is to be kept in mind about it: beside the name, or below where there is no
    /// room.
    fn heading(&mut self, panel: &Panel) {
        self.scene.rect(Rect::new(0.0, self.y, self.width, 1.0), Role::Grid);
        let mut baseline = self.y + 4.0;
        for line in text::wrap(&panel.title, TextSize::Title, self.layout.narrowest()) {
            baseline += TextSize::Title.line_height();
            self.scene.label(Point::new(0.0, baseline), Anchor::Start, line, TextSize::Title, Role::Ink);
        }
        self.y = baseline + 10.0;
        let Some(note) = &panel.note else { return };
        match self.layout {
            Layout::Wide => {
                let x = text::width(&panel.title, TextSize::Title) + 12.0;
                self.scene.label(Point::new(x, baseline), Anchor::Start, note.as_ref(), TextSize::Small, Role::Muted);
            }
            Layout::Narrow => {
                for line in text::wrap(note, TextSize::Small, self.layout.narrowest()) {
                    let at = Point::new(0.0, self.y + 8.0);
                    self.scene.label(at, Anchor::Start, line, TextSize::Small, Role::Muted);
                    self.y += TextSize::Small.line_height();
                }
                self.y += 6.0;
            }
        }
    }

    fn row_height(&self, line: &Line<'_>) -> f32 {
        let text = line.wrapped.len() as f32 * TextSize::Body.line_height();
        match self.layout {
            Layout::Narrow => TextSize::Strong.line_height() + text + NARROW_BAR + 18.0,
            Layout::Wide => (text + 4.0).max(36.0),
        }
    }

    fn row(&mut self, line: &Line<'_>, scale: &Scale, ticks: &[(i32, String)], panel: usize) {
        let band = Rect::new(0.0, self.y, self.width, self.row_height(line));
        match self.layout {
            Layout::Narrow => self.narrow_row(line, scale, ticks),
            Layout::Wide => self.wide_row(line, scale, band),
        }
        self.scene.targets.push(Target {
            fact: line.fact.id.0.clone(),
            value: line.quantity.in_words(&self.graphic.words),
            label: line.label.to_owned(),
            bounds: band,
            panel,
        });
        self.y = band.bottom();
    }

    /// The figure, its label and the bar, one below the other.
    fn narrow_row(&mut self, line: &Line<'_>, scale: &Scale, ticks: &[(i32, String)]) {
        let role = role(line.fact);
        let mut baseline = self.y + 16.0;
        let value = line.quantity.in_words(&self.graphic.words);
        // Over the zero line the text would touch it.
        self.scene.label(Point::new(LABEL_INSET, baseline), Anchor::Start, value, TextSize::Strong, Role::Ink);
        for text in &line.wrapped {
            baseline += TextSize::Body.line_height();
            self.scene.label(Point::new(LABEL_INSET, baseline), Anchor::Start, text, TextSize::Body, Role::Muted);
        }
        let right = scale.position(minimum(line.quantity));
        let (top, bottom) = (baseline + 7.0, baseline + 7.0 + NARROW_BAR);
        axis::lines(&mut self.scene, scale, ticks, top - 2.0, bottom + 2.0);
        let rect = Rect::between(Point::new(scale.left(), top), Point::new(right, bottom));
        bar(&mut self.scene, rect, line.quantity.value, role);
    }

    /// The label, the bar and the figure, side by side.
    fn wide_row(&mut self, line: &Line<'_>, scale: &Scale, band: Rect) {
        const BAR: f32 = 20.0;
        let center = band.center().y;
        let height = TextSize::Body.line_height();
        let mut baseline = center - line.wrapped.len() as f32 * height / 2.0 + 14.0;
        for text in &line.wrapped {
            self.scene.label(Point::new(0.0, baseline), Anchor::Start, text, TextSize::Body, Role::Ink);
            baseline += height;
        }
        let right = scale.position(minimum(line.quantity));
        let rect = Rect::between(Point::new(scale.left(), center - BAR / 2.0), Point::new(right, center + BAR / 2.0));
        bar(&mut self.scene, rect, line.quantity.value, role(line.fact));
        let open = matches!(line.quantity.value, Bound::AtLeast(_));
        let x = right + 8.0 + if open { OPEN_EDGE } else { 0.0 };
        let text = line.quantity.in_words(&self.graphic.words);
        let at = Point::new(x, center + 5.0);
        let label = Label { at, anchor: Anchor::Start, text, size: TextSize::Strong, role: Role::Ink };
        clear_label(&mut self.scene, label);
    }
}

/// Where the plot area begins and ends in the wide layout, as parts of the width.
const FRAME_LEFT: f32 = 0.31;
const FRAME_RIGHT: f32 = 0.68;
/// The height of a bar in the narrow layout, in CSS px.
const NARROW_BAR: f32 = 16.0;
/// How far labels stand off the zero line in the narrow layout, in CSS px.
const LABEL_INSET: f32 = 6.0;

fn minimum(quantity: &Quantity) -> i32 {
    i32::try_from(quantity.value.minimum()).unwrap_or(i32::MAX)
}

fn role(fact: &Fact) -> Role {
    match fact.provenance() {
        Provenance::Source(place) => hue(place.section),
        _ => hue(Section::Bri),
    }
}

//! Agreements by category: a panel of bars for each family of count, each panel on a scale of its own.

use super::bar::{OPEN_EDGE, bar};
use super::{Layout, hue};
use crate::axis::{self, Scale};
use crate::scene::{Anchor, Point, Rect, Scene, Size, Target};
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
    /// The one-line key to the two kinds of bar.
    fn key(&mut self, chart: &Agreements) {
        const SAMPLE: f32 = 28.0;
        let mut x = 0.0;
        for (bound, words) in [(Bound::Exact(1), &chart.key_exact), (Bound::AtLeast(1), &chart.key_at_least)] {
            bar(&mut self.scene, Rect::new(x, self.y + 4.0, SAMPLE, 10.0), bound, Role::Muted);
            x += SAMPLE + 6.0 + if bound == Bound::Exact(1) { 0.0 } else { OPEN_EDGE };
            let at = Point::new(x, self.y + 13.0);
            self.scene.label(at, Anchor::Start, words.as_ref(), TextSize::Small, Role::Muted);
            x += text::width(words, TextSize::Small) + 16.0;
            if self.layout == Layout::Narrow {
                x = 0.0;
                self.y += 20.0;
            }
        }
        self.y += if self.layout == Layout::Narrow { 4.0 } else { 26.0 };
    }

    fn panel(&mut self, number: usize, panel: &'a Panel) {
        let lines = self.lines(panel);
        let largest = lines.iter().map(|line| line.quantity.value.largest_stated()).max().unwrap_or(1);
        let scale = self.scale(largest);
        self.scene.part(panel.family.name().to_owned());
        self.title(&panel.title);
        let top = self.y;
        let height: f32 = lines.iter().map(|line| self.row_height(line)).sum();
        let ticks: Vec<(i32, String)> =
            scale.ticks(5).into_iter().map(|tick| (tick, self.graphic.words.number(tick.unsigned_abs()))).collect();
        axis::grid(&mut self.scene, &scale, &ticks, top, top + height);
        for line in &lines {
            self.scene.part(line.fact.id.to_string());
            self.row(line, &scale, number);
        }
        self.y += axis::NAMES + 16.0;
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

    fn title(&mut self, title: &str) {
        let at = Point::new(0.0, self.y + 15.0);
        self.scene.label(at, Anchor::Start, title, TextSize::Title, Role::Ink);
        self.y += 26.0;
    }

    fn row_height(&self, line: &Line<'_>) -> f32 {
        let text = line.wrapped.len() as f32 * TextSize::Body.line_height();
        match self.layout {
            Layout::Narrow => TextSize::Strong.line_height() + text + NARROW_BAR + 18.0,
            Layout::Wide => (text + 8.0).max(40.0),
        }
    }

    fn row(&mut self, line: &Line<'_>, scale: &Scale, panel: usize) {
        let band = Rect::new(0.0, self.y, self.width, self.row_height(line));
        match self.layout {
            Layout::Narrow => self.narrow_row(line, scale),
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
    fn narrow_row(&mut self, line: &Line<'_>, scale: &Scale) {
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
        let rect =
            Rect::between(Point::new(scale.left(), baseline + 7.0), Point::new(right, baseline + 7.0 + NARROW_BAR));
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
        let value = line.quantity.in_words(&self.graphic.words);
        self.scene.label(Point::new(x, center + 5.0), Anchor::Start, value, TextSize::Strong, Role::Ink);
    }
}

/// Where the plot area begins and ends in the wide layout, as parts of the width.
const FRAME_LEFT: f32 = 0.36;
const FRAME_RIGHT: f32 = 0.675;
/// The height of a bar in the narrow layout, in CSS px.
const NARROW_BAR: f32 = 14.0;
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

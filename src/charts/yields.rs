//! Crop-yield gains: an average over many places as a floating bar, and one crop in one country before and after.

use super::Layout;
use super::bar::{bar, clear_label, pale_bar};
use crate::axis::{self, Scale};
use crate::scene::{Anchor, Label, Mark, Point, Rect, Scene, Size, Target};
use crate::state::{State, Yield, decimal};
use crate::story::{Bound, Fact, Graphic, Quantity, Row, Unit};
use crate::text;
use crate::theme::{Role, TextSize};

/// Lays the chart out for a width in CSS px.
#[must_use]
pub fn scene(graphic: &Graphic, state: &State, width: f32) -> Scene {
    let layout = Layout::of(width);
    // One above the other, or side by side with a gap.
    let part = if layout == Layout::Narrow { 1.0 } else { 0.46 };
    let mut sheet = Sheet { graphic, scene: Scene::default(), left: 0.0, width: width * part, y: 0.0, layout };
    sheet.gain();
    let below = sheet.y;
    if layout == Layout::Narrow {
        sheet.y += 28.0;
    } else {
        sheet.left = width * 0.54;
        sheet.y = 0.0;
    }
    sheet.cassava();
    sheet.y = sheet.y.max(below);
    if let Some(field) = state.field {
        sheet.left = 0.0;
        sheet.width = width;
        sheet.y += 28.0;
        sheet.field(field);
    }
    let height = sheet.y;
    sheet.scene.size = Size { width, height };
    sheet.scene
}

/// What the reported gain would make of a reader's own field.
pub(crate) struct Gained {
    /// Its least and greatest yield, in thousandths of a tonne per hectare.
    pub(crate) ends: (u32, u32),
    /// Both in words, without the unit.
    pub(crate) range: String,
    /// Whether the gain is an average.
    pub(crate) average: bool,
    /// The unit of yields.
    pub(crate) unit: Unit,
}

/// Works out what a field would yield; nothing if the story has no range of gains.
pub(crate) fn gained(graphic: &Graphic, field: Yield) -> Option<Gained> {
    let charts = &graphic.charts.yields;
    let quantity = |row: &Row| graphic.fact(&row.fact).and_then(Fact::quantity);
    let (gain, unit) = (quantity(&charts.gain.gain)?, quantity(&charts.cassava.before)?.unit);
    let Bound::Interval { low, high } = gain.value else { return None };
    let ends = (field.after_gain(low), field.after_gain(high));
    let range = charts.field.range.replace("{low}", &decimal(ends.0)).replace("{high}", &decimal(ends.1));
    Some(Gained { ends, range, average: gain.average, unit })
}

/// The panel that is being drawn, as it grows downwards.
struct Sheet<'a> {
    graphic: &'a Graphic,
    layout: Layout,
    scene: Scene,
    left: f32,
    width: f32,
    y: f32,
}

impl<'a> Sheet<'a> {
    fn gain(&mut self) {
        let panel = &self.graphic.charts.yields.gain;
        self.scene.part("gain".to_owned());
        self.heading(&panel.title, &panel.scope);
        let found = self.quantity(&panel.gain).map(|(_, quantity)| (quantity, quantity.value));
        if let Some((quantity, Bound::Interval { low, high })) = found {
            self.interval(&panel.gain, quantity, low, high);
        }
        if let Some((_, quantity)) = self.quantity(&panel.centres) {
            let top = self.y;
            self.caption(&quantity.in_words(&self.graphic.words), &panel.centres.label);
            self.target(&panel.centres, top, 0);
        }
    }

    /// A bar that floats between the ends of an interval, each end with its own label, on a scale of 0 to 100 percent.
    fn interval(&mut self, row: &Row, quantity: &Quantity, low: u32, high: u32) {
        const BAR: f32 = 52.0;
        const CAP: f32 = 4.0;
        let words = &self.graphic.words;
        let scale = Scale::new(0..100, self.left, self.left + self.width * 0.92);
        let top = self.y;
        let bar_top = top + 34.0;
        let bottom = bar_top + BAR + 14.0;
        let ticks = self.ticks(&scale, 6, &self.graphic.charts.yields.gain.tick);
        axis::grid(&mut self.scene, &scale, &ticks, top + 28.0, bottom);
        let (start, end) = (scale.position(position(low)), scale.position(position(high)));
        // Slim between tall ends: a span from one figure to the other rather than an amount.
        let rect = Rect::between(Point::new(start, bar_top), Point::new(end, bar_top + BAR));
        self.scene.rect(
            Rect::between(Point::new(start, bar_top + 12.0), Point::new(end, bar_top + BAR - 12.0)),
            Role::Africa,
        );
        for x in [start, end - CAP] {
            self.scene.rect(Rect::new(x, bar_top, CAP, BAR), Role::Africa);
        }
        let middle = Point::new(rect.center().x, top + 20.0);
        self.scene.label(middle, Anchor::Middle, quantity.in_words(words), TextSize::Strong, Role::Ink);
        let size = if self.layout == Layout::Narrow { TextSize::Small } else { TextSize::Body };
        let ends = [(start - 6.0, Anchor::End, low), (end + 6.0, Anchor::Start, high)];
        for (x, anchor, value) in ends {
            let name = words.with_unit(&words.number(value), quantity.unit);
            let at = Point::new(x, bar_top + BAR / 2.0 + 4.0);
            clear_label(&mut self.scene, Label { at, anchor, text: name, size, role: Role::Ink });
        }
        self.y = bottom + axis::NAMES;
        self.target(row, top, 0);
        self.y += 10.0;
    }

    fn cassava(&mut self) {
        let panel = &self.graphic.charts.yields.cassava;
        let (before, after) = (self.quantity(&panel.before), self.quantity(&panel.after));
        let (Some((_, before)), Some((_, after))) = (before, after) else { return };
        self.scene.part("cassava".to_owned());
        self.heading(&panel.title, &panel.scope);
        let largest = before.value.largest_stated().max(after.value.largest_stated());
        let scale = Scale::new(0..position(largest), self.left, self.left + self.width * 0.92);
        let ticks = self.ticks(&scale, 4, &panel.tick);
        let (top, axis) = (self.y, self.scene.marks.len());
        self.bar_row(&panel.before, before, &scale, &ticks, true);
        self.change(&panel.change, before, after, &scale);
        self.bar_row(&panel.after, after, &scale, &ticks, false);
        // The zero line goes behind the bars, whose rows tell how far down it reaches.
        let zero = Mark::Rect { rect: Rect::new(scale.left(), top, 2.0, self.y - top), role: Role::Axis };
        self.scene.marks.insert(axis, zero);
        axis::names(&mut self.scene, &scale, &ticks, self.y);
        self.y += axis::NAMES;
    }

    /// At most so many ticks; the last one names the unit.
    fn ticks(&self, scale: &Scale, most: usize, last: &str) -> Vec<(i32, String)> {
        let name = |tick: i32| (tick, self.graphic.words.number(tick.unsigned_abs()));
        let mut ticks: Vec<_> = scale.ticks(most).into_iter().map(name).collect();
        if let Some((_, name)) = ticks.last_mut() {
            *name = last.replace("{}", name);
        }
        ticks
    }

    fn bar_row(&mut self, row: &Row, quantity: &Quantity, scale: &Scale, ticks: &[(i32, String)], pale: bool) {
        const BAR: f32 = 20.0;
        let top = self.y;
        self.caption(&quantity.in_words(&self.graphic.words), &row.label);
        axis::lines(&mut self.scene, scale, ticks, self.y - 2.0, self.y + BAR + 2.0);
        let right = scale.position(position(quantity.value.minimum()));
        let rect = Rect::between(Point::new(scale.left(), self.y), Point::new(right, self.y + BAR));
        if pale {
            pale_bar(&mut self.scene, rect, Role::AfricaPale, Role::Africa);
        } else {
            bar(&mut self.scene, rect, quantity.value, Role::Africa);
        }
        self.y += BAR + 4.0;
        self.target(row, top, 1);
        self.y += 4.0;
    }

    /// The span from one bar's end to the other's, with the computed change above it.
    fn change(&mut self, row: &Row, before: &Quantity, after: &Quantity, scale: &Scale) {
        let Some((_, change)) = self.quantity(row) else { return };
        let words = &self.graphic.words;
        let top = self.y;
        let y = top + 24.0;
        let from = scale.position(position(before.value.minimum()));
        let to = scale.position(position(after.value.minimum()));
        let text = words.computed_short.replace("{}", &change.in_words(words));
        self.scene.label(Point::new(to, y - 8.0), Anchor::End, text, TextSize::Small, Role::Ink);
        self.scene.rect(Rect::between(Point::new(from, y), Point::new(to, y + 1.0)), Role::Muted);
        self.scene.rect(Rect::new(from, y - 4.0, 1.0, 9.0), Role::Muted);
        self.scene.polygon(
            vec![Point::new(to - 7.0, y - 3.5), Point::new(to, y + 0.5), Point::new(to - 7.0, y + 4.5)],
            Role::Muted,
        );
        self.y = y + 8.0;
        self.target(row, top, 1);
    }

    /// What the reported gain would make of a reader's own field: a pale bar, and a range of equal colour that floats.
    fn field(&mut self, field: Yield) {
        const BAR: f32 = 20.0;
        let (panel, words) = (&self.graphic.charts.yields.field, &self.graphic.words);
        let Some(gained) = gained(self.graphic, field) else { return };
        let in_unit = |text: &str| words.with_unit(text, gained.unit);
        self.scene.part("field".to_owned());
        self.heading(&panel.title, &panel.scope);
        let (from, to) = gained.ends;
        let scale = Scale::new(0..position(to), self.left, self.left + self.width * 0.92);
        let top = self.y;
        self.caption(&in_unit(&field.to_string()), &panel.before);
        let right = scale.position(position(field.after_gain(0)));
        let rect = Rect::between(Point::new(scale.left(), self.y), Point::new(right, self.y + BAR));
        pale_bar(&mut self.scene, rect, Role::AfricaPale, Role::Africa);
        self.y += BAR + 8.0;
        self.caption(&in_unit(&gained.range), &panel.after);
        let ends = (scale.position(position(from)), scale.position(position(to)));
        let rect = Rect::between(Point::new(ends.0, self.y), Point::new(ends.1, self.y + BAR));
        pale_bar(&mut self.scene, rect, Role::AfricaPale, Role::Africa);
        self.y += BAR + 6.0;
        self.scene.rect(Rect::new(scale.left(), top, 2.0, self.y - top), Role::Axis);
    }

    fn heading(&mut self, title: &str, scope: &str) {
        self.scene.rect(Rect::new(self.left, self.y, self.width, 1.0), Role::Grid);
        self.y += 8.0;
        let at = Point::new(self.left, self.y + 16.0);
        self.scene.label(at, Anchor::Start, title, TextSize::Title, Role::Ink);
        let at = Point::new(self.left, self.y + 34.0);
        self.scene.label(at, Anchor::Start, scope, TextSize::Small, Role::Muted);
        self.y += 48.0;
    }

    /// The figure and, below it, what it is.
    fn caption(&mut self, value: &str, label: &str) {
        let at = Point::new(self.left + INSET, self.y + 16.0);
        self.scene.label(at, Anchor::Start, value, TextSize::Strong, Role::Ink);
        let room = match self.layout {
            Layout::Narrow => self.layout.narrowest(),
            Layout::Wide => self.layout.narrowest() * 0.46,
        };
        self.y += 16.0;
        for line in text::wrap(label, TextSize::Body, room - INSET) {
            self.y += TextSize::Body.line_height();
            let at = Point::new(self.left + INSET, self.y);
            self.scene.label(at, Anchor::Start, line, TextSize::Body, Role::Muted);
        }
        self.y += 7.0;
    }

    /// Makes the band from `top` down to here answer for a fact.
    fn target(&mut self, row: &Row, top: f32, panel: usize) {
        let Some((fact, quantity)) = self.quantity(row) else { return };
        let bounds = Rect::between(Point::new(self.left, top), Point::new(self.left + self.width, self.y));
        let value = quantity.in_words(&self.graphic.words);
        self.scene.targets.push(Target { fact: fact.id.0.clone(), value, label: row.label.to_string(), bounds, panel });
    }

    fn quantity(&self, row: &Row) -> Option<(&'a Fact, &'a Quantity)> {
        let fact = self.graphic.fact(&row.fact)?;
        Some((fact, fact.quantity()?))
    }
}

/// How far captions stand off the zero line, in CSS px.
const INSET: f32 = 6.0;

fn position(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

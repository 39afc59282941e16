//! The BRICS membership timeline: the number of members, a row for each member and the events, on one time axis.

mod events;

use super::Layout;
use super::bar::{ARROW, Sample, clear_label, key, pale_bar, still_holds};
use crate::axis::Scale;
use crate::scene::{Anchor, Label, Mark, Point, Rect, Scene, Size, Target};
use crate::state::State;
use crate::story::{Date, Fact, Graphic, Group, Member};
use crate::text;
use crate::theme::{Role, TextSize};

/// Lays the chart out for a width in CSS px.
#[must_use]
pub fn scene(graphic: &Graphic, state: &State, width: f32) -> Scene {
    let chart = &graphic.charts.membership;
    let months = i32::from(chart.first_year) * 12..i32::from(chart.end_year) * 12;
    let mut sheet = Sheet {
        graphic,
        layout: Layout::of(width),
        time: Scale::new(months, 0.0, width * FRAME_RIGHT),
        width,
        year: state.year,
        scene: Scene::default(),
        y: 0.0,
    };
    sheet.count();
    sheet.members();
    sheet.events();
    sheet.axis();
    sheet.notes();
    sheet.scene.size = Size { width, height: sheet.y };
    sheet.scene
}

/// Where the time axis ends, as a part of the width; open edges follow it.
const FRAME_RIGHT: f32 = 0.92;

/// The scene as it grows downwards, over its time axis in months.
struct Sheet<'a> {
    graphic: &'a Graphic,
    layout: Layout,
    time: Scale,
    width: f32,
    /// The year whose end is shown; what comes after it is only hinted at.
    year: Option<u16>,
    scene: Scene,
    y: f32,
}

impl<'a> Sheet<'a> {
    fn title(&mut self, title: &str) {
        self.clear(self.y, self.y + 24.0);
        let at = Point::new(0.0, self.y + 16.0);
        self.scene.label(at, Anchor::Start, title, TextSize::Title, Role::Ink);
        self.y += 28.0;
    }

    /// A band through which no gridline runs.
    fn clear(&mut self, top: f32, bottom: f32) {
        self.scene.rect(Rect::new(0.0, top, self.width, bottom - top), Role::Clear);
    }

    /// A line of text that no gridline runs through.
    fn text(&mut self, at: Point, anchor: Anchor, text: &str, size: TextSize, role: Role) {
        clear_label(&mut self.scene, Label { at, anchor, text: text.to_owned(), size, role });
    }

    /// Where a date begins on the time axis, in CSS px.
    fn at(&self, date: Date) -> f32 {
        self.time.position(date.first_month())
    }

    /// Up to where the past is drawn: what still held when the source article was written, or at the end of the chosen
    /// year, ends here with an open edge.
    fn today(&self) -> f32 {
        let end = self.year_end().map(|end| self.time.position(end));
        end.map_or(self.written(), |end| end.min(self.written()))
    }

    fn written(&self) -> f32 {
        self.time.position(self.graphic.written.last().end_month())
    }

    fn is_to_come_fact(&self, fact: &Fact) -> bool {
        fact.when().is_some_and(|when| self.is_to_come(when.start))
    }

    fn ink_of(&self, fact: &Fact) -> Role {
        if self.is_to_come_fact(fact) { Role::Muted } else { Role::Ink }
    }

    /// The first month after the chosen year.
    fn year_end(&self) -> Option<i32> {
        self.year.map(|year| (i32::from(year) + 1) * 12)
    }

    /// Whether a date lies after the chosen year.
    fn is_to_come(&self, date: Date) -> bool {
        self.year_end().is_some_and(|end| date.first_month() >= end)
    }

    /// The groups with the facts that say when they joined and how many members there were from then on.
    fn groups(&self) -> impl Iterator<Item = (&'a Group, &'a Fact, &'a Fact, Date)> + use<'a> {
        let graphic = self.graphic;
        graphic.charts.membership.groups.iter().filter_map(|group| {
            let (joined, count) = (graphic.fact(&group.joined)?, graphic.fact(&group.count)?);
            Some((group, joined, count, joined.when()?.start))
        })
    }

    /// The stepped number of members.
    fn count(&mut self) {
        const HEIGHT: f32 = 90.0;
        self.title(&self.graphic.charts.membership.count_title);
        let steps: Vec<_> = self.groups().collect();
        let number = |fact: &Fact| fact.quantity().map_or(0, |quantity| quantity.value.minimum());
        let most = steps.iter().map(|(_, _, count, _)| number(count)).max().unwrap_or(1);
        let base = self.y + HEIGHT;
        let (end, written) = (self.today(), self.written());
        let mut areas = Vec::new();
        for (i, (_, joined, count, date)) in steps.iter().enumerate() {
            let left = self.at(*date);
            let right = steps.get(i + 1).map_or(written, |(_, _, _, next)| self.at(*next));
            let top = base - (HEIGHT - 22.0) * number(count) as f32 / most as f32;
            let area = Rect::between(Point::new(left, top), Point::new(right, base));
            self.hint(area, &count.id.0);
            self.scene.part(count.id.to_string());
            self.step(area.until(end), joined.is_background());
            areas.push((area, *count, self.ink(*date)));
        }
        // Names go on top, since the first step is narrower than its own.
        for (i, (area, count, ink)) in areas.iter().enumerate() {
            self.step_label(*area, count, i, areas.len(), *ink);
        }
        self.scene.part("count axis".to_owned());
        self.scene.rect(Rect::new(0.0, base, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        self.y = base;
        self.clear(base + 2.0, base + 30.0);
        self.year_names();
        self.y = base + 30.0;
    }

    /// The ink of a text about a date: muted if it lies after the chosen year.
    fn ink(&self, date: Date) -> Role {
        if self.is_to_come(date) { Role::Muted } else { Role::Ink }
    }

    /// Where a year was chosen, the whole of a mark in grey, behind the part that the year has reached.
    fn hint(&mut self, area: Rect, name: &str) {
        if self.year.is_some() {
            self.scene.part(["hint", name].join(" "));
            self.scene.rect(area, Role::Hint);
        }
    }

    fn step(&mut self, area: Rect, background: bool) {
        let fill = if background { Role::BricsPale } else { Role::Brics };
        self.scene.rect(area, fill);
        self.scene.rect(Rect::new(area.left(), area.top(), area.width(), 2.0), Role::Brics);
    }

    /// The first step is named inside, since the second is close above it; the others above their line, the last one
    /// ending where it ends.
    fn step_label(&mut self, area: Rect, count: &Fact, i: usize, steps: usize, ink: Role) {
        let words = &self.graphic.words;
        let Some(quantity) = count.quantity() else { return };
        let (at, anchor) = if i == 0 {
            (Point::new(area.left() + 6.0, area.top() + 20.0), Anchor::Start)
        } else if i + 1 == steps {
            (Point::new(area.right(), area.top() - 7.0), Anchor::End)
        } else {
            (Point::new(area.left() + 6.0, area.top() - 7.0), Anchor::Start)
        };
        let value = quantity.in_words(words);
        if i == 0 {
            self.scene.label(at, anchor, &value, TextSize::Strong, ink);
        } else {
            self.text(at, anchor, &value, TextSize::Strong, ink);
        }
        // The first and the last step are slim; the empty room beside them answers for them too.
        let left = if i == 0 { 0.0 } else { area.left() };
        let right = if i + 1 == steps { self.width } else { area.right() };
        let bounds = Rect::between(Point::new(left, area.top() - 24.0), Point::new(right, area.bottom()));
        self.target(count, value, &count.label, bounds, 0);
    }

    /// A row for each member, by date of joining.
    fn members(&mut self) {
        self.title(&self.graphic.charts.membership.members_title);
        self.key();
        for (number, (group, joined, _, date)) in self.groups().enumerate() {
            self.text(
                Point::new(0.0, self.y + 13.0),
                Anchor::Start,
                group.label.as_ref(),
                TextSize::Small,
                Role::Muted,
            );
            self.y += 20.0;
            for member in group.members.iter() {
                self.member(member, group, joined, date, 1 + number);
            }
            self.y += 5.0;
        }
        self.y += 10.0;
    }

    /// The key to what the source states and what is background.
    fn key(&mut self) {
        let chart = &self.graphic.charts.membership;
        let stated = |scene: &mut Scene, rect: Rect| scene.rect(rect, Role::Brics);
        let background = |scene: &mut Scene, rect: Rect| pale_bar(scene, rect, Role::BricsPale, Role::Brics);
        let arrow = |scene: &mut Scene, rect: Rect| {
            still_holds(scene, Rect::new(rect.left() - 3.0, rect.top(), 0.0, rect.height()), Role::Brics);
        };
        let samples = [
            Sample { draw: &stated, length: Sample::LENGTH, words: &chart.key_stated },
            Sample { draw: &background, length: Sample::LENGTH, words: &chart.key_background },
            Sample { draw: &arrow, length: 6.0, words: &chart.key_member },
        ];
        self.scene.part("key".to_owned());
        self.y = key(&mut self.scene, self.layout, self.y - 4.0, self.width, &samples) + 6.0;
    }

    fn member(&mut self, member: &Member, group: &Group, joined: &Fact, date: Date, panel: usize) {
        const BAR: f32 = 18.0;
        const ROW: f32 = 24.0;
        let start = self.at(date);
        let whole = Rect::between(Point::new(start, self.y + 3.0), Point::new(self.written(), self.y + 3.0 + BAR));
        self.hint(whole, &member.country);
        self.scene.part(member.country.to_string());
        let rect = whole.until(self.today());
        let name = format!("{}{}", member.country, if member.note.is_some() { "*" } else { "" });
        let baseline = self.y + 3.0 + 14.0;
        let (anchor, x) = if joined.is_background() {
            pale_bar(&mut self.scene, rect, Role::BricsPale, Role::Brics);
            // A bar that a chosen year has cut short has its name behind its open edge.
            let short = !self.is_to_come(date) && rect.width() < text::width(&name, TextSize::Body) + 12.0;
            (Anchor::Start, if short { rect.right() + ARROW + 6.0 } else { start + 8.0 })
        } else {
            self.scene.rect(rect, Role::Brics);
            (Anchor::End, start - 8.0)
        };
        if !self.is_to_come(date) {
            still_holds(&mut self.scene, rect, Role::Brics);
        }
        let (at, ink) = (Point::new(x, baseline), self.ink(date));
        if joined.is_background() && x < rect.right() {
            self.scene.label(at, anchor, name, TextSize::Body, ink);
        } else {
            self.text(at, anchor, &name, TextSize::Body, ink);
        }
        let bounds = Rect::new(0.0, self.y, self.width, ROW);
        self.target(joined, group.label.to_string(), &member.country, bounds, panel);
        self.y += ROW;
    }

    /// The time axis, and light gridlines behind everything from the top down to it.
    fn axis(&mut self) {
        const TOP: f32 = 30.0;
        let line = |x, width, role| Mark::Rect { rect: Rect::new(x, TOP, width, self.y - TOP), role };
        let mut behind: Vec<Mark> = self.years().map(|(_, x)| line(x, 1.0, Role::Grid)).collect();
        if self.year.is_some() {
            behind.push(line(self.today() - 1.0, 2.0, Role::Axis));
        }
        self.scene.behind(behind);
        self.scene.part("axis".to_owned());
        self.scene.rect(Rect::new(0.0, self.y, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        // How far the source could know, led to its words below the years.
        for (top, bottom) in [(2.0, 6.0), (21.0, 27.0)] {
            self.scene.rect(Rect::new(self.written() - 1.0, self.y + top, 1.0, bottom - top), Role::Muted);
        }
        self.year_names();
        let at = Point::new(self.width, self.y + 39.0);
        let written = &self.graphic.charts.membership.written;
        self.scene.label(at, Anchor::End, written.as_ref(), TextSize::Small, Role::Muted);
        self.y += 48.0;
    }

    /// The years that are named on the axis, with their places in CSS px.
    fn years(&self) -> impl Iterator<Item = (i32, f32)> + use<> {
        let chart = &self.graphic.charts.membership;
        let domain = i32::from(chart.first_year)..i32::from(chart.end_year);
        let years = Scale::new(domain, self.time.left(), self.time.right());
        let most = if self.layout == Layout::Narrow { 6 } else { 9 };
        years.ticks(most).into_iter().map(move |year| (year, years.position(year)))
    }

    /// The names of the years, below an axis that is here.
    fn year_names(&mut self) {
        for (year, x) in self.years() {
            let at = Point::new(x, self.y + 17.0);
            self.scene.label(at, Anchor::Middle, year.to_string(), TextSize::Small, Role::Muted);
        }
    }

    fn target(&mut self, fact: &Fact, value: String, label: &str, bounds: Rect, panel: usize) {
        self.scene.targets.push(Target { fact: fact.id.0.clone(), value, label: label.to_owned(), bounds, panel });
    }
}

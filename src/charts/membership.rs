//! The BRICS membership timeline: the number of members, a row for each member and the events, on one time axis.

use super::Layout;
use super::bar::{OPEN_EDGE, Sample, key, open_edge, pale_bar};
use crate::axis::Scale;
use crate::scene::{Anchor, Mark, Point, Rect, Scene, Size, Target};
use crate::state::State;
use crate::story::{Date, Event, EventKind, Fact, Graphic, Group, Member, Spoken};
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
    sheet.years();
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
        let at = Point::new(0.0, self.y + 16.0);
        self.scene.label(at, Anchor::Start, title, TextSize::Title, Role::Ink);
        self.y += 28.0;
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
        const HEIGHT: f32 = 96.0;
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
        self.scene.rect(Rect::new(0.0, base, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        self.y = base + 22.0;
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

    /// The first step is named inside, the last one to its left, those between above their line, so that none meet.
    fn step_label(&mut self, area: Rect, count: &Fact, i: usize, steps: usize, ink: Role) {
        let words = &self.graphic.words;
        let Some(quantity) = count.quantity() else { return };
        let (at, anchor) = if i == 0 {
            (Point::new(area.left() + 6.0, area.top() + 20.0), Anchor::Start)
        } else if i + 1 == steps {
            (Point::new(area.left() - 8.0, area.top() + 14.0), Anchor::End)
        } else {
            (Point::new(area.left() + 6.0, area.top() - 7.0), Anchor::Start)
        };
        let value = quantity.in_words(words);
        self.scene.label(at, anchor, &value, TextSize::Strong, ink);
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
            let at = Point::new(0.0, self.y + 13.0);
            self.scene.label(at, Anchor::Start, group.label.as_ref(), TextSize::Small, Role::Muted);
            self.y += 20.0;
            for member in group.members.iter() {
                self.member(member, group, joined, date, 1 + number);
            }
            self.y += 8.0;
        }
        self.y += 14.0;
    }

    /// The one-line key to what the source states and what is background.
    fn key(&mut self) {
        let chart = &self.graphic.charts.membership;
        let stated = |scene: &mut Scene, rect: Rect| {
            scene.rect(rect, Role::Brics);
            open_edge(scene, rect, Role::Brics);
        };
        let background = |scene: &mut Scene, rect: Rect| pale_bar(scene, rect, Role::BricsPale, Role::Brics);
        let samples: [Sample<'_>; 2] =
            [(&stated, OPEN_EDGE, &chart.key_stated), (&background, 0.0, &chart.key_background)];
        self.scene.part("key".to_owned());
        self.y = key(&mut self.scene, self.layout, self.y - 4.0, &samples) + 10.0;
    }

    fn member(&mut self, member: &Member, group: &Group, joined: &Fact, date: Date, panel: usize) {
        const BAR: f32 = 20.0;
        const ROW: f32 = 26.0;
        let start = self.at(date);
        let whole = Rect::between(Point::new(start, self.y + 3.0), Point::new(self.written(), self.y + 3.0 + BAR));
        self.hint(whole, &member.country);
        self.scene.part(member.country.to_string());
        let rect = whole.until(self.today());
        let name = format!("{}{}", member.country, if member.note.is_some() { "*" } else { "" });
        let baseline = self.y + 3.0 + 15.0;
        let (anchor, x) = if joined.is_background() {
            pale_bar(&mut self.scene, rect, Role::BricsPale, Role::Brics);
            // A bar that a chosen year has cut short has its name behind its open edge.
            let short = !self.is_to_come(date) && rect.width() < text::width(&name, TextSize::Body) + 12.0;
            (Anchor::Start, if short { rect.right() + OPEN_EDGE + 6.0 } else { start + 8.0 })
        } else {
            self.scene.rect(rect, Role::Brics);
            (Anchor::End, start - 8.0)
        };
        if !self.is_to_come(date) {
            open_edge(&mut self.scene, rect, Role::Brics);
        }
        self.scene.label(Point::new(x, baseline), anchor, name, TextSize::Body, self.ink(date));
        let bounds = Rect::new(0.0, self.y, self.width, ROW);
        self.target(joined, group.label.to_string(), &member.country, bounds, panel);
        self.y += ROW;
    }

    /// The events as numbered lollipops over the time axis.
    fn events(&mut self) {
        self.title(&self.graphic.charts.membership.events_title);
        let events = self.dated_events();
        let lanes = self.lanes(&events);
        let deepest = lanes.iter().copied().max().unwrap_or(0);
        let base = self.y + (deepest + 1) as f32 * LANE + 10.0;
        for ((event, fact), lane) in events.iter().zip(&lanes) {
            self.stem(event, fact, base - 20.0 - *lane as f32 * LANE, base);
        }
        for (i, ((event, fact), lane)) in events.iter().zip(&lanes).enumerate() {
            let center = Point::new(self.center(fact), base - 20.0 - *lane as f32 * LANE);
            self.badge(center, i + 1, event.kind, fact);
        }
        self.y = base;
    }

    fn dated_events(&self) -> Vec<(&'a Event, &'a Fact)> {
        let graphic = self.graphic;
        let events = graphic.charts.membership.events.iter();
        events.filter_map(|event| Some((event, graphic.fact(&event.fact)?))).collect()
    }

    /// The middle of what an event's date may mean, in CSS px.
    fn center(&self, fact: &Fact) -> f32 {
        let (first, end) = fact.when().map_or((0, 0), |when| (when.start.first_month(), when.start.end_month()));
        (self.time.position(first) + self.time.position(end)) / 2.0
    }

    /// The lane of each event, lowest first, so that badges never meet: worked out for the narrowest width of the
    /// layout, so that lanes are the same at every width.
    fn lanes(&self, events: &[(&Event, &Fact)]) -> Vec<usize> {
        let shrink = self.layout.narrowest() / self.width;
        let mut ends: Vec<f32> = Vec::new();
        let mut lanes = Vec::new();
        for (_, fact) in events {
            let x = self.center(fact) * shrink;
            let free = ends.iter().position(|end| x - end >= 2.0 * BADGE + 3.0);
            let lane = free.unwrap_or(ends.len());
            match ends.get_mut(lane) {
                Some(end) => *end = x,
                None => ends.push(x),
            }
            lanes.push(lane);
        }
        lanes
    }

    /// From the badge down to the time axis; as wide as the year where only the year is known.
    fn stem(&mut self, event: &Event, fact: &Fact, top: f32, base: f32) {
        let x = self.center(fact);
        let role = if self.is_to_come_fact(fact) { Role::Grid } else { Role::Brics };
        self.scene.part(["stem", &event.label].join(" "));
        if event.kind == EventKind::Scheduled {
            let mut y = top;
            while y < base {
                self.scene.rect(Rect::new(x - 1.0, y, 2.0, 3.0), role);
                y += 6.0;
            }
        } else {
            self.scene.rect(Rect::between(Point::new(x - 1.0, top), Point::new(x + 1.0, base)), role);
        }
        let Some(when) = fact.when() else { return };
        if when.start.month.is_none() {
            let (left, right) =
                (self.time.position(when.start.first_month()), self.time.position(when.start.end_month()));
            self.scene.rect(Rect::between(Point::new(left, base - 6.0), Point::new(right, base)), role);
        }
    }

    /// A numbered badge: full for what was done, open for what was announced, square for what was scheduled.
    fn badge(&mut self, center: Point, number: usize, kind: EventKind, fact: &Fact) {
        let ink = match kind {
            _ if self.is_to_come_fact(fact) => {
                let rim = Some(Role::Grid);
                self.scene.marks.push(Mark::Dot { center, radius: BADGE, role: Role::Ground, rim });
                Role::Muted
            }
            EventKind::Done => {
                self.scene.marks.push(Mark::Dot { center, radius: BADGE, role: Role::Brics, rim: None });
                Role::OnHue
            }
            EventKind::Announced => {
                let rim = Some(Role::Brics);
                self.scene.marks.push(Mark::Dot { center, radius: BADGE, role: Role::Ground, rim });
                Role::Ink
            }
            EventKind::Scheduled => {
                let side = 2.0 * BADGE - 2.0;
                let corner = Point::new(center.x - side / 2.0, center.y - side / 2.0);
                self.scene.rect(Rect::new(corner.x, corner.y, side, side), Role::Brics);
                self.scene.rect(Rect::new(corner.x + 2.0, corner.y + 2.0, side - 4.0, side - 4.0), Role::Ground);
                Role::Ink
            }
        };
        let at = Point::new(center.x, center.y + 4.5);
        self.scene.label(at, Anchor::Middle, number.to_string(), TextSize::Small, ink);
    }

    /// The time axis, and light gridlines behind everything from the top down to it.
    fn years(&mut self) {
        let chart = &self.graphic.charts.membership;
        let years =
            Scale::new(i32::from(chart.first_year)..i32::from(chart.end_year), self.time.left(), self.time.right());
        let most = if self.layout == Layout::Narrow { 4 } else { 9 };
        let mut behind = Vec::new();
        for year in years.ticks(most) {
            let x = years.position(year);
            behind.push(Mark::Rect { rect: Rect::new(x, 26.0, 1.0, self.y - 26.0), role: Role::Grid });
            let at = Point::new(x, self.y + 17.0);
            self.scene.label(at, Anchor::Middle, year.to_string(), TextSize::Small, Role::Muted);
        }
        if self.year.is_some() {
            let rect = Rect::new(self.today() - 1.0, 26.0, 2.0, self.y - 26.0);
            behind.push(Mark::Rect { rect, role: Role::Axis });
        }
        self.scene.behind(behind);
        self.scene.part("axis".to_owned());
        self.scene.rect(Rect::new(0.0, self.y, self.width * FRAME_RIGHT, 2.0), Role::Axis);
        // How far the source could know, led to its words below the years.
        self.scene.rect(Rect::new(self.written() - 1.0, self.y, 1.0, 26.0), Role::Muted);
        let at = Point::new(self.width, self.y + 39.0);
        self.scene.label(at, Anchor::End, chart.written.as_ref(), TextSize::Small, Role::Muted);
        self.y += 58.0;
    }

    /// What each number stands for: date and event, in one column or two.
    fn notes(&mut self) {
        const NOTE: f32 = 44.0;
        let events = self.dated_events();
        let columns = if self.layout == Layout::Narrow { 1 } else { 2 };
        let rows = events.len().div_ceil(columns);
        let column = self.width / columns as f32;
        let top = self.y;
        let groups = self.groups().count();
        self.scene.part("notes".to_owned());
        for (i, (event, fact)) in events.iter().enumerate() {
            let corner = Point::new(column * (i / rows) as f32, top + NOTE * (i % rows) as f32);
            self.badge(Point::new(corner.x + BADGE, corner.y + NOTE / 2.0), i + 1, event.kind, fact);
            let date = self.note(event, fact, Point::new(corner.x + 2.0 * BADGE + 10.0, corner.y));
            self.target(fact, date, &event.label, Rect::new(corner.x, corner.y, column, NOTE), 1 + groups);
        }
        self.y = top + NOTE * rows as f32;
    }

    /// The date over the event; returns the date as it was written.
    fn note(&mut self, event: &Event, fact: &Fact, corner: Point) -> String {
        let words = &self.graphic.words;
        let date = match event.kind {
            EventKind::Scheduled => Spoken::of(fact, words).value,
            _ => fact.when().map(|when| words.when(when)).unwrap_or_default(),
        };
        self.scene.label(
            Point::new(corner.x, corner.y + 18.0),
            Anchor::Start,
            &date,
            TextSize::Strong,
            self.ink_of(fact),
        );
        let at = Point::new(corner.x, corner.y + 36.0);
        self.scene.label(at, Anchor::Start, event.label.as_ref(), TextSize::Body, Role::Muted);
        date
    }

    fn target(&mut self, fact: &Fact, value: String, label: &str, bounds: Rect, panel: usize) {
        self.scene.targets.push(Target { fact: fact.id.0.clone(), value, label: label.to_owned(), bounds, panel });
    }
}

/// The radius of a numbered badge and the height of a lane of them, in CSS px.
const BADGE: f32 = 10.0;
const LANE: f32 = 24.0;

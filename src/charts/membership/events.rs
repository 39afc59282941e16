//! The events of the timeline: numbered lollipops over the time axis, and below it what each number stands for.

use super::Sheet;
use crate::charts::Layout;
use crate::charts::bar::{Sample, key};
use crate::scene::{Anchor, Mark, Point, Rect, Scene};
use crate::story::{Event, EventKind, Fact, Spoken};
use crate::text;
use crate::theme::{Role, TextSize};

impl<'a> Sheet<'a> {
    /// The events as numbered lollipops over the time axis.
    pub(super) fn events(&mut self) {
        self.title(&self.graphic.charts.membership.events_title);
        self.event_key();
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

    /// A numbered badge in the form of its kind, or in grey if it lies after the chosen year.
    fn badge(&mut self, center: Point, number: usize, kind: EventKind, fact: &Fact) {
        let ink = if self.is_to_come_fact(fact) {
            self.scene.marks.push(Mark::Dot { center, radius: BADGE, role: Role::Ground, rim: Some(Role::Grid) });
            Role::Muted
        } else {
            plain_badge(&mut self.scene, center, BADGE, kind);
            if kind == EventKind::Done { Role::OnHue } else { Role::Ink }
        };
        let at = Point::new(center.x, center.y + 4.5);
        self.scene.label(at, Anchor::Middle, number.to_string(), TextSize::Small, ink);
    }

    /// What each number stands for: date and event, in one column or two.
    pub(super) fn notes(&mut self) {
        const NOTE: f32 = 40.0;
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
            Point::new(corner.x, corner.y + 17.0),
            Anchor::Start,
            text::capital(&date),
            TextSize::Strong,
            self.ink_of(fact),
        );
        let at = Point::new(corner.x, corner.y + 34.0);
        self.scene.label(at, Anchor::Start, event.label.as_ref(), TextSize::Body, Role::Muted);
        date
    }

    /// The key to the badges of events, and to marks as wide as a year.
    fn event_key(&mut self) {
        let chart = &self.graphic.charts.membership;
        let badge = |kind| {
            move |scene: &mut Scene, rect: Rect| {
                plain_badge(scene, Point::new(rect.left() + 6.0, rect.center().y), 6.0, kind);
            }
        };
        let [done, announced, scheduled] = EventKind::ALL.map(badge);
        let year = |scene: &mut Scene, rect: Rect| {
            scene.rect(Rect::new(rect.left(), rect.center().y - 3.0, 16.0, 6.0), Role::Brics);
        };
        let [words_done, words_announced, words_scheduled] = &chart.key_events;
        let samples = [
            Sample { draw: &done, length: 12.0, words: words_done },
            Sample { draw: &announced, length: 12.0, words: words_announced },
            Sample { draw: &scheduled, length: 12.0, words: words_scheduled },
            Sample { draw: &year, length: 16.0, words: &chart.key_year },
        ];
        self.y = key(&mut self.scene, self.layout, self.y - 4.0, self.width, &samples) + 4.0;
    }
}

/// A badge without its number: full for what was done, open for what was announced, square for what was scheduled.
fn plain_badge(scene: &mut Scene, center: Point, radius: f32, kind: EventKind) {
    match kind {
        EventKind::Done => scene.marks.push(Mark::Dot { center, radius, role: Role::Brics, rim: None }),
        EventKind::Announced => {
            scene.marks.push(Mark::Dot { center, radius, role: Role::Ground, rim: Some(Role::Brics) });
        }
        EventKind::Scheduled => {
            let side = 2.0 * radius - 2.0;
            let corner = Point::new(center.x - side / 2.0, center.y - side / 2.0);
            scene.rect(Rect::new(corner.x, corner.y, side, side), Role::Brics);
            scene.rect(Rect::new(corner.x + 2.0, corner.y + 2.0, side - 4.0, side - 4.0), Role::Ground);
        }
    }
}

/// The radius of a numbered badge and the height of a lane of them, in CSS px.
const BADGE: f32 = 10.0;
const LANE: f32 = 24.0;

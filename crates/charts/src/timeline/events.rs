//! The events of the timeline: numbered lollipops over the time axis, and below it what each number stands for.

use super::layout::Sheet;
use crate::Layout;
use crate::layout::lines;
use crate::legend::{LegendItem, legend};
use crate::rows::{Datum, EventState, Row};
use drawing::scene::{Anchor, Mark, Point, Rect, Scene};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::When;

/// An event with the place of its row in the content.
type Placed<'a> = (usize, &'a Row, When, EventState);

impl<'a> Sheet<'a> {
    /// The events as numbered lollipops over the time axis.
    pub(super) fn events(&mut self) {
        let events = self.dated_events();
        if events.is_empty() {
            return;
        }
        self.title(&self.timeline.events_title);
        self.event_legend(&events);
        let lanes = self.lanes(&events);
        let deepest = lanes.iter().copied().max().unwrap_or(0);
        let base = self.y + (deepest + 1) as f32 * LANE + 10.0;
        let top = |lane: usize| base - 20.0 - lane as f32 * LANE;
        for (event, lane) in events.iter().zip(&lanes) {
            self.stem(event, top(*lane), base);
        }
        for (i, (event, lane)) in events.iter().zip(&lanes).enumerate() {
            let x = self.center(event.2) + self.inset(event.2);
            self.badge(Point::new(x, top(*lane)), i + 1, event);
        }
        self.y = base;
    }

    fn dated_events(&self) -> Vec<Placed<'a>> {
        let event = |(place, row): (usize, &'a Row)| match row.datum {
            Datum::Event(when, state) => Some((place, row, when, state)),
            _ => None,
        };
        self.content.rows.iter().enumerate().filter_map(event).collect()
    }

    /// The middle of what an event's date may mean, in CSS px.
    fn center(&self, when: When) -> f32 {
        (self.month(when.start.first_month()) + self.month(when.start.end_month())) / 2.0
    }

    /// How far a badge is moved to the right so that it stays within the chart where the layout is narrowest, in CSS px.
    fn inset(&self, when: When) -> f32 {
        (BADGE - self.center(when) * self.shrink).max(0.0)
    }

    /// The lane of each event, lowest first, so that badges never meet: worked out for the narrowest width of the layout,
    /// so that lanes are the same at every width.
    fn lanes(&self, events: &[Placed<'_>]) -> Vec<usize> {
        let mut ends: Vec<f32> = Vec::new();
        let mut lanes = Vec::new();
        for (_, _, when, _) in events {
            let x = self.center(*when) * self.shrink + self.inset(*when);
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
    fn stem(&mut self, (_, row, when, state): &Placed<'_>, top: f32, base: f32) {
        // On the very edge of the axis the stem begins where the axis does.
        let x = self.center(*when) + (1.0 - self.center(*when) * self.shrink).max(0.0);
        let role = if row.to_come { Role::Grid } else { self.tint.full };
        self.scene.group(["stem", &row.key].join(" "));
        if *state == EventState::Scheduled {
            let mut y = top;
            while y < base {
                self.scene.rect(Rect::new(x - 1.0, y, 2.0, 3.0), role);
                y += 6.0;
            }
        } else {
            self.scene.rect(Rect::between(Point::new(x - 1.0, top), Point::new(x + 1.0, base)), role);
        }
        if when.start.month.is_none() {
            let (left, right) = (self.month(when.start.first_month()), self.month(when.start.end_month()));
            self.scene.rect(Rect::between(Point::new(left, base - 6.0), Point::new(right, base)), role);
        }
    }

    /// A numbered badge in the form of its state, or in grey if it lies after the chosen year.
    fn badge(&mut self, center: Point, number: usize, (_, row, _, state): &Placed<'_>) {
        let ink = if row.to_come {
            self.scene.marks.push(Mark::Dot { center, radius: BADGE, role: Role::Ground, rim: Some(Role::Grid) });
            Role::Muted
        } else {
            badge(&mut self.scene, center, BADGE, *state, self.tint.full);
            if *state == EventState::Done { Role::OnHue } else { Role::Ink }
        };
        let at = Point::new(center.x, center.y + 4.5);
        self.scene.label(at, Anchor::Middle, number.to_string(), TextSize::Small, ink);
    }

    /// What each number stands for: date and event, in one column or two.
    #[expect(clippy::disallowed_methods, reason = "there is at least one row")]
    pub(super) fn notes(&mut self) {
        let events = self.dated_events();
        let columns = if self.layout == Layout::Narrow { 1 } else { 2 };
        let rows = events.len().div_ceil(columns).max(1);
        let (column, room) = (self.width / columns as f32, self.layout.narrowest() / columns as f32 - INDENT);
        let wrapped: Vec<[Vec<String>; 2]> = events.iter().map(|(_, row, ..)| note_lines(row, room)).collect();
        self.scene.group("notes");
        let top = self.y;
        for (number, chunk) in events.chunks(rows).enumerate() {
            self.y = top;
            for (i, event) in chunk.iter().enumerate() {
                let place = number * rows + i;
                let height = (i..events.len()).step_by(rows).filter_map(|i| wrapped.get(i)).map(note_height);
                let height = height.fold(0.0, f32::max);
                let corner = Point::new(column * number as f32, self.y);
                self.badge(Point::new(corner.x + BADGE, corner.y + 20.0), place + 1, event);
                if let Some(words) = wrapped.get(place) {
                    self.note(words, event.1, Point::new(corner.x + INDENT, corner.y));
                }
                self.target(event.0, Rect::new(corner.x, corner.y, column, height));
                self.y += height;
            }
        }
        let heights = (0..rows.min(events.len())).map(|i| {
            (i..events.len()).step_by(rows).filter_map(|i| wrapped.get(i)).map(note_height).fold(0.0, f32::max)
        });
        self.y = top + heights.sum::<f32>();
    }

    /// The date over the event.
    fn note(&mut self, [date, label]: &[Vec<String>; 2], row: &Row, corner: Point) {
        let ink = self.ink(row);
        lines(&mut self.scene, Point::new(corner.x, corner.y + 17.0), date, TextSize::Strong, ink);
        let below = corner.y + 16.0 + date.len().max(1) as f32 * TextSize::Strong.line_height();
        lines(&mut self.scene, Point::new(corner.x, below), label, TextSize::Body, Role::Muted);
    }

    /// What the badges mean, as far as they occur, and marks as wide as a year.
    fn event_legend(&mut self, events: &[Placed<'_>]) {
        let (full, words) = (self.tint.full, &self.graphic.words.legend);
        let states = [
            (EventState::Done, words.done.as_str()),
            (EventState::Announced, &words.announced),
            (EventState::Scheduled, &words.scheduled),
        ];
        let occurs = |state: EventState| events.iter().any(|(_, _, _, other)| *other == state);
        let states = states.into_iter().filter(|(state, _)| occurs(*state)).map(|(state, words)| {
            let draw = move |scene: &mut Scene, area: Rect| {
                badge(scene, Point::new(area.left() + 6.0, area.center().y), 6.0, state, full);
            };
            LegendItem { draw: Box::new(draw), length: 12.0, words }
        });
        let mut items: Vec<LegendItem<'_>> = states.collect();
        if events.iter().any(|(_, _, when, _)| when.start.month.is_none()) {
            let year = move |scene: &mut Scene, area: Rect| {
                scene.rect(Rect::new(area.left(), area.center().y - 3.0, 16.0, 6.0), full);
            };
            items.push(LegendItem { draw: Box::new(year), length: 16.0, words: &words.year });
        }
        self.y = legend(&mut self.scene, self.layout, self.y - 4.0, self.width, &items) + 4.0;
    }
}

/// The date and the event of a note, in lines.
fn note_lines(row: &Row, room: f32) -> [Vec<String>; 2] {
    let date = text::wrap(&text::capital(&row.value), TextSize::Strong, room);
    [date, text::wrap(&row.label, TextSize::Body, room)]
}

/// The height of a note, in CSS px.
fn note_height([date, label]: &[Vec<String>; 2]) -> f32 {
    let more = (date.len().max(1) - 1) as f32 * TextSize::Strong.line_height();
    40.0 + more + (label.len().max(1) - 1) as f32 * TextSize::Body.line_height()
}

/// A badge without its number: full for what was done, open for what was announced, square for what was scheduled.
fn badge(scene: &mut Scene, center: Point, radius: f32, state: EventState, full: Role) {
    match state {
        EventState::Done => scene.marks.push(Mark::Dot { center, radius, role: full, rim: None }),
        EventState::Announced => {
            scene.marks.push(Mark::Dot { center, radius, role: Role::Ground, rim: Some(full) });
        }
        EventState::Scheduled => {
            let side = 2.0 * radius - 2.0;
            let corner = Point::new(center.x - side / 2.0, center.y - side / 2.0);
            scene.rect(Rect::new(corner.x, corner.y, side, side), full);
            scene.rect(Rect::new(corner.x + 2.0, corner.y + 2.0, side - 4.0, side - 4.0), Role::Ground);
        }
    }
}

/// The radius of a numbered badge, the height of a lane of them, and where the words beside one begin, in CSS px.
const BADGE: f32 = 10.0;
const LANE: f32 = 24.0;
const INDENT: f32 = 2.0 * BADGE + 10.0;

//! Members over the years: their number, a row for each, and events; or events alone. This is their content.

mod count;
mod events;
mod layout;
mod members;

pub(crate) use layout::scene;

use crate::View;
use crate::order::in_order;
use crate::rows::{Amount, Content, Datum, EventState, Group, Row};
use story::{Bound, Date, Event, Fact, FactId, Graphic, Member, Number, Status, Timeline, fill_named};

/// The number of members at each change, a row for each member, and the events. Rows that lie after the chosen year say so.
pub(crate) fn content(graphic: &Graphic, timeline: &Timeline, view: &View) -> Content {
    let mut content = Content::default();
    content.groups.push(group(&timeline.count_title));
    content.rows.extend(steps(graphic, timeline));
    for joined in &timeline.groups {
        let number = content.groups.len();
        content.groups.push(group(&joined.label));
        let rows = joined.members.iter().filter_map(|one| member(graphic, joined, one, number));
        content.rows.extend(rows);
    }
    if !timeline.events.is_empty() {
        let number = content.groups.len();
        content.groups.push(group(&timeline.events_title));
        content.rows.extend(timeline.events.iter().filter_map(|one| event(graphic, one, number)));
    }
    if let Some(year) = view.year {
        content.rows.iter_mut().for_each(|row| row.to_come = is_after(row.datum.date(), year));
    }
    content
}

fn group(title: &str) -> Group {
    Group { title: title.to_owned(), note: String::new() }
}

/// Whether a date lies after the end of a year.
fn is_after(date: Option<Date>, year: u16) -> bool {
    date.is_some_and(|date| date.year > year)
}

impl Datum {
    /// When what the row says begins; none of figures without a date.
    pub(crate) fn date(&self) -> Option<Date> {
        match self {
            Self::Amount(_) => None,
            Self::Step(_, date) | Self::Span(date, _) => Some(*date),
            Self::Event(when, _) => Some(when.start),
        }
    }
}

/// The number of members from each joining and each departure on, in order of time.
fn steps(graphic: &Graphic, timeline: &Timeline) -> Vec<Row> {
    let joined = timeline.groups.iter().map(|group| (&group.joined, &group.count));
    let left = timeline.departures.iter().map(|departure| (&departure.left, &departure.count));
    let step = |(changed, count): (&FactId, &FactId)| {
        let (fact, date) = (graphic.fact(count)?, graphic.fact(changed)?.when()?.start);
        let amount = Amount::of(graphic, fact.quantity()?);
        Some((Row::of(graphic, fact, 0, Datum::Step(amount, date), &fact.label), date))
    };
    let steps: Vec<(Row, Date)> = joined.chain(left).filter_map(step).collect();
    let day = |date: Date| i64::from(date.first_month()) * 32 + i64::from(date.day.unwrap_or(0));
    in_order(steps, |(_, date)| day(*date)).into_iter().map(|(row, _)| row).collect()
}

fn member(graphic: &Graphic, group: &story::Group, member: &Member, number: usize) -> Option<Row> {
    let joined = graphic.fact(&group.joined)?;
    let left = member.left.as_ref().and_then(|left| graphic.fact(left));
    let until = left.and_then(Fact::when).map(|when| when.start);
    let mut row = Row::of(graphic, joined, number, Datum::Span(joined.when()?.start, until), &member.name);
    row.key = key(&member.name);
    row.value = match left.and_then(Fact::when) {
        Some(when) => fill_named(&graphic.words.left, &[("joined", &group.label), ("left", &graphic.when(when))]),
        None => group.label.clone(),
    };
    // What is to be known of one of those who joined together is no note on the others.
    let note = member.note.as_ref().and_then(|note| graphic.fact(note));
    row.spoken.note = note.map(|note| note.note.clone().unwrap_or_else(|| graphic.say(note).value)).unwrap_or_default();
    Some(row)
}

/// A name as a key: ASCII letters in lower case, what ASCII has besides letters and digits as hyphens.
fn key(name: &str) -> String {
    let plain = |c: char| if c.is_ascii() && !c.is_ascii_alphanumeric() { '-' } else { c.to_ascii_lowercase() };
    name.chars().map(plain).collect()
}

fn event(graphic: &Graphic, event: &Event, number: usize) -> Option<Row> {
    let fact = graphic.fact(&event.fact)?;
    let when = fact.when()?;
    let state = match fact.status() {
        Status::Scheduled => EventState::Scheduled,
        _ if event.announced => EventState::Announced,
        _ => EventState::Done,
    };
    let mut row = Row::of(graphic, fact, number, Datum::Event(when, state), &event.label);
    row.value = graphic.status(when, fact.status());
    Some(row)
}

/// What held at the end of a year, in words.
pub(crate) struct YearEnd {
    /// How many members there were, in words; empty before the first joined.
    pub(crate) count: String,
    /// The members, in the order of the rows.
    pub(crate) members: Vec<String>,
    /// What happened in the year.
    pub(crate) events: Vec<String>,
}

/// What held at the end of a year.
pub(crate) fn year_end(graphic: &Graphic, timeline: &Timeline, year: u16) -> YearEnd {
    let content = content(graphic, timeline, &View::default());
    let reached = |row: &&Row| !is_after(row.datum.date(), year);
    let count = content.group(0).filter(reached).last().map(|row| row.value.clone()).unwrap_or_default();
    let still = |row: &&Row| matches!(row.datum, Datum::Span(_, until) if until.is_none_or(|until| until.year > year));
    let members = content.rows.iter().filter(reached).filter(still).map(|row| row.label.clone()).collect();
    YearEnd { count, members, events: happened(graphic, timeline, &content, year) }
}

/// What happened in a year. A joining or a departure that is one of the events is told once.
fn happened(graphic: &Graphic, timeline: &Timeline, content: &Content, year: u16) -> Vec<String> {
    let joined = timeline.groups.iter().map(|group| (&group.joined, &group.label));
    let left = timeline.departures.iter().map(|departure| (&departure.left, &departure.label));
    let changes = joined.chain(left).filter(|(fact, _)| timeline.events.iter().all(|event| event.fact != **fact));
    let in_year = |fact: &FactId| graphic.fact(fact).and_then(Fact::when).is_some_and(|when| when.start.year == year);
    let changes = changes.filter(|(fact, _)| in_year(fact)).map(|(_, label)| label.clone());
    let events = content.rows.iter().filter_map(|row| match row.datum {
        // What was still to come stays so.
        Datum::Event(when, EventState::Scheduled) if when.start.year == year => {
            Some([&row.label, ", ", &row.value].concat())
        }
        Datum::Event(when, _) if when.start.year == year => Some(row.label.clone()),
        _ => None,
    });
    changes.chain(events).collect()
}

/// The largest number of members, for the height of steps.
pub(crate) fn most(content: &Content) -> Number {
    let counts = content.group(0).filter_map(|row| row.amount()).map(|amount: &Amount| amount.bound);
    counts.map(Bound::largest_stated).max().unwrap_or_default().max(Number::from(1))
}

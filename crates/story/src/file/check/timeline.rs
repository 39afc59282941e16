//! Timelines: an axis of years, and everything in its order of time.

use super::dates::{YEARS, begins_before};
use super::{Check, Problem};
use crate::file::Path;
use crate::{FactId, Status, Timeline, When};

/// The most years that an axis can have.
const MOST_YEARS: u16 = 300;

impl Check<'_> {
    pub(super) fn timeline(&mut self, timeline: &Timeline, path: &Path) {
        self.axis(timeline, path);
        self.parts_of_timeline(timeline, path);
        let groups = timeline.groups.iter().map(|group| &group.joined).enumerate();
        self.in_order(groups.map(|(i, id)| (path.to("groups").item(i).to("joined"), id)).collect(), timeline);
        let departures = timeline.departures.iter().map(|departure| &departure.left).enumerate();
        self.in_order(departures.map(|(i, id)| (path.to("departures").item(i).to("left"), id)).collect(), timeline);
        self.events(timeline, &path.to("events"));
        self.members(timeline, path);
    }

    /// Members, events or both, each under its title.
    fn parts_of_timeline(&mut self, timeline: &Timeline, path: &Path) {
        let Timeline { groups, events, .. } = timeline;
        if groups.is_empty() && events.is_empty() {
            self.fault(Problem::Size, path.clone(), "there is nothing on the timeline", "`groups`, `events` or both");
        }
        let needed = [
            (!groups.is_empty(), "members", "count_title", &timeline.count_title),
            (!groups.is_empty(), "members", "members_title", &timeline.members_title),
            (!events.is_empty(), "events", "events_title", &timeline.events_title),
        ];
        for (_, what, field, _) in needed.into_iter().filter(|(needed, .., title)| *needed && title.trim().is_empty()) {
            let expected = format!("the field `{field}`");
            self.fault(Problem::Text, path.clone(), format!("there are {what} without a title"), &expected);
        }
        if groups.is_empty() && timeline.choose.is_some() {
            let message = "there are no members to tell of a chosen year";
            self.fault(Problem::Use, path.to("choose"), message, "a timeline without `choose`, or with `groups`");
        }
    }

    fn axis(&mut self, timeline: &Timeline, path: &Path) {
        let Timeline { from, to, .. } = *timeline;
        for (field, year) in [("from", from), ("to", to)] {
            if !YEARS.contains(&year) {
                let expected = format!("a year from {} to {}", YEARS.start(), YEARS.end());
                self.fault(Problem::Date, path.to(field), format!("the year {year} is out of range"), &expected);
            }
        }
        if from >= to {
            self.fault(Problem::Order, path.to("to"), format!("the axis begins in {from}"), "a later year for its end");
        } else if to - from > MOST_YEARS {
            let message = format!("the axis has {} years", to - from);
            self.fault(Problem::Order, path.to("to"), message, &format!("at most {MOST_YEARS}"));
        }
        if self.parts.article.as_ref().is_some_and(|article| article.written.last().year < from) {
            let message = "the axis begins after the source was written";
            self.fault(Problem::Order, path.to("from"), message, "the year of the source, or an earlier one");
        }
    }

    fn events(&mut self, timeline: &Timeline, path: &Path) {
        let events = || timeline.events.iter().enumerate().map(|(i, event)| (path.item(i).to("fact"), &event.fact));
        self.in_order(events().collect(), timeline);
        self.once(events(), "among the events");
        for (i, event) in timeline.events.iter().enumerate().filter(|(_, event)| event.announced) {
            if self.fact(&event.fact).is_some_and(|fact| fact.status() == Status::Scheduled) {
                let message = format!("`{}` is scheduled already", event.fact);
                let expected =
                    "`announced` for what was promised in the past, the status `scheduled` for what is ahead";
                self.fault(Problem::Use, path.item(i).to("announced"), message, expected);
            }
        }
    }

    /// Facts with dates, on the axis, none before the one above it.
    fn in_order(&mut self, facts: Vec<(Path, &FactId)>, timeline: &Timeline) {
        let mut above: Option<When> = None;
        for (path, id) in facts {
            let Some(fact) = self.fact(id) else { continue };
            let Some(when) = fact.when() else {
                self.fault(Problem::Use, path, format!("`{id}` has no date"), "a fact with a date");
                continue;
            };
            if when.start.year < timeline.from || when.last().year > timeline.to {
                let message = format!("`{id}` ({}) is not on the axis", String::from(when));
                let expected = format!("a date from {} to {}", timeline.from, timeline.to);
                self.fault(Problem::Order, path.clone(), message, &expected);
            }
            if above.is_some_and(|above| begins_before(when.start, above.start)) {
                let message = format!("`{id}` ({}) is earlier than the one above it", String::from(when));
                self.fault(Problem::Order, path, message, "the order of time");
            }
            above = Some(when);
        }
    }
}

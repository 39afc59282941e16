//! Members of timelines: who joined, who left, and how many there were.

use super::dates::begins_before;
use super::facts::allows;
use super::{Check, Problem};
use crate::file::Path;
use crate::{FactId, Member, Number, Timeline, When};
use std::collections::{HashMap, HashSet};

/// That the number of members changed.
struct Step<'a> {
    when: When,
    by: i64,
    count: &'a FactId,
    path: Path,
}

impl Check<'_> {
    pub(super) fn members(&mut self, timeline: &Timeline, path: &Path) {
        self.names(timeline, path);
        let departures: HashSet<&FactId> = timeline.departures.iter().map(|departure| &departure.left).collect();
        for (i, group) in timeline.groups.iter().enumerate() {
            let path = path.to("groups").item(i);
            self.not_empty(&group.members, path.to("members"), "one member or more");
            self.as_many(&group.joined, group.members.len(), path.to("members"));
            for (j, member) in group.members.iter().enumerate() {
                self.left(member, &group.joined, &departures, path.to("members").item(j).to("left"));
            }
        }
        let leavers = leavers(timeline);
        for (i, departure) in timeline.departures.iter().enumerate() {
            self.departure(&departure.left, &leavers, path.to("departures").item(i).to("left"));
        }
        self.counts(timeline, path);
    }

    /// Each member has a row, each fact its group or departure.
    fn names(&mut self, timeline: &Timeline, path: &Path) {
        let members = timeline.groups.iter().enumerate().flat_map(|(i, group)| {
            let path = path.to("groups").item(i).to("members");
            group.members.iter().enumerate().map(move |(j, member)| (path.item(j).to("name"), member.name.as_str()))
        });
        let groups = timeline.groups.iter().enumerate();
        let groups = groups.map(|(i, group)| (path.to("groups").item(i).to("joined"), group.joined.0.as_str()));
        let left = timeline.departures.iter().enumerate();
        let left = left.map(|(i, departure)| (path.to("departures").item(i).to("left"), departure.left.0.as_str()));
        self.distinct(members, "a name of its own");
        self.distinct(groups, "one group for each fact");
        self.distinct(left, "one departure for each fact");
    }

    fn distinct<'n>(&mut self, names: impl Iterator<Item = (Path, &'n str)>, expected: &str) {
        let mut seen = HashSet::new();
        for (path, name) in names.filter(|(_, name)| !name.is_empty()) {
            if !seen.insert(name) {
                self.fault(Problem::Duplicate, path, format!("“{name}” is there already"), expected);
            }
        }
    }

    /// As many members as the fact says, if it says so.
    fn as_many(&mut self, id: &FactId, members: usize, path: Path) {
        let Some(quantity) = self.quantity(id) else { return };
        let number = i64::try_from(members).ok().and_then(|members| Number::new(members, 0));
        if !number.is_some_and(|number| allows(quantity.value, number)) {
            let message = format!("there are {members} members with `{id}`");
            let expected = format!("`{}` {}", quantity.value.hedge().name(), quantity.value.least_stated());
            self.fault(Problem::Members, path, message, &format!("{expected}, as the fact states"));
        }
    }

    /// A member leaves with a departure, and not before it joins.
    fn left(&mut self, member: &Member, joined: &FactId, departures: &HashSet<&FactId>, path: Path) {
        let Some(left) = &member.left else { return };
        if !departures.contains(left) && !self.parts.facts.lacks(&left.0) {
            let message = format!("no departure names `{left}`");
            self.fault(Problem::Members, path.clone(), message, "a departure with this fact");
        }
        let date = |id: &FactId| self.fact(id).and_then(|fact| fact.when());
        if let Some((joined, left)) = date(joined).zip(date(left))
            && begins_before(left.start, joined.start)
        {
            self.fault(Problem::Members, path, "the member left before it joined", "a later date");
        }
    }

    fn departure(&mut self, left: &FactId, leavers: &HashMap<&FactId, usize>, path: Path) {
        let number = leavers.get(left).copied().unwrap_or_default();
        if self.parts.facts.lacks(&left.0) || left.0.is_empty() {
            return;
        }
        if number == 0 {
            let message = format!("no member left with `{left}`");
            self.fault(Problem::Members, path, message, "a member with this fact as `left`");
        } else {
            self.as_many(left, number, path);
        }
    }

    /// The counts that are named are the running totals.
    fn counts(&mut self, timeline: &Timeline, path: &Path) {
        let Some(steps) = self.steps(timeline, path) else { return };
        let mut total = 0;
        for step in steps {
            total += step.by;
            let Some(fact) = self.fact(step.count) else { continue };
            let stated = fact.quantity().and_then(|quantity| quantity.value.exact());
            if stated.is_none() || stated != Number::new(total, 0) {
                let message = format!("`{}` is not the number of members from then on", step.count);
                self.fault(Problem::Members, step.path, message, &format!("a figure of exactly {total}"));
            }
        }
    }

    /// The changes in order of time; none if a date is missing, which is told elsewhere.
    fn steps<'t>(&self, timeline: &'t Timeline, path: &Path) -> Option<Vec<Step<'t>>> {
        let date = |id: &FactId| self.fact(id).and_then(|fact| fact.when());
        let leavers = leavers(timeline);
        let joined = timeline.groups.iter().enumerate().map(|(i, group)| {
            let (when, by) = (date(&group.joined)?, i64::try_from(group.members.len()).ok()?);
            Some(Step { when, by, count: &group.count, path: path.to("groups").item(i).to("count") })
        });
        let left = timeline.departures.iter().enumerate().map(|(i, departure)| {
            let number = leavers.get(&departure.left).copied().unwrap_or_default();
            let (when, by) = (date(&departure.left)?, -i64::try_from(number).ok()?);
            Some(Step { when, by, count: &departure.count, path: path.to("departures").item(i).to("count") })
        });
        let mut steps: Vec<Step<'_>> = joined.chain(left).collect::<Option<_>>()?;
        steps.sort_by_key(|step| (step.when.start.first_month(), step.when.start.day));
        Some(steps)
    }
}

/// How many members left with each fact.
fn leavers(timeline: &Timeline) -> HashMap<&FactId, usize> {
    let mut leavers = HashMap::new();
    for member in timeline.groups.iter().flat_map(|group| &group.members) {
        member.left.iter().for_each(|left| *leavers.entry(left).or_default() += 1);
    }
    leavers
}

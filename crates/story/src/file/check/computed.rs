//! Figures that the project works out: they follow from others, exactly or rightly rounded.

use super::change::Change;
use super::provenance::path;
use super::{Check, charts, facts};
use crate::file::{Path, Problem};
use crate::{FactId, Kind, Number, Provenance, Quantity, Rule, Timeline};
use std::collections::HashMap;

/// The unit of changes and of ranges that are tried.
pub(super) const PERCENT: &str = "percent";

impl Check<'_> {
    pub(super) fn computed(&mut self) {
        for (place, fact) in facts(self.parts) {
            let Provenance::Computed { rule, from } = fact.provenance() else { continue };
            let path = path(fact, &place);
            let Some(quantity) = fact.quantity() else {
                self.fault(Problem::Computed, path, "only figures are computed", "a quantity, or another provenance");
                continue;
            };
            match rule {
                Rule::PercentChange => self.percent_change(quantity, from, &place, &path),
                Rule::MemberCount => self.member_count(quantity, from, &place, &path),
            }
        }
    }

    fn percent_change(&mut self, quantity: &Quantity, from: &[FactId], place: &Path, path: &Path) {
        let from_path = path.to("computed.from");
        let [before, after] = from else {
            let message = format!("a change has {} facts", from.len());
            self.fault(Problem::Computed, from_path, message, "two: the figure before, then the figure after");
            return;
        };
        let (Some(_), Some(_)) = (self.fact(before), self.fact(after)) else { return };
        let (Some(one), Some(other)) = (self.quantity(before), self.quantity(after)) else {
            self.fault(Problem::Computed, from_path, "a change is computed of figures", "two quantities");
            return;
        };
        if one.unit != other.unit {
            let message = format!("one figure is in `{}`, the other in `{}`", one.unit, other.unit);
            self.fault(Problem::Computed, from_path.clone(), message, "figures in one unit");
        }
        if quantity.unit.0 != PERCENT {
            let path = place.to("content.quantity.unit");
            self.fault(Problem::Computed, path, "a change in percent is in another unit", "the unit `percent`");
        }
        match Change::of(one.value, other.value) {
            Some(change) if change.is_told_by(quantity.value) => {}
            Some(change) => {
                let path = place.to("content.quantity.value");
                self.fault(Problem::Computed, path, "the change is another one", &change.told());
            }
            None => {
                let message = "the change between these figures is not known";
                self.fault(Problem::Computed, from_path, message, "two exact figures, the first above zero");
            }
        }
    }

    fn member_count(&mut self, quantity: &Quantity, from: &[FactId], place: &Path, path: &Path) {
        if !self.parts.charts.is_whole() {
            return;
        }
        let tallies = charts(self.parts).filter_map(|(_, chart)| match &chart.kind {
            Kind::Timeline(timeline) => Some(tally(timeline)),
            _ => None,
        });
        let named = |tally: &Tally<'_>| from.iter().filter(|id| tally.contains_key(id)).count();
        let Some(tally) = tallies.max_by_key(named).filter(|tally| named(tally) > 0) else {
            let message = "no timeline has members that joined or left with these facts";
            self.fault(Problem::Computed, path.to("computed.from"), message, "facts with which members joined or left");
            return;
        };
        for (i, id) in from.iter().enumerate() {
            if !tally.contains_key(id) && !self.parts.facts.lacks(&id.0) {
                let path = path.to("computed.from").item(i);
                self.fault(
                    Problem::Computed,
                    path,
                    format!("no member joined or left with `{id}`"),
                    "facts that count",
                );
            }
        }
        let count: i64 = from.iter().filter_map(|id| tally.get(id)).sum();
        if quantity.value.exact().is_none_or(|value| Some(value) != Number::new(count, 0)) {
            let path = place.to("content.quantity.value");
            let expected = format!("exactly {count}");
            self.fault(Problem::Computed, path, "another number of members joined and left", &expected);
        }
    }
}

/// How many members joined with each fact, less those that left with it.
type Tally<'a> = HashMap<&'a FactId, i64>;

fn tally(timeline: &Timeline) -> Tally<'_> {
    let mut tally = Tally::new();
    for group in &timeline.groups {
        *tally.entry(&group.joined).or_default() += group.members.iter().map(|_| 1).sum::<i64>();
        for left in group.members.iter().filter_map(|member| member.left.as_ref()) {
            *tally.entry(left).or_default() -= 1;
        }
    }
    tally
}

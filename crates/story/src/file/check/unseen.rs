//! Facts that nothing shows, and units that nothing uses.

use super::{Check, charts, facts};
use crate::file::{Path, Problem};
use crate::{Kind, Provenance};
use std::collections::HashSet;

impl Check<'_> {
    pub(super) fn unseen(&mut self) {
        let parts = self.parts;
        if !parts.charts.is_whole() || !parts.facts.is_whole() {
            return;
        }
        self.unused_units();
        if parts.page.is_some() && parts.sections.is_whole() {
            self.unshown_facts();
        }
    }

    /// What the source or a cited work says must stand on a card; this is about the rest.
    fn unshown_facts(&mut self) {
        let mut shown: HashSet<&str> = self.figures().into_iter().map(|(_, id)| id.0.as_str()).collect();
        shown.extend(charts(self.parts).flat_map(|(_, chart)| chart.kind.facts()).map(|id| id.0.as_str()));
        let added = |fact: &crate::Fact| {
            matches!(fact.provenance(), Provenance::Background { .. } | Provenance::Computed { .. })
        };
        let unseen: Vec<_> =
            facts(self.parts).filter(|(_, fact)| added(fact) && !shown.contains(fact.id.0.as_str())).collect();
        for (path, fact) in unseen {
            let message = format!("no chart and no card shows `{}`", fact.id);
            self.warn(Problem::Unseen, path, message, "a place where it is shown");
        }
    }

    fn unused_units(&mut self) {
        let quantities = facts(self.parts).filter_map(|(_, fact)| fact.quantity()).map(|quantity| &quantity.unit.0);
        let tried = charts(self.parts).filter_map(|(_, chart)| match &chart.kind {
            Kind::Ranges(ranges) => ranges.calculator.as_ref().map(|one| &one.unit.0),
            _ => None,
        });
        let used: HashSet<&String> = quantities.chain(tried).collect();
        for (i, unit) in self.parts.units.each().filter(|(_, unit)| !used.contains(&unit.id.0)) {
            let message = format!("nothing is counted or measured in `{}`", unit.id);
            self.warn(Problem::Unseen, Path::of("units").item(i), message, "a figure in this unit");
        }
    }
}

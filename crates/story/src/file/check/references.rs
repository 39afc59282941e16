//! Names that must lead somewhere.

use super::{Check, charts, facts};
use crate::file::list::List;
use crate::file::nearest::nearest;
use crate::file::{Finding, Path, Problem};
use crate::{Bars, Chart, Entry, FactId, Kind, Provenance, Ranges, Shows, Timeline};

impl<'a> Check<'a> {
    pub(super) fn references(&mut self) {
        let parts = self.parts;
        for (path, fact) in facts(parts) {
            self.of_fact(fact, &path);
        }
        for (path, chart) in charts(parts) {
            self.leads(&parts.sections, "section", &chart.section.0, path.to("section"));
            for (path, id) in of_chart(chart, &path) {
                self.leads(&parts.facts, "fact", &id.0, path);
            }
            if let Kind::Ranges(Ranges { calculator: Some(calculator), .. }) = &chart.kind {
                self.leads(&parts.units, "unit", &calculator.unit.0, path.to("kind.ranges.calculator.unit"));
            }
        }
        for (path, id) in self.figures() {
            self.leads(&parts.facts, "fact", &id.0, path);
        }
    }

    fn of_fact(&mut self, fact: &crate::Fact, path: &Path) {
        let parts = self.parts;
        if let Some(quantity) = fact.quantity() {
            self.leads(&parts.units, "unit", &quantity.unit.0, path.to("content.quantity.unit"));
        }
        let path = super::provenance::path(fact, path);
        match fact.provenance() {
            Provenance::Source(place) => {
                self.leads(&parts.sections, "section", &place.section.0, path.to("source.section"));
            }
            Provenance::Computed { from, .. } => {
                for (i, id) in from.iter().enumerate() {
                    self.leads(&parts.facts, "fact", &id.0, path.to("computed.from").item(i));
                }
            }
            Provenance::Work { .. } | Provenance::Background { .. } => {}
        }
    }

    /// The facts that the page and the cards show.
    pub(super) fn figures(&self) -> Vec<(Path, &'a FactId)> {
        let page = self.parts.page.iter().flat_map(|page| {
            listed(&page.lead, Path::of("page.lead")).chain(listed(&page.key_figures, Path::of("page.key_figures")))
        });
        let cards = self.parts.sections.each().flat_map(|(i, section)| {
            let path = Path::of("sections").item(i);
            let more = listed(&section.more_figures, path.to("more_figures"));
            listed(&section.key_figures, path.to("key_figures")).chain(more)
        });
        page.chain(cards).collect()
    }

    /// Says that a name leads nowhere, and where it was probably to lead.
    fn leads<T>(&mut self, list: &List<T>, what: &str, id: &str, path: Path) {
        if !list.lacks(id) {
            return;
        }
        let meant = if self.findings.are_full() { None } else { nearest(id, list.ids()) };
        let fault = Finding::fault(Problem::Reference, path, format!("no {what} has the id `{id}`")).suggest(meant);
        self.findings.add(if meant.is_some() { fault } else { fault.expecting(expected(what, list.ids())) });
    }
}

/// What would lead somewhere: all of it, if that is little.
fn expected<'n>(what: &str, ids: impl Iterator<Item = &'n str>) -> String {
    let ids: Vec<String> = ids.take(MOST_TOLD + 1).map(|id| format!("`{id}`")).collect();
    match ids.as_slice() {
        [] => format!("the id of a {what}; there is none yet"),
        ids if ids.len() > MOST_TOLD => format!("the id of a {what}"),
        ids => format!("the id of a {what}: {}", ids.join(", ")),
    }
}

/// The most names that are told where one leads nowhere.
const MOST_TOLD: usize = 20;

fn listed(ids: &[FactId], path: Path) -> impl Iterator<Item = (Path, &FactId)> {
    ids.iter().enumerate().map(move |(i, id)| (path.item(i), id))
}

/// The facts of a list of entries.
pub(super) fn entries<'a>(entries: &'a [Entry], path: &Path) -> Vec<(Path, &'a FactId)> {
    entries.iter().enumerate().map(|(i, entry)| (path.item(i).to("fact"), &entry.fact)).collect()
}

/// The facts that a chart names.
fn of_chart<'a>(chart: &'a Chart, path: &Path) -> Vec<(Path, &'a FactId)> {
    let path = path.to("kind").to(chart.kind.name());
    match &chart.kind {
        Kind::Bars(bars) => of_bars(bars, &path.to("panels")),
        Kind::Ranges(ranges) => of_ranges(ranges, &path),
        Kind::Timeline(timeline) => of_timeline(timeline, &path),
    }
}

fn of_bars<'a>(bars: &'a Bars, path: &Path) -> Vec<(Path, &'a FactId)> {
    let panels = bars.panels.iter().enumerate();
    panels.flat_map(|(i, panel)| entries(&panel.rows, &path.item(i).to("rows"))).collect()
}

fn of_ranges<'a>(ranges: &'a Ranges, path: &Path) -> Vec<(Path, &'a FactId)> {
    let panels = ranges.panels.iter().enumerate();
    let panels = panels.flat_map(|(i, panel)| of_panel(&panel.shows, &path.to("panels").item(i).to("shows")));
    let tried = ranges.calculator.iter().map(|one| (path.to("calculator.range"), &one.range));
    panels.chain(tried).collect()
}

/// The facts that a panel of ranges names.
pub(super) fn of_panel<'a>(shows: &'a Shows, path: &Path) -> Vec<(Path, &'a FactId)> {
    match shows {
        Shows::Intervals { rows, also, .. } => {
            [entries(rows, &path.to("intervals.rows")), entries(also, &path.to("intervals.also"))].concat()
        }
        Shows::Change { before, after, change } => {
            let path = path.to("change");
            let change = change.iter().map(|change| (path.to("change.fact"), &change.fact));
            [(path.to("before.fact"), &before.fact), (path.to("after.fact"), &after.fact)]
                .into_iter()
                .chain(change)
                .collect()
        }
    }
}

fn of_timeline<'a>(timeline: &'a Timeline, path: &Path) -> Vec<(Path, &'a FactId)> {
    let mut found = Vec::new();
    for (i, group) in timeline.groups.iter().enumerate() {
        let path = path.to("groups").item(i);
        found.extend([(path.to("joined"), &group.joined), (path.to("count"), &group.count)]);
        for (j, member) in group.members.iter().enumerate() {
            let path = path.to("members").item(j);
            found.extend(member.note.iter().map(|id| (path.to("note"), id)));
            found.extend(member.left.iter().map(|id| (path.to("left"), id)));
        }
    }
    for (i, departure) in timeline.departures.iter().enumerate() {
        let path = path.to("departures").item(i);
        found.extend([(path.to("left"), &departure.left), (path.to("count"), &departure.count)]);
    }
    let events = timeline.events.iter().enumerate();
    found.extend(events.map(|(i, event)| (path.to("events").item(i).to("fact"), &event.fact)));
    found
}

//! What the types of the story cannot say: names that must lead somewhere, dates and sums that must be right.

mod bars;
mod calculator;
mod change;
mod computed;
mod dates;
mod facts;
mod hedges;
mod ids;
mod members;
mod page;
mod provenance;
mod ranges;
mod references;
mod templates;
mod texts;
mod timeline;
mod unseen;
mod words;

use super::findings::Findings;
use super::parts::Parts;
use super::{Finding, Path, Problem};
use crate::{Chart, Fact, FactId, Kind, Quantity};

/// Finds all that is wrong with the parts of a story.
pub(super) fn run(parts: &Parts, findings: &mut Findings) {
    let mut check = Check { parts, findings };
    check.ids();
    check.references();
    check.dates();
    check.facts();
    check.provenance();
    check.computed();
    check.charts();
    check.page();
    check.words();
    check.texts();
    check.hedges();
    check.unseen();
}

/// The parts of a story, and what was found in them.
struct Check<'a> {
    parts: &'a Parts,
    findings: &'a mut Findings,
}

impl<'a> Check<'a> {
    fn fault(&mut self, problem: Problem, path: Path, message: impl Into<String>, expected: &str) {
        self.findings.add(Finding::fault(problem, path, message).expecting(expected));
    }

    fn warn(&mut self, problem: Problem, path: Path, message: impl Into<String>, expected: &str) {
        self.findings.add(Finding::warning(problem, path, message).expecting(expected));
    }

    fn fact(&self, id: &FactId) -> Option<&'a Fact> {
        self.parts.facts.get(&id.0)
    }

    fn quantity(&self, id: &FactId) -> Option<&'a Quantity> {
        self.fact(id)?.quantity()
    }

    /// Each kind of chart by its own rules.
    fn charts(&mut self) {
        for (path, chart) in charts(self.parts) {
            let path = path.to("kind").to(chart.kind.name());
            match &chart.kind {
                Kind::Bars(bars) => self.bars(bars, &path),
                Kind::Ranges(ranges) => self.ranges(ranges, &path),
                Kind::Timeline(timeline) => self.timeline(timeline, &path),
            }
        }
    }

    /// Says that a list is empty where something must be drawn.
    fn not_empty<T>(&mut self, list: &[T], path: Path, what: &str) {
        if list.is_empty() {
            self.fault(Problem::Missing, path, "the list is empty", what);
        }
    }

    /// Warns of facts that are named twice where they are shown once.
    fn once<'f>(&mut self, facts: impl IntoIterator<Item = (Path, &'f FactId)>, place: &str) {
        let mut seen = std::collections::HashSet::new();
        for (path, id) in facts {
            if !seen.insert(id) {
                self.warn(Problem::Duplicate, path, format!("`{id}` is shown twice {place}"), "each fact once");
            }
        }
    }
}

/// The charts that could be read.
fn charts(parts: &Parts) -> impl Iterator<Item = (Path, &Chart)> {
    parts.charts.each().map(|(i, chart)| (Path::of("charts").item(i), chart))
}

/// The facts that could be read.
fn facts(parts: &Parts) -> impl Iterator<Item = (Path, &Fact)> {
    parts.facts.each().map(|(i, fact)| (Path::of("facts").item(i), fact))
}

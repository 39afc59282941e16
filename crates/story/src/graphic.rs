//! The part of a story that charts need: the charts, the facts that they show and the words that they use.

use crate::{Chart, ChartId, Citations, Fact, FactId, SectionId, SectionName, Unit, UnitId, When, Words};

/// The charts of a story with everything that is said in them. The prose of the page is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Graphic {
    /// The charts, in the order of the story.
    pub charts: Vec<Chart>,
    /// The facts, in the order of the source.
    pub facts: Vec<Fact>,
    /// The units of the facts.
    pub units: Vec<Unit>,
    /// The names of the sections, in the order of the source.
    pub sections: Vec<SectionName>,
    /// Words and templates.
    pub words: Words,
    /// Where a figure stands, in short.
    pub citations: Citations,
    /// When the source was written.
    pub written: When,
}

impl Graphic {
    /// The chart with this id, if there is one.
    #[must_use]
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.id.0 == id)
    }

    /// The fact with this id, if there is one. A checked story has every fact that its charts name.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The unit with this id, if there is one.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// The names of a section, if there is one with this id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&SectionName> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// Only what these charts need: the data that a page with them carries.
    #[must_use]
    pub fn only(&self, charts: &[&ChartId]) -> Self {
        let charts: Vec<Chart> = self.charts.iter().filter(|chart| charts.contains(&&chart.id)).cloned().collect();
        let shown: Vec<&FactId> = charts.iter().flat_map(|chart| chart.kind.facts()).collect();
        let facts: Vec<Fact> = self.facts.iter().filter(|fact| shown.contains(&&fact.id)).cloned().collect();
        let used = |unit: &&Unit| {
            let tried = charts.iter().any(|chart| match &chart.kind {
                crate::Kind::Ranges(ranges) => ranges.calculator.as_ref().is_some_and(|one| one.unit == unit.id),
                _ => false,
            });
            tried || facts.iter().any(|fact| fact.quantity().is_some_and(|quantity| quantity.unit == unit.id))
        };
        let units = self.units.iter().filter(used).cloned().collect();
        Self { units, facts, charts, ..self.clone() }
    }
}

//! Panels of bars: figures only, on an axis that begins at zero, in units of one family.

use super::facts::is_negative;
use super::references::entries;
use super::{Check, Problem};
use crate::file::{Finding, Path};
use crate::{Bars, FactId, Number, Panel, Quantity};

impl<'a> Check<'a> {
    pub(super) fn bars(&mut self, bars: &Bars, path: &Path) {
        self.not_empty(&bars.panels, path.to("panels"), "one panel or more");
        if bars.panels.len() == 1 && bars.choose.is_some() {
            let message = "there is one panel only, so there is nothing to choose";
            self.warn(Problem::Unseen, path.to("choose"), message, "no choice, or more panels");
        }
        for (i, panel) in bars.panels.iter().enumerate() {
            self.panel(panel, &path.to("panels").item(i));
        }
    }

    fn panel(&mut self, panel: &Panel, path: &Path) {
        self.not_empty(&panel.rows, path.to("rows"), "one row or more");
        let rows = entries(&panel.rows, &path.to("rows"));
        let figures: Vec<_> = rows.iter().filter_map(|(path, id)| Some((path, self.drawn(id, path)?))).collect();
        self.one_family(&figures);
        self.reaches(panel.to, &figures, path.to("to"));
        for (path, figure) in figures {
            self.not_negative(figure, path);
        }
        self.once(rows, "in one panel");
    }

    /// The figure of a mark; a fault if the fact is none.
    pub(super) fn drawn(&mut self, id: &FactId, path: &Path) -> Option<&'a Quantity> {
        let fact = self.fact(id)?;
        if fact.quantity().is_none() {
            let message = format!("`{id}` is no figure, so nothing can be drawn of it");
            self.findings.add(Finding::fault(Problem::Use, path.clone(), message).expecting("a fact with a quantity"));
        }
        fact.quantity()
    }

    /// An axis that ends somewhere ends behind its figures.
    pub(super) fn reaches(&mut self, to: Option<Number>, figures: &[(&Path, &Quantity)], path: Path) {
        let largest = figures.iter().map(|(_, figure)| figure.value.largest_stated()).max();
        if let Some((to, largest)) = to.zip(largest).filter(|(to, largest)| to < largest) {
            let message = format!("the axis ends at {to}");
            self.fault(Problem::Figure, path, message, &format!("{largest} or more, the largest figure"));
        }
    }

    pub(super) fn not_negative(&mut self, figure: &Quantity, path: &Path) {
        if is_negative(figure.value) {
            let message = "the figure is below zero, where the axis begins";
            self.fault(Problem::Figure, path.clone(), message, "a figure from 0 up");
        }
    }

    /// Figures on one axis have units of one family.
    pub(super) fn one_family(&mut self, figures: &[(&Path, &Quantity)]) {
        let families = figures
            .iter()
            .filter_map(|(path, figure)| Some((path, &figure.unit, self.parts.units.get(&figure.unit.0)?.family())));
        let families: Vec<_> = families.collect();
        let Some((_, first, family)) = families.first().copied() else { return };
        for (path, unit, _) in families.iter().filter(|(.., other)| *other != family) {
            let message = format!("a figure in `{unit}` shares an axis with one in `{first}`");
            self.fault(Problem::Use, (**path).clone(), message, "units of one `family` in one panel");
        }
    }
}

//! Panels of ranges and of changes.

use super::references::{entries, of_panel};
use super::{Check, Problem};
use crate::file::Path;
use crate::{Bound, Entry, FactId, Number, Provenance, Quantity, Ranges, Rule, Shows};

impl<'a> Check<'a> {
    pub(super) fn ranges(&mut self, ranges: &Ranges, path: &Path) {
        self.not_empty(&ranges.panels, path.to("panels"), "one panel or more");
        for (i, panel) in ranges.panels.iter().enumerate() {
            let path = path.to("panels").item(i).to("shows");
            self.once(of_panel(&panel.shows, &path), "in one panel");
            match &panel.shows {
                Shows::Intervals { to, rows, also } => {
                    self.intervals(*to, rows, &path.to("intervals"));
                    for (path, id) in entries(also, &path.to("intervals.also")) {
                        self.drawn(id, &path);
                    }
                }
                Shows::Change { before, after, change } => {
                    self.change([before, after], change.as_ref(), &path.to("change"));
                }
            }
        }
        if let Some(calculator) = &ranges.calculator {
            self.calculator(calculator, ranges, &path.to("calculator"));
        }
    }

    fn intervals(&mut self, to: Option<Number>, rows: &[Entry], path: &Path) {
        self.not_empty(rows, path.to("rows"), "one row or more");
        let rows = entries(rows, &path.to("rows"));
        let figures: Vec<_> = rows.iter().filter_map(|(path, id)| Some((path, self.range(id, path)?))).collect();
        self.one_family(&figures);
        self.reaches(to, &figures, path.to("to"));
        for (path, figure) in figures {
            self.not_negative(figure, path);
        }
    }

    /// The range that a row shows.
    pub(super) fn range(&mut self, id: &FactId, path: &Path) -> Option<&'a Quantity> {
        let fact = self.fact(id)?;
        let range = fact.quantity().filter(|figure| matches!(figure.value, Bound::Between { .. }));
        if range.is_none() {
            let message = format!("`{id}` is no range");
            self.fault(Problem::Use, path.clone(), message, "a fact with a quantity that is `between`");
        }
        range
    }

    fn change(&mut self, [before, after]: [&Entry; 2], change: Option<&Entry>, path: &Path) {
        let [before_path, after_path] = [path.to("before.fact"), path.to("after.fact")];
        let figures = [(&before.fact, &before_path), (&after.fact, &after_path)];
        let figures = figures.map(|(id, path)| Some((self.drawn(id, path)?, path)));
        for (figure, path) in figures.into_iter().flatten() {
            self.not_negative(figure, path);
        }
        if let [Some((before, _)), Some((after, path))] = figures
            && before.unit != after.unit
        {
            let message = format!("the figure before is in `{}`, the figure after in `{}`", before.unit, after.unit);
            self.fault(Problem::Use, path.clone(), message, "figures in one unit");
        }
        if let Some(change) = change {
            self.computed_change(&change.fact, [&before.fact, &after.fact], path.to("change.fact"));
        }
    }

    /// The change beside two figures is that of these two.
    fn computed_change(&mut self, id: &FactId, figures: [&FactId; 2], path: Path) {
        let Some(fact) = self.fact(id) else { return };
        let follows = match fact.provenance() {
            Provenance::Computed { rule: Rule::PercentChange, from } => from.iter().eq(figures),
            _ => false,
        };
        if !follows {
            let [before, after] = figures;
            let expected = format!("a fact computed by `percent_change` from `{before}` and `{after}`");
            self.fault(Problem::Computed, path, format!("`{id}` is not the change of these figures"), &expected);
        }
    }
}

//! Ranges and changes: their content, and what a range would make of a reader's own figure.

mod intervals;
mod layout;

pub(crate) use layout::scene;

use crate::View;
use crate::rows::{Amount, Content, Datum, Group, Origin, Row};
use story::{Bound, Calculator, Fact, FactId, Graphic, Number, Ranges, Spoken, fill_named};

/// A row for each figure, panel by panel; then, if a reader gave a figure, two of arithmetic.
pub(crate) fn content(graphic: &Graphic, ranges: &Ranges, view: &View) -> Content {
    let mut content = Content::default();
    for (group, panel) in ranges.panels.iter().enumerate() {
        content.groups.push(Group { title: panel.title.clone(), note: panel.scope.clone() });
        let entries = panel.shows.entries().into_iter();
        content.rows.extend(entries.filter_map(|entry| Row::of_figure(graphic, &entry.fact, group, &entry.label)));
    }
    if let Some(tried) = tried(graphic, ranges, view) {
        content.rows.extend(tried.rows(graphic, content.groups.len()));
        let calculator = tried.calculator;
        content.groups.push(Group { title: calculator.title.clone(), note: calculator.scope.clone() });
    }
    content
}

/// A reader's own figure, and what the range would make of it.
pub(crate) struct Tried<'a> {
    pub(crate) calculator: &'a Calculator,
    /// The fact that states the range.
    range: &'a Fact,
    /// The figure that the reader gave.
    pub(crate) before: Number,
    /// Its least and greatest value after the change.
    pub(crate) after: (Number, Number),
}

/// Works out what the range would make of the figure in a view; nothing without a figure, or if the result could not be
/// told exactly.
pub(crate) fn tried<'a>(graphic: &'a Graphic, ranges: &'a Ranges, view: &View) -> Option<Tried<'a>> {
    let (calculator, before) = (ranges.calculator.as_ref()?, view.amount?);
    let range = graphic.fact(&calculator.range)?;
    let Bound::Between { low, high } = range.quantity()?.value else { return None };
    Some(Tried { calculator, range, before, after: (before.changed(low)?, before.changed(high)?) })
}

impl Tried<'_> {
    /// Arithmetic, never a claim of the source.
    fn rows(&self, graphic: &Graphic, group: usize) -> [Row; 2] {
        let (low, high) = self.after;
        let average = self.range.quantity().is_some_and(|quantity| quantity.average);
        let before = self.row(graphic, group, Bound::Exact(self.before), false, &self.calculator.before);
        let after = self.row(graphic, group, Bound::Between { low, high }, average, &self.calculator.after);
        [before, after]
    }

    fn row(&self, graphic: &Graphic, group: usize, bound: Bound, average: bool, label: &str) -> Row {
        let unit = self.calculator.unit.clone();
        let value = graphic.with_unit(&graphic.bound(bound), &unit, bound);
        let spoken = Spoken {
            value: value.clone(),
            label: [&self.calculator.title, ": ", label].concat(),
            place: self.calculator.scope.clone(),
            citation: self.calculator.scope.clone(),
            ..Spoken::default()
        };
        Row {
            key: bound.hedge().name().to_owned(),
            fact: FactId::default(),
            group,
            datum: Datum::Amount(Amount::new(graphic, bound, unit, average)),
            label: label.to_owned(),
            value,
            spoken,
            origin: Origin::Arithmetic,
            to_come: false,
        }
    }

    /// The answer in a sentence.
    pub(crate) fn answer(&self, graphic: &Graphic) -> String {
        let range = self.range.quantity().map(|quantity| graphic.quantity(quantity)).unwrap_or_default();
        let [value, low, high] = [self.before, self.after.0, self.after.1].map(|number| graphic.number(number));
        let texts = [("value", &*value), ("low", &*low), ("high", &*high), ("range", &*range)];
        fill_named(&self.calculator.answer, &texts)
    }
}

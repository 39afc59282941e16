//! Units and words: their templates have their placeholders.

use super::templates::{expected, placeholders};
use super::{Check, charts};
use crate::file::{Path, Problem};
use crate::{Kind, Unit};
use serde::Serialize;
use serde_json::Value;

/// The templates of a story, by their paths, with the placeholders that each must have.
const TEMPLATES: &[(&str, &[&str])] = &[
    ("page.square", &[""]),
    ("page.skip_to", &[""]),
    ("page.share.saved", &[""]),
    ("page.citations.place", &["section", "paragraph"]),
    ("words.hedges.more_than", &[""]),
    ("words.hedges.at_least", &[""]),
    ("words.hedges.less_than", &[""]),
    ("words.hedges.at_most", &[""]),
    ("words.hedges.about", &[""]),
    ("words.hedges.between", &["low", "high"]),
    ("words.average", &[""]),
    ("words.negative", &[""]),
    ("words.as_of", &[""]),
    ("words.period", &[""]),
    ("words.span", &["start", "end"]),
    ("words.since", &[""]),
    ("words.scheduled", &[""]),
    ("words.left", &["joined", "left"]),
    ("words.place", &["section", "paragraph", "sentence"]),
    ("words.work", &[""]),
    ("words.background", &[""]),
    ("words.computed_short", &[""]),
    ("words.increase", &[""]),
    ("words.decrease", &[""]),
    ("words.controls.shown.one", &[""]),
    ("words.controls.shown.other", &[""]),
];

impl Check<'_> {
    pub(super) fn words(&mut self) {
        let parts = self.parts;
        self.every(&parts.page, "page");
        self.every(&parts.words, "words");
        for (i, unit) in parts.units.each() {
            self.unit(unit, &Path::of("units").item(i));
        }
        for (path, chart) in charts(parts) {
            self.of_chart(&chart.kind, &path.to("kind").to(chart.kind.name()));
        }
    }

    /// Every text of a part is a template with its placeholders, or has none.
    fn every(&mut self, part: &impl Serialize, name: &str) {
        if let Ok(value) = serde_json::to_value(part) {
            self.each(&value, &Path::of(name));
        }
    }

    fn each(&mut self, value: &Value, path: &Path) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.each(value, &path.field(name))),
            Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| self.each(value, &path.item(i))),
            Value::String(text) => {
                let name = path.to_string();
                let template = TEMPLATES.iter().find(|(path, _)| *path == name);
                self.template(text, template.map_or(&[], |(_, names)| names), path.clone());
            }
            _ => {}
        }
    }

    fn unit(&mut self, unit: &Unit, path: &Path) {
        let forms = [("one", unit.one.as_ref()), ("other", Some(&unit.other)), ("tick", unit.tick.as_ref())];
        for (field, text) in forms {
            if let Some(text) = text {
                self.template(text, &[""], path.to(field));
            }
        }
    }

    fn of_chart(&mut self, kind: &Kind, path: &Path) {
        match kind {
            Kind::Ranges(ranges) => {
                if let Some(calculator) = &ranges.calculator {
                    let path = path.to("calculator.answer");
                    self.template(&calculator.answer, &["value", "low", "high", "range"], path);
                }
            }
            Kind::Timeline(timeline) => {
                if let Some(choose) = &timeline.choose {
                    self.template(&choose.answer, &["year", "members"], path.to("choose.answer"));
                    self.template(&choose.events, &[""], path.to("choose.events"));
                }
            }
            Kind::Bars(_) => {}
        }
    }

    fn template(&mut self, text: &str, names: &[&str], path: Path) {
        let found = placeholders(text);
        if let Some(strange) = found.iter().find(|name| !names.contains(name)) {
            let message = format!("nothing is filled in for `{{{strange}}}`");
            self.fault(Problem::Template, path.clone(), message, &expected(names));
        }
        if let Some(missing) = names.iter().find(|name| !found.contains(name)) {
            let message = format!("the template lacks `{{{missing}}}`");
            self.fault(Problem::Template, path, message, &expected(names));
        }
    }
}

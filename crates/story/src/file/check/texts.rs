//! Texts: none is empty where a reader needs one, and none holds what cannot be shown.

use super::{Check, charts};
use crate::Kind;
use crate::file::{Path, Problem};
use serde::Serialize;
use serde_json::Value;

/// Fields that may be empty: ornaments, and what stands between digits.
const MAY_BE_EMPTY: [&str; 6] = ["kicker", "footer", "thousands", "count_title", "members_title", "events_title"];

/// Fields that are checked as names.
const NAMES: [&str; 2] = ["id", "parameter"];

/// The most characters that the label of a row can have where a chart is narrow.
const LONGEST_LABEL: usize = 60;

impl Check<'_> {
    pub(super) fn texts(&mut self) {
        let parts = self.parts;
        self.texts_of(&parts.page, Path::of("page"));
        self.texts_of(&parts.words, Path::of("words"));
        parts.sections.each().for_each(|(i, section)| self.texts_of(section, Path::of("sections").item(i)));
        parts.charts.each().for_each(|(i, chart)| self.texts_of(chart, Path::of("charts").item(i)));
        parts.units.each().for_each(|(i, unit)| self.texts_of(unit, Path::of("units").item(i)));
        parts.facts.each().for_each(|(i, fact)| self.texts_of(fact, Path::of("facts").item(i)));
        self.labels();
    }

    fn texts_of(&mut self, part: &impl Serialize, path: Path) {
        if let Ok(value) = serde_json::to_value(part) {
            self.texts_in(&value, &path);
        }
    }

    fn texts_in(&mut self, value: &Value, path: &Path) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.texts_in(value, &path.field(name))),
            Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| self.texts_in(value, &path.item(i))),
            Value::String(text) if !NAMES.contains(&path.last_field()) => self.text(text, path),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, path: &Path) {
        if text.trim().is_empty() && !MAY_BE_EMPTY.contains(&path.last_field()) {
            self.fault(
                Problem::Text,
                path.clone(),
                "the text is empty",
                "words; a field that may be absent, taken out",
            );
        }
        // Pictures are XML, which cannot hold these; elsewhere they are not to be seen.
        if let Some(strange) = text.chars().find(|one| one.is_control() || ['\u{fffe}', '\u{ffff}'].contains(one)) {
            let message = format!("the text holds the character U+{:04X}, which cannot be shown", u32::from(strange));
            self.fault(Problem::Text, path.clone(), message, "one line of visible characters");
        }
    }

    /// Labels fit beside marks.
    fn labels(&mut self) {
        for (path, chart) in charts(self.parts) {
            let Kind::Bars(bars) = &chart.kind else { continue };
            for (i, panel) in bars.panels.iter().enumerate() {
                for (j, row) in panel.rows.iter().enumerate() {
                    let path = path.to("kind.bars.panels").item(i).to("rows").item(j).to("label");
                    self.label(&row.label, path);
                }
            }
        }
    }

    fn label(&mut self, label: &str, path: Path) {
        let length = label.chars().count();
        if length > LONGEST_LABEL {
            let message = format!("the label has {length} characters, too many for a narrow chart");
            self.warn(Problem::Length, path, message, &format!("at most {LONGEST_LABEL}"));
        }
    }
}

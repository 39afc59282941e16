//! Names: of which letters they are, and that each belongs to one thing.

use super::{Check, charts};
use crate::Kind;
use crate::file::{Path, Problem};
use std::collections::HashMap;

/// Views of the page that are no charts and no sections.
const VIEWS: [&str; 3] = ["story", "figures", "method"];

/// What addresses carry besides the parameters of charts.
const PARAMETERS: [&str; 11] = [
    "theme",
    "transparent",
    "controls",
    "lang",
    "fact",
    "mark",
    "accent",
    "childId",
    "initialWidth",
    "parentTitle",
    "parentUrl",
];

/// The longest name: files are called by it.
const LONGEST: usize = 64;

/// The first place of each name.
type Seen = HashMap<String, Path>;

impl Check<'_> {
    pub(super) fn ids(&mut self) {
        let parts = self.parts;
        let mut views = Seen::new();
        self.named(parts.sections.ids(), "sections", &mut views);
        self.named(parts.charts.ids(), "charts", &mut views);
        self.named(parts.units.ids(), "units", &mut Seen::new());
        self.named(parts.facts.ids(), "facts", &mut Seen::new());
        let mut parameters = Seen::new();
        for (path, chart) in charts(parts) {
            self.parameters(&chart.kind, &path.to("kind"), &mut parameters);
        }
    }

    /// The names of a list: those of sections and charts are views, those of facts and units may have underscores.
    fn named<'n>(&mut self, ids: impl Iterator<Item = &'n str>, list: &str, seen: &mut Seen) {
        let view = ["sections", "charts"].contains(&list);
        for (i, id) in ids.enumerate() {
            let path = Path::of(list).item(i).to("id");
            self.written(id, &path, !view);
            if view && VIEWS.contains(&id) {
                self.fault(Problem::Name, path.clone(), format!("`{id}` is a view of every story"), "another name");
            }
            self.unique(id, path, seen);
        }
    }

    fn parameters(&mut self, kind: &Kind, path: &Path, seen: &mut Seen) {
        match kind {
            Kind::Bars(bars) => {
                let path = path.to("bars");
                if let Some(choose) = &bars.choose {
                    self.parameter(&choose.parameter, path.to("choose.parameter"), seen);
                }
                if let Some(order) = &bars.order {
                    self.parameter(&order.parameter, path.to("order.parameter"), seen);
                }
                let mut panels = Seen::new();
                for (i, panel) in bars.panels.iter().enumerate() {
                    let path = path.to("panels").item(i).to("id");
                    self.written(&panel.id, &path, false);
                    self.unique(&panel.id, path, &mut panels);
                }
            }
            Kind::Ranges(ranges) => {
                if let Some(calculator) = &ranges.calculator {
                    self.parameter(&calculator.parameter, path.to("ranges.calculator.parameter"), seen);
                }
            }
            Kind::Timeline(timeline) => {
                if let Some(choose) = &timeline.choose {
                    self.parameter(&choose.parameter, path.to("timeline.choose.parameter"), seen);
                }
            }
        }
    }

    fn parameter(&mut self, name: &str, path: Path, seen: &mut Seen) {
        if PARAMETERS.contains(&name) {
            self.fault(Problem::Name, path, format!("`{name}` has a meaning in every address"), "another name");
            return;
        }
        self.written(name, &path, false);
        self.unique(name, path, seen);
    }

    /// Of which letters a name is.
    fn written(&mut self, name: &str, path: &Path, underscore: bool) {
        let good = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-') || (underscore && byte == b'_');
        if name.is_empty() || name.len() > LONGEST || !name.bytes().all(good) {
            let more = if underscore { ", underscores" } else { "" };
            let expected = format!("1 to {LONGEST} lower-case letters from a to z, digits{more} and hyphens");
            self.fault(Problem::Name, path.clone(), "this cannot be a name in addresses and attributes", &expected);
        }
    }

    fn unique(&mut self, name: &str, path: Path, seen: &mut Seen) {
        if name.is_empty() {
            return;
        }
        if let Some(first) = seen.get(name) {
            let message = format!("`{name}` is the name of {first} too");
            self.fault(Problem::Duplicate, path, message, "a name of its own");
        } else {
            seen.insert(name.to_owned(), path);
        }
    }
}

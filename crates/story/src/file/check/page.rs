//! The page: its language, its figures, the length of its texts, the colours of its sections.

use super::{Check, charts};
use crate::file::{Path, Problem};
use crate::{Number, Page, Section, SectionId};
use std::collections::HashMap;

impl Check<'_> {
    pub(super) fn page(&mut self) {
        if let Some(page) = &self.parts.page {
            self.language(page);
            self.key_figures(page);
        }
        for (i, section) in self.parts.sections.each() {
            self.card(section, &Path::of("sections").item(i));
        }
        for (path, chart) in charts(self.parts) {
            self.title(&chart.text.title, path.to("text.title"));
        }
        self.hues();
        self.first_section();
    }

    /// The first section has a chart, so that readers see one soon.
    fn first_section(&mut self) {
        if !self.parts.sections.is_whole() {
            return;
        }
        let Some((_, first)) = self.parts.sections.each().next() else { return };
        let mut charts = charts(self.parts).peekable();
        if charts.peek().is_some() && !charts.any(|(_, chart)| chart.section == first.id) {
            let message = format!("`{}` comes first and has no chart", first.id);
            self.warn(Problem::Unseen, Path::of("sections").item(0), message, "a section with a chart at the start");
        }
    }

    fn language(&mut self, page: &Page) {
        let mut tags = page.lang.split('-');
        let letters = |tag: &str| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphabetic());
        let rest = |tag: &str| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !(tags.next().is_some_and(letters) && tags.all(rest)) {
            let message = format!("`{}` is no language tag", page.lang);
            self.fault(Problem::Name, Path::of("page.lang"), message, "a tag such as `en`, `pt-BR` or `zh-Hans`");
        }
    }

    /// What stands out at the top is told on a card.
    fn key_figures(&mut self, page: &Page) {
        let lists = [("page.lead", &page.lead), ("page.key_figures", &page.key_figures)];
        let figures = lists
            .into_iter()
            .flat_map(|(list, ids)| ids.iter().enumerate().map(move |(i, id)| (Path::of(list).item(i), id)));
        self.once(figures.clone(), "at the top");
        self.lead(page);
        if !self.parts.sections.is_whole() {
            return;
        }
        for (path, id) in figures.filter(|(_, id)| self.parts.facts.get(&id.0).is_some()) {
            if !self.parts.sections.each().any(|(_, section)| section.shows(id)) {
                let message = format!("no card shows `{id}`");
                self.fault(Problem::Unseen, path, message, "a figure of a section");
            }
        }
    }

    /// The figures of the picture at the top can be compared.
    fn lead(&mut self, page: &Page) {
        if page.lead.len() > 3 {
            let message = format!("{} figures in the picture at the top", page.lead.len());
            self.fault(Problem::Size, Path::of("page.lead"), message, "one to three");
        }
        let mut unit = None;
        for (i, id) in page.lead.iter().enumerate() {
            let Some(fact) = self.parts.facts.get(&id.0) else { continue };
            let path = Path::of("page.lead").item(i);
            let Some(quantity) = fact.quantity() else {
                self.fault(Problem::Use, path, format!("`{id}` is no figure"), "a fact with a quantity");
                continue;
            };
            if quantity.value.largest_stated() < Number::from(1) {
                let message = format!("`{id}` is less than one, so no square can be drawn of it");
                self.fault(Problem::Figure, path.clone(), message, "a figure of one or more");
            }
            let first = unit.get_or_insert(&quantity.unit);
            if **first != quantity.unit {
                let message = format!("`{id}` is in {}, the first figure in {first}", quantity.unit);
                self.fault(Problem::Use, path, message, "figures of one unit, which can be compared");
            }
        }
    }

    fn card(&mut self, section: &Section, path: &Path) {
        let words = section.text.iter().flat_map(|paragraph| paragraph.split_whitespace()).count();
        if !(60..=120).contains(&words) {
            self.warn(Problem::Length, path.to("text"), format!("the card has {words} words"), "60 to 120");
        }
        let figures = [("key_figures", &section.key_figures), ("more_figures", &section.more_figures)];
        let figures = figures.into_iter().flat_map(|(name, ids)| {
            let path = path.to(name);
            ids.iter().enumerate().map(move |(i, id)| (path.item(i), id))
        });
        self.once(figures, "on one card");
    }

    fn title(&mut self, title: &str, path: Path) {
        let words = title.split_whitespace().count();
        if words > 15 {
            self.warn(Problem::Length, path, format!("the title has {words} words"), "at most 15");
        }
    }

    /// Charts have a hue, and charts of two sections have two.
    fn hues(&mut self) {
        let mut hues = HashMap::<u8, &SectionId>::new();
        let mut seen = Vec::new();
        for (path, chart) in charts(self.parts) {
            let Some((i, section)) = self.parts.sections.each().find(|(_, section)| section.id == chart.section) else {
                continue;
            };
            let Some(hue) = section.hue else {
                let message = format!("the chart stands in `{}`, which has no hue", section.id);
                self.warn(Problem::Hue, path.to("section"), message, "a section with a hue from 1 to 4");
                continue;
            };
            let other = *hues.entry(hue.number()).or_insert(&section.id);
            if *other != section.id && !seen.contains(&i) {
                seen.push(i);
                let message = format!("`{}` and `{other}` have charts in one hue", section.id);
                self.warn(Problem::Hue, Path::of("sections").item(i).to("hue"), message, "a hue for each");
            }
        }
    }
}

//! What the types of the story cannot say: names that must lead somewhere, dates and sums that must be right.

use super::parse::StoryError;
use super::{
    Bound, Card, Charts, Content, Dated, Fact, FactId, Place, Provenance, Quantity, Row, Rule, Section, Status, Story,
    When,
};
use std::collections::HashSet;

/// Finds everything that is wrong with a story; a story without faults can be drawn.
#[must_use]
pub fn check(story: &Story) -> Vec<StoryError> {
    let mut check = Check { story, faults: Vec::new() };
    check.facts();
    check.references();
    check.cards();
    check.timeline();
    check.faults
}

struct Check<'a> {
    story: &'a Story,
    faults: Vec<StoryError>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.faults.push(StoryError { path: path.into(), message: message.into() });
    }

    fn fact(&self, id: &FactId) -> Option<&'a Fact> {
        self.story.fact(id)
    }

    fn facts(&mut self) {
        let story = self.story;
        let mut seen = HashSet::new();
        for (i, fact) in story.facts.iter().enumerate() {
            let path = format!("facts[{i}]");
            if !seen.insert(&fact.id) {
                self.fault(format!("{path}.id"), format!("`{}` is the id of an earlier fact too; rename one", fact.id));
            }
            match &fact.content {
                Content::Quantity(quantity) => self.quantity(&format!("{path}.content.quantity"), quantity),
                Content::Dated(dated) => self.dated(&format!("{path}.content.dated"), dated),
                Content::Named(_) => {}
            }
            self.provenance(&path, fact);
        }
    }

    fn quantity(&mut self, path: &str, quantity: &Quantity) {
        if let Bound::Interval { low, high } = quantity.value
            && low >= high
        {
            self.fault(
                format!("{path}.value.interval"),
                format!("the interval is upside down: low is {low} and high {high}; swap them or state an exact value"),
            );
        }
        if let Some(when) = quantity.as_of {
            self.not_after_article(&format!("{path}.as_of"), when);
        }
    }

    fn dated(&mut self, path: &str, dated: &Dated) {
        if dated.status != Status::Scheduled {
            self.not_after_article(&format!("{path}.when"), dated.when);
        } else {
            self.in_living_memory(&format!("{path}.when"), dated.when);
        }
    }

    fn not_after_article(&mut self, path: &str, when: When) {
        let written = self.story.article.written;
        // A year is allowed if any of it lies before the article's end: "2013 to 2024", written in 2024.
        if when.last().first_month() >= written.last().end_month() {
            self.fault(
                path,
                "the date is after the source article was written; mend it, or give the status `scheduled`",
            );
        }
        self.in_living_memory(path, when);
    }

    fn in_living_memory(&mut self, path: &str, when: When) {
        const YEARS: std::ops::RangeInclusive<u16> = 1949..=2050;
        if !YEARS.contains(&when.start.year) || !YEARS.contains(&when.last().year) {
            self.fault(path, "the date is out of range: years run from 1949 to 2050");
        }
        if when.last().first_month() < when.start.first_month() {
            self.fault(path, "the span is upside down: it ends before it starts; swap the dates");
        }
    }

    fn provenance(&mut self, path: &str, fact: &Fact) {
        match fact.provenance() {
            Provenance::Source(place) => self.place(path, *place),
            Provenance::Background { work } if work.trim().is_empty() => {
                self.fault(path, "the background names no work; say where the fact stands");
            }
            Provenance::Background { .. } => {}
            Provenance::Computed { rule, from } => {
                for id in from.iter() {
                    self.known(&format!("{path}.content.quantity.provenance.computed.from"), id);
                }
                self.computed(path, fact, *rule, from);
            }
        }
    }

    fn place(&mut self, path: &str, place: Place) {
        let sentences = self
            .story
            .article
            .sections
            .iter()
            .find(|chapter| chapter.section == place.section)
            .and_then(|chapter| chapter.sentences.get(usize::from(place.paragraph).checked_sub(1)?).copied());
        match sentences {
            Some(sentences) if (1..=sentences).contains(&place.sentence) => {}
            Some(sentences) => {
                self.fault(path, format!("no such place: that paragraph has {sentences} sentences, counted from 1"))
            }
            None => self.fault(path, "no such place: the section has no such paragraph, counted from 1"),
        }
    }

    fn computed(&mut self, path: &str, fact: &Fact, rule: Rule, from: &[FactId]) {
        let expected = match rule {
            Rule::PercentChange => self.percent_change(from),
            Rule::MemberCount => Some(self.member_count(from)),
        };
        let stated = fact.quantity().map(|quantity| quantity.value);
        match expected {
            Some(expected) if stated == Some(Bound::Exact(expected)) => {}
            Some(expected) => self.fault(path, format!("the computed value should be exactly {expected}")),
            None => self.fault(path, "the change needs two exact quantities, the first above zero, in `from`"),
        }
    }

    fn percent_change(&self, from: &[FactId]) -> Option<u32> {
        let exact = |id| match self.fact(id)?.quantity()?.value {
            Bound::Exact(value) => Some(value),
            _ => None,
        };
        let [before, after] = from else { return None };
        let (before, after) = (exact(before)?, exact(after)?);
        (after.checked_sub(before)? * 100).checked_div(before)
    }

    fn member_count(&self, from: &[FactId]) -> u32 {
        let groups = self.story.charts.membership.groups.iter();
        let members: usize = groups.filter(|group| from.contains(&group.joined)).map(|group| group.members.len()).sum();
        u32::try_from(members).unwrap_or(u32::MAX)
    }

    fn known(&mut self, path: &str, id: &FactId) {
        if self.fact(id).is_none() {
            self.fault(path, format!("no fact has the id `{id}`; mend it or add the fact"));
        }
    }

    fn references(&mut self) {
        let story = self.story;
        for (path, id) in chart_references(&story.charts) {
            self.known(&path, id);
        }
        for (i, id) in story.page.key_figures.iter().enumerate() {
            self.known(&format!("page.key_figures[{i}]"), id);
        }
        for (i, card) in story.cards.iter().enumerate() {
            for (j, id) in card.key_figures.iter().enumerate() {
                self.known(&format!("cards[{i}].key_figures[{j}]"), id);
            }
            for (j, id) in card.more_figures.iter().enumerate() {
                self.known(&format!("cards[{i}].more_figures[{j}]"), id);
            }
        }
    }

    /// Each section has its card, each card a text of 60 to 120 words, each fact of the source a place on its card.
    fn cards(&mut self) {
        let story = self.story;
        let sections: Vec<Section> = story.cards.iter().map(|card| card.section).collect();
        if sections != Section::ALL {
            self.fault("cards", "there must be one card a section, in the order of the source");
        }
        for (i, card) in story.cards.iter().enumerate() {
            let count = card.text.iter().flat_map(|paragraph| paragraph.split_whitespace()).count();
            if !(60..=120).contains(&count) {
                self.fault(format!("cards[{i}].text"), format!("has {count} words; tell it in 60 to 120"));
            }
        }
        for (i, fact) in story.facts.iter().enumerate() {
            if let Provenance::Source(place) = fact.provenance()
                && !story.cards.iter().any(|card| card.section == place.section && shows(card, &fact.id))
            {
                self.fault(format!("facts[{i}]"), format!("no card shows `{}`; add it to the card's figures", fact.id));
            }
        }
    }

    /// The timeline's groups are in order of time, and as many joined as the facts say.
    fn timeline(&mut self) {
        let timeline = &self.story.charts.membership;
        if timeline.first_year >= timeline.end_year {
            self.fault("charts.membership.end_year", "the time axis ends before it starts");
        }
        let mut last = i32::from(timeline.first_year) * 12;
        for (i, group) in timeline.groups.iter().enumerate() {
            let path = format!("charts.membership.groups[{i}]");
            let Some(joined) = self.fact(&group.joined) else { continue };
            match joined.when().map(|when| when.start.first_month()) {
                Some(month) if month >= last => last = month,
                Some(_) => self.fault(&path, "joined before the group above it, or before the time axis; reorder"),
                None => self.fault(&path, "joined with a fact that has no date"),
            }
            if let Some(Bound::Exact(stated)) = joined.quantity().map(|quantity| quantity.value)
                && usize::try_from(stated) != Ok(group.members.len())
            {
                self.fault(&path, format!("lists {} members where its fact says {stated}", group.members.len()));
            }
        }
    }
}

fn shows(card: &Card, id: &FactId) -> bool {
    card.key_figures.contains(id) || card.more_figures.contains(id)
}

/// Every fact id in the charts, with its path in the file.
fn chart_references(charts: &Charts) -> Vec<(String, &FactId)> {
    let mut found = Vec::new();
    for (i, panel) in charts.agreements.panels.iter().enumerate() {
        for (j, row) in panel.rows.iter().enumerate() {
            found.push((format!("charts.agreements.panels[{i}].rows[{j}].fact"), &row.fact));
        }
    }
    let (gain, cassava) = (&charts.yields.gain, &charts.yields.cassava);
    let row = |name: &str, row: &'_ Row| format!("charts.yields.{name}.fact ({})", row.label);
    for (name, one) in [
        ("gain.gain", &gain.gain),
        ("gain.centres", &gain.centres),
        ("cassava.before", &cassava.before),
        ("cassava.after", &cassava.after),
        ("cassava.change", &cassava.change),
    ] {
        found.push((row(name, one), &one.fact));
    }
    for (i, group) in charts.membership.groups.iter().enumerate() {
        let path = format!("charts.membership.groups[{i}]");
        found.push((format!("{path}.joined"), &group.joined));
        found.push((format!("{path}.count"), &group.count));
        for note in group.members.iter().filter_map(|member| member.note.as_ref()) {
            found.push((format!("{path}.members.note"), note));
        }
    }
    for (i, event) in charts.membership.events.iter().enumerate() {
        found.push((format!("charts.membership.events[{i}].fact"), &event.fact));
    }
    found
}

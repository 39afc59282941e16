//! Where facts come from: places that exist, and cards that show them.

use super::{Check, facts};
use crate::file::{Path, Problem};
use crate::{Content, Fact, Place, Provenance, Section};

/// The path to where a fact comes from.
pub(super) fn path(fact: &Fact, path: &Path) -> Path {
    path.to(match fact.content {
        Content::Quantity(_) => "content.quantity.provenance",
        Content::Dated(_) => "content.dated.provenance",
        Content::Named(_) => "content.named.provenance",
    })
}

impl Check<'_> {
    pub(super) fn provenance(&mut self) {
        for (place, fact) in facts(self.parts) {
            match fact.provenance() {
                Provenance::Source(source) => self.source(source, fact, &place),
                Provenance::Work { .. } if self.parts.sections.is_whole() => self.cited(fact, place),
                _ => {}
            }
        }
    }

    /// A sentence of the source is there, and the card of its section shows the fact.
    fn source(&mut self, place: &Place, fact: &Fact, at: &Path) {
        let Some(section) = self.parts.sections.get(&place.section.0) else { return };
        self.sentence(place, section, path(fact, at).to("source"));
        if !section.shows(&fact.id) {
            let message = format!("the card of `{}` does not show `{}`", section.id, fact.id);
            self.fault(Problem::Unseen, at.clone(), message, "the fact among the figures of its section");
        }
    }

    fn sentence(&mut self, place: &Place, section: &Section, path: Path) {
        let paragraph = usize::from(place.paragraph).checked_sub(1).and_then(|i| section.sentences.get(i));
        let (message, expected) = match paragraph {
            _ if section.sentences.is_empty() => {
                let message =
                    format!("the section `{}` has no `sentences`, so no place in it can be checked", section.id);
                self.fault(Problem::Provenance, path, message, "`work` with its title, or the section's `sentences`");
                return;
            }
            Some(sentences) if (1..=*sentences).contains(&place.sentence) => return,
            Some(sentences) => ("the paragraph has no such sentence", format!("from 1 to {sentences}")),
            None => ("the section has no such paragraph", format!("from 1 to {}", section.sentences.len())),
        };
        let field = if paragraph.is_some() { "sentence" } else { "paragraph" };
        self.fault(Problem::Provenance, path.to(field), message, &expected);
    }

    /// What a cited work says stands on some card.
    fn cited(&mut self, fact: &Fact, path: Path) {
        if !self.parts.sections.each().any(|(_, section)| section.shows(&fact.id)) {
            let message = format!("no card shows `{}`", fact.id);
            self.fault(Problem::Unseen, path, message, "the fact among the figures of a section");
        }
    }
}

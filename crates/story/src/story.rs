//! The story file as a whole.

use crate::{Chart, Fact, FactId, Graphic, Page, Section, SectionId, Unit, When, Words};
use serde::{Deserialize, Serialize};

/// A story: `story.json` in its folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Where editors find the schema of this file.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The source.
    pub article: Article,
    /// The words of the page around sections and charts.
    pub page: Page,
    /// The sections, in the order of the source.
    pub sections: Vec<Section>,
    /// The charts. On the page each stands in its section.
    pub charts: Vec<Chart>,
    /// The units of the figures.
    pub units: Vec<Unit>,
    /// Every figure, in the order of the source.
    pub facts: Vec<Fact>,
    /// Words and templates for labels and sentences.
    pub words: Words,
}

/// The source of a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// When it was written, as far as that is known; figures and past events are not later.
    pub written: When,
}

impl Story {
    /// What charts need of the story.
    #[must_use]
    pub fn graphic(&self) -> Graphic {
        Graphic {
            charts: self.charts.clone(),
            facts: self.facts.clone(),
            units: self.units.clone(),
            sections: self.sections.iter().map(Section::brief).collect(),
            words: self.words.clone(),
            citations: self.page.citations.clone(),
            written: self.article.written,
        }
    }

    /// The fact with this id, if the story has it.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The section with this id, if the story has it.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The charts in the order of the page: by section, within a section as the story has them.
    #[must_use]
    pub fn charts_on_page(&self) -> Vec<&Chart> {
        let of = |section: &Section| {
            let id = section.id.clone();
            self.charts.iter().filter(move |chart| chart.section == id)
        };
        self.sections.iter().flat_map(of).collect()
    }
}

//! The parts of the page that can stand alone in a frame.

use super::PageContext;
use story::{Chart, Section, SectionId};

/// One part of the page that can stand alone in a frame.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// A chart with its words, controls and table.
    Chart(Box<Chart>),
    /// A card with its figures.
    Card(Box<Section>),
}

impl View {
    /// Every view: the charts in the order of the page, then the cards.
    #[must_use]
    pub fn all(context: &PageContext) -> Vec<Self> {
        let charts = context.story.charts_on_page().into_iter().map(|chart| Self::Chart(Box::new(chart.clone())));
        charts.chain(context.story.sections.iter().map(|section| Self::Card(Box::new(section.clone())))).collect()
    }

    /// The name used in addresses: `embed/NAME/`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Chart(chart) => &chart.id.0,
            Self::Card(section) => &section.id.0,
        }
    }

    /// What it says, as a title.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Chart(chart) => &chart.text.title,
            Self::Card(section) => &section.headline,
        }
    }

    /// What it is, in few words.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::Chart(chart) => &chart.text.table,
            Self::Card(section) => &section.name,
        }
    }

    /// The section that it belongs to.
    #[must_use]
    pub fn section(&self) -> &SectionId {
        match self {
            Self::Chart(chart) => &chart.section,
            Self::Card(section) => &section.id,
        }
    }
}

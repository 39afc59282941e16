//! What every part of the page is made from.

use super::fallback::{self, Fallback};
use charts::{Content, Mark, View};
use std::rc::Rc;
use story::{Chart, Fact, FactId, Graphic, Section, SectionId, Spoken, Story};

/// What every part of the page is made from.
#[derive(Clone, PartialEq)]
pub struct PageContext {
    /// The story.
    pub story: Rc<Story>,
    /// The part of it that the charts use.
    pub graphic: Rc<Graphic>,
    /// The content of each chart as it was written, in the order of the story.
    contents: Rc<Vec<Content>>,
    /// The charts as pictures that need no script.
    pub(super) fallbacks: Rc<Vec<Fallback>>,
}

impl PageContext {
    /// Draws what the page needs of the story.
    ///
    /// # Errors
    /// If a chart's layout cannot follow the width of its column.
    pub fn new(story: Story) -> Result<Self, String> {
        let graphic = story.graphic();
        let contents: Vec<Content> =
            graphic.charts.iter().map(|chart| Content::of(&graphic, chart, &View::default())).collect();
        let fallbacks = fallback::all(&graphic, &contents)?;
        Ok(Self {
            story: Rc::new(story),
            graphic: Rc::new(graphic),
            contents: Rc::new(contents),
            fallbacks: Rc::new(fallbacks),
        })
    }

    /// The fact with this id and what is said of it.
    #[must_use]
    pub fn said(&self, id: &FactId) -> Option<(&Fact, Spoken)> {
        let fact = self.graphic.fact(id)?;
        Some((fact, self.graphic.say(fact)))
    }

    /// The content of a chart as it was written.
    #[must_use]
    pub fn content(&self, chart: &Chart) -> Option<&Content> {
        let place = self.graphic.charts.iter().position(|other| other.id == chart.id)?;
        self.contents.get(place)
    }

    /// The charts of a section, in the order of the story.
    pub fn charts_of(&self, section: &SectionId) -> impl Iterator<Item = &Chart> {
        self.graphic.charts.iter().filter(move |chart| chart.section == *section)
    }

    /// Whether a chart of the section shows a fact.
    #[must_use]
    pub fn shows(&self, section: &SectionId, fact: &FactId) -> bool {
        let mut contents = self.charts_of(section).filter_map(|chart| self.content(chart));
        contents.any(|content| content.rows.iter().any(|row| row.fact == *fact))
    }

    /// The mark that shows a fact, and its chart: if there are several, the first beside the section's card.
    #[must_use]
    pub fn mark_of(&self, fact: &FactId, section: &SectionId) -> Option<(&Chart, Mark)> {
        let own = self.charts_of(section);
        own.chain(&self.graphic.charts).find_map(|chart| {
            let row = self.content(chart)?.rows.iter().find(|row| row.fact == *fact)?;
            Some((chart, Mark { chart: chart.id.0.clone(), row: row.key.clone() }))
        })
    }

    /// The class of a section's hue: `hue-1` to `hue-4`, or `hue-0` of a neutral one.
    #[must_use]
    pub fn hue_class(&self, section: &SectionId) -> String {
        format!("hue-{}", self.hue(section))
    }

    /// The number of a section's hue; 0 where it has none.
    #[must_use]
    pub fn hue(&self, section: &SectionId) -> u8 {
        self.graphic.section(section).and_then(|section| section.hue).map_or(0, |hue| hue.number())
    }

    /// The section whose card shows a fact.
    #[must_use]
    pub fn section_of(&self, fact: &FactId) -> Option<&Section> {
        self.story.sections.iter().find(|section| section.shows(fact))
    }
}

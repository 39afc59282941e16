//! A story in parts: each is read by itself, so that one that cannot be read does not hide the others.

use super::findings::Findings;
use super::list::{List, Part};
use super::{Finding, Path, Problem};
use crate::{Article, Chart, Fact, Page, Section, Story, Unit, Words};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The parts of a story that could be read.
pub(super) struct Parts {
    pub(super) schema: Option<String>,
    pub(super) article: Option<Article>,
    pub(super) page: Option<Page>,
    pub(super) sections: List<Section>,
    pub(super) charts: List<Chart>,
    pub(super) units: List<Unit>,
    pub(super) facts: List<Fact>,
    pub(super) words: Option<Words>,
}

impl Parts {
    /// Reads each part; those with faults that were told already are left out.
    pub(super) fn read(story: &Value, findings: &mut Findings) -> Self {
        Self {
            schema: part(&story["$schema"], &Path::of("$schema"), findings).flatten(),
            article: part(&story["article"], &Path::of("article"), findings),
            page: part(&story["page"], &Path::of("page"), findings),
            sections: list(story, "sections", findings),
            charts: list(story, "charts", findings),
            units: list(story, "units", findings),
            facts: list(story, "facts", findings),
            words: part(&story["words"], &Path::of("words"), findings),
        }
    }

    /// The story, if every part could be read.
    pub(super) fn into_story(self) -> Option<Story> {
        Some(Story {
            schema: self.schema,
            article: self.article?,
            page: self.page?,
            sections: self.sections.into_items()?,
            charts: self.charts.into_items()?,
            units: self.units.into_items()?,
            facts: self.facts.into_items()?,
            words: self.words?,
        })
    }
}

impl From<&Story> for Parts {
    fn from(story: &Story) -> Self {
        let story = story.clone();
        Self {
            schema: story.schema,
            article: Some(story.article),
            page: Some(story.page),
            sections: List::of(story.sections, |section| &section.id.0),
            charts: List::of(story.charts, |chart| &chart.id.0),
            units: List::of(story.units, |unit| &unit.id.0),
            facts: List::of(story.facts, |fact| &fact.id.0),
            words: Some(story.words),
        }
    }
}

fn list<T: DeserializeOwned>(story: &Value, name: &str, findings: &mut Findings) -> List<T> {
    let path = Path::of(name);
    let Some(items) = story[name].as_array() else { return List::unknown() };
    let read = items.iter().enumerate().map(|(i, value)| {
        let id = value["id"].as_str().unwrap_or_default().to_owned();
        Part { id, item: part(value, &path.item(i), findings) }
    });
    List::new(read.collect())
}

fn part<T: DeserializeOwned>(value: &Value, path: &Path, findings: &mut Findings) -> Option<T> {
    let error = match serde_path_to_error::deserialize(value) {
        Ok(part) => return Some(part),
        Err(error) => error,
    };
    // The schema has told most faults already; this tells what only the type itself knows.
    if !findings.are_within(path) && !value.is_null() {
        let path = join(path, error.path());
        findings.add(Finding::fault(Problem::Type, path, error.into_inner().to_string()));
    }
    None
}

fn join(path: &Path, rest: &serde_path_to_error::Path) -> Path {
    use serde_path_to_error::Segment;
    rest.iter().fold(path.clone(), |path, segment| match segment {
        Segment::Seq { index } => path.item(*index),
        Segment::Map { key } => path.field(key),
        Segment::Enum { variant } => path.field(variant),
        Segment::Unknown => path,
    })
}

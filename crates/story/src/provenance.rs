//! Where facts come from: a sentence of the source, a cited work, background, or the project's own arithmetic.

use crate::{FactId, SectionId};
use serde::{Deserialize, Serialize};

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Provenance {
    /// A sentence of the source article.
    Source(Place),
    /// A work that the story cites, for stories that have more than one source.
    Work {
        /// The work, with its date.
        title: String,
        /// Where in the work, such as `Article 2`.
        #[serde(default)]
        at: Option<String>,
    },
    /// Not in the source: background, from a work of its own.
    Background {
        /// The work, with its date.
        work: String,
    },
    /// Worked out by this project from other facts.
    Computed {
        /// How.
        rule: Rule,
        /// From which facts.
        from: Vec<FactId>,
    },
}

impl Default for Provenance {
    fn default() -> Self {
        Self::Background { work: String::new() }
    }
}

/// A sentence of the source article, counted from 1 within its section and paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The section.
    pub section: SectionId,
    /// The paragraph within the section, from 1.
    pub paragraph: u8,
    /// The sentence within the paragraph, from 1.
    pub sentence: u8,
}

/// How a computed fact follows from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The change from the first fact to the second, in percent of the first: (second - first) / first x 100.
    PercentChange,
    /// How many members of a timeline joined with the facts named, less those that left with them.
    MemberCount,
}

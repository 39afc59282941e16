//! Facts: what one place of the source states, with its hedge, its date and where it stands.

use super::{Text, When};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The name of a fact, such as `bri-ip-countries`; unique in the story and stable for those who link to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct FactId(pub Text);

impl std::fmt::Display for FactId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing that the source states, the background adds, or the project computes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in the data.
    pub id: FactId,
    /// What is counted, dated or named, in a few words.
    pub label: Text,
    /// The figure, the date or the names.
    pub content: Content,
    /// What a careful reader should know besides.
    #[serde(default)]
    pub note: Option<Text>,
}

impl Fact {
    /// Where the fact comes from.
    #[must_use]
    pub fn provenance(&self) -> &Provenance {
        match &self.content {
            Content::Quantity(quantity) => &quantity.provenance,
            Content::Dated(dated) => &dated.provenance,
            Content::Named(named) => &named.provenance,
        }
    }

    /// When it holds or happened, if that is said.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        match &self.content {
            Content::Quantity(quantity) => quantity.as_of,
            Content::Dated(dated) => Some(dated.when),
            Content::Named(_) => None,
        }
    }

    /// The quantity, if the fact is one.
    #[must_use]
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.content {
            Content::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether the fact is not in the source article but was added to complete a picture.
    #[must_use]
    pub fn is_background(&self) -> bool {
        matches!(self.provenance(), Provenance::Background { .. })
    }
}

/// What kind of thing a fact states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A figure with a unit.
    Quantity(Quantity),
    /// Something that happened, began or is due at a date.
    Dated(Dated),
    /// Things named without being counted.
    Named(Named),
}

/// A figure that cannot lose its hedge: the bound, the unit, the date and the place travel together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The figure with its qualifier.
    pub value: Bound,
    /// What it counts or measures.
    pub unit: Unit,
    /// Whether the source calls it an average.
    #[serde(default)]
    pub average: bool,
    /// The date or period that it speaks of; absent where the source gives none.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    pub as_of: Option<When>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A number as it was stated: never rounded, never stripped of "more than".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Stated plainly.
    Exact(u32),
    /// "More than" or "over": no upper end is known.
    AtLeast(u32),
    /// "From … to …".
    Interval {
        /// The lower end.
        low: u32,
        /// The upper end, above the lower.
        high: u32,
    },
}

impl Bound {
    /// The smallest value that the statement allows: the stated minimum.
    #[must_use]
    pub fn minimum(self) -> u32 {
        match self {
            Self::Exact(value) | Self::AtLeast(value) | Self::Interval { low: value, .. } => value,
        }
    }

    /// The largest stated number. Of a lower bound this is the bound itself, since nothing more was stated.
    #[must_use]
    pub fn largest_stated(self) -> u32 {
        match self {
            Self::Exact(value) | Self::AtLeast(value) | Self::Interval { high: value, .. } => value,
        }
    }
}

/// What a figure counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Countries.
    Countries,
    /// Institutions.
    Institutions,
    /// Laboratories.
    Laboratories,
    /// Centres.
    Centres,
    /// Projects.
    Projects,
    /// Exchange activities.
    Activities,
    /// Outcomes of a meeting.
    Outcomes,
    /// People.
    People,
    /// Sessions of a forum.
    Sessions,
    /// Areas of cooperation.
    Areas,
    /// Working groups.
    Groups,
    /// Meetings.
    Meetings,
    /// The number of an edition.
    Edition,
    /// The number of a version.
    Version,
    /// Hundredths.
    Percent,
    /// Metric tonnes of crop from one hectare.
    TonnesPerHectare,
    /// "Tons", as the source writes; it does not say which ton, or of what gas.
    Tons,
}

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// The date or span, as exact as the source.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub when: When,
    /// Whether it had happened when the source was written.
    #[serde(default)]
    pub status: Status,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Whether something had happened when the source was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It had happened.
    #[default]
    Past,
    /// It happened at or after this date and still goes on.
    Since,
    /// It was still ahead.
    Scheduled,
}

/// Things that the source names and does not count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Their names, as one phrase.
    pub names: Text,
    /// Where they are named.
    pub provenance: Provenance,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Provenance {
    /// A sentence of the source article.
    Source(Place),
    /// Not in the source article: background, from a work of its own.
    Background {
        /// The work, with its date.
        work: Text,
    },
    /// Worked out by this project from other facts.
    Computed {
        /// How.
        rule: Rule,
        /// From which facts.
        from: Cow<'static, [FactId]>,
    },
}

/// A sentence of the source article, counted from 1 within its section and paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The section.
    pub section: Section,
    /// The paragraph within the section, from 1.
    pub paragraph: u8,
    /// The sentence within the paragraph, from 1.
    pub sentence: u8,
}

/// A section of the source article, and the card that retells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The opening.
    Overview,
    /// The Belt and Road Initiative.
    Bri,
    /// BRICS.
    Brics,
    /// Africa.
    Africa,
    /// China and ASEAN.
    Asean,
}

impl Section {
    /// All sections in the order of the source.
    pub const ALL: [Self; 5] = [Self::Overview, Self::Bri, Self::Brics, Self::Africa, Self::Asean];

    /// The name used in addresses and attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Bri => "bri",
            Self::Brics => "brics",
            Self::Africa => "africa",
            Self::Asean => "asean",
        }
    }
}

/// How a computed fact follows from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The change from the first fact to the second, in percent of the first.
    PercentChange,
    /// How many members of the timeline joined with one of the facts.
    MemberCount,
}

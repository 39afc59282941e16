//! Facts: what one place of the source states, with its hedge, its date and where it stands.

use crate::{Bound, FactId, Provenance, UnitId, When};
use serde::{Deserialize, Serialize};

/// One thing that the source states, the background adds, or the project computes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in the data.
    pub id: FactId,
    /// What is counted, dated or named, in a few words.
    pub label: String,
    /// The figure, the date or the names.
    pub content: Content,
    /// What a careful reader should know besides.
    #[serde(default)]
    pub note: Option<String>,
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

    /// What the fact says of something with a date: whether it had happened. Other facts had.
    #[must_use]
    pub fn status(&self) -> Status {
        match &self.content {
            Content::Dated(dated) => dated.status,
            _ => Status::Past,
        }
    }

    /// Whether the fact is not in the source but was added to complete a picture.
    #[must_use]
    pub fn is_background(&self) -> bool {
        matches!(self.provenance(), Provenance::Background { .. })
    }

    /// Whether the project worked the fact out from others.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        matches!(self.provenance(), Provenance::Computed { .. })
    }
}

/// What kind of thing a fact states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A figure with a unit.
    Quantity(Quantity),
    /// Something that happened, began or is due at a date.
    Dated(Dated),
    /// Things named without being counted.
    Named(Named),
}

impl Default for Content {
    fn default() -> Self {
        Self::Named(Named::default())
    }
}

/// A figure that cannot lose its hedge: the bound, the unit, the date and the place travel together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The figure with its hedge.
    pub value: Bound,
    /// What it counts or measures.
    pub unit: UnitId,
    /// Whether the source calls it an average.
    #[serde(default)]
    pub average: bool,
    /// The date or period that it speaks of; absent where the source gives none.
    #[serde(default)]
    pub as_of: Option<When>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// The date or span, as exact as the source.
    pub when: When,
    /// Whether it had happened when the source was written.
    #[serde(default)]
    pub status: Status,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Whether something had happened when the source was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Their names, as one phrase.
    pub names: String,
    /// Where they are named.
    pub provenance: Provenance,
}

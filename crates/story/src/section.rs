//! Sections: the parts of the source, each retold on a card.

use crate::{FactId, SectionId};
use serde::{Deserialize, Serialize};

/// A section of the source, and the card that retells it in the project's own words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name in addresses, file names and attributes.
    pub id: SectionId,
    /// Its name in words, as places of figures say it.
    pub name: String,
    /// The hue of its marks, 1 to 4; without one the section is neutral.
    #[serde(default)]
    pub hue: Option<Hue>,
    /// How many sentences each of its paragraphs has in the source, so that places can be checked; none if the story
    /// cites works instead.
    #[serde(default)]
    pub sentences: Vec<u8>,
    /// A word or two above the headline.
    pub kicker: String,
    /// The finding.
    pub headline: String,
    /// The text, by paragraph; 60 to 120 words in all.
    pub text: Vec<String>,
    /// The figures that stand out, biggest first.
    pub key_figures: Vec<FactId>,
    /// Every further figure of the section.
    #[serde(default)]
    pub more_figures: Vec<FactId>,
}

impl Section {
    /// Whether the card shows a fact.
    #[must_use]
    pub fn shows(&self, fact: &FactId) -> bool {
        self.key_figures.contains(fact) || self.more_figures.contains(fact)
    }

    /// What charts and wordings need of the section.
    #[must_use]
    pub fn brief(&self) -> SectionName {
        SectionName { id: self.id.clone(), name: self.name.clone(), hue: self.hue }
    }
}

/// The names of a section and its hue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectionName {
    /// Its name in addresses.
    pub id: SectionId,
    /// Its name in words.
    pub name: String,
    /// The hue of its marks, if it has one.
    pub hue: Option<Hue>,
}

/// One of the four hues, which readers of every kind of colour vision tell apart. The colours stand in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Hue(u8);

impl Hue {
    /// All hues.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The hue of this number; none if it is not from 1 to 4.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|hue| hue.0 == number)
    }

    /// Its number, 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Default for Hue {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u8> for Hue {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("hues are numbered from 1 to 4")
    }
}

impl From<Hue> for u8 {
    fn from(hue: Hue) -> Self {
        hue.0
    }
}

#[cfg(feature = "check")]
impl schemars::JsonSchema for Hue {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "description": "The number of a hue.", "type": "integer", "minimum": 1, "maximum": 4 })
    }
}

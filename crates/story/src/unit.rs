//! Units: what figures count or measure, with their words for one and for many.

use crate::{Bound, Number, UnitId};
use serde::{Deserialize, Serialize};

/// What figures count or measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name in the data.
    pub id: UnitId,
    /// A figure with the unit, `{}` standing for the number: `{} countries`.
    pub other: String,
    /// The same for exactly one, where the words differ: `{} country`.
    #[serde(default)]
    pub one: Option<String>,
    /// The last name on an axis, with the unit's sign: `{}%`. Without it the axis shows bare numbers.
    #[serde(default)]
    pub tick: Option<String>,
    /// The family of units that may share an axis with this one; alone if it names none.
    #[serde(default)]
    pub family: Option<String>,
}

impl Unit {
    /// The template for a figure: the last number that is said decides between one and many.
    #[must_use]
    pub fn template(&self, bound: Bound) -> &str {
        one_or_other(self.one.as_deref(), &self.other, bound.largest_stated())
    }

    /// The units that may share an axis: the name of the family, else the unit's own.
    #[must_use]
    pub fn family(&self) -> &str {
        self.family.as_deref().unwrap_or(&self.id.0)
    }
}

/// Words for so many things, `{}` standing for the number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// For exactly one, where the words differ.
    #[serde(default)]
    pub one: Option<String>,
    /// For any other number.
    pub other: String,
}

impl Counted {
    /// The template for a number.
    #[must_use]
    pub fn template(&self, number: Number) -> &str {
        one_or_other(self.one.as_deref(), &self.other, number)
    }
}

fn one_or_other<'a>(one: Option<&'a str>, other: &'a str, number: Number) -> &'a str {
    one.filter(|_| number == Number::from(1) && number.decimals() == 0).unwrap_or(other)
}

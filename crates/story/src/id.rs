//! The names by which the parts of a story refer to each other.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares a name of one kind of thing, so that one kind is never taken for another.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }
    };
}

id! {
    /// The name of a fact; unique in the story and stable for those who link to it.
    FactId
}
id! {
    /// The name of a unit.
    UnitId
}
id! {
    /// The name of a section: part of addresses, file names and attributes.
    SectionId
}
id! {
    /// The name of a chart: part of addresses, file names and attributes.
    ChartId
}

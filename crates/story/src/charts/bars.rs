//! Panels of bars.

use super::Entry;
use crate::Number;
use serde::{Deserialize, Serialize};

/// Panels of bars, one below the other. Figures of two panels share no scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// Lets readers choose one panel; without it all are always shown.
    #[serde(default)]
    pub choose: Option<PanelChoice>,
    /// Lets readers choose the order of the rows; without it they stand by stated figure.
    #[serde(default)]
    pub order: Option<OrderChoice>,
    /// The panels, top to bottom.
    pub panels: Vec<Panel>,
}

/// The choice of one panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PanelChoice {
    /// Its name in addresses; the values are the ids of the panels.
    pub parameter: String,
    /// What is chosen.
    pub legend: String,
    /// The name of all panels together.
    pub all: String,
}

/// The choice of an order of rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrderChoice {
    /// Its name in addresses; the values are `stated` and `source`.
    pub parameter: String,
    /// What is chosen.
    pub legend: String,
    /// The name of the order by stated figure, largest first; of a lower bound that is its minimum.
    pub stated: String,
    /// The name of the order in which the story has its facts: that of the source.
    pub source: String,
}

/// Bars on one axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// Its name in addresses.
    pub id: String,
    /// What is counted or measured, as a title.
    pub title: String,
    /// Its name among the choices, where the title is too long for it.
    #[serde(default)]
    pub name: Option<String>,
    /// What is to be kept in mind about these figures.
    #[serde(default)]
    pub note: Option<String>,
    /// Where the axis ends, where that says something: 100 percent. Else it ends at the largest stated figure.
    #[serde(default)]
    pub to: Option<Number>,
    /// The bars. The units of their figures are of one family.
    pub rows: Vec<Entry>,
}

impl Panel {
    /// Its name among the choices.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.title)
    }
}

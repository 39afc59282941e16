//! The charts: from the story, a state and a width to a [`Scene`]. Pure: no browser, no measuring, no clock.
//!
//! Every chart has two layouts, [`Layout::Narrow`] and [`Layout::Wide`]. Within a layout nothing moves vertically and
//! every x is linear in the width, so that text is wrapped for the narrowest width that the layout serves.

pub mod agreements;
mod bar;
pub mod membership;
mod told;
pub mod yields;

use crate::scene::Scene;
use crate::state::State;
use crate::story::{ChartText, Graphic, Section};
use crate::theme::Role;

/// One of the three charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Agreements by category.
    Agreements,
    /// Crop-yield gains.
    Yields,
    /// The BRICS membership timeline.
    Membership,
}

impl Chart {
    /// All charts, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Agreements, Self::Membership, Self::Yields];

    /// The name used in addresses and attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Yields => "yields",
            Self::Membership => "membership",
        }
    }

    /// The section of the story that the chart belongs to.
    #[must_use]
    pub fn section(self) -> Section {
        match self {
            Self::Agreements => Section::Bri,
            Self::Yields => Section::Africa,
            Self::Membership => Section::Brics,
        }
    }

    /// The words around the chart.
    #[must_use]
    pub fn text(self, graphic: &Graphic) -> &ChartText {
        match self {
            Self::Agreements => &graphic.charts.agreements.text,
            Self::Yields => &graphic.charts.yields.text,
            Self::Membership => &graphic.charts.membership.text,
        }
    }

    /// Lays the chart out for a width in CSS px; the scene's size tells the height that it takes.
    #[must_use]
    pub fn scene(self, graphic: &Graphic, state: &State, width: f32) -> Scene {
        match self {
            Self::Agreements => agreements::scene(graphic, state, width),
            Self::Yields => yields::scene(graphic, state, width),
            Self::Membership => membership::scene(graphic, state, width),
        }
    }

    /// What the chart shows in this state, in a sentence: the answer to what a reader chose.
    #[must_use]
    pub fn told(self, graphic: &Graphic, state: &State) -> String {
        match self {
            Self::Agreements => told::agreements(graphic, state),
            Self::Yields => told::yields(graphic, state),
            Self::Membership => told::membership(graphic, state),
        }
    }
}

/// How a chart is arranged, by the width at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Labels above their marks, one column: phones and narrow columns.
    Narrow,
    /// Labels beside their marks, two columns.
    Wide,
}

impl Layout {
    /// Both layouts.
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// The layout for a width in CSS px.
    #[must_use]
    pub fn of(width: f32) -> Self {
        if width < Self::Wide.narrowest() { Self::Narrow } else { Self::Wide }
    }

    /// The narrowest width in CSS px that the layout is made for; text wraps as if it were always this narrow.
    #[must_use]
    pub fn narrowest(self) -> f32 {
        match self {
            Self::Narrow => 272.0,
            Self::Wide => 640.0,
        }
    }

    /// The name used in class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Wide => "wide",
        }
    }
}

/// The ink of what a section of the source states. The overview's agreements are those of the Belt and Road.
fn hue(section: Section) -> Role {
    match section {
        Section::Overview | Section::Bri | Section::Asean => Role::Bri,
        Section::Brics => Role::Brics,
        Section::Africa => Role::Africa,
    }
}

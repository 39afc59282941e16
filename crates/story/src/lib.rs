//! What is told: the facts of a source, the sections and charts that show them, and every word that a reader meets.
//!
//! A story is written by hand in `story.json`. On the host it is read and checked (feature `check`); a page carries the
//! part that its charts need ([`Graphic`]) as lines of text ([`wire`]), from which the browser's program reads it back.
//! This crate knows nothing of pictures and nothing of browsers.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bound;
mod charts;
mod date;
mod exploring;
mod fact;
#[cfg(feature = "check")]
pub mod file;
mod graphic;
mod id;
mod number;
mod page;
mod provenance;
mod section;
mod speech;
mod story;
mod template;
mod unit;
pub mod wire;
mod words;

pub use bound::{Bound, Hedge};
pub use charts::{
    Bars, Calculator, Chart, ChartText, Departure, Entry, Event, Group, Kind, Member, OrderChoice, Panel, PanelChoice,
    RangePanel, Ranges, Shows, Timeline, YearChoice,
};
pub use date::{Date, When};
pub use exploring::Exploring;
pub use fact::{Content, Dated, Fact, Named, Quantity, Status};
pub use graphic::Graphic;
pub use id::{ChartId, FactId, SectionId, UnitId};
pub use number::Number;
pub use page::{Citations, Link, Page, Remark, Share};
pub use provenance::{Place, Provenance, Rule};
pub use section::{Hue, Section, SectionName};
pub use speech::Spoken;
pub use story::{Article, Story};
pub use template::{fill, fill_named};
pub use unit::{Counted, Unit};
pub use words::{Controls, Hedges, Legend, Words};

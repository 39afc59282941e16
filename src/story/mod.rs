//! What is told: the facts of the source article, the charts and cards that show them, and every word a reader meets.
//!
//! The story is written by hand in `static/story.json`, read and checked when the crate is built, and embedded in the
//! wasm as constants, so that the browser decodes nothing. This module knows nothing of drawing or of browsers; `build.rs` compiles it too.

mod charts;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod controls;
mod date;
mod fact;
#[cfg(not(target_arch = "wasm32"))]
mod parse;
mod prose;
mod speech;
mod words;

pub use charts::{
    Agreements, CassavaPanel, ChartText, Charts, Event, EventKind, Family, FieldPanel, GainPanel, Group, Member,
    Membership, Panel, Row, Yields,
};
#[cfg(not(target_arch = "wasm32"))]
pub use check::check;
pub use controls::Controls;
pub use date::{Date, When};
pub use fact::{Bound, Content, Dated, Fact, FactId, Named, Place, Provenance, Quantity, Rule, Section, Status, Unit};
#[cfg(not(target_arch = "wasm32"))]
pub use parse::{StoryError, parse};
pub use prose::{Article, Card, Chapter, Link, Page, Share, Story};
pub use speech::Spoken;
pub use words::{UnitWords, Words};

use std::borrow::Cow;

/// Words of the story: read from its file at build, part of the program in the browser.
pub type Text = Cow<'static, str>;

/// The part of the story that the browser needs: the charts, the facts they show and the words they use.
///
/// The prose of the cards is not in it, since the prerendered page already holds it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
pub struct Graphic {
    /// The three charts.
    pub charts: Charts,
    /// The facts that the charts show, in the order of the source.
    pub facts: Cow<'static, [Fact]>,
    /// Words and templates from which labels and sentences are made.
    pub words: Words,
    /// When the source article was written.
    pub written: When,
}

impl Graphic {
    /// The fact with this id, if the story has it. A checked story has every fact that its charts name.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The graphic as a Rust expression, for `build.rs` to make it a constant of the program.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn as_rust(&self) -> String {
        use databake::Bake;
        self.bake(&databake::CrateEnv::default()).to_string()
    }
}

//! What each chart shows: which facts, in which order, under which words.

use super::{Controls, FactId, Text};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The three charts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Charts {
    /// Agreements by category.
    pub agreements: Agreements,
    /// Crop-yield gains.
    pub yields: Yields,
    /// The BRICS membership timeline.
    pub membership: Membership,
    /// What is said around the controls of the charts.
    pub controls: Controls,
}

impl Membership {
    /// The years that can be chosen.
    #[must_use]
    pub fn years(&self) -> std::ops::Range<u16> {
        self.first_year..self.end_year
    }
}

impl Charts {
    /// The facts that the charts show.
    #[must_use]
    pub fn facts(&self) -> Vec<&FactId> {
        let (gain, cassava) = (&self.yields.gain, &self.yields.cassava);
        let rows = self.agreements.panels.iter().flat_map(|panel| panel.rows.iter());
        let rows = rows.chain([&gain.gain, &gain.centres, &cassava.before, &cassava.after, &cassava.change]);
        let groups = self.membership.groups.iter().flat_map(|group| [&group.joined, &group.count]);
        let events = self.membership.events.iter().map(|event| &event.fact);
        rows.map(|row| &row.fact).chain(groups).chain(events).collect()
    }
}

/// The words around a chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartText {
    /// The finding, in at most 15 words, with its hedge.
    pub title: Text,
    /// What is measured, in which unit, where and when.
    pub subtitle: Text,
    /// How to read the marks.
    pub reading: Text,
    /// Where the figures come from and the date they speak of.
    pub source: Text,
    /// The caption of the table that holds the same figures.
    pub table: Text,
}

/// One figure of a chart under the words that fit there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The fact shown.
    pub fact: FactId,
    /// What it is, in the fewest words.
    pub label: Text,
}

/// Agreements by category: a panel for each family of count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreements {
    /// The words around it.
    pub text: ChartText,
    /// The key to a plain bar.
    pub key_exact: Text,
    /// The key to a bar that is open upwards.
    pub key_at_least: Text,
    /// Warns that each panel has a scale of its own.
    pub key_scales: Text,
    /// The panels, top to bottom.
    pub panels: Cow<'static, [Panel]>,
}

/// Counts of one family on one axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// What is counted.
    pub family: Family,
    /// The family's name, as a title.
    pub title: Text,
    /// What is to be kept in mind about these counts.
    #[serde(default)]
    pub note: Option<Text>,
    /// The bars, top to bottom.
    pub rows: Cow<'static, [Row]>,
}

/// A family of count. Figures of two families never share an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Countries.
    Countries,
    /// Institutions, laboratories and centres.
    Institutions,
    /// Projects, activities and outcomes.
    Work,
    /// People.
    People,
}

/// Crop-yield gains: an average over many places, and one crop in one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Yields {
    /// The words around it.
    pub text: ChartText,
    /// The average gain.
    pub gain: GainPanel,
    /// The single crop.
    pub cassava: CassavaPanel,
    /// A reader's own field.
    pub field: FieldPanel,
}

/// The average gain as an interval in percent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GainPanel {
    /// The panel's title.
    pub title: Text,
    /// What and where the figure is about.
    pub scope: Text,
    /// A template for the last name on the axis, with the unit's sign.
    pub tick: Text,
    /// The interval, in percent.
    pub gain: Row,
    /// The centres that it is credited to.
    pub centres: Row,
}

/// One crop in one country, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CassavaPanel {
    /// The panel's title.
    pub title: Text,
    /// What and where the figures are about.
    pub scope: Text,
    /// A template for the last name on the axis, with the unit's sign.
    pub tick: Text,
    /// The yield before.
    pub before: Row,
    /// The yield after.
    pub after: Row,
    /// The computed change.
    pub change: Row,
}

/// What a reader's own field would yield: arithmetic, never a claim of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldPanel {
    /// The title.
    pub title: Text,
    /// Says that this is arithmetic.
    pub scope: Text,
    /// Label of the yield as it is.
    pub before: Text,
    /// Label of the yields that the gain would make of it.
    pub after: Text,
    /// A range: `{low}` to `{high}`.
    pub range: Text,
}

/// The BRICS membership timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The words around it.
    pub text: ChartText,
    /// The title of the stepped count.
    pub count_title: Text,
    /// The title of the rows of members.
    pub members_title: Text,
    /// The title of the events.
    pub events_title: Text,
    /// The key to a pale bar.
    pub key_background: Text,
    /// The key to a full bar.
    pub key_stated: Text,
    /// The key to an arrow at the end of a bar.
    pub key_member: Text,
    /// The key to what became of events, in the order of [`EventKind::ALL`].
    pub key_events: [Text; 3],
    /// The key to a mark as wide as a year.
    pub key_year: Text,
    /// Names the end of what the source could know.
    pub written: Text,
    /// The first year on the time axis.
    pub first_year: u16,
    /// The first year past the time axis.
    pub end_year: u16,
    /// Who joined together, in order of time.
    pub groups: Cow<'static, [Group]>,
    /// What happened, in order of time.
    pub events: Cow<'static, [Event]>,
}

/// Countries that joined with the same fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The fact that says when they joined.
    pub joined: FactId,
    /// The computed number of members from then on.
    pub count: FactId,
    /// The group's name, with the date.
    pub label: Text,
    /// The countries.
    pub members: Cow<'static, [Member]>,
}

/// A member of BRICS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The country.
    pub country: Text,
    /// What is contested or unusual about the membership.
    #[serde(default)]
    pub note: Option<FactId>,
}

/// Something that happened in BRICS cooperation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The fact shown.
    pub fact: FactId,
    /// What happened, in the fewest words.
    pub label: Text,
    /// How it is marked.
    pub kind: EventKind,
}

/// How far an event had come; each kind has a mark of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(databake::Bake), databake(path = crate::story))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Promised, not there yet.
    Announced,
    /// Signed, opened, launched or joined.
    Done,
    /// Still ahead when the source was written.
    Scheduled,
}

impl EventKind {
    /// All kinds, in the order of the key.
    pub const ALL: [Self; 3] = [Self::Done, Self::Announced, Self::Scheduled];
}

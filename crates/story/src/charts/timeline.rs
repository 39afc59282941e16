//! Members over the years: their number, a row for each, and events; or events alone.

use crate::FactId;
use serde::{Deserialize, Serialize};

/// A timeline of members and events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// Lets readers choose a year; without it the whole timeline is always shown.
    #[serde(default)]
    pub choose: Option<YearChoice>,
    /// The first year on the time axis.
    pub from: u16,
    /// The last year on the time axis.
    pub to: u16,
    /// The title of the stepped count; needed where there are members.
    #[serde(default)]
    pub count_title: String,
    /// The title of the rows of members; needed where there are members.
    #[serde(default)]
    pub members_title: String,
    /// The title of the events; needed where there are events.
    #[serde(default)]
    pub events_title: String,
    /// Names the end of what the source could know.
    pub written: String,
    /// Who joined together, in order of time; none where the timeline has events alone.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// When members left, in order of time.
    #[serde(default)]
    pub departures: Vec<Departure>,
    /// What happened, in order of time.
    #[serde(default)]
    pub events: Vec<Event>,
}

impl Timeline {
    /// The years that can be chosen.
    #[must_use]
    pub fn years(&self) -> std::ops::RangeInclusive<u16> {
        self.from..=self.to
    }

    pub(super) fn facts(&self) -> Vec<&FactId> {
        let groups = self.groups.iter().flat_map(|group| [&group.joined, &group.count]);
        let members = self.groups.iter().flat_map(|group| &group.members);
        let notes = members.flat_map(|member| [&member.note, &member.left]).flatten();
        let departures = self.departures.iter().flat_map(|departure| [&departure.left, &departure.count]);
        groups.chain(departures).chain(notes).chain(self.events.iter().map(|event| &event.fact)).collect()
    }
}

/// The choice of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearChoice {
    /// Its name in addresses.
    pub parameter: String,
    /// What is chosen.
    pub label: String,
    /// Invites to choose a year, before there is one.
    pub invitation: String,
    /// What held at the end of `{year}`: `{members}`.
    pub answer: String,
    /// Follows where something happened in that year.
    pub events: String,
}

/// Members that joined with the same fact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The fact that says when they joined.
    pub joined: FactId,
    /// The computed number of members from then on.
    pub count: FactId,
    /// The group's name, with the date.
    pub label: String,
    /// The members.
    pub members: Vec<Member>,
}

/// A member.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The fact that says what is contested or unusual about the membership.
    #[serde(default)]
    pub note: Option<FactId>,
    /// The fact that says when it left; it stands among the departures too.
    #[serde(default)]
    pub left: Option<FactId>,
}

/// That members left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The fact that says when they left.
    pub left: FactId,
    /// The computed number of members from then on.
    pub count: FactId,
    /// Who left, with the date.
    pub label: String,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The fact shown. Whether the event was still to come stands there.
    pub fact: FactId,
    /// What happened, in the fewest words.
    pub label: String,
    /// Whether it is only a promise of something that was not there yet.
    #[serde(default)]
    pub announced: bool,
}

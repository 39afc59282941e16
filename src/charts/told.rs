//! What each chart shows, in a sentence: the answer to what a reader chose, shown beside the chart and announced.

use crate::state::{Order, State, decimal};
use crate::story::{Bound, Content, Fact, Graphic, Spoken, Status};

/// How many figures are shown, and in which order if it is not the usual one.
pub(super) fn agreements(graphic: &Graphic, state: &State) -> String {
    let shown: usize = super::agreements::panels(graphic, state).map(|panel| panel.rows.len()).sum();
    let words = &graphic.charts.controls;
    let shown = words.shown.replace("{}", &shown.to_string());
    let [_, source] = &words.orders;
    match state.order {
        Order::Stated => shown,
        Order::Source => [&shown, ". ", &words.order, ": ", source].concat(),
    }
}

/// What the reported gain would make of a reader's own field, marked as arithmetic; without one, an invitation.
pub(super) fn yields(graphic: &Graphic, state: &State) -> String {
    let words = &graphic.charts.controls;
    let gain = graphic.fact(&graphic.charts.yields.gain.gain.fact).and_then(Fact::quantity);
    match (state.field, gain.map(|gain| (gain, gain.value))) {
        (Some(field), Some((gain, Bound::Interval { low, high }))) => words
            .field_answer
            .replace("{field}", &field.to_string())
            .replace("{gain}", &gain.in_words(&graphic.words))
            .replace("{low}", &decimal(field.after_gain(low)))
            .replace("{high}", &decimal(field.after_gain(high))),
        _ => words.field_invitation.to_string(),
    }
}

/// Who was a member at the end of the chosen year, and what happened in it; without a year, an invitation.
pub(super) fn membership(graphic: &Graphic, state: &State) -> String {
    let (words, chart) = (&graphic.charts.controls, &graphic.charts.membership);
    let Some(year) = state.year else { return words.year_invitation.to_string() };
    let start = |id| graphic.fact(id).and_then(Fact::when).map(|when| when.start);
    let groups = chart.groups.iter().filter(|group| start(&group.joined).is_some_and(|date| date.year <= year));
    let count = groups.clone().next_back().and_then(|group| graphic.fact(&group.count)?.quantity());
    let names: Vec<&str> = groups.flat_map(|group| group.members.iter()).map(|member| &*member.country).collect();
    let members = [count.map(|count| count.in_words(&graphic.words)).unwrap_or_default(), names.join(", ")].join(": ");
    // A joining that is one of the events is told once.
    let groups = chart.groups.iter().map(|group| (&group.joined, &group.label));
    let joined = groups.filter(|(fact, _)| chart.events.iter().all(|event| event.fact != **fact));
    let events = joined.chain(chart.events.iter().map(|event| (&event.fact, &event.label)));
    let events = events.filter(|(fact, _)| start(fact).is_some_and(|date| date.year == year));
    let told = events.filter_map(|(id, label)| match &graphic.fact(id)?.content {
        // What was still to come stays so.
        Content::Dated(dated) if dated.status == Status::Scheduled => {
            Some([label, &*Spoken::of(graphic.fact(id)?, &graphic.words).value].join(", "))
        }
        _ => Some(label.to_string()),
    });
    let events: Vec<String> = told.collect();
    let told = words.year_answer.replace("{year}", &year.to_string()).replace("{members}", &members);
    if events.is_empty() {
        return [&told, "."].concat();
    }
    [told, words.year_events.replace("{}", &events.join("; "))].join(". ") + "."
}

//! What a chart shows in a view, in a sentence: the answer to what a reader chose, shown beside the chart and announced.

use crate::{Content, Order, View, bars, ranges, timeline};
use story::{Bars, Chart, Graphic, Kind, Number, Ranges, Timeline, fill, fill_named};

/// What a chart shows in a view, in a sentence; without a choice it may be an invitation to choose.
#[must_use]
pub fn summary(graphic: &Graphic, chart: &Chart, view: &View) -> String {
    match &chart.kind {
        Kind::Bars(bars) => of_bars(graphic, bars, view),
        Kind::Ranges(ranges) => of_ranges(graphic, ranges, view),
        Kind::Timeline(timeline) => of_timeline(graphic, timeline, view),
    }
}

/// What a reader chose in a chart, in a sentence; nothing if the chart is as it was written.
#[must_use]
pub fn chosen(graphic: &Graphic, chart: &Chart, view: &View) -> Option<String> {
    if *view == View::default() {
        return None;
    }
    let summary = summary(graphic, chart, view);
    let end = if summary.ends_with('.') { "" } else { "." };
    Some([&summary, end].concat())
}

/// Which panels are shown, with how many figures, and in which order if it is not the usual one.
fn of_bars(graphic: &Graphic, chart: &Bars, view: &View) -> String {
    let shown = bars::content(graphic, chart, view).rows.len();
    let shown = Number::from(u32::try_from(shown).unwrap_or(u32::MAX));
    let words = fill(graphic.words.controls.shown.template(shown), &graphic.number(shown));
    let panel = view.panel.and_then(|panel| chart.panels.get(panel)).map(|panel| panel.name());
    let panel = panel.or(chart.choose.as_ref().map(|choice| &*choice.all)).map(|panel| [panel, ": "].concat());
    let order = chart.order.as_ref().filter(|_| view.order == Order::Source);
    let order = order.map(|choice| [". ", &choice.legend, ": ", &choice.source].concat());
    [panel.unwrap_or_default(), words, order.unwrap_or_default()].concat()
}

/// What the range would make of a reader's own figure, marked as arithmetic; without one, an invitation.
fn of_ranges(graphic: &Graphic, chart: &Ranges, view: &View) -> String {
    match (ranges::tried(graphic, chart, view), &chart.calculator) {
        (Some(tried), _) => tried.answer(graphic),
        (None, Some(calculator)) => calculator.invitation.clone(),
        (None, None) => String::new(),
    }
}

/// Who was a member at the end of the chosen year, and what happened in it; without a year, an invitation.
fn of_timeline(graphic: &Graphic, chart: &Timeline, view: &View) -> String {
    let Some(choice) = &chart.choose else { return String::new() };
    let Some(year) = view.year else { return choice.invitation.clone() };
    let end = timeline::year_end(graphic, chart, year);
    let members = [end.count, end.members.join(", ")];
    let members = members.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    let answer = fill_named(&choice.answer, &[("year", &year.to_string()), ("members", &members)]);
    if end.events.is_empty() {
        return [&answer, "."].concat();
    }
    [answer, fill(&choice.events, &end.events.join("; "))].join(". ") + "."
}

/// The rows that a view shows: what lies after a chosen year is left out.
pub fn shown(content: &Content) -> impl Iterator<Item = &crate::Row> {
    content.rows.iter().filter(|row| !row.to_come)
}

//! The figures of a chart in a view, one record each, ready for any table.

use crate::View;
use crate::rows::{Content, Datum, EventState, Row};
use crate::summary::shown;
use story::{Bound, Chart, Graphic, Hedge, Place, Provenance, When};

/// One row of a chart with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The name of the fact; empty for arithmetic on what a reader gave. Several rows may show one fact.
    pub id: String,
    /// What is counted, dated or named.
    pub label: String,
    /// What the chart says beside the mark.
    pub mark: String,
    /// The figure in words, hedge included; of memberships and events what the chart says of their dates.
    pub figure: String,
    /// How the figure was stated; none of memberships and events.
    pub hedge: Option<Hedge>,
    /// Whether it is an average.
    pub average: bool,
    /// The number, or the lower end, in the unit; a decimal number. None where no lower end is known.
    pub low: Option<String>,
    /// The number again, or the upper end; none where no upper end is known.
    pub high: Option<String>,
    /// The unit in words.
    pub unit: String,
    /// The date or span as in ISO 8601, as exact as the source.
    pub date: String,
    /// The same as numbers.
    pub when: Option<When>,
    /// Of events: whether they had happened when the source was written.
    pub status: &'static str,
    /// `source`, `work`, `background`, `computed` or `arithmetic`.
    pub provenance: &'static str,
    /// The place in the source article.
    pub place: Option<Place>,
    /// Where it comes from, in words.
    pub source: String,
    /// The facts that it was computed from.
    pub from: Vec<String>,
    /// What a careful reader should know besides.
    pub note: String,
}

/// The records of what a chart shows in a view, in reading order.
#[must_use]
pub fn records(graphic: &Graphic, chart: &Chart, view: &View) -> Vec<Record> {
    let content = Content::of(graphic, chart, view);
    shown(&content).map(|row| Record::of(graphic, row)).collect()
}

impl Record {
    fn of(graphic: &Graphic, row: &Row) -> Self {
        let fact = graphic.fact(&row.fact);
        let when = when(row, fact.and_then(|fact| fact.when()));
        let mut record = Self {
            id: row.fact.to_string(),
            label: row.spoken.label.clone(),
            mark: row.label.clone(),
            figure: row.value.clone(),
            date: when.map(String::from).unwrap_or_default(),
            when,
            provenance: row.origin.name(),
            source: row.spoken.place.clone(),
            note: row.spoken.note.clone(),
            ..Self::default()
        };
        if let Some(amount) = row.amount() {
            record.bound(amount.bound);
            record.average = amount.average;
            record.unit = graphic.unit_word(&amount.unit);
        }
        if let Datum::Event(_, state) = row.datum {
            record.status = status(state);
        }
        match fact.map(|fact| fact.provenance()) {
            Some(Provenance::Source(place)) => record.place = Some(place.clone()),
            Some(Provenance::Computed { from, .. }) => record.from = from.iter().map(ToString::to_string).collect(),
            _ => {}
        }
        record
    }

    fn bound(&mut self, bound: Bound) {
        self.hedge = Some(bound.hedge());
        self.low = bound.low().map(|low| low.to_string());
        self.high = bound.high().map(|high| high.to_string());
    }
}

/// The date of a row: of a membership its span, of all else that of the fact.
fn when(row: &Row, when: Option<When>) -> Option<When> {
    match row.datum {
        Datum::Span(from, Some(until)) => Some(When { start: from, end: Some(until) }),
        _ => when,
    }
}

fn status(state: EventState) -> &'static str {
    match state {
        EventState::Done => "past",
        EventState::Announced => "announced",
        EventState::Scheduled => "scheduled",
    }
}

//! The figures of a chart in a state, one record each, ready for any table.

use crate::charts::yields::gained;
use crate::charts::{Chart, Layout};
use crate::scene::Target;
use crate::state::{State, Yield, decimal};
use crate::story::{Bound, Content, Fact, FactId, Graphic, Place, Provenance, Spoken, Status};

/// How a figure was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// Plainly.
    Exact,
    /// As "more than" or "over": the low end is known, and is itself excluded.
    AtLeast,
    /// From a low to a high end.
    Range,
}

impl Qualifier {
    /// The name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::Range => "range",
        }
    }
}

/// One mark of a chart with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The name of the fact; empty for arithmetic on what a reader gave. Several marks may show one fact.
    pub id: String,
    /// What is counted, dated or named.
    pub label: String,
    /// What the chart says beside the mark.
    pub mark: String,
    /// The figure in words, hedge included.
    pub figure: String,
    /// How the figure was stated; none of dates and names.
    pub qualifier: Option<Qualifier>,
    /// Whether it is an average.
    pub average: bool,
    /// The number, or the lower end, in the unit; a decimal number.
    pub low: Option<String>,
    /// The number again, or the upper end; none where no upper end is known.
    pub high: Option<String>,
    /// The unit in words.
    pub unit: String,
    /// The date or span as in ISO 8601, as exact as the source.
    pub date: String,
    /// Of something dated: whether it had happened when the source was written.
    pub status: &'static str,
    /// `source`, `background`, `computed` or `arithmetic`.
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

/// The records of what a chart shows in this state, in reading order.
#[must_use]
pub fn records(chart: Chart, graphic: &Graphic, state: &State) -> Vec<Record> {
    let scene = chart.scene(graphic, &state.of(chart), Layout::Wide.narrowest());
    let told = scene.targets.into_iter().filter_map(|target| {
        let fact = graphic.fact(&FactId(target.fact.clone()))?;
        Some(record(fact, target, graphic))
    });
    let field = state.field.filter(|_| chart == Chart::Yields);
    told.chain(field.into_iter().flat_map(|field| arithmetic(graphic, field))).collect()
}

fn record(fact: &Fact, target: Target, graphic: &Graphic) -> Record {
    let said = Spoken::of(fact, &graphic.words);
    let mut record = Record {
        id: fact.id.to_string(),
        label: said.label,
        mark: target.label,
        figure: said.value,
        date: fact.when().map(String::from).unwrap_or_default(),
        source: said.place,
        note: said.note,
        ..Record::default()
    };
    match &fact.content {
        Content::Quantity(quantity) => {
            record.bound(quantity.value);
            record.average = quantity.average;
            record.unit = graphic.words.with_unit("", quantity.unit).trim().to_owned();
        }
        Content::Dated(dated) => record.status = status(dated.status),
        Content::Named(_) => {}
    }
    record.provenance(fact.provenance());
    record
}

impl Record {
    fn bound(&mut self, bound: Bound) {
        let (qualifier, low, high) = match bound {
            Bound::Exact(value) => (Qualifier::Exact, value, Some(value)),
            Bound::AtLeast(value) => (Qualifier::AtLeast, value, None),
            Bound::Interval { low, high } => (Qualifier::Range, low, Some(high)),
        };
        self.qualifier = Some(qualifier);
        self.low = Some(low.to_string());
        self.high = high.map(|high| high.to_string());
    }

    fn provenance(&mut self, provenance: &Provenance) {
        match provenance {
            Provenance::Source(place) => {
                self.provenance = "source";
                self.place = Some(*place);
            }
            Provenance::Background { .. } => self.provenance = "background",
            Provenance::Computed { from, .. } => {
                self.provenance = "computed";
                self.from = from.iter().map(ToString::to_string).collect();
            }
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Past => "past",
        Status::Since => "since",
        Status::Scheduled => "scheduled",
    }
}

/// A reader's own field before and after the reported gain: arithmetic, never a claim of the source.
fn arithmetic(graphic: &Graphic, field: Yield) -> Vec<Record> {
    let charts = &graphic.charts.yields;
    let Some(gained) = gained(graphic, field) else { return Vec::new() };
    let record = |label: &str, qualifier, figure: &str, low: String, high: String| Record {
        label: [&*charts.field.title, label].join(": "),
        mark: label.to_owned(),
        figure: graphic.words.with_unit(figure, gained.unit),
        qualifier: Some(qualifier),
        low: Some(low),
        high: Some(high),
        unit: graphic.words.with_unit("", gained.unit).trim().to_owned(),
        provenance: "arithmetic",
        source: charts.field.scope.to_string(),
        ..Record::default()
    };
    let today = field.to_string();
    let (from, to) = (decimal(gained.ends.0), decimal(gained.ends.1));
    let before = record(&charts.field.before, Qualifier::Exact, &today, today.clone(), today.clone());
    let mut after = record(&charts.field.after, Qualifier::Range, &gained.range, from, to);
    after.average = gained.average;
    after.from = vec![charts.gain.gain.fact.to_string()];
    vec![before, after]
}

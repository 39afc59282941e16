//! Figures for programs: the same records as JSON. Written here, since readers get no library of JSON with a chart.

use super::{Record, query, records};
use crate::{View, chosen};
use story::{Chart, Graphic};

/// What a chart shows in a view as one JSON object: what the chart says of itself, and its figures.
#[must_use]
pub fn json(graphic: &Graphic, chart: &Chart, view: &View) -> String {
    let text = &chart.text;
    let mut members = vec![
        ("chart", string(&chart.id.0)),
        ("title", string(&text.title)),
        ("subtitle", string(&text.subtitle)),
        ("query", string(&query(chart, view))),
    ];
    members.extend(chosen(graphic, chart, view).map(|chosen| ("shown", string(&chosen))));
    members.extend([
        ("reading", string(&text.reading)),
        ("source", string(&text.source)),
        ("written", string(&String::from(graphic.written))),
    ]);
    let figures: Vec<String> = records(graphic, chart, view).into_iter().map(figure).collect();
    members.push(("figures", ["[\n    ", &figures.join(",\n    "), "\n  ]"].concat()));
    let members: Vec<String> = members.into_iter().map(member).collect();
    ["{\n  ", &members.join(",\n  "), "\n}\n"].concat()
}

fn member((name, value): (&str, String)) -> String {
    [&string(name), ": ", &value].concat()
}

fn object(members: Vec<(&str, String)>) -> String {
    let members: Vec<String> = members.into_iter().map(member).collect();
    ["{ ", &members.join(", "), " }"].concat()
}

fn figure(record: Record) -> String {
    let mut members = Vec::new();
    let text = |members: &mut Vec<_>, name, value: &str| {
        if !value.is_empty() {
            members.push((name, string(value)));
        }
    };
    text(&mut members, "id", &record.id);
    text(&mut members, "label", &record.label);
    text(&mut members, "mark", &record.mark);
    text(&mut members, "figure", &record.figure);
    if let Some(hedge) = record.hedge {
        members.push(("qualifier", string(hedge.name())));
        members.push(("average", record.average.to_string()));
        members.push(("low", record.low.clone().unwrap_or_else(none)));
        members.push(("high", record.high.clone().unwrap_or_else(none)));
    }
    text(&mut members, "unit", &record.unit);
    text(&mut members, "date", &record.date);
    text(&mut members, "status", record.status);
    members.push(("provenance", provenance(&record)));
    text(&mut members, "note", &record.note);
    object(members)
}

fn none() -> String {
    "null".to_owned()
}

fn provenance(record: &Record) -> String {
    let mut members = vec![("kind", string(record.provenance)), ("words", string(&record.source))];
    if let Some(place) = &record.place {
        members.push(("section", string(&place.section.0)));
        members.push(("paragraph", place.paragraph.to_string()));
        members.push(("sentence", place.sentence.to_string()));
    }
    if !record.from.is_empty() {
        let from: Vec<String> = record.from.iter().map(|id| string(id)).collect();
        members.push(("from", ["[", &from.join(", "), "]"].concat()));
    }
    object(members)
}

/// A text as JSON has it.
fn string(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            // No text of the story has others that JSON forbids; a line break becomes one in any case.
            control if control < ' ' => written.push_str("\\n"),
            other => written.push(other),
        }
    }
    written.push('"');
    written
}

//! Figures for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with the mark by which Excel knows it.

use super::{Record, records};
use crate::View;
use story::{Chart, Date, Graphic, Hedge};

/// The names of the columns.
const COLUMNS: [&str; 24] = [
    "id",
    "label",
    "mark",
    "figure",
    "qualifier",
    "average",
    "value_low",
    "value_high",
    "unit",
    "date",
    "status",
    "provenance",
    "section",
    "paragraph",
    "sentence",
    "source",
    "computed_from",
    "note",
    "year",
    "month",
    "day",
    "end_year",
    "end_month",
    "end_day",
];

/// What a chart shows in a view, a line for each row.
#[must_use]
pub fn csv(graphic: &Graphic, chart: &Chart, view: &View) -> String {
    let mut text = String::from("\u{feff}");
    let lines = records(graphic, chart, view).into_iter().map(cells);
    for line in std::iter::once(COLUMNS.map(str::to_owned)).chain(lines) {
        text.push_str(&line.map(|cell| quote(&defuse(cell))).join(","));
        text.push_str("\r\n");
    }
    text
}

fn cells(record: Record) -> [String; 24] {
    let [year, month, day] = numbers(record.when.map(|when| when.start));
    let [end_year, end_month, end_day] = numbers(record.when.and_then(|when| when.end));
    let place = record.place.as_ref();
    let average = if record.average { "yes" } else { "no" };
    [
        record.id,
        record.label,
        record.mark,
        record.figure,
        record.hedge.map(Hedge::name).unwrap_or_default().to_owned(),
        record.hedge.map(|_| average.to_owned()).unwrap_or_default(),
        record.low.unwrap_or_default(),
        record.high.unwrap_or_default(),
        record.unit,
        record.date,
        record.status.to_owned(),
        record.provenance.to_owned(),
        place.map(|place| place.section.to_string()).unwrap_or_default(),
        place.map(|place| place.paragraph.to_string()).unwrap_or_default(),
        place.map(|place| place.sentence.to_string()).unwrap_or_default(),
        record.source,
        record.from.join(" "),
        record.note,
        year,
        month,
        day,
        end_year,
        end_month,
        end_day,
    ]
}

/// A date as numbers: spreadsheets take the month `2024-09` for its first day, which nobody stated.
fn numbers(date: Option<Date>) -> [String; 3] {
    let number = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
    let part = |part: fn(Date) -> Option<u8>| number(date.and_then(part).map(u16::from));
    [number(date.map(|date| date.year)), part(|date| date.month), part(|date| date.day)]
}

/// What spreadsheets take for a formula becomes text: an apostrophe goes before it.
fn defuse(cell: String) -> String {
    const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // Some drop the blanks before looking.
    if cell.starts_with(TRIGGERS) || cell.trim_start().starts_with(TRIGGERS) { ["'", &cell].concat() } else { cell }
}

fn quote(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n', ';']) {
        ["\"", &cell.replace('"', "\"\""), "\""].concat()
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in
            ["=1+1", "+100 percent", "-2", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1", "＝1", "=cmd|' /C calc'!A0"]
        {
            assert!(defuse(cell.to_owned()).starts_with('\''), "{cell:?}");
        }
        assert_eq!(defuse("more than 50 countries".to_owned()), "more than 50 countries");
    }

    #[test]
    fn cells_with_separators_or_quotes_are_quoted() {
        let written =
            [("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\r\nb", "\"a\r\nb\""), ("plain", "plain")];
        for (cell, text) in written {
            assert_eq!(quote(cell), text);
        }
    }
}

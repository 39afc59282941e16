//! Panels of ranges and changes.

use super::*;

const TO: &str = "charts.yields.kind.ranges.panels.0.shows.intervals.to";
const ROWS: &str = "charts.yields.kind.ranges.panels.0.shows.intervals.rows";
const ROW: &str = "charts.yields.kind.ranges.panels.0.shows.intervals.rows.0.fact";
const ALSO: &str = "charts.yields.kind.ranges.panels.0.shows.intervals.also.0.fact";
const BEFORE: &str = "charts.yields.kind.ranges.panels.1.shows.change.before.fact";
const AFTER: &str = "charts.yields.kind.ranges.panels.1.shows.change.after.fact";
const CHANGE: &str = "charts.yields.kind.ranges.panels.1.shows.change.change.fact";

#[test]
fn intervals_are_ranges_on_their_axis() {
    let value = "facts.africa-yield-gain.content.quantity.value.between.low";
    let other = json!({ "fact": "asean-carbon-saved", "label": "x" });
    let range = json!({ "between": { "low": 1, "high": 2 } });
    let carbon = "facts.asean-carbon-saved.content.quantity.value";
    assert_faults(vec![
        (vec![(ROW, json!("asean-green-energy"))], ROW, "`asean-green-energy` is no range; expected", "\"asean"),
        (vec![(ROW, json!("brics-mou"))], ROW, "`brics-mou` is no range", "\"brics-mou\""),
        (vec![(ROWS, json!([]))], ROWS, "the list is empty", "["),
        (vec![(ALSO, json!("brics-mou"))], ALSO, "`brics-mou` is no figure", "\"brics-mou\""),
        (vec![(TO, json!(59.9))], TO, "the axis ends at 59.9; expected 60 or more", "59.9"),
        (vec![(value, json!(-1))], ROW, "below zero", "\"africa"),
        (
            vec![("charts.yields.kind.ranges.panels.0.shows.intervals.rows.+", other), (carbon, range)],
            "charts.yields.kind.ranges.panels.0.shows.intervals.rows.1.fact",
            "in `tons` shares an axis with one in `percent`",
            "\"asean",
        ),
        (vec![("charts.yields.kind.ranges.panels", json!([]))], "charts.yields.kind.ranges.panels", "is empty", "["),
    ]);
    assert_good(&vec![(TO, json!(60))]);
}

#[test]
fn before_and_after_are_figures_in_one_unit_and_their_change_is_theirs() {
    let value = "facts.africa-cassava-before.content.quantity.value";
    let swapped = vec![(BEFORE, json!("africa-cassava-after")), (AFTER, json!("africa-cassava-before"))];
    assert_faults(vec![
        (vec![(BEFORE, json!("brics-mou"))], BEFORE, "`brics-mou` is no figure", "\"brics-mou\""),
        (vec![(AFTER, json!("overview-platforms"))], AFTER, "is no figure", "\"overview"),
        (
            vec![(AFTER, json!("asean-carbon-saved"))],
            AFTER,
            "in `tonnes_per_hectare`, the figure after in `tons`",
            "\"asean",
        ),
        (vec![(value, json!({ "exact": -15 }))], BEFORE, "below zero", "\"africa"),
        (vec![(CHANGE, json!("asean-green-energy"))], CHANGE, "is not the change of these figures", "\"asean"),
        (
            vec![(CHANGE, json!("brics-members-2009"))],
            CHANGE,
            "expected a fact computed by `percent_change`",
            "\"brics",
        ),
        (swapped, CHANGE, "from `africa-cassava-after` and `africa-cassava-before`", "\"africa-cassava-change\""),
    ]);
}

#[test]
fn a_fact_twice_in_one_panel_is_told() {
    assert_warnings(vec![(vec![(ALSO, json!("africa-yield-gain"))], ALSO, "is shown twice in one panel", "\"africa")]);
}

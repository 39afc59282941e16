//! Panels of bars.

use super::*;

#[test]
fn bars_are_figures_of_one_family_from_zero_up() {
    let row = "charts.agreements.kind.bars.panels.0.rows.1.fact";
    let rows = "charts.agreements.kind.bars.panels.3.rows";
    let value = "facts.bri-ip-countries.content.quantity.value";
    let negative = json!({ "between": { "low": -3, "high": 5 } });
    let third = "charts.agreements.kind.bars.panels.0.rows.2.fact";
    assert_faults(vec![
        (vec![(row, json!("brics-mou"))], row, "`brics-mou` is no figure, so nothing can be drawn", "\"brics-mou\""),
        (vec![(row, json!("overview-platforms"))], row, "expected a fact with a quantity", "\"overview"),
        (vec![(row, json!("asean-carbon-saved"))], row, "in `tons` shares an axis with one in `countries`", "\"asean"),
        (vec![(rows, json!([]))], rows, "the list is empty; expected one row or more", "["),
        (vec![(value, json!({ "exact": -1 }))], third, "below zero, where the axis begins", "\"bri-ip"),
        (vec![(value, negative)], third, "below zero", "\"bri-ip"),
        (
            vec![("charts.agreements.kind.bars.panels.0.to", json!(149))],
            "charts.agreements.kind.bars.panels.0.to",
            "the axis ends at 149; expected 150 or more",
            "149",
        ),
        (
            vec![("charts.agreements.kind.bars.panels", json!([]))],
            "charts.agreements.kind.bars.panels",
            "expected one panel or more",
            "[",
        ),
    ]);
}

#[test]
fn bars_could_be_better() {
    let row = "charts.agreements.kind.bars.panels.0.rows.1.fact";
    let label = "charts.agreements.kind.bars.panels.0.rows.1.label";
    let one = shipped()["charts"][0]["kind"]["bars"]["panels"][0].clone();
    let choose = "charts.agreements.kind.bars.choose";
    assert_warnings(vec![
        (
            vec![(row, json!("bri-ip-countries"))],
            "charts.agreements.kind.bars.panels.0.rows.2.fact",
            "is shown twice in one panel",
            "\"bri-ip",
        ),
        (vec![(label, json!("x".repeat(61)))], label, "the label has 61 characters", "\"xxx"),
        (vec![("charts.agreements.kind.bars.panels", json!([one]))], choose, "nothing to choose", "{"),
    ]);
}

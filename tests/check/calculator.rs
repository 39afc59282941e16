//! The calculator.

use super::*;

const LEAST: &str = "charts.yields.kind.ranges.calculator.least";
const MOST: &str = "charts.yields.kind.ranges.calculator.most";
const STEP: &str = "charts.yields.kind.ranges.calculator.step";
const RANGE: &str = "charts.yields.kind.ranges.calculator.range";

#[test]
fn a_range_in_percent_of_the_chart_is_tried() {
    let rows = "charts.yields.kind.ranges.panels.0.shows.intervals.rows.0.fact";
    let carbon = "facts.asean-carbon-saved.content.quantity.value";
    let range = json!({ "between": { "low": 1, "high": 2 } });
    assert_faults(vec![
        (vec![(RANGE, json!("asean-green-energy"))], RANGE, "`asean-green-energy` is no range", "\"asean"),
        (
            vec![(RANGE, json!("asean-carbon-saved")), (rows, json!("asean-carbon-saved")), (carbon, range.clone())],
            RANGE,
            "`asean-carbon-saved` is in `tons`; expected a range in the unit `percent`",
            "\"asean",
        ),
        (
            vec![(RANGE, json!("asean-green-energy")), ("facts.asean-green-energy.content.quantity.value", range)],
            RANGE,
            "the chart does not show `asean-green-energy`",
            "\"asean",
        ),
    ]);
}

#[test]
fn the_limits_leave_something_to_try() {
    assert_faults(vec![
        (vec![(LEAST, json!(-1))], LEAST, "-1 is below zero", "-1"),
        (vec![(LEAST, json!(100))], MOST, "100 is not above 100", "100"),
        (vec![(STEP, json!(0))], STEP, "a step of 0 leads nowhere", "0"),
        (vec![(STEP, json!(-0.1))], STEP, "a step of -0.1 leads nowhere", "-0.1"),
    ]);
}

#[test]
fn every_answer_can_be_written() {
    let low = "facts.africa-yield-gain.content.quantity.value.between.low";
    assert_faults(vec![
        (vec![(low, json!(30.12))], RANGE, "0.001 changed by 30.12 to 60 percent has too many digits", "\"africa"),
        (vec![(LEAST, json!(0.0001))], LEAST, "0.0001 has 4 decimals; expected at most 3", "0.0001"),
        (vec![(STEP, json!(0.0001))], STEP, "0.0001 has 4 decimals; expected at most 3", "0.0001"),
        (vec![(MOST, json!(1_000_000_000_000_u64))], MOST, "has too many digits", "1000000000000"),
    ]);
    assert_good(&vec![(LEAST, json!(0.001)), (STEP, json!(0.001)), ("words.thousands", json!(" "))]);
}

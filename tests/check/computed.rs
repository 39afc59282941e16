//! Figures that follow from others.

use super::*;

const CHANGE: &str = "facts.africa-cassava-change.content.quantity.value";
const BEFORE: &str = "facts.africa-cassava-before.content.quantity.value";
const AFTER: &str = "facts.africa-cassava-after.content.quantity.value";
const FROM: &str = "facts.africa-cassava-change.content.quantity.provenance.computed.from";

#[test]
fn a_change_is_the_right_number_with_the_right_hedge() {
    let third =
        |change: Value| vec![(BEFORE, json!({ "exact": 30 })), (AFTER, json!({ "exact": 40 })), (CHANGE, change)];
    let about = |change: Value| vec![(AFTER, json!({ "about": 30 })), (CHANGE, change)];
    let less = |change: Value| vec![(AFTER, json!({ "exact": 12 })), (CHANGE, change)];
    assert_faults(vec![
        (vec![(CHANGE, json!({ "exact": 7 }))], CHANGE, "another one; expected `exact` 100", "{"),
        (vec![(CHANGE, json!({ "about": 100 }))], CHANGE, "expected `exact` 100", "{"),
        (third(json!({ "exact": 33 })), CHANGE, "expected `about` 33.3", "{"),
        (third(json!({ "about": 34 })), CHANGE, "expected `about` 33.3", "{"),
        (about(json!({ "exact": 100 })), CHANGE, "expected `about` 100", "{"),
        (less(json!({ "exact": 20 })), CHANGE, "expected `exact` -20", "{"),
    ]);
    let good = [third(json!({ "about": 33 })), third(json!({ "about": 33.3 })), about(json!({ "about": 100 }))];
    good.iter().chain([&less(json!({ "exact": -20 }))]).for_each(assert_good);
}

#[test]
fn a_change_is_that_of_two_figures() {
    let unit = "facts.africa-cassava-after.content.quantity.unit";
    let percent = "facts.africa-cassava-change.content.quantity.unit";
    assert_faults(vec![
        (vec![(FROM, json!(["africa-cassava-before"]))], FROM, "a change has 1 facts; expected two", "["),
        (vec![(FROM, json!(["brics-mou", "africa-cassava-after"]))], FROM, "expected two quantities", "["),
        (vec![(BEFORE, json!({ "exact": 0 }))], FROM, "is not known; expected two exact figures", "["),
        (vec![(BEFORE, json!({ "between": { "low": 1, "high": 2 } }))], FROM, "is not known", "["),
        (vec![(unit, json!("tons"))], FROM, "one figure is in `tonnes_per_hectare`, the other in `tons`", "["),
        (vec![(percent, json!("tons"))], percent, "expected the unit `percent`", "\"tons\""),
    ]);
}

#[test]
fn a_count_is_that_of_the_members() {
    let value = "facts.brics-members-2024.content.quantity.value";
    let from = "facts.brics-members-2024.content.quantity.provenance.computed.from";
    let first = "facts.brics-members-2024.content.quantity.provenance.computed.from.0";
    let dated = "facts.brics-founders.content.dated.provenance";
    let computed = json!({ "computed": { "rule": "member_count", "from": ["brics-founders"] } });
    assert_faults(vec![
        (vec![(value, json!({ "exact": 7 }))], value, "joined and left; expected exactly 10", "{"),
        (vec![(value, json!({ "about": 10 }))], value, "expected exactly 10", "{"),
        (vec![(from, json!([]))], from, "no timeline has members that joined or left with these facts", "["),
        (vec![(first, json!("brics-mou"))], first, "no member joined or left with `brics-mou`", "\"brics-mou\""),
        (vec![(dated, computed)], dated, "only figures are computed", "{"),
    ]);
}

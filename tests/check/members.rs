//! Members: who joined, who left, how many there are.

use super::*;

const MEMBERS: &str = "charts.membership.kind.timeline.groups.2.members";
const LEFT: &str = "charts.membership.kind.timeline.groups.0.members.1.left";
const DEPARTURE: &str = "charts.membership.kind.timeline.departures.0.left";

/// A member that left in 2020.
fn with_departure(more: Changes) -> Changes {
    let quantity = |value: u8, from: Value| {
        json!({
            "value": { "exact": value }, "unit": "countries", "as_of": "2020-05",
            "provenance": { "computed": { "rule": "member_count", "from": from } }
        })
    };
    let [first, second] = ["brics-founders", "brics-south-africa"];
    let left = json!({ "dated": { "when": "2020-05", "provenance": { "background": { "work": "A work" } } } });
    let count = json!({ "quantity": quantity(4, json!([first, second, "left"])) });
    let all = quantity(9, json!([first, second, "left", "brics-joiners-2024"]));
    let mut changes = vec![
        ("facts.+", json!({ "id": "left", "label": "One leaves", "content": left })),
        ("facts.+", json!({ "id": "four", "label": "Members without it", "content": count })),
        ("facts.brics-members-2024.content.quantity", all),
        (LEFT, json!("left")),
        ("charts.membership.kind.timeline.departures", json!([{ "left": "left", "count": "four", "label": "Left" }])),
    ];
    changes.extend(more);
    changes
}

#[test]
fn groups_are_as_large_as_stated() {
    let value = ("facts.brics-joiners-2024.content.quantity.value", json!({ "more_than": 5 }));
    let gone = ("charts.membership.kind.timeline.groups.2.members.4", json!(null));
    assert_faults(vec![
        (vec![gone], MEMBERS, "there are 4 members with `brics-joiners-2024`; expected `exact` 5", "["),
        (vec![value], MEMBERS, "there are 5 members with `brics-joiners-2024`; expected `more_than` 5", "["),
        (vec![(MEMBERS, json!([]))], MEMBERS, "the list is empty; expected one member or more", "["),
    ]);
    assert_good(&vec![("facts.brics-joiners-2024.content.quantity.value", json!({ "at_least": 5 }))]);
}

#[test]
fn members_have_names_of_their_own() {
    let name = "charts.membership.kind.timeline.groups.2.members.1.name";
    assert_faults(vec![
        (vec![(name, json!("Brazil"))], name, "“Brazil” is there already", "\"Brazil\""),
        (vec![(name, json!(""))], name, "the text is empty", "\"\""),
    ]);
}

#[test]
fn members_leave_with_departures_after_they_joined() {
    assert_good(&with_departure(vec![]));
    let again = json!({ "left": "left", "count": "four", "label": "Again" });
    let when = "facts.left.content.dated.when";
    let content = json!({
        "value": { "exact": 2 }, "unit": "countries", "as_of": "2020-05",
        "provenance": { "background": { "work": "A work" } }
    });
    assert_faults(vec![
        (
            with_departure(vec![("charts.membership.kind.timeline.departures", json!([]))]),
            LEFT,
            "no departure names `left`",
            "\"left\"",
        ),
        (with_departure(vec![(LEFT, json!(null))]), DEPARTURE, "no member left with `left`", "\"left\""),
        (with_departure(vec![(when, json!("2009-05"))]), LEFT, "the member left before it joined", "\"left\""),
        (with_departure(vec![(when, json!("2009-06-15"))]), LEFT, "the member left before it joined", "\"left\""),
        (with_departure(vec![(when, json!("2008"))]), DEPARTURE, "is not on the axis", "\"left\""),
        (
            with_departure(vec![("facts.left.content", json!({ "quantity": content }))]),
            DEPARTURE,
            "there are 1 members",
            "\"left\"",
        ),
        (with_departure(vec![(DEPARTURE, json!("overview-platforms"))]), DEPARTURE, "has no date", "\"overview"),
        (
            with_departure(vec![("charts.membership.kind.timeline.departures.+", again)]),
            "charts.membership.kind.timeline.departures.1.left",
            "“left” is there already; expected one departure for each fact",
            "\"left\"",
        ),
    ]);
}

#[test]
fn counts_are_running_totals() {
    let count = "charts.membership.kind.timeline.groups.2.count";
    let left = "charts.membership.kind.timeline.departures.0.count";
    assert_faults(vec![
        (
            vec![(count, json!("brics-members-2010"))],
            count,
            "not the number of members from then on; expected a figure of exactly 10",
            "\"brics",
        ),
        (vec![(count, json!("brics-mou"))], count, "expected a figure of exactly 10", "\"brics-mou\""),
        (with_departure(vec![(left, json!("brics-members-2010"))]), left, "expected a figure of exactly 4", "\"brics"),
        (
            with_departure(vec![(count, json!("brics-members-2010"))]),
            count,
            "expected a figure of exactly 9",
            "\"brics",
        ),
    ]);
}

#[test]
fn counts_take_those_who_left_from_those_who_joined() {
    let value = "facts.four.content.quantity.value";
    assert_faults(vec![(with_departure(vec![(value, json!({ "exact": 5 }))]), value, "expected exactly 4", "{")]);
}

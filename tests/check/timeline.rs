//! Timelines: axis, order, events.

use super::*;

const FROM: &str = "charts.membership.kind.timeline.from";
const TO: &str = "charts.membership.kind.timeline.to";
const EVENT: &str = "charts.membership.kind.timeline.events.1.fact";

#[test]
fn an_axis_has_years() {
    assert_faults(vec![
        (vec![(FROM, json!(2024))], TO, "the axis begins in 2024; expected a later year", "2024"),
        (vec![(FROM, json!(1700))], TO, "the axis has 324 years; expected at most 300", "2024"),
        (vec![(FROM, json!(1000))], FROM, "the year 1000 is out of range", "1000"),
        (vec![(TO, json!(3000))], TO, "the year 3000 is out of range", "3000"),
        (vec![(FROM, json!(2030)), (TO, json!(2040))], FROM, "begins after the source was written", "2030"),
        (vec![(FROM, json!("2009"))], FROM, "expected a whole number from 0 to 65535", "\"2009\""),
    ]);
}

#[test]
fn everything_stands_on_the_axis_in_order_of_time() {
    let joined = "charts.membership.kind.timeline.groups.0.joined";
    let second = "charts.membership.kind.timeline.groups.1.joined";
    let summit = "charts.membership.kind.timeline.events.5.fact";
    let when = "facts.brics-summit-2024.content.dated.when";
    assert_faults(vec![
        (vec![(EVENT, json!("overview-platforms"))], EVENT, "`overview-platforms` has no date", "\"overview"),
        (vec![(EVENT, json!("africa-cassava-before"))], EVENT, "has no date; expected a fact with a date", "\"africa"),
        (vec![(EVENT, json!("opening-up-since"))], EVENT, "(2012) is earlier than the one above it", "\"opening"),
        (vec![(EVENT, json!("brics-founders"))], EVENT, "earlier than the one above it", "\"brics"),
        (vec![(FROM, json!(2010))], joined, "(2009-06-16) is not on the axis; expected a date from 2010", "\"brics"),
        (vec![(joined, json!("brics-saudi-note"))], joined, "`brics-saudi-note` has no date", "\"brics"),
        (vec![(second, json!("brics-founders"))], second, "“brics-founders” is there already", "\"brics"),
        (vec![("facts.brics-south-africa.content.dated.when", json!("2009-05"))], second, "earlier", "\"brics"),
        (vec![(when, json!("2024-12/2025-01"))], summit, "is not on the axis", "\"brics-summit"),
    ]);
}

#[test]
fn events_are_announced_or_scheduled_and_have_a_title() {
    let announced = "charts.membership.kind.timeline.events.5.announced";
    let events = "charts.membership.kind.timeline.events";
    let title = ("charts.membership.kind.timeline.events_title", json!(""));
    let timeline = "charts.membership.kind.timeline";
    assert_faults(vec![
        (vec![(announced, json!(true))], announced, "`brics-summit-2024` is scheduled already; expected `ann", "true"),
        (vec![title.clone()], timeline, "there are events without a title; expected the field `events_title`", "{"),
    ]);
    let again = json!({ "fact": "brics-summit-2024", "label": "Again" });
    assert_warnings(vec![(
        vec![("charts.membership.kind.timeline.events.+", again)],
        "charts.membership.kind.timeline.events.6.fact",
        "is shown twice among the events",
        "\"brics",
    )]);
    assert_good(&vec![title, (events, json!([]))]);
}

/// A timeline of members, of events, or of both.
#[test]
fn a_timeline_has_members_or_events() {
    let timeline = "charts.membership.kind.timeline";
    let no_members = ("charts.membership.kind.timeline.groups", json!(null));
    let no_events = ("charts.membership.kind.timeline.events", json!(null));
    let choose = "charts.membership.kind.timeline.choose";
    assert_faults(vec![
        (vec![no_members.clone(), no_events], timeline, "there is nothing on the timeline; expected `groups`", "{"),
        (vec![no_members], choose, "no members to tell of a chosen year", "{"),
        (
            vec![("charts.membership.kind.timeline.count_title", json!(null))],
            timeline,
            "there are members without a title; expected the field `count_title`",
            "{",
        ),
    ]);
}

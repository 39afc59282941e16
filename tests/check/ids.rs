//! Names, and what they lead to.

use super::*;

const COUNT: &str = "charts.agreements.kind.bars.choose.parameter";
const PANEL: &str = "charts.agreements.kind.bars.panels.0.id";

#[test]
fn names_are_unique_and_can_stand_in_addresses() {
    assert_faults(vec![
        (
            vec![("facts.1.id", json!("bri-cooperation-countries"))],
            "facts.1.id",
            "is the name of facts[0].id too",
            "\"bri",
        ),
        (vec![("units.1.id", json!("countries"))], "units.1.id", "is the name of units[0].id too", "\"countries\""),
        (vec![("sections.1.id", json!("bri"))], "sections.1.id", "is the name of sections[0].id too", "\"bri\""),
        (vec![("charts.0.id", json!("bri"))], "charts.0.id", "`bri` is the name of sections[0].id too", "\"bri\""),
        (vec![("charts.0.id", json!("Agreements"))], "charts.0.id", "this cannot be a name in addresses", "\"Agr"),
        (vec![("charts.0.id", json!("a_b"))], "charts.0.id", "letters from a to z, digits and hyphens", "\"a_b\""),
        (vec![("charts.0.id", json!(""))], "charts.0.id", "this cannot be a name", "\"\""),
        (vec![("sections.0.id", json!("é"))], "sections.0.id", "this cannot be a name", "\"é\""),
        (vec![("facts.0.id", json!("a b"))], "facts.0.id", "digits, underscores and hyphens", "\"a b\""),
        (vec![("units.0.id", json!("a".repeat(65)))], "units.0.id", "1 to 64", "\"aaa"),
        (vec![("charts.0.id", json!("story"))], "charts.0.id", "`story` is a view of every story", "\"story\""),
        (vec![("sections.0.id", json!("figures"))], "sections.0.id", "a view of every story", "\"figures\""),
        (vec![("sections.0.id", json!("method"))], "sections.0.id", "a view of every story", "\"method\""),
        (
            vec![(PANEL, json!("people"))],
            "charts.agreements.kind.bars.panels.3.id",
            "is the name of charts[0]",
            "\"people\"",
        ),
        (vec![(PANEL, json!("A"))], PANEL, "this cannot be a name", "\"A\""),
        (vec![(PANEL, json!(""))], PANEL, "this cannot be a name", "\"\""),
    ]);
}

#[test]
fn parameters_are_unique_over_all_charts_and_none_is_reserved() {
    let order = "charts.agreements.kind.bars.order.parameter";
    let field = "charts.yields.kind.ranges.calculator.parameter";
    let year = "charts.membership.kind.timeline.choose.parameter";
    assert_faults(vec![
        (vec![(order, json!("count"))], order, "is the name of charts[0].kind.bars.choose.parameter too", "\"count\""),
        (vec![(field, json!("count"))], field, "is the name of charts[0]", "\"count\""),
        (vec![(year, json!("field"))], year, "is the name of charts[1]", "\"field\""),
        (vec![(COUNT, json!("Count"))], COUNT, "this cannot be a name", "\"Count\""),
        (vec![(COUNT, json!(""))], COUNT, "this cannot be a name", "\"\""),
    ]);
    let reserved = ["theme", "transparent", "controls", "lang", "fact", "mark", "accent"];
    for name in reserved.into_iter().chain(["childId", "initialWidth", "parentTitle", "parentUrl"]) {
        assert_faults(vec![(vec![(COUNT, json!(name))], COUNT, "has a meaning in every address", "\"")]);
    }
}

#[test]
fn names_lead_somewhere() {
    let row = "charts.agreements.kind.bars.panels.0.rows.1.fact";
    let also = "charts.yields.kind.ranges.panels.0.shows.intervals.also.0.fact";
    let rows = "charts.yields.kind.ranges.panels.0.shows.intervals.rows.0.fact";
    let before = "charts.yields.kind.ranges.panels.1.shows.change.before.fact";
    let after = "charts.yields.kind.ranges.panels.1.shows.change.after.fact";
    let change = "charts.yields.kind.ranges.panels.1.shows.change.change.fact";
    let range = "charts.yields.kind.ranges.calculator.range";
    let joined = "charts.membership.kind.timeline.groups.1.joined";
    let count = "charts.membership.kind.timeline.groups.1.count";
    let note = "charts.membership.kind.timeline.groups.2.members.0.note";
    let left = "charts.membership.kind.timeline.groups.2.members.0.left";
    let event = "charts.membership.kind.timeline.events.0.fact";
    let from = "facts.africa-cassava-change.content.quantity.provenance.computed.from.1";
    let more = "sections.bri.more_figures.0";
    for path in [row, also, rows, before, after, change, range, joined, count, note, left, event, from, more] {
        assert_faults(vec![(
            vec![(path, json!("gone"))],
            path,
            "no fact has the id `gone`; expected the id of a fact",
            "\"gone\"",
        )]);
    }
    let departures = "charts.membership.kind.timeline.departures";
    let departure = json!([{ "left": "gone", "count": "went", "label": "x" }]);
    let unit = "facts.bri-ip-countries.content.quantity.unit";
    let tried = "charts.yields.kind.ranges.calculator.unit";
    let section = "facts.bri-ip-countries.content.quantity.provenance.source.section";
    assert_faults(vec![
        (
            vec![(departures, departure.clone())],
            "charts.membership.kind.timeline.departures.0.left",
            "`gone`",
            "\"gone\"",
        ),
        (vec![(departures, departure)], "charts.membership.kind.timeline.departures.0.count", "`went`", "\"went\""),
        (
            vec![("page.key_figures.0", json!("africa-yield-gains"))],
            "page.key_figures.0",
            "did you mean `africa-yield-gain`?",
            "\"africa",
        ),
        (vec![("sections.bri.key_figures.0", json!("gone"))], "sections.bri.key_figures.0", "no fact", "\"gone\""),
        (
            vec![(unit, json!("contries"))],
            unit,
            "no unit has the id `contries`; did you mean `countries`?",
            "\"contries\"",
        ),
        (vec![(tried, json!("tonnes"))], tried, "no unit has the id `tonnes`", "\"tonnes\""),
        (vec![(section, json!("bris"))], section, "no section has the id `bris`; did you mean `bri`?", "\"bris\""),
        (
            vec![("charts.0.section", json!("asea"))],
            "charts.0.section",
            "no section has the id `asea`; did you",
            "\"asea\"",
        ),
    ]);
}

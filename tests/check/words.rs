//! Words: placeholders, and texts that readers need.

use super::*;

#[test]
fn templates_have_exactly_their_placeholders() {
    let answer = "charts.yields.kind.ranges.calculator.answer";
    let year = "charts.membership.kind.timeline.choose.answer";
    let events = "charts.membership.kind.timeline.choose.events";
    assert_faults(vec![
        (vec![("units.0.other", json!("countries"))], "units.0.other", "the template lacks `{}`", "\"countries\""),
        (vec![("units.0.one", json!("one country"))], "units.0.one", "the template lacks `{}`", "\"one"),
        (vec![("units.percent.tick", json!("%"))], "units.percent.tick", "the template lacks `{}`", "\"%\""),
        (vec![("units.0.other", json!("{} of {kind}"))], "units.0.other", "nothing is filled in for `{kind}`", "\"{}"),
        (
            vec![(answer, json!("{value} {low} {range}"))],
            answer,
            "lacks `{high}`; expected `{value}`, `{low}`",
            "\"{value}",
        ),
        (
            vec![(answer, json!("{value} {low} {high} {range} {}"))],
            answer,
            "nothing is filled in for `{}`",
            "\"{value}",
        ),
        (vec![(year, json!("{members}"))], year, "the template lacks `{year}`", "\"{members}"),
        (vec![(events, json!("That year"))], events, "the template lacks `{}`", "\"That"),
        (vec![("page.skip_to", json!("Skip"))], "page.skip_to", "the template lacks `{}`", "\"Skip\""),
        (vec![("page.share.saved", json!("Saved"))], "page.share.saved", "the template lacks `{}`", "\"Saved\""),
        (vec![("page.skip", json!("Skip {}"))], "page.skip", "expected a text without placeholders", "\"Skip"),
        (vec![("words.legend.left", json!("{left}"))], "words.legend.left", "nothing is filled in", "\"{left}"),
        (
            vec![("words.hedges.between", json!("{low} to {hig}"))],
            "words.hedges.between",
            "nothing is filled in for `{hig}`",
            "\"{low}",
        ),
        (vec![("words.span", json!("{start}"))], "words.span", "lacks `{end}`", "\"{start}"),
        (vec![("words.left", json!("{joined}"))], "words.left", "lacks `{left}`", "\"{joined}"),
        (vec![("words.place", json!("{section} {paragraph}"))], "words.place", "lacks `{sentence}`", "\"{section}"),
    ]);
    let hedges = ["more_than", "at_least", "less_than", "at_most", "about"].map(|name| format!("words.hedges.{name}"));
    let words = ["average", "negative", "as_of", "period", "since", "scheduled", "work", "background"];
    let words = words.into_iter().chain(["computed_short", "increase", "decrease"]).map(|name| format!("words.{name}"));
    let shown = ["one", "other"].map(|name| format!("words.controls.shown.{name}"));
    for path in hedges.into_iter().chain(words).chain(shown) {
        let path: &'static str = path.leak();
        assert_faults(vec![(vec![(path, json!("x"))], path, "the template lacks `{}`; expected `{}`", "\"x\"")]);
    }
}

#[test]
fn texts_that_readers_need_are_there() {
    let paths = [
        "page.name",
        "page.headline",
        "page.columns.2",
        "page.color_schemes.1",
        "page.method.0.title",
        "page.links.0.href",
        "page.share.forms.4",
        "sections.bri.name",
        "sections.bri.headline",
        "sections.bri.text.1",
        "charts.yields.text.title",
        "charts.yields.text.source",
        "charts.yields.kind.ranges.panels.0.title",
        "charts.yields.kind.ranges.calculator.label",
        "charts.agreements.kind.bars.choose.all",
        "charts.agreements.kind.bars.panels.0.note",
        "charts.agreements.kind.bars.panels.0.rows.0.label",
        "charts.membership.kind.timeline.written",
        "charts.membership.kind.timeline.groups.0.label",
        "charts.membership.kind.timeline.groups.0.members.0.name",
        "charts.membership.kind.timeline.events.0.label",
        "facts.brics-mou.label",
        "facts.overview-platforms.content.named.names",
        "facts.bri-forum-outcomes.note",
        "words.months.6",
        "words.undated",
        "words.legend.exact",
        "words.controls.close",
    ];
    for path in paths {
        assert_faults(vec![(vec![(path, json!(" "))], path, "the text is empty", "\" \"")]);
    }
    for path in ["page.kicker", "sections.bri.kicker", "words.thousands", "page.footer"] {
        assert_good(&vec![(path, json!(""))]);
    }
}

#[test]
fn texts_hold_nothing_that_cannot_be_shown() {
    for strange in ["a\u{0}b", "a\nb", "a\u{1b}b", "a\u{ffff}b"] {
        let path = "page.footer";
        assert_faults(vec![(vec![(path, json!(strange))], path, "which cannot be shown", "\"a")]);
    }
}

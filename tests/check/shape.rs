//! Fields, variants, types and syntax.

use super::*;

#[test]
fn every_difference_from_the_format_is_told() {
    assert_faults(vec![
        (vec![("page.headlines", json!("x"))], "page.headlines", "did you mean `headline`?", "\"headlines\""),
        (vec![("page.colour", json!("x"))], "page.colour", "`colour` is not known here; expected one of", "\"colour\""),
        (vec![("more", json!([]))], "more", "expected one of `$schema`, `article`", "\"more\""),
        (vec![("article", json!(null))], "article", "the field `article` is missing", "{"),
        (vec![("page.name", json!(null))], "page.name", "`name` is missing; expected a text (The name of", "{"),
        (vec![("page.name", json!(5))], "page.name", "this is the number 5; expected a text", "5"),
        (vec![("sections", json!({}))], "sections", "this is an object; expected a list", "{"),
        (vec![("sections.bri.hue", json!(5))], "sections.bri.hue", "expected a whole number from 1 to 4", "5"),
        (vec![("sections.bri.sentences.0", json!(256))], "sections.bri.sentences.0", "from 0 to 255", "256"),
        (vec![("sections.bri.sentences.0", json!(-1))], "sections.bri.sentences.0", "from 0 to 255", "-1"),
        (vec![("words.months.11", json!(null))], "words.months", "has 11 items; expected 12", "["),
        (vec![("page.forms", json!([]))], "page.forms", "`forms` is not known here", "\"forms\""),
        (vec![("charts.membership.kind", json!({}))], "charts.membership.kind", "nothing is said here", "{"),
        (
            vec![("charts.membership.kind.bars", json!({ "panels": [] }))],
            "charts.membership.kind",
            "only one of these fields can be; expected an object with one of `bars`, `ranges`, `timeline`",
            "{",
        ),
        (
            vec![("charts.membership.kind", json!({ "pie": {} }))],
            "charts.membership.kind.pie",
            "`pie` is not known here; expected one of `bars`, `ranges`, `timeline`",
            "\"pie\"",
        ),
        (
            vec![("facts.bri-ip-countries.content.quantity.provenance", json!(null))],
            "facts.bri-ip-countries.content.quantity.provenance",
            "the field `provenance` is missing; expected an object with one of `source`, `work`",
            "{",
        ),
        (
            vec![("facts.brics-members-2024.content.quantity.provenance.computed.rule", json!("member_counts"))],
            "facts.brics-members-2024.content.quantity.provenance.computed.rule",
            "did you mean `member_count`?",
            "\"member_counts\"",
        ),
        (
            vec![("facts.bri-ip-countries.content.quantity.value", json!({ "more_then": 50 }))],
            "facts.bri-ip-countries.content.quantity.value.more_then",
            "did you mean `more_than`?",
            "\"more_then\"",
        ),
        (
            vec![("facts.africa-yield-gain.content.quantity.value.between.average", json!(true))],
            "facts.africa-yield-gain.content.quantity.value.between.average",
            "not known here; expected one of `high`, `low`",
            "\"average\"",
        ),
        (
            vec![("facts.bri-ip-countries.content.quantity.average", json!("yes"))],
            "facts.bri-ip-countries.content.quantity.average",
            "expected true or false",
            "\"yes\"",
        ),
    ]);
}

#[test]
fn numbers_and_dates_that_cannot_be_have_their_place() {
    let value = "facts.bri-ip-countries.content.quantity.value.more_than";
    for text in ["2023-+8", "2023-00", "2023-13", "2023-02-29", "2023-8", "soon", "2023/", ""] {
        let path = "facts.bri-ip-countries.content.quantity.as_of";
        assert_faults(vec![(vec![(path, json!(text))], path, "is no date; expected a date as a text: \"2012\"", "\"")]);
    }
    for number in [json!(1.2345678), json!("1e3"), json!(1e13), json!(true), json!("٣")] {
        assert_faults(vec![(vec![(value, number)], value, "expected a number of at most six decimals", "")]);
    }
}

#[test]
fn several_faults_in_one_item_are_all_told() {
    let mut story = changed(&vec![
        ("facts.bri-ip-countries.lable", json!("x")),
        ("facts.bri-ip-countries.label", json!(null)),
        ("facts.bri-ip-countries.content.quantity.units", json!("countries")),
        ("facts.bri-ip-countries.content.quantity.unit", json!("contries")),
        ("facts.bri-ip-countries.content.quantity.as_of", json!("2030")),
        ("page.headlien", json!("x")),
        ("page.lang", json!("englisch")),
        ("page.key_figures.0", json!("bri-cooperation-country")),
        ("charts.agreements.kind.bars.panels.0.rows.0.fact", json!("gone")),
        ("charts.agreements.kind.bars.panels.1.rows.0.lable", json!("x")),
    ]);
    story["page"].as_object_mut().unwrap().remove("headline");
    let all = told(&findings(&story.to_string()));
    for words in [
        "facts[4].lable: `lable` is not known here; did you mean `label`?",
        "facts[4].content.quantity.units: `units` is not known here; did you mean `unit`?",
        "facts[4].content.quantity.unit: no unit has the id `contries`; did you mean `countries`?",
        "facts[4].content.quantity.as_of: the date is after the source was written; expected at most 2024-09",
        "page.headlien: `headlien` is not known here; did you mean `headline`?",
        "page.lang: `englisch` is no language tag",
        "page.key_figures[0]: no fact has the id `bri-cooperation-country`; did you mean `bri-cooperation-countries`?",
        "charts[0].kind.bars.panels[0].rows[0].fact: no fact has the id `gone`",
        "charts[0].kind.bars.panels[1].rows[0].lable: `lable` is not known here",
    ] {
        assert!(all.contains(words), "expected `{words}` in:\n{all}");
    }
    assert_eq!(all.lines().count(), 9, "{all}");
}

#[test]
fn what_could_not_be_read_is_known_all_the_same() {
    let story = changed(&vec![
        ("facts.bri-ip-countries.content.quantity.as_of", json!("2023-13")),
        ("units.countries.other", json!(7)),
        ("sections.bri.text", json!("x")),
        ("charts.membership.kind.timeline.from", json!("x")),
    ]);
    let all = told(&findings(&story.to_string()));
    assert_eq!(all.lines().count(), 4, "{all}");
}

#[test]
fn syntax_has_its_place() {
    let at = |text: &str| {
        let found = findings(text);
        let position = found[0].position.clone().unwrap();
        assert_eq!(found.len(), 1);
        (position.line, position.column, found[0].message.clone())
    };
    assert_eq!(at("{\n  \"a\" 1\n}"), (2, 7, "expected `:`".to_owned()));
    assert_eq!(at("{\n  \"é\": 1,\n}"), (3, 1, "trailing comma".to_owned()));
    assert_eq!(at("[1] x"), (1, 5, "trailing characters".to_owned()));
    assert_eq!(at("{ // no\n}").0, 1);
    assert_eq!(at("{\"facts\": ["), (1, 11, "the file ends within a list".to_owned()));
    assert_eq!(at("").2, "the file is empty");
    assert_eq!(at("\u{feff}{}").2, "the file begins with a byte order mark; save it without one");
    assert_eq!(at("{\"a\": \"\\ud800\"}").0, 1);
    assert_eq!(at("{\"a\": 1e999}").2, "number out of range");
}

/// Slips of people who write JSON by hand, each with what they are told to write.
#[test]
fn slips_of_the_pen_are_told() {
    for (text, expected) in [
        ("{\"a\": 1,094}", "a number without a sign between thousands: 1094"),
        ("{“a”: 1}", "straight double quotes (\") around names and texts"),
        ("{\"a\": “b”}", "straight double quotes"),
        ("{'a': 1}", "straight double quotes"),
        ("{\"a\": 1,\n}", "no comma after the last item"),
        ("[1,]", "no comma after the last item"),
        ("{\"a\": \"he said \"no\" to it\"}", "a comma between two items; within a text, \\\" for a quote"),
        ("{\"a\": 1\n\"b\": 2}", "a comma between two items"),
        ("{\"a\": 1, // why\n\"b\": 2}", "no comments"),
        ("{\"a\": .5}", "a number with a digit first: 0.5"),
        ("{\"a\": 1.}", "digits on both sides of the point: 0.5"),
        ("{\"a\": \"one\ntwo\"}", "each text on one line"),
        ("{\"a\": \"b\"", "the rest; at least what closes it: `]` or `}`"),
    ] {
        let told = told(&findings(text));
        assert!(told.contains(&format!("; expected {expected}")), "{text}: {told}");
    }
}

#[test]
fn what_a_name_may_be_is_told_where_there_is_little_choice() {
    let unit = "facts.bri-ip-countries.content.quantity.unit";
    let expected = "no unit has the id `litres`; expected the id of a unit: `countries`, `institutions`, ";
    assert_faults(vec![(vec![(unit, json!("litres"))], unit, expected, "\"litres\"")]);
    let fact = "page.key_figures.0";
    assert_faults(vec![(
        vec![(fact, json!("litres"))],
        fact,
        "the id `litres`; expected the id of a fact",
        "\"litres\"",
    )]);
}

#[test]
fn a_field_that_is_there_twice_is_a_fault() {
    let text = serde_json::to_string_pretty(&shipped()).unwrap();
    let twice = text.replacen("\"written\": \"2024-09\"", "\"written\": \"2024-09\",\n    \"written\": \"2025\"", 1);
    let found = findings(&twice);
    assert_eq!(told(&found), "error: article.written: the field `written` is there twice; expected one of them\n");
    let line = text.lines().position(|line| line.contains("\"written\"")).unwrap();
    assert_eq!(found[0].position.as_ref().map(|at| at.line), Some(line + 2));
}

#[test]
fn numbers_are_kept_as_they_are_written() {
    let text = shipped().to_string();
    for number in ["2.50", "150.0", "999999999999.123456"] {
        let text = text.replacen("\"more_than\":150}", &format!("\"more_than\":{number}}}"), 1);
        let story = file::parse(&text).unwrap_or_else(|found| panic!("{}", told(&found))).story;
        let value = story.facts[0].quantity().unwrap().value;
        assert_eq!(value.least_stated().to_string(), number);
    }
}

#[test]
fn the_schema_is_that_of_the_story() {
    let schema: Value = serde_json::from_str(&file::schema()).unwrap();
    assert_eq!(schema["title"], "Story");
    assert!(schema["$defs"]["When"]["pattern"].is_string());
    let kept = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.schema.json")).unwrap();
    assert!(kept == file::schema(), "renew static/story.schema.json with `check --schema`");
}

//! The story file: every fact of the source as it was stated, and a clear error for everything that can be wrong.

extern crate alloc;

mod common;

use common::{read, story};
use serde_json::{Value, json};
use tech_ties::story::{self, Bound, Content, Fact, Graphic, Place, Provenance, Section, Spoken, parse};

/// What the source states, written down a second time and independently of the story file.
fn stated() -> Vec<Value> {
    serde_json::from_str(&read("tests/facts.json")).expect("tests/facts.json is a list")
}

#[test]
fn every_fact_of_the_source_is_told_with_its_value_hedge_date_and_place() {
    let story = story();
    let stated = stated();
    assert_eq!(stated.len(), 35);
    for row in &stated {
        let id = row["id"].as_str().expect("an id");
        let fact = story.facts.iter().find(|fact| fact.id.0 == id).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(place(fact), row["at"].as_str().map(str::to_owned), "the place of {id}");
        assert_eq!(content(fact), expected(row), "the content of {id}");
    }
}

fn place(fact: &Fact) -> Option<String> {
    let Provenance::Source(Place { section, paragraph, sentence }) = fact.provenance() else { return None };
    Some(format!("{} {paragraph}.{sentence}", section.name()))
}

/// A fact's content in the terms of tests/facts.json.
fn content(fact: &Fact) -> Value {
    match &fact.content {
        Content::Quantity(quantity) => {
            let (value, qualifier) = match quantity.value {
                Bound::Exact(value) => (json!(value), "exact"),
                Bound::AtLeast(value) => (json!(value), "at_least"),
                Bound::Interval { low, high } => (json!([low, high]), "range, on average"),
            };
            assert_eq!(quantity.average, qualifier.contains("average"), "the average of {}", fact.id);
            json!([value, qualifier, quantity.as_of.map(String::from)])
        }
        Content::Dated(dated) => json!(String::from(dated.when)),
        Content::Named(_) => Value::Null,
    }
}

fn expected(row: &Value) -> Value {
    match (&row["value"], row["unit"].as_str()) {
        (Value::Null, _) => Value::Null,
        (value, Some("year" | "month" | "days")) => {
            json!(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        }
        (value, _) => {
            let period = row["period"].as_str().map(|period| period.replace(" to ", "/"));
            let as_of = row["as_of"].as_str().map(str::to_owned).or(period);
            json!([value, row["qualifier"], as_of])
        }
    }
}

#[test]
fn no_wording_loses_a_hedge() {
    let story = story();
    for fact in &story.facts {
        let said = Spoken::of(fact, &story.words).value;
        if let Some(quantity) = fact.quantity() {
            match quantity.value {
                Bound::AtLeast(_) => assert!(said.starts_with("more than "), "{said}"),
                Bound::Interval { low, high } => assert!(said.contains(&format!("{low} to {high}")), "{said}"),
                Bound::Exact(_) => assert!(!said.contains("more than"), "{said}"),
            }
            assert_eq!(said.contains("on average"), quantity.average, "{said}");
        }
    }
}

#[test]
fn wordings_read_as_they_should() {
    let story = story();
    let said = |id: &str| {
        let fact = story.facts.iter().find(|fact| fact.id.0 == id).expect("a fact");
        let said = Spoken::of(fact, &story.words);
        format!("{}; {}; {}", said.value, said.dated, said.place)
    };
    let place = "Source article: Belt and Road, paragraph\u{a0}2, sentence\u{a0}1";
    assert_eq!(said("bri-professionals-trained"), format!("more than 16,000 people; 2013 to 2024; {place}"));
    assert!(said("africa-yield-gain").starts_with("30 to 60 percent on average; as of December 2023; "));
    assert!(said("africa-cassava-change").starts_with("+100 percent; date not stated; Computed"));
    assert!(said("brics-summit-2024").starts_with("scheduled for 22 to 24 October 2024; ; "));
    assert!(
        said("brics-founders").starts_with("16 June 2009; ; Background, not in the source article: Joint Statement")
    );
}

/// What the browser holds, as the build wrote it.
static EMBEDDED: Graphic = include!(concat!(env!("OUT_DIR"), "/graphic.rs"));

#[test]
fn the_program_holds_what_the_story_tells() {
    assert_eq!(EMBEDDED, story().graphic());
}

/// The faults of the story file after one change to it.
fn faults(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&read("static/story.json")).expect("JSON");
    change(&mut file);
    let faults = parse(&file.to_string()).expect_err("a fault");
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn assert_fault(change: impl FnOnce(&mut Value), path: &str, words: &str) {
    let faults = faults(change);
    assert!(faults.contains(path) && faults.contains(words), "expected `{path}` and `{words}` in:\n{faults}");
}

/// The place of a fact in the file.
fn index(file: &Value, id: &str) -> usize {
    file["facts"].as_array().and_then(|facts| facts.iter().position(|fact| fact["id"] == id)).expect("a fact")
}

#[test]
fn an_unknown_unit_is_a_fault() {
    let change = |file: &mut Value| file["facts"][0]["content"]["quantity"]["unit"] = json!("contries");
    assert_fault(change, "facts[0].content.quantity.unit", "unknown variant `contries`, expected one of `countries`");
}

#[test]
fn a_dangling_fact_id_is_a_fault() {
    let change = |file: &mut Value| file["charts"]["agreements"]["panels"][0]["rows"][1]["fact"] = json!("gone");
    assert_fault(change, "charts.agreements.panels[0].rows[1].fact", "no fact has the id `gone`");
    let change = |file: &mut Value| file["cards"][2]["key_figures"][0] = json!("gone");
    assert_fault(change, "cards[2].key_figures[0]", "no fact has the id `gone`");
}

#[test]
fn an_interval_upside_down_is_a_fault() {
    let change = |file: &mut Value| {
        let i = index(file, "africa-yield-gain");
        file["facts"][i]["content"]["quantity"]["value"]["interval"] = json!({ "low": 60, "high": 30 });
    };
    assert_fault(change, "content.quantity.value.interval", "upside down: low is 60 and high 30");
}

#[test]
fn a_date_out_of_range_is_a_fault() {
    let date =
        |text: &'static str| move |file: &mut Value| file["facts"][0]["content"]["quantity"]["as_of"] = json!(text);
    assert_fault(date("1066"), "facts[0].content.quantity.as_of", "out of range");
    assert_fault(date("2024-11"), "facts[0].content.quantity.as_of", "after the source article was written");
    assert_fault(date("2024-13"), "facts[0].content.quantity.as_of", "not a date; write 2012");
    assert_fault(date("2014/2012"), "facts[0].content.quantity.as_of", "ends before it starts");
}

#[test]
fn a_duplicate_id_is_a_fault() {
    let change = |file: &mut Value| file["facts"][1]["id"] = file["facts"][0]["id"].clone();
    assert_fault(change, "facts[1].id", "is the id of an earlier fact too");
}

#[test]
fn a_figure_without_provenance_is_a_fault() {
    let change = |file: &mut Value| {
        file["facts"][0]["content"]["quantity"].as_object_mut().expect("an object").remove("provenance");
    };
    assert_fault(change, "facts[0].content.quantity", "say where the figure comes from");
}

#[test]
fn a_place_that_the_source_does_not_have_is_a_fault() {
    let change = |file: &mut Value| {
        file["facts"][0]["content"]["quantity"]["provenance"]["source"]["sentence"] = json!(9);
    };
    assert_fault(change, "facts[0]", "that paragraph has 3 sentences");
}

#[test]
fn a_wrong_computed_value_is_a_fault() {
    let wrong = |id: &'static str| {
        move |file: &mut Value| {
            let i = index(file, id);
            file["facts"][i]["content"]["quantity"]["value"] = json!({ "exact": 7 });
        }
    };
    assert_fault(wrong("africa-cassava-change"), "facts[", "should be exactly 100");
    assert_fault(wrong("brics-members-2024"), "facts[", "should be exactly 10");
}

#[test]
fn a_group_that_is_not_as_large_as_stated_is_a_fault() {
    let change = |file: &mut Value| {
        file["charts"]["membership"]["groups"][2]["members"].as_array_mut().expect("a list").pop();
    };
    assert_fault(change, "charts.membership.groups[2]", "lists 4 members where its fact says 5");
}

#[test]
fn a_card_too_long_and_a_fact_on_no_card_are_faults() {
    let change = |file: &mut Value| file["cards"][0]["text"][0] = json!("word ".repeat(130));
    assert_fault(change, "cards[0].text", "tell it in 60 to 120");
    let change = |file: &mut Value| file["cards"][1]["more_figures"] = json!([]);
    assert_fault(change, "facts[", "no card shows `bri-ip-countries`");
}

#[test]
fn a_misspelt_field_is_a_fault() {
    let change = |file: &mut Value| file["page"]["headlines"] = json!("x");
    assert_fault(change, "page", "unknown field `headlines`");
}

#[test]
fn titles_are_findings_of_at_most_fifteen_words() {
    let charts = story().charts;
    for text in [charts.agreements.text, charts.yields.text, charts.membership.text] {
        assert!(text.title.split_whitespace().count() <= 15, "{}", text.title);
    }
    assert!(story().cards.iter().all(|card| Section::ALL.contains(&card.section)));
}

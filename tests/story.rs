//! The story that comes with the project: every fact of its source as it was stated.

mod common;

use common::{read, story};
use serde_json::{Value, json};
use story::{Bound, Content, Fact, Number, Place, Provenance};

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
    Some(format!("{} {paragraph}.{sentence}", section))
}

/// A fact's content in the terms of tests/facts.json.
fn content(fact: &Fact) -> Value {
    match &fact.content {
        Content::Quantity(quantity) => {
            let number = |number: Number| json!(number.to_string().parse::<u32>().expect("a whole number"));
            let (value, qualifier) = match quantity.value {
                Bound::Exact(value) => (number(value), "exact"),
                // "More than" and "over": the list calls both so.
                Bound::MoreThan(value) => (number(value), "at_least"),
                Bound::Between { low, high } => (json!([number(low), number(high)]), "range, on average"),
                other => panic!("{other:?} is not in the source"),
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
    let graphic = story.graphic();
    for fact in &story.facts {
        let said = graphic.say(fact).value;
        if let Some(quantity) = fact.quantity() {
            match quantity.value {
                Bound::MoreThan(_) => assert!(said.starts_with("more than "), "{said}"),
                Bound::Between { low, high } => assert!(said.contains(&format!("{low} to {high}")), "{said}"),
                _ => assert!(!said.contains("more than"), "{said}"),
            }
            assert_eq!(said.contains("on average"), quantity.average, "{said}");
        }
    }
}

#[test]
fn wordings_read_as_they_should() {
    let story = story();
    let graphic = story.graphic();
    let said = |id: &str| {
        let fact = story.facts.iter().find(|fact| fact.id.0 == id).expect("a fact");
        let said = graphic.say(fact);
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

#[test]
fn one_is_told_in_the_singular() {
    let graphic = story().graphic();
    let one = Bound::Exact(Number::from(1));
    let unit = "countries".into();
    assert_eq!(graphic.with_unit(&graphic.bound(one), &unit, one), "1 country");
    let few = Bound::MoreThan(Number::from(2));
    assert_eq!(graphic.with_unit(&graphic.bound(few), &unit, few), "more than 2 countries");
}

#[test]
fn titles_are_findings_of_at_most_fifteen_words() {
    for chart in story().charts {
        assert!(chart.text.title.split_whitespace().count() <= 15, "{}", chart.text.title);
    }
}

//! Facts: figures, dates and where they come from.

use super::*;

const AS_OF: &str = "facts.bri-ip-countries.content.quantity.as_of";
const PLACE: &str = "facts.bri-ip-countries.content.quantity.provenance.source";
const FOUNDED: &str = "facts.brics-founders.content.dated.when";

#[test]
fn dates_are_in_range_the_right_way_round_and_known_to_the_source() {
    let park = "facts.brics-incubation-park-opened.content.dated.when";
    let summit = "facts.brics-summit-2024.content.dated.when";
    assert_faults(vec![
        (vec![(AS_OF, json!("1499"))], AS_OF, "out of range; expected a year from 1500 to 2100", "\"1499\""),
        (vec![(AS_OF, json!("2101"))], AS_OF, "out of range", "\"2101\""),
        (vec![("article.written", json!("1066"))], "article.written", "out of range", "\"1066\""),
        (vec![(AS_OF, json!("2024-10"))], AS_OF, "after the source was written; expected at most 2024-09", "\"2024"),
        (vec![(park, json!("2025"))], park, "after the source was written", "\"2025\""),
        (vec![(AS_OF, json!("2014/2012"))], AS_OF, "the span ends before it starts", "\"2014/2012\""),
        (vec![(AS_OF, json!("2014-03-09/2014-03-08"))], AS_OF, "the span ends before it starts", "\"2014"),
        (vec![(summit, json!("2023"))], summit, "was over when the source was written", "\"2023\""),
    ]);
    for good in ["2024", "1500", "2014/2014", "2014-03-08/2014-03-08", "2014-03/2014"] {
        assert_good(&vec![(AS_OF, json!(good))]);
    }
}

#[test]
fn a_range_goes_up() {
    let value = "facts.africa-yield-gain.content.quantity.value.between";
    for high in [30, 20] {
        let words = "the range is upside down: low is 30 and high";
        assert_faults(vec![(
            vec![("facts.africa-yield-gain.content.quantity.value.between.high", json!(high))],
            value,
            words,
            "{",
        )]);
    }
}

#[test]
fn a_sentence_of_the_source_is_there() {
    let sentence = "facts.bri-ip-countries.content.quantity.provenance.source.sentence";
    let paragraph = "facts.bri-ip-countries.content.quantity.provenance.source.paragraph";
    assert_faults(vec![
        (vec![(sentence, json!(9))], sentence, "no such sentence; expected from 1 to 2", "9"),
        (vec![(sentence, json!(0))], sentence, "no such sentence", "0"),
        (vec![(paragraph, json!(6))], paragraph, "no such paragraph; expected from 1 to 5", "6"),
        (vec![(paragraph, json!(0))], paragraph, "no such paragraph", "0"),
        (vec![("sections.bri.sentences", json!([]))], PLACE, "expected `work` with its title", "{"),
    ]);
}

#[test]
fn works_have_titles() {
    let work = "facts.brics-founders.content.dated.provenance.background.work";
    let cited = "facts.bri-ip-countries.content.quantity.provenance";
    let title = "facts.bri-ip-countries.content.quantity.provenance.work.title";
    assert_faults(vec![
        (vec![(work, json!(" "))], work, "the text is empty", "\" \""),
        (vec![(cited, json!({ "work": { "title": "" } }))], title, "the text is empty", "\"\""),
    ]);
}

#[test]
fn what_a_source_says_stands_on_a_card() {
    let at = "facts.bri-ip-countries.content.quantity.provenance";
    let gone = ("sections.bri.more_figures.0", json!(null));
    let work = (at, json!({ "work": { "title": "A work of 2020" } }));
    let elsewhere = ("sections.africa.more_figures.+", json!("bri-ip-countries"));
    let fact = "facts.bri-ip-countries";
    assert_faults(vec![
        (vec![gone.clone()], fact, "the card of `bri` does not show `bri-ip-countries`", "{"),
        (vec![gone.clone(), elsewhere.clone()], fact, "the card of `bri` does not show `bri-ip-countries`", "{"),
        (vec![gone.clone(), work.clone()], fact, "no card shows `bri-ip-countries`", "{"),
    ]);
    assert_good(&vec![gone, work, elsewhere]);
}

#[test]
fn what_nothing_shows_and_nothing_uses_is_told() {
    let fact = json!({
        "id": "extra", "label": "Extra",
        "content": { "named": { "names": "extra", "provenance": { "background": { "work": "A work" } } } }
    });
    let unit = json!({ "id": "apples", "other": "{} apples" });
    assert_warnings(vec![
        (vec![("facts.+", fact)], "facts.extra", "no chart and no card shows `extra`", "{"),
        (vec![("units.+", unit)], "units.apples", "nothing is counted or measured in `apples`", "{"),
    ]);
    assert_good(&vec![(FOUNDED, json!("2009-06"))]);
}

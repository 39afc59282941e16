//! Absurd files have a clear fault, without a panic and without an end that never comes.

use super::*;

fn refused(text: &str) -> Vec<Finding> {
    let found = findings(text);
    assert!(found.iter().any(Finding::is_fault));
    found
}

#[test]
fn deep_nesting_is_refused() {
    for text in ["[".repeat(500_000), "{\"a\":".repeat(100_000), format!("{}{}", "[".repeat(200), "]".repeat(200))] {
        assert_eq!(refused(&text)[0].message, "the file is nested too deeply");
    }
}

#[test]
fn megabytes_are_refused() {
    assert!(told(&refused(&" ".repeat(5 << 20))).contains("the file has 5242880 bytes; expected at most 1048576"));
}

#[test]
fn of_very_many_faults_the_first_are_told() {
    let figures: Vec<String> = (0..4_000).map(|i| format!("bri-ip-{i}")).collect();
    let found = refused(&changed(&vec![("sections.bri.more_figures", json!(figures))]).to_string());
    assert!(found.len() < 1_100 && told(&found).contains("more findings are not told; mend these first"));
}

#[test]
fn very_many_facts_are_read() {
    let mut story = shipped();
    let fact = story["facts"][0].clone();
    for i in 0..300 {
        let mut fact = fact.clone();
        fact["id"] = json!(format!("fact-{i}"));
        fact["content"]["quantity"]["unit"] = json!(format!("countrie-{i}"));
        story["facts"].as_array_mut().unwrap().push(fact);
    }
    refused(&story.to_string());
}

#[test]
fn very_long_names_are_no_riddle() {
    let long = "x".repeat(200_000);
    let found = refused(&changed(&vec![("units.0.id", json!(long)), ("charts.0.section", json!(long))]).to_string());
    assert!(found.iter().all(|finding| finding.position.as_ref().is_some_and(|at| at.excerpt.chars().count() < 200)));
}

//! What the check of a story file finds. Each row of a table is a change to the shipped story that breaks one rule, and
//! the place and the words that must be told of it.
#![expect(clippy::disallowed_methods, reason = "tests may fail loudly")]

mod absurd;
mod bars;
mod calculator;
mod cli;
mod computed;
mod facts;
mod ids;
mod members;
mod page;
mod ranges;
mod shape;
mod timeline;
mod words;

use serde_json::{Value, json};
use story::file::{self, Finding, Level};

/// Changes to a story: paths such as `facts.brics-mou.label`, where an item of a list is named by its id or place and
/// `+` is a new one; and their new values, where null takes a field out.
type Changes = Vec<(&'static str, Value)>;

/// A row of a table: changes, then the path of the finding, some of its words, and how the text at its place begins.
type Row = (Changes, &'static str, &'static str, &'static str);

/// The shipped story.
fn shipped() -> Value {
    let json = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json")).unwrap();
    serde_json::from_str(&json).unwrap()
}

fn changed(changes: &Changes) -> Value {
    let mut story = shipped();
    changes.iter().for_each(|(path, value)| change(&mut story, path, value));
    story
}

fn change(story: &mut Value, path: &str, value: &Value) {
    let (outer, last) = path.rsplit_once('.').unwrap_or(("", path));
    let mut here = story;
    for step in outer.split('.').filter(|step| !step.is_empty()) {
        here = match item(here, step) {
            Some(i) => &mut here[i],
            None => &mut here[step],
        };
    }
    match (here, value) {
        (Value::Array(list), _) if last == "+" => list.push(value.clone()),
        (Value::Array(list), Value::Null) => drop(list.remove(last.parse().unwrap())),
        (Value::Object(fields), Value::Null) => drop(fields.remove(last).unwrap()),
        (here, value) => match item(here, last) {
            Some(i) => here[i] = value.clone(),
            None => here[last] = value.clone(),
        },
    }
}

/// The place in a list of an item that is named by its id or its place.
fn item(value: &Value, step: &str) -> Option<usize> {
    let list = value.as_array()?;
    list.iter().position(|item| item["id"] == step).or_else(|| step.parse().ok())
}

/// A path as findings have it.
fn written(story: &Value, path: &str) -> String {
    let mut here = story;
    let mut written = String::new();
    for step in path.split('.').filter(|step| !step.is_empty()) {
        match item(here, step) {
            Some(i) => written += &format!("[{i}]"),
            None => written += &format!("{}{step}", if written.is_empty() { "" } else { "." }),
        }
        here = item(here, step).map_or(&here[step], |i| &here[i]);
    }
    written
}

fn findings(text: &str) -> Vec<Finding> {
    file::parse(text).map_or_else(|findings| findings, |parsed| parsed.warnings)
}

fn told(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{}: {finding}\n", finding.level.name())).collect()
}

/// Checks each row: what is found, where, and nothing else.
fn assert_told(level: Level, rows: Vec<Row>) {
    for (changes, path, words, at) in rows {
        let story = changed(&changes);
        let text = serde_json::to_string_pretty(&story).unwrap();
        let found = findings(&text);
        let path = written(&story, path);
        let about = |finding: &&Finding| finding.path.to_string() == path && finding.to_string().contains(words);
        let finding = found.iter().find(about);
        let finding = finding.unwrap_or_else(|| panic!("expected `{path}` and `{words}` in:\n{}", told(&found)));
        assert_eq!(finding.level, level, "{finding}");
        let position = finding.position.as_ref().unwrap();
        let line = text.lines().nth(position.line - 1).unwrap();
        let here: String = line.chars().skip(position.column - 1).collect();
        assert!(here.starts_with(at), "`{path}` stands at `{here}`, not at `{at}`");
        let shown: String = position.excerpt.chars().skip(position.caret).collect();
        assert!(shown.starts_with(&at[..at.len().min(8)]), "`{shown}` is marked, not `{at}`");
    }
}

fn assert_faults(rows: Vec<Row>) {
    assert_told(Level::Fault, rows);
}

fn assert_warnings(rows: Vec<Row>) {
    assert_told(Level::Warning, rows);
}

/// That a changed story has no fault and no warning.
fn assert_good(changes: &Changes) {
    let found = findings(&changed(changes).to_string());
    assert!(found.is_empty(), "{}", told(&found));
}

#[test]
fn the_shipped_story_has_no_fault_and_no_warning() {
    assert_good(&vec![]);
}

#[test]
fn the_examples_have_no_fault_and_no_warning() {
    let examples = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples")).unwrap();
    let stories: Vec<_> = examples.map(|example| example.unwrap().path().join("story.json")).collect();
    assert!(!stories.is_empty());
    for story in stories {
        let found = findings(&std::fs::read_to_string(&story).unwrap());
        assert!(found.is_empty(), "{}:\n{}", story.display(), told(&found));
    }
}

#[test]
fn a_story_without_its_file_is_checked_too() {
    let json = changed(&vec![("sections.bri.key_figures.0", json!("gone"))]);
    let story: story::Story = serde_json::from_value(json).unwrap();
    let found = file::check(&story);
    assert!(told(&found).contains("sections[0].key_figures[0]: no fact has the id `gone`"), "{}", told(&found));
    assert_eq!(found[0].position, None);
}

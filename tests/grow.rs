//! More of what exists is a change of one story file: a section, a unit, figures, and a chart of each kind.

mod common;

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tech_ties::publish::{Pictures, Source, publish};

/// The folder of each story, and how its published copy is called here.
const STORIES: [(&str, &str); 3] =
    [("static", "default"), ("examples/nobel", "nobel"), ("examples/european-union", "european-union")];

fn fact(id: &str, label: &str, content: Value) -> Value {
    json!({ "id": id, "label": label, "content": content })
}

fn counted(value: Value, when: &str) -> Value {
    json!({ "quantity": { "value": value, "unit": "samples", "as_of": when, "provenance": added() } })
}

fn added() -> Value {
    json!({ "background": { "work": "Made up to be counted" } })
}

fn text(title: &str) -> Value {
    json!({ "title": title, "subtitle": "Made up.", "reading": "One bar.", "source": "Made up.", "table": "What was added" })
}

/// What is added to a story, under the names that its file has for it.
fn more() -> [(&'static str, Vec<Value>); 4] {
    let ranges = json!({ "ranges": { "panels": [{
        "title": "Added ranges", "scope": "Share",
        "shows": { "intervals": { "to": 50, "rows": [{ "fact": "added-range", "label": "added range" }], "also": [] } },
    }] } });
    let bars = json!({ "bars": { "panels": [{
        "id": "added-panel", "title": "Added samples",
        "rows": [{ "fact": "added-many", "label": "Many" }, { "fact": "added-one", "label": "A single one" }],
    }] } });
    let section = json!({
        "id": "added", "name": "Added", "hue": 2, "kicker": "Added", "headline": "One section more", "text": ["Nothing but figures."],
        "key_figures": ["added-many"], "more_figures": ["added-one", "added-range"],
    });
    [
        ("units", vec![json!({ "id": "samples", "other": "{} samples", "one": "{} sample" })]),
        ("sections", vec![section]),
        (
            "facts",
            vec![
                fact("added-many", "Samples", counted(json!({ "at_least": 12.5 }), "2020")),
                fact("added-one", "One sample", counted(json!({ "exact": 1 }), "2021")),
                fact(
                    "added-range",
                    "Samples in a range",
                    counted(json!({ "between": { "low": 20, "high": 40 } }), "2021"),
                ),
            ],
        ),
        (
            "charts",
            vec![
                json!({ "id": "added-bars", "section": "added", "text": text("More bars"), "kind": bars }),
                json!({ "id": "added-ranges", "section": "added", "text": text("More ranges"), "kind": ranges }),
            ],
        ),
    ]
}

/// Publishes a story with more in it; nothing but its folder is given.
fn grown(folder: &str, name: &str) -> PathBuf {
    let at = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("grown-{name}"));
    let _ = fs::remove_dir_all(&at);
    fs::create_dir_all(&at).expect("a folder");
    let mut story: Value = serde_json::from_str(&common::read(&format!("{folder}/story.json"))).expect("JSON");
    for (part, values) in more() {
        story[part].as_array_mut().expect("a list").extend(values);
    }
    fs::write(at.join("story.json"), story.to_string()).expect("a story");
    common::shell(&at.join("dist"));
    let source = Source::read(&at).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    publish(&at.join("dist"), &source, None, Pictures::Vector).expect("a site");
    at.join("dist")
}

fn read(dist: &Path, file: &str) -> String {
    fs::read_to_string(dist.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn a_section_a_unit_and_charts_of_two_kinds_are_added_by_the_story_file_alone() {
    for (folder, name) in STORIES {
        let dist = grown(folder, name);
        let page = read(&dist, "index.html");
        assert!(page.contains("href=\"#added\"") && page.contains("id=\"added\""), "{name}: section and its link");
        for said in ["at least 12.5 samples", "1 sample<", "20 to 40 samples"] {
            assert!(page.contains(said), "{name}: `{said}`");
        }
        for chart in ["added-bars", "added-ranges"] {
            assert!(page.contains(&format!("data-chart=\"{chart}\"")), "{name}: {chart}");
            let frame = read(&dist, &format!("embed/{chart}/index.html"));
            assert!(frame.contains("role=\"img\"") && frame.contains("<caption>"), "{name}: {chart} in a frame");
            assert!(read(&dist, &format!("charts/{chart}.svg")).contains("samples"), "{name}: {chart} as a picture");
        }
        let table = read(&dist, "data/added-bars.csv");
        assert!(table.contains("at least") && table.contains("12.5") && table.contains("samples"), "{name}: {table}");
    }
}

/// What the program reads from the page is all that it needs to draw them.
#[test]
fn the_program_finds_what_was_added_in_the_page() {
    let page = read(&grown("static", "read"), "index.html");
    let told =
        page.split("<script type=\"text/plain\" data-story>").nth(1).and_then(|rest| rest.split("</script>").next());
    let graphic = story::wire::read(told.expect("the story's data")).expect("a graphic");
    let shown = common::shown(&graphic, "added-bars", "");
    assert_eq!(shown.row("added-many").1.value, "at least 12.5 samples");
    assert_eq!(shown.row("added-one").1.value, "1 sample");
    assert!(!shown.scene(360.0).marks.is_empty());
}

//! What is said of a chart's rows and groups, to those who hear it.

mod common;

use charts::{Content, Origin, Row, Verbosity, View};
use common::{read, shown, story};
use story::Graphic;

/// Every chart of every story that comes with the project.
fn each(check: impl Fn(&Graphic, &Content)) {
    for folder in ["static", "examples/nobel", "examples/european-union"] {
        let graphic = story::file::parse(&read(&format!("{folder}/story.json"))).expect("a story").story.graphic();
        for chart in &graphic.charts {
            check(&graphic, &Content::of(&graphic, chart, &View::default()));
        }
    }
}

#[test]
fn a_name_tells_what_the_source_does_not_state_and_so_does_the_description() {
    let graphic = story().graphic();
    let told = |chart: &str, fact: &str| {
        let shown = shown(&graphic, chart, "");
        let row: &Row = shown.row(fact).1;
        (row.name(&graphic.words), row.description(Verbosity::default()))
    };
    let (name, description) = told("yields", "africa-cassava-change");
    assert_eq!(name, "+100 percent (computed), change in cassava yield");
    assert_eq!(description, "The article says doubled. Date not stated. Computed");
    let (name, description) = told("membership", "brics-founders");
    assert_eq!(name, "Founders, June 2009, Brazil, background, not in the article");
    assert_eq!(description, "Background");
    each(|graphic, content| {
        for row in &content.rows {
            let name = row.name(&graphic.words);
            let says = match row.origin {
                Origin::Computed => graphic.words.computed_short.replace("{}", &row.value),
                Origin::Background => graphic.words.legend.background.clone(),
                _ => row.value.clone(),
            };
            assert!(name.contains(&says), "{name}");
            assert_eq!(name.len() > row.value.len() + row.label.len() + 2, says != row.value, "{name}");
        }
    });
}

#[test]
fn a_description_says_only_what_the_name_does_not_and_where_it_stands_in_short() {
    each(|_, content| {
        for row in &content.rows {
            let said = row.description(Verbosity::default());
            assert!(row.amount().is_none() || !said.contains(&row.value), "{said}");
            assert!(said.ends_with(&row.spoken.citation) && !said.contains(&row.spoken.place), "{said}");
            assert!(!said.contains("..") && !said.contains(". ."), "{said}");
        }
    });
}

#[test]
fn a_note_on_one_member_is_told_of_no_other() {
    let graphic = story().graphic();
    let rows = shown(&graphic, "membership", "").content.rows;
    let members = rows.iter().filter(|row| row.fact.0 == "brics-joiners-2024" && row.label != "Five countries join");
    let noted: Vec<_> = members
        .filter(|row| row.description(Verbosity::default()).contains("Saudi Arabia"))
        .map(|row| &row.label)
        .collect();
    assert_eq!(noted, ["Saudi Arabia"]);
}

#[test]
fn a_group_is_named_with_what_is_to_be_kept_in_mind() {
    let graphic = story().graphic();
    let names =
        |chart: &str| shown(&graphic, chart, "").content.groups.iter().map(|group| group.name()).collect::<Vec<_>>();
    let agreements = names("agreements");
    assert_eq!(agreements[0], "Countries. The groups overlap: they cannot be added up.");
    assert_eq!(agreements[3], "People");
    assert_eq!(names("yields")[1], "One crop, one country. Cassava yield, Republic of Congo");
}

#[test]
fn a_choice_is_told_with_what_it_shows() {
    let graphic = story().graphic();
    let told = |query: &str| shown(&graphic, "agreements", query).summary();
    assert_eq!(told("?count=institutions"), "Institutions: 4 figures shown");
    assert_eq!(told(""), "All: 13 figures shown");
}

//! What charts sound like: hedges are heard as well as seen.

mod common;

use charts::sound::{self, NOTE, Note, PitchRange};

fn notes(id: &str, query: &str) -> Vec<Note> {
    let graphic = common::story().graphic();
    let shown = common::shown(&graphic, id, query);
    sound::notes(&graphic.words, &shown.content, &shown.view, PitchRange::USUAL)
}

fn note(id: &str, said: &str) -> Note {
    notes(id, "").into_iter().find(|note| note.said.starts_with(said)).unwrap_or_else(|| panic!("no note for {said}"))
}

#[test]
fn an_exact_figure_is_steady_and_a_lower_bound_does_not_resolve() {
    let exact = note("agreements", "81 countries").tones;
    assert!(exact.len() == 1 && exact[0].from == exact[0].to);
    let open = note("agreements", "more than 150 countries").tones;
    assert!(open.len() == 1 && open[0].to > open[0].from);
    assert!(open[0].from > exact[0].from, "more is higher");
}

#[test]
fn an_interval_is_two_tones() {
    let tones = note("yields", "30 to 60 percent on average").tones;
    assert!(tones.len() == 2 && tones[1].from > tones[0].from && tones[1].start >= tones[0].start + tones[0].length);
}

#[test]
fn each_accession_is_one_step_up_and_events_are_none() {
    let notes = notes("membership", "");
    let members: Vec<f32> = notes.iter().skip(3).take(10).map(|note| note.tones[0].from).collect();
    assert!(members.windows(2).all(|pair| pair[1] > pair[0]), "{members:?}");
    let events = &notes[13..];
    assert_eq!(events.len(), 6);
    assert!(events.iter().all(|note| note.tones.len() == 2 && note.tones[0].from == 220.0), "{events:?}");
}

#[test]
fn the_sound_follows_the_chosen_year_and_a_filter() {
    let notes_of = |query| notes("membership", query).into_iter().map(|note| note.said).collect::<Vec<_>>();
    assert_eq!(notes_of("?year=2015").len(), 2 + 5 + 1, "two counts, five members, one event");
    assert!(notes_of("?year=2015").iter().all(|said| !said.contains("2024")));
    assert_eq!(notes("agreements", "?count=people").len(), 1);
}

#[test]
fn every_note_says_what_its_mark_says_and_ends_in_time() {
    let graphic = common::story().graphic();
    for chart in &graphic.charts {
        let shown = common::shown(&graphic, &chart.id.0, "");
        let notes = notes(&chart.id.0, "");
        assert_eq!(notes.len(), shown.content.rows.len());
        for (note, row) in notes.iter().zip(&shown.content.rows) {
            assert_eq!(note.said, row.name(&graphic.words));
            assert!(note.tones.iter().all(|tone| tone.start + tone.length <= NOTE), "{}", note.said);
        }
    }
}

#[test]
fn each_group_is_named_where_it_begins() {
    let begins = |id: &str| notes(id, "").into_iter().map(|note| note.begins).collect::<Vec<_>>();
    let named: Vec<_> = begins("agreements").into_iter().filter(|title| !title.is_empty()).collect();
    assert_eq!(named, ["Countries", "Institutions, laboratories and centres", "Joint work", "People"]);
    assert_eq!(begins("membership")[0], "Number of members (computed)");
}

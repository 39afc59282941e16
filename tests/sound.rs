//! What charts sound like: hedges are heard as well as seen.

mod common;

use tech_ties::charts::Chart;
use tech_ties::sound::{self, NOTE, Note};
use tech_ties::state::State;

fn notes(chart: Chart) -> Vec<Note> {
    sound::of(chart, &common::story().graphic(), &State::default())
}

fn note(chart: Chart, said: &str) -> Note {
    notes(chart).into_iter().find(|note| note.said.starts_with(said)).unwrap_or_else(|| panic!("no note for {said}"))
}

#[test]
fn an_exact_figure_is_steady_and_a_lower_bound_does_not_resolve() {
    let exact = note(Chart::Agreements, "81 countries").tones;
    assert!(exact.len() == 1 && exact[0].from == exact[0].to);
    let open = note(Chart::Agreements, "more than 150 countries").tones;
    assert!(open.len() == 1 && open[0].to > open[0].from);
    assert!(open[0].from > exact[0].from, "more is higher");
}

#[test]
fn an_interval_is_two_tones() {
    let tones = note(Chart::Yields, "30 to 60 percent on average").tones;
    assert!(tones.len() == 2 && tones[1].from > tones[0].from && tones[1].start >= tones[0].start + tones[0].length);
}

#[test]
fn each_accession_is_one_step_up() {
    let members: Vec<f32> = notes(Chart::Membership).iter().skip(3).take(10).map(|note| note.tones[0].from).collect();
    assert!(members.windows(2).all(|pair| pair[1] > pair[0]), "{members:?}");
}

#[test]
fn every_note_says_what_its_mark_says_and_ends_in_time() {
    for chart in Chart::ALL {
        let graphic = common::story().graphic();
        let targets = chart.scene(&graphic, &State::default(), 320.0).targets;
        let notes = notes(chart);
        assert_eq!(notes.len(), targets.len());
        for (note, target) in notes.iter().zip(&targets) {
            assert_eq!(note.said, target.name());
            assert!(note.tones.iter().all(|tone| tone.start + tone.length <= NOTE), "{}", note.said);
        }
    }
}

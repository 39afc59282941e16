//! Every input in the ordinary suite: its examples, what was found once, and examples changed at random.

use inputs::{INPUTS, Input};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::time::{Duration, Instant};

/// The longest that one input may take, in a build that nothing was optimized in.
const LONGEST: Duration = Duration::from_secs(10);

fn check(input: &Input, text: &str, name: &str) {
    let start = Instant::now();
    (input.check)(text);
    assert!(start.elapsed() < LONGEST, "{name} takes {:?}", start.elapsed());
}

#[test]
fn examples_and_what_was_found_hold() {
    for input in &INPUTS {
        for (i, seed) in (input.seeds)().iter().enumerate() {
            check(input, seed, &format!("{} {i}", input.name));
        }
        for (file, text) in input.kept() {
            check(input, &text, &file.display().to_string());
        }
    }
}

/// What takes the place of a piece of text: ends of numbers, signs of each format, letters of more than one byte.
const PIECES: [&str; 24] = [
    "",
    "0",
    "-1",
    "1",
    "7",
    "255",
    "65535",
    "4294967295",
    "1e308",
    "999999999999.999999",
    "NaN",
    "null",
    "\"",
    "\\",
    "\n",
    "{",
    "]",
    "<script>",
    "&",
    "=",
    "%F0",
    "\u{0}",
    "🌾水ш",
    "\u{202e}",
];

/// One change: where, how much of the text goes, by pieces that a reader would see, and what comes in its place.
type Change = (Index, usize, Index);

fn changed(text: &str, changes: &[Change]) -> String {
    let is_piece = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    changes.iter().fold(text.to_owned(), |text, (at, length, piece)| {
        let mut starts: Vec<usize> = vec![0];
        let pairs = text.char_indices().zip(text.chars().skip(1));
        starts.extend(pairs.filter(|((_, a), b)| !(is_piece(*a) && is_piece(*b))).map(|((i, a), _)| i + a.len_utf8()));
        starts.push(text.len());
        let first = at.index(starts.len());
        let last = (first + length).min(starts.len() - 1);
        [&text[..starts[first]], PIECES[piece.index(PIECES.len())], &text[starts[last]..]].concat()
    })
}

/// The same changes in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` lead to more and to others.
fn runner(cases: u32) -> TestRunner {
    let unset = |name| std::env::var_os(name).is_none();
    let mut config = Config { failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    if unset("PROPTEST_CASES") {
        config.cases = cases;
    }
    if unset("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(1);
    }
    TestRunner::new(config)
}

fn holds_of_changed(name: &str, cases: u32) {
    let input = Input::named(name).expect(name);
    let seeds = (input.seeds)();
    let changes = vec((any::<Index>(), 0_usize..4, any::<Index>()), 0..4);
    let run = runner(cases).run(&(any::<Index>(), changes), |(seed, changes)| {
        check(input, &changed(seed.get::<String>(&seeds), &changes), name);
        Ok(())
    });
    run.unwrap_or_else(|problem| panic!("{name}: {problem}"));
}

#[test]
fn changed_stories_are_refused_or_drawn() {
    holds_of_changed("story", 30);
}

#[test]
fn changed_data_is_refused_or_drawn() {
    holds_of_changed("data", 40);
}

#[test]
fn every_address_means_something() {
    holds_of_changed("address", 200);
}

#[test]
fn every_picture_is_safe() {
    holds_of_changed("picture", 60);
}

#[test]
fn every_number_is_read_back() {
    holds_of_changed("typed", 2000);
}

/// The bars of a chart, many or none: laid out and written as a file.
#[test]
fn ten_thousand_bars_and_none_are_drawn() {
    let graphic = (Input::named("data").expect("data").seeds)().iter().find_map(|data| {
        story::wire::read(data).filter(|graphic| matches!(graphic.charts[0].kind, story::Kind::Bars(_)))
    });
    for count in [0, 1, 10_000] {
        let mut graphic = graphic.clone().expect("a chart of bars");
        let fact = graphic.facts[0].clone();
        let story::Kind::Bars(bars) = &mut graphic.charts[0].kind else { panic!("bars") };
        let entry = bars.panels[0].rows[0].clone();
        let id = |i: usize| story::FactId(format!("fact-{i}"));
        bars.panels[0].rows = (0..count).map(|i| story::Entry { fact: id(i), ..entry.clone() }).collect();
        graphic.facts.extend((0..count).map(|i| story::Fact { id: id(i), ..fact.clone() }));
        let (chart, view) = (&graphic.charts[0], charts::View::default());
        let content = charts::Content::of(&graphic, chart, &view);
        let scene = charts::scene(&graphic, chart, &content, &view, 360.0);
        assert!(content.rows.len() >= count && scene.targets.len() == content.rows.len());
        let table = charts::export::csv(&graphic, chart, &view);
        assert!(table.lines().count() > count);
    }
}

//! Stories as they may come: whatever the check accepts can be drawn at every width, heard and exported.

mod common;

use charts::View;
use common::{cases, generated, holds};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestCaseResult};
use story::file::parse;

/// No column at all, which is laid out like the narrowest, the ends of each layout, and more than a screen has.
const WIDTHS: [f32; 6] = [0.0, 272.0, 480.0, 639.0, 640.0, 10_000.0];

/// The same stories in every run, so that what passes once passes again. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` lead to
/// more and to others; a story that fails is kept in `tests/stories`, not as a seed.
fn config() -> Config {
    let unset = |name| std::env::var_os(name).is_none();
    let mut config = Config { failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    if unset("PROPTEST_CASES") {
        config.cases = 48;
    }
    if unset("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

/// What holds of every chart of a story, in every view and at every width.
fn holds(json: &str) -> TestCaseResult {
    let accepted = parse(json).map_err(|faults| TestCaseError::fail(format!("not accepted: {faults:#?}\n{json}")))?;
    let graphic = accepted.story.graphic();
    for case in cases(&graphic) {
        for width in WIDTHS {
            holds::at(&case, width).map_err(TestCaseError::fail)?;
        }
        let file = charts::export::json(&graphic, case.chart, &case.view);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok(), "{}: {file}", case.name);
        let table = charts::export::csv(&graphic, case.chart, &case.view);
        if case.view == View::default() {
            // A record may span lines, but none is lost.
            prop_assert!(table.lines().count() > case.content.rows.len(), "{}: {table}", case.name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bars_of_any_figures_are_drawn_true(story in generated::bars()) {
        holds(&story)?;
    }

    #[test]
    fn ranges_and_changes_of_any_figures_are_drawn_true(story in generated::ranges()) {
        holds(&story)?;
    }

    #[test]
    fn timelines_of_any_members_are_drawn_true(story in generated::timeline()) {
        holds(&story)?;
    }
}

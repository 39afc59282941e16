//! The tests in real browsers.

use crate::chromium::chromium;
use crate::node::{self, npm};
use crate::others;
use crate::run::{Outcome, missing, output, program, root, run, say};
use crate::story::Story;
use crate::tally::{Tally, ran};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the title of a test says that only the default story can pass.
const DEFAULT_ONLY: &str = "@story";

pub(crate) fn tell_what_is_skipped() {
    if output(Command::new("java").arg("-version")).is_none() {
        say(
            "Java is missing: the Nu checker, one of the two that read the HTML, is skipped (Debian: default-jre-headless)",
        );
    }
    others::tell_what_is_missing();
}

/// Runs Playwright on the built site of a story and counts by its report.
pub(crate) fn tests(story: &Story, accept: bool) -> Outcome<Tally> {
    node::install("tests/browser")?;
    let report = story.reports().join("browser-tests.json");
    // A report of an earlier run must not be counted.
    let _ = fs::remove_file(&report);
    let mut playwright = playwright(story, &report, accept);
    let status =
        others::give(chromium()?.give(&mut playwright)).status().map_err(|error| missing(&playwright, &error))?;
    let counts = fs::read_to_string(&report).map_err(|error| format!("Playwright left no report: {error}"))?;
    let tally = Tally::of_playwright(&counts).ok_or("Playwright's report has no counts")?;
    let tally = ran(tally, status.success(), &playwright)?;
    if accept && tally.failed == 0 {
        // docs/browsers.md tells which browsers were tried, with which outcome.
        run(program("node").arg("tests/browser/tried.mjs").arg(&report))?;
    }
    Ok(tally)
}

fn playwright(story: &Story, report: &Path, accept: bool) -> Command {
    let mut playwright = npm("npx");
    playwright.args(["playwright", "test", "--reporter=line,json"]).current_dir(root().join("tests/browser"));
    if *story != Story::Default {
        playwright.args(["--grep-invert", DEFAULT_ONLY]);
    }
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", report).envs(accept.then_some(("ACCEPT", "1")));
    story.give_built(&mut playwright);
    playwright
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::line;

    #[test]
    fn another_story_is_spared_what_only_the_default_one_can_pass() {
        let told = |story: &Story| line(&playwright(story, Path::new("report.json"), false));
        assert!(told(&Story::In(root().join("examples/one"))).ends_with("--grep-invert @story"));
        assert!(!told(&Story::Default).contains("@story"));
    }
}

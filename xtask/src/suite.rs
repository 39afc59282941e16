//! `cargo xtask test`: formatting, lints, host tests, scripts, the release builds, and tests in a real browser.

mod host;
mod pages;
mod program;
mod steps;

use crate::args::{Args, parser};
use crate::build::build;
use crate::failure::{Ended, Failure};
use crate::run::{Outcome, say};
use crate::story::{self, Story};
use crate::tools;
use lexopt::prelude::*;
use steps::Steps;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Wanted {
    host_only: bool,
    accept: bool,
}

pub(crate) fn command(args: &Args) -> Ended {
    let wanted = wanted(args)?;
    let story = story::chosen()?;
    if wanted.accept && story != Story::Default {
        return Err(Failure::Arguments("--accept is for the default story; unset TECH_TIES_STORY".to_owned()));
    }
    let mut steps = Steps::default();
    let outcome = match story {
        Story::Default => everything(wanted, &mut steps),
        story => one_story(wanted, &story, &mut steps),
    };
    if let Err(problem) = &outcome {
        say(problem);
    }
    println!("{} passed, {} failed", steps.tally.passed, steps.tally.failed);
    // The summary is the last line in either case, and says it all.
    outcome.map_err(|_| Failure::Told(1))
}

fn wanted(args: &Args) -> Result<Wanted, lexopt::Error> {
    let mut wanted = Wanted::default();
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("host") => wanted.host_only = true,
            Long("accept") => wanted.accept = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(wanted)
}

fn everything(Wanted { host_only, accept }: Wanted, steps: &mut Steps) -> Outcome {
    tools::lints()?;
    steps.run("formatting", host::formatting)?;
    steps.run("lints on the host", host::lints)?;
    steps.run("host tests", || host::tests(&Story::Default, accept))?;
    steps.run("scripts", host::scripts)?;
    if host_only {
        return Ok(());
    }
    // Before the lints for wasm, since it installs the wasm target.
    steps.run("release build", || build(&Story::Default))?;
    steps.run("lints on wasm", host::lints_for_wasm)?;
    pages::tell_what_is_skipped();
    steps.run("browser tests", || pages::tests(&Story::Default, accept))?;
    other_stories(&story::examples(), steps)
}

/// Every build comes before the first test, since a wrong program is found sooner than a wrong page.
fn other_stories(stories: &[Story], steps: &mut Steps) -> Outcome {
    for story in stories {
        steps.run(&format!("release build of {}", story.name()), || build(story))?;
    }
    if !stories.is_empty() {
        steps.run("one program for all stories", || program::is_one(stories))?;
    }
    stories.iter().try_for_each(|story| browser_tests(story, steps))
}

/// What can be told of a story that is not the default one.
fn one_story(wanted: Wanted, story: &Story, steps: &mut Steps) -> Outcome {
    steps.run("host tests", || host::tests(story, false))?;
    if wanted.host_only {
        return Ok(());
    }
    steps.run(&format!("release build of {}", story.name()), || build(story))?;
    pages::tell_what_is_skipped();
    browser_tests(story, steps)
}

fn browser_tests(story: &Story, steps: &mut Steps) -> Outcome {
    steps.run(&format!("browser tests of {}", story.name()), || pages::tests(story, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn arguments_are_understood_or_refused() {
        let parse = |line| wanted(&words(line)).ok();
        assert_eq!(parse(""), Some(Wanted::default()));
        assert_eq!(parse("--accept --host"), Some(Wanted { host_only: true, accept: true }));
        assert_eq!((parse("--hosts"), parse("host")), (None, None));
    }
}

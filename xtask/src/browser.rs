//! The commands that look at the built site in a browser: pictures and measurements.

use crate::args::{Args, none};
use crate::build::{build, build_scale, ensure_built};
use crate::chromium::chromium;
use crate::failure::{Ended, Failure};
use crate::node;
use crate::run::{Outcome, program, run};
use crate::story::{self, Story};

/// Takes a picture of the page: the README's, or another story's.
pub(crate) fn picture(args: &Args) -> Ended {
    none(args)?;
    Ok(of_the_built_site("tests/browser/picture.mjs", args)?)
}

/// Pictures everything for review.
pub(crate) fn gallery(args: &Args) -> Ended {
    Ok(of_the_built_site("tests/browser/gallery.mjs", args)?)
}

/// Builds, measures the views, and builds in what was measured.
pub(crate) fn heights(args: &Args) -> Ended {
    none(args)?;
    let story = story::chosen()?;
    build(&story)?;
    script("tests/browser/heights.mjs", args, &story)?;
    Ok(build(&story)?)
}

pub(crate) fn bench(args: &Args) -> Ended {
    let story = story::chosen()?;
    if !matches!(story, Story::Default) {
        // The peers' pages show the default story's charts.
        return Err(Failure::Arguments("bench is for the default story; unset TECH_TIES_STORY".to_owned()));
    }
    build(&story)?;
    build_scale()?;
    node::install("tests/bench")?;
    Ok(script("tests/bench/index.mjs", args, &story)?)
}

/// Many connections at once to the built site, served by a real nginx; no browser takes part.
pub(crate) fn load(args: &Args) -> Ended {
    let story = story::chosen()?;
    ensure_built(&story)?;
    node::ready()?;
    let mut node = program("node");
    node.arg("tests/browser/crowd.mjs").args(args);
    Ok(run(story.give_built(&mut node))?)
}

fn of_the_built_site(file: &str, args: &Args) -> Outcome {
    let story = story::chosen()?;
    ensure_built(&story)?;
    script(file, args, &story)
}

/// Runs a script that opens the site of a story in Chromium.
fn script(file: &str, args: &Args, story: &Story) -> Outcome {
    node::ready()?;
    node::install("tests/browser")?;
    let mut node = program("node");
    node.arg(file).args(args);
    run(story.give_built(chromium()?.give(&mut node)))
}

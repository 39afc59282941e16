//! Fills the shell that Trunk built with the whole page, and writes everything that is published beside it.
//!
//! Trunk runs this after each build, with the folder of the build in `TRUNK_STAGING_DIR`.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use tech_ties::publish::{Pictures, Site, Source, publish};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let site = Site::from_env()?;
    let dist = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("run by `trunk build` or `trunk serve`")?;
    // While developing, seconds count and nobody shares the page.
    let debug = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug");
    let pictures = if debug { Pictures::Vector } else { Pictures::All };
    publish(&dist, &Source::read(&Source::folder())?, site.as_ref(), pictures)?;
    if site.is_none() {
        println!("{}", Site::ABSENT);
    }
    Ok(())
}

//! Fills the shell that Trunk built with the whole page, and writes everything that is published beside it.
//!
//! Trunk runs this after each build, with the folder of the build in `TRUNK_STAGING_DIR`.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match host::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::path::PathBuf;
    use std::{env, fs};
    use tech_ties::publish::{Pictures, Site, publish};
    use tech_ties::story::{self, Story};

    pub(super) fn run() -> Result<(), String> {
        let site = Site::from_env()?;
        let dist =
            env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("run by `trunk build` or `trunk serve`")?;
        // While developing, seconds count and nobody shares the page.
        let debug = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug");
        publish(&dist, read_story()?, site.as_ref(), if debug { Pictures::Vector } else { Pictures::All })?;
        if site.is_none() {
            println!("{}", Site::ABSENT);
        }
        Ok(())
    }

    fn read_story() -> Result<Story, String> {
        let path = "static/story.json";
        let json = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        story::parse(&json).map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }
}

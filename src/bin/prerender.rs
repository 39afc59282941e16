//! Fills the shell that Trunk built with the whole page, so that it is complete before any script runs.
//!
//! Trunk runs this after each build, with the folder of the build in `TRUNK_STAGING_DIR`.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match host::prerender() {
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
    use std::{env, fs, path::PathBuf};
    use tech_ties::story::{self, Story};
    use tech_ties::ui::page::{self, Told};

    /// Where the shell wants the page.
    const PLACEHOLDER: &str = "<!--page-->";

    pub(super) fn prerender() -> Result<(), String> {
        let dist =
            env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("run by `trunk build` or `trunk serve`")?;
        let story = read_story()?;
        let index = dist.join("index.html");
        let shell = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
        let body = page::render(Told::new(story.clone())?)?;
        let page = fill(&shell, &story, &body)?;
        fs::write(&index, page).map_err(|error| format!("{}: {error}", index.display()))
    }

    fn read_story() -> Result<Story, String> {
        let path = "static/story.json";
        let json = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        story::parse(&json).map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }

    /// Where Trunk's server puts the nonce of a visit. Only its reload script needs one, and only while serving.
    const NONCE: &str = r#" nonce="{{__TRUNK NONCE__}}""#;

    fn fill(shell: &str, story: &Story, body: &str) -> Result<String, String> {
        if !shell.contains(PLACEHOLDER) {
            return Err(format!("index.html has no {PLACEHOLDER} where the page should go"));
        }
        let escape = tech_ties::paint::svg::escape;
        let reload = format!("<script{NONCE}>");
        let shell = shell.replace(&reload, "{reload}").replace(NONCE, "").replace("{reload}", &reload);
        Ok(shell
            .replace("{title}", &escape(&format!("{}: {}", story.page.name, story.page.headline)))
            .replace("{description}", &escape(&story.page.description))
            .replacen(PLACEHOLDER, body, 1))
    }
}

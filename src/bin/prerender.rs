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
    use std::path::{Path, PathBuf};
    use std::{env, fs};
    use tech_ties::story::{self, Story};
    use tech_ties::ui::page::{self, Told, View};

    /// Where the shell wants the page.
    const PLACEHOLDER: &str = "<!--page-->";

    pub(super) fn prerender() -> Result<(), String> {
        let dist =
            env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("run by `trunk build` or `trunk serve`")?;
        let story = read_story()?;
        let index = dist.join("index.html");
        let shell = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
        let told = Told::new(story.clone())?;
        let title = format!("{}: {}", story.page.name, story.page.headline);
        let page = fill(&shell, &title, &story, &page::render(told.clone())?)?;
        write(&index, &page)?;
        for view in View::all() {
            let folder = dist.join("embed").join(view.name());
            fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            let body = page::render_view(told.clone(), view)?;
            let page = fill(&alone(&shell, view), &view.title(&told), &story, &body)?;
            write(&folder.join("index.html"), &page)?;
        }
        Ok(())
    }

    /// A line of the shell that names no program to load.
    fn without_program(line: &str) -> String {
        let cut = line.split_once(" data-js=").map(|(before, _)| [before, " data-wasm></script>"].concat());
        cut.unwrap_or_else(|| line.to_owned())
    }

    fn write(path: &Path, page: &str) -> Result<(), String> {
        fs::write(path, page).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The shell of a view that stands alone, two folders further down; search engines find the whole page instead. A
    /// card needs no program.
    fn alone(shell: &str, view: View) -> String {
        let shell = shell
            .replace("\"./", "\"../../")
            // The page around is light, unless it says otherwise.
            .replace("data-state=\"static\"", "data-state=\"static\" data-embed data-theme=\"light\"")
            .replace(
                "<meta name=\"description\"",
                "<meta name=\"robots\" content=\"noindex\">\n    <meta name=\"description\"",
            );
        match view {
            View::Chart(_) => shell,
            View::Card(_) => shell.lines().map(without_program).collect::<Vec<_>>().join("\n"),
        }
    }

    fn read_story() -> Result<Story, String> {
        let path = "static/story.json";
        let json = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        story::parse(&json).map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }

    /// Where Trunk's server puts the nonce of a visit. Only its reload script needs one, and only while serving.
    const NONCE: &str = r#" nonce="{{__TRUNK NONCE__}}""#;

    fn fill(shell: &str, title: &str, story: &Story, body: &str) -> Result<String, String> {
        if !shell.contains(PLACEHOLDER) {
            return Err(format!("index.html has no {PLACEHOLDER} where the page should go"));
        }
        let escape = tech_ties::paint::svg::escape;
        let reload = format!("<script{NONCE}>");
        let shell = shell.replace(&reload, "{reload}").replace(NONCE, "").replace("{reload}", &reload);
        Ok(shell
            .replace("{title}", &escape(title))
            .replace("{description}", &escape(&story.page.description))
            .replacen(PLACEHOLDER, body, 1))
    }
}

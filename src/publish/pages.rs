//! The pages: the shell that Trunk built, filled.

use super::{oembed, read, write};
use crate::paint::svg::escape;
use crate::ui::page::{self, Told, View};
use std::path::Path;

/// Where the shell wants the page.
const PLACEHOLDER: &str = "<!--page-->";

/// Writes the whole page and each view alone.
pub(super) fn write_all(dist: &Path, told: &Told) -> Result<(), String> {
    let index = dist.join("index.html");
    let shell = read(&index)?;
    write(&index, fill(&whole(&shell), &whole_title(told), told, &page::render(told.clone())?)?)?;
    for view in View::all() {
        let body = page::render_view(told.clone(), view)?.replace("href=\"./", "href=\"../../");
        let page = fill(&alone(&shell, view), &view.title(told), told, &body)?;
        write(&dist.join("embed").join(view.name()).join("index.html"), page)?;
    }
    write(&dist.join("share.html"), share(told)?)
}

/// The dialog in a document of its own, from which `share.js` takes it.
fn share(told: &Told) -> Result<String, String> {
    let title = escape(&told.story.page.share.open);
    let dialog = page::render_share(told.clone(), oembed::height)?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n{dialog}\n</body>\n</html>\n"
    ))
}

/// The title of the whole page.
pub(super) fn whole_title(told: &Told) -> String {
    [told.story.page.name.as_str(), &told.story.page.headline].join(": ")
}

/// The shell of the whole page. It is seldom framed, so most readers need not load what speaks to a page around;
/// `boot.js` asks for it where there is one.
fn whole(shell: &str) -> String {
    let lines = shell.lines().filter(|line| !line.contains("src=\"./frame.js\""));
    lines.collect::<Vec<_>>().join("\n")
}

/// A line of the shell that names no program to load.
fn without_program(line: &str) -> String {
    let cut = line.split_once(" data-js=").map(|(before, _)| [before, " data-wasm></script>"].concat());
    cut.unwrap_or_else(|| line.to_owned())
}

/// The shell of a view that stands alone, two folders further down; search engines find the whole page instead. A card
/// needs no program.
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

/// Where Trunk's server puts the nonce of a visit. Only its reload script needs one, and only while serving.
const NONCE: &str = r#" nonce="{{__TRUNK NONCE__}}""#;

fn fill(shell: &str, title: &str, told: &Told, body: &str) -> Result<String, String> {
    if !shell.contains(PLACEHOLDER) {
        return Err(format!("index.html has no {PLACEHOLDER} where the page should go"));
    }
    let reload = format!("<script{NONCE}>");
    let shell = shell.replace(&reload, "{reload}").replace(NONCE, "").replace("{reload}", &reload);
    Ok(shell
        .replace("{title}", &escape(title))
        .replace("{description}", &escape(&told.story.page.description))
        .replacen(PLACEHOLDER, body, 1))
}

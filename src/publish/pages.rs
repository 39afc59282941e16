//! The pages: the shell that Trunk built, filled.

use super::{Heights, oembed, read, write};
use crate::page::{self, PageContext, View};
use drawing::paint::svg::escape;
use std::path::Path;

/// Where the shell wants the page.
const PLACEHOLDER: &str = "<!--page-->";

/// Where the shell wants `head.js`, which must run before the first picture.
const HEAD: &str = "<!--head-->";

/// The text of `head.js` as it stands in the pages: without comments and indents.
///
/// A policy must name its hash, since it allows no other script within a page.
#[must_use]
pub fn inline(script: &str) -> String {
    let lines =
        script.lines().map(str::trim).filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Writes the whole page and each view alone.
pub(super) fn write_all(dist: &Path, context: &PageContext, heights: &Heights) -> Result<(), String> {
    let index = dist.join("index.html");
    let shell = shell(dist, &read(&index)?)?;
    write(&index, fill(&whole(&shell), &whole_title(context), context, &page::render(context.clone())?)?)?;
    for view in View::all(context) {
        let body = page::render_view(context.clone(), view.clone())?.replace("href=\"./", "href=\"../../");
        let page = fill(&alone(&shell, &view), view.title(), context, &body)?;
        write(&dist.join("embed").join(view.name()).join("index.html"), page)?;
    }
    write(&dist.join("share.html"), share(context, heights)?)
}

/// The shell with `head.js` in its head.
fn shell(dist: &Path, built: &str) -> Result<String, String> {
    let script = ["<script>", &inline(&read(&dist.join("head.js"))?), "</script>"].concat();
    if !built.contains(HEAD) {
        return Err(format!("index.html has no {HEAD} where head.js should go"));
    }
    Ok(built.replacen(HEAD, &script, 1))
}

/// The dialog in a document of its own, from which `share.js` takes it.
fn share(context: &PageContext, heights: &Heights) -> Result<String, String> {
    let title = escape(&context.story.page.share.open);
    let lang = escape(&context.story.page.lang);
    let dialog = page::render_share(context.clone(), |view| oembed::height(heights, view))?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n{dialog}\n</body>\n</html>\n"
    ))
}

/// The title of the whole page.
pub(super) fn whole_title(context: &PageContext) -> String {
    [context.story.page.name.as_str(), &context.story.page.headline].join(": ")
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
fn alone(shell: &str, view: &View) -> String {
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

fn fill(shell: &str, title: &str, context: &PageContext, body: &str) -> Result<String, String> {
    if !shell.contains(PLACEHOLDER) {
        return Err(format!("index.html has no {PLACEHOLDER} where the page should go"));
    }
    let reload = format!("<script{NONCE}>");
    let shell = shell.replace(&reload, "{reload}").replace(NONCE, "").replace("{reload}", &reload);
    Ok(shell
        .replace("lang=\"en\"", &format!("lang=\"{}\"", escape(&context.story.page.lang)))
        .replace("{title}", &escape(title))
        .replace("{description}", &escape(&context.story.page.description))
        .replacen(PLACEHOLDER, body, 1))
}

//! The house rules, stated as absences.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Every file under src with its path from there and its text without tests.
fn each() -> Vec<(String, String)> {
    let root = common::repo("src");
    let file = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("under src").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        (name, code)
    };
    sources(&root).into_iter().map(file).collect()
}

/// Comments may name anything, and what writes the story as Rust must say where its types are.
fn exempt(line: &str) -> bool {
    line.trim_start().starts_with("//") || line.contains("databake(path")
}

/// Fails for every file that the rule covers and that has one of the words.
fn absent(words: &[&str], covers: impl Fn(&str) -> bool) {
    for (name, code) in each().into_iter().filter(|(name, _)| covers(name)) {
        for word in words {
            let line = code.lines().position(|line| !exempt(line) && line.contains(word));
            assert!(line.is_none(), "src/{name}:{} names `{word}`", line.unwrap_or_default() + 1);
        }
    }
}

#[test]
fn nothing_outside_ui_knows_that_there_is_a_browser() {
    absent(&["web_sys", "yew", "plotters_canvas", "wasm_bindgen", "js_sys"], |name| {
        // The page of the scaling benchmark drives the browser's part, and the export is called from there.
        !name.starts_with("ui/") && !["bin/scale.rs", "bin/export.rs"].contains(&name)
    });
}

#[test]
fn nothing_but_axis_paint_and_the_canvas_knows_plotters() {
    absent(&["plotters"], |name| name != "axis.rs" && !name.starts_with("paint/") && name != "ui/live/canvas.rs");
}

#[test]
fn the_story_depends_on_no_other_layer() {
    absent(&["crate::"], |name| name.starts_with("story/"));
}

#[test]
fn scenes_know_nothing_of_the_story() {
    absent(&["crate::story", "crate::charts"], |name| {
        ["scene.rs", "theme.rs", "text.rs", "axis.rs"].contains(&name) || name.starts_with("paint/")
    });
}

#[test]
fn nothing_panics_on_purpose() {
    absent(&[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "#[allow("], |_| true);
}

#[test]
fn no_figure_is_written_into_the_code() {
    absent(&["more than", "percent\"", "countries\""], |name| {
        ["charts/", "ui/", "export/", "publish/"].iter().any(|folder| name.starts_with(folder))
    });
}

//! The house rules that the compiler does not keep.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Every source file of the program with its path and its text.
fn files() -> Vec<(String, String)> {
    let paths = ["src", "crates"].into_iter().flat_map(|folder| sources(&common::repo(folder)));
    let rust = paths.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let root = common::repo("");
    rust.map(|path| {
        let name = path.strip_prefix(&root).expect("within").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("text"))
    })
    .collect()
}

/// The same without tests, which may do what the program may not.
fn program() -> impl Iterator<Item = (String, String)> {
    let files = files().into_iter().filter(|(name, _)| !name.contains("/tests") && !name.ends_with("build.rs"));
    files.map(|(name, text)| (name, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()))
}

/// Fails for every file that the rule covers and that has one of the words outside comments.
fn absent(words: &[&str], covers: impl Fn(&str) -> bool) {
    for (name, code) in program().filter(|(name, _)| covers(name)) {
        for word in words {
            let line = code.lines().position(|line| !line.trim_start().starts_with("//") && line.contains(word));
            assert!(line.is_none(), "{name}:{} names `{word}`", line.unwrap_or_default() + 1);
        }
    }
}

#[test]
fn nothing_panics_on_purpose() {
    absent(&[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "#[allow("], |_| true);
}

#[test]
fn no_figure_is_written_into_the_code() {
    absent(&["more than", "percent\"", "countries\""], |name| {
        ["crates/charts/", "src/"].iter().any(|folder| name.starts_with(folder))
    });
}

#[test]
fn code_is_compiled_once_and_for_every_target_alike() {
    let count = |what: &str| files().iter().map(|(_, text)| text.matches(what).count()).sum::<usize>();
    assert_eq!(count("#[path"), 0);
    assert!(count("cfg(target_arch") + count("cfg(not(target_arch") <= 10);
}

#[test]
fn no_source_file_is_longer_than_a_reader_can_hold() {
    for (name, text) in files() {
        assert!(text.lines().count() <= 300, "{name} has {} lines", text.lines().count());
    }
}

/// The program knows no story: what belongs to one stands in its file.
#[test]
fn no_story_is_named_in_code_styles_or_scripts() {
    const NAMES: [&str; 6] = ["brics", "belt", "africa", "asean", "cassava", "crop"];
    let scripts = sources(&common::repo("static")).into_iter().chain(sources(&common::repo("xtask/src")));
    let scripts = scripts
        .filter(|path| path.extension().is_some_and(|ending| ["js", "css", "rs"].iter().any(|one| ending == *one)));
    let scripts = scripts.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("text")));
    for (name, text) in files().into_iter().chain(scripts) {
        let text = text.to_lowercase();
        for word in NAMES {
            assert!(!text.contains(word), "{name} names `{word}`");
        }
    }
}

//! Every input of the program, with examples of it and what must hold of anything in its place. `cargo xtask fuzz` gives
//! each to libFuzzer; `cargo test` tries what was found once, and changes to the examples at random.

mod address;
mod drawn;
mod page;
mod picture;
mod typed;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use story::Graphic;

/// An input of the program.
pub struct Input {
    /// Its name, for `cargo xtask fuzz` and for the folder of what was found in it.
    pub name: &'static str,
    /// Examples, from which others are made.
    pub seeds: fn() -> Vec<String>,
    /// Panics where something does not hold.
    pub check: fn(&str),
}

/// All of them.
pub const INPUTS: [Input; 5] = [
    Input { name: "story", seeds: stories, check: page::story },
    Input { name: "data", seeds: page::seeds, check: page::data },
    Input { name: "address", seeds: address::seeds, check: address::check },
    Input { name: "picture", seeds: picture::seeds, check: picture::check },
    Input { name: "typed", seeds: typed::seeds, check: typed::check },
];

impl Input {
    /// The input of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        INPUTS.iter().find(|input| input.name == name)
    }

    /// What was found in it once, a file each.
    #[must_use]
    pub fn kept(&self) -> Vec<(PathBuf, String)> {
        let Ok(entries) = fs::read_dir(repo("fuzz/kept").join(self.name)) else { return Vec::new() };
        let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
        files.filter_map(|file| Some((file.clone(), text(&fs::read(file).ok()?)?))).collect()
    }
}

/// What every input is: text.
#[must_use]
pub fn text(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}

fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Small stories of every kind of chart and every hedge.
fn stories() -> Vec<String> {
    let files =
        ["tests/stories/least.json", "tests/stories/hedges.json", "tests/stories/crowd.json", "static/story.json"];
    files.map(|file| fs::read_to_string(repo(file)).unwrap_or_else(|error| panic!("{file}: {error}"))).into()
}

/// The same as charts need them.
static GRAPHICS: LazyLock<Vec<Graphic>> = LazyLock::new(|| {
    let parsed = stories().into_iter().filter_map(|json| story::file::parse(&json).ok());
    parsed.map(|parsed| parsed.story.graphic()).collect()
});

//! What several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod colour;

use charts::{Content, State, View};
use drawing::scene::Scene;
use std::path::{Path, PathBuf};
use story::{Chart, Graphic, Story};

/// A path in the repository.
pub fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the repository as text.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(repo(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Writes into a new folder what the publisher finds there: a shell, as Trunk writes it, and the script for its head.
pub fn shell(folder: &Path) {
    let shell = read("index.html");
    let shell: Vec<&str> = shell.lines().filter(|line| !line.contains("data-trunk")).collect();
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join("index.html"), shell.join("\n")).expect("a shell");
    std::fs::write(folder.join("head.js"), read("static/head.js")).expect("a script");
}

/// The story as it is told.
pub fn story() -> Story {
    story::file::parse(&read("static/story.json")).unwrap_or_else(|faults| panic!("{faults:#?}")).story
}

/// A chart in the view that a query asks for, with its content.
pub struct Shown<'a> {
    pub graphic: &'a Graphic,
    pub chart: &'a Chart,
    pub view: View,
    pub content: Content,
}

/// The chart of this id in the view that a query asks for.
pub fn shown<'a>(graphic: &'a Graphic, id: &str, query: &str) -> Shown<'a> {
    let place = graphic.charts.iter().position(|chart| chart.id.0 == id).unwrap_or_else(|| panic!("no chart {id}"));
    let (chart, view) = (&graphic.charts[place], State::read(query, graphic).view(place));
    let content = Content::of(graphic, chart, &view);
    Shown { graphic, chart, view, content }
}

impl Shown<'_> {
    pub fn scene(&self, width: f32) -> Scene {
        charts::scene(self.graphic, self.chart, &self.content, &self.view, width)
    }

    pub fn summary(&self) -> String {
        charts::summary(self.graphic, self.chart, &self.view)
    }

    /// The row that shows a fact, with its place.
    pub fn row(&self, fact: &str) -> (usize, &charts::Row) {
        let rows = self.content.rows.iter().enumerate();
        rows.into_iter().find(|(_, row)| row.fact.0 == fact).unwrap_or_else(|| panic!("no row shows {fact}"))
    }
}

/// Compares a text with the one kept in the repository. With ACCEPT=1 in the environment the new one is kept instead.
pub fn assert_kept(path: &str, now: &str) {
    let kept = std::fs::read_to_string(repo(path)).unwrap_or_default();
    if kept == now {
        return;
    }
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(repo(path), now).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let line = kept
        .lines()
        .zip(now.lines())
        .position(|(a, b)| a != b)
        .unwrap_or(kept.lines().count().min(now.lines().count()));
    panic!(
        "{path} changed, first in line {}:\n  kept: {}\n  now:  {}\nIf that is meant, run `cargo xtask test --accept` and review the difference.",
        line + 1,
        kept.lines().nth(line).unwrap_or("(end)"),
        now.lines().nth(line).unwrap_or("(end)"),
    );
}

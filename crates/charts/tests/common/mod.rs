//! What the tests of charts share: the stories that they try, and every kind of view.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod generated;
pub mod hedges;
pub mod holds;

use charts::{Content, Control, Setting, View, controls, scene};
use drawing::scene::Scene;
use std::path::{Path, PathBuf};
use story::{Chart, Graphic, Story};

/// A path in the repository.
pub fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// What charts need of a story file.
pub fn graphic(file: &Path) -> Graphic {
    let json = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str::<Story>(&json).unwrap_or_else(|error| panic!("{}: {error}", file.display())).graphic()
}

/// The story that comes with the project.
pub fn default_story() -> Graphic {
    graphic(&repo("static/story.json"))
}

/// What lies in a folder, in order.
fn entries(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(repo(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut entries: Vec<PathBuf> = entries.collect();
    entries.sort();
    entries
}

/// Stories as they are published: the default one, the examples, and the one that the environment names.
pub fn published() -> Vec<(String, Graphic)> {
    let named = std::env::var_os("TECH_TIES_STORY").filter(|folder| !folder.is_empty());
    let folders =
        [repo("static")].into_iter().chain(entries("examples")).chain(named.map(|folder| repo("").join(folder)));
    let files = folders.map(|folder| folder.join("story.json"));
    files.map(|file| (file.display().to_string(), graphic(&file))).collect()
}

/// Stories made to try what charts must bear.
pub fn synthetic() -> Vec<(String, Graphic)> {
    entries("tests/stories").into_iter().map(|file| (file.display().to_string(), graphic(&file))).collect()
}

/// Every story.
pub fn stories() -> Vec<(String, Graphic)> {
    published().into_iter().chain(synthetic()).collect()
}

/// A chart in a view.
pub struct Case<'a> {
    pub name: String,
    pub graphic: &'a Graphic,
    pub chart: &'a Chart,
    pub view: View,
    pub content: Content,
}

impl<'a> Case<'a> {
    pub fn new(graphic: &'a Graphic, chart: &'a Chart, view: View) -> Self {
        let content = Content::of(graphic, chart, &view);
        Self { name: format!("{} {view:?}", chart.id), graphic, chart, view, content }
    }

    pub fn scene(&self, width: f32) -> Scene {
        scene(self.graphic, self.chart, &self.content, &self.view, width)
    }
}

/// Every chart of a story in every kind of view.
pub fn cases(graphic: &Graphic) -> Vec<Case<'_>> {
    let charts = graphic.charts.iter().flat_map(|chart| views(chart).into_iter().map(move |view| (chart, view)));
    charts.map(|(chart, view)| Case::new(graphic, chart, view)).collect()
}

/// Every chart of a story as it was written.
pub fn as_written(graphic: &Graphic) -> Vec<Case<'_>> {
    graphic.charts.iter().map(|chart| Case::new(graphic, chart, View::default())).collect()
}

/// Every kind of view that the controls of a chart can lead to.
pub fn views(chart: &Chart) -> Vec<View> {
    let mut views = vec![View::default()];
    for control in controls(&chart.kind, &View::default()) {
        let settings: Vec<Setting> = match control {
            Control::Choice { options, .. } => options.into_iter().map(|(setting, _, _)| setting).collect(),
            Control::Amount(one) => [one.least, one.step, one.most].map(|amount| Setting::Amount(Some(amount))).into(),
            Control::Year(_, from, to) => {
                [from, from.midpoint(to), to - 1, to].map(|year| Setting::Year(Some(year))).into()
            }
        };
        let chosen = settings.iter().flat_map(|setting| views.iter().cloned().map(|view| (view, *setting)));
        let chosen: Vec<View> = chosen.map(|(view, setting)| with(view, setting)).collect();
        views.extend(chosen);
    }
    views.sort_by_key(|view| format!("{view:?}"));
    views.dedup();
    views
}

fn with(mut view: View, setting: Setting) -> View {
    view.set(setting);
    view
}

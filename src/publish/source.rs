//! The story that is published: its folder, which `TECH_TIES_STORY` names, and what lies in it.

use super::{Heights, read, write};
use std::env;
use std::path::{Path, PathBuf};
use story::Story;
use story::file::{self, Finding};

/// A story with its file and what was measured of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The story, checked.
    pub story: Story,
    /// The heights of its views and sections.
    pub heights: Heights,
    /// The story file as it was read.
    json: String,
}

impl Source {
    /// The setting that names the folder of a story.
    pub const SETTING: &str = "TECH_TIES_STORY";

    /// The folder that the environment names, else that of the story that comes with the project.
    #[must_use]
    pub fn folder() -> PathBuf {
        let named = env::var_os(Self::SETTING).filter(|folder| !folder.is_empty());
        named.map_or_else(|| PathBuf::from("static"), PathBuf::from)
    }

    /// Reads and checks the story in a folder.
    ///
    /// # Errors
    /// If a file cannot be read or the story has faults; the message names each of them with its place.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("story.json");
        let json = read(&path)?;
        let heights = Heights::read(&folder.join("heights.json"))?;
        let faults = |findings: Vec<Finding>| file::report(&path.display().to_string(), &findings);
        let story = file::parse(&json).map_err(faults)?.story;
        Ok(Self { story, heights, json })
    }

    /// Publishes the story file with its schema, and appends what was measured to the style sheet of the page.
    pub(super) fn write(&self, dist: &Path) -> Result<(), String> {
        write(&dist.join("data/story.json"), &self.json)?;
        write(&dist.join("data/story.schema.json"), file::schema())?;
        let shell = read(&dist.join("index.html"))?;
        let Some(style) = stylesheet(&shell) else { return Ok(()) };
        let path = dist.join(style.trim_start_matches("./"));
        let css = read(&path)?;
        let rules = self.heights.rules();
        if css.contains(&rules) { Ok(()) } else { write(&path, [css, rules].concat()) }
    }
}

/// The style sheet that a page names.
fn stylesheet(page: &str) -> Option<&str> {
    let link = page.split("<link ").find(|link| link.contains("rel=\"stylesheet\""))?;
    link.split_once("href=\"")?.1.split_once('"').map(|(href, _)| href)
}

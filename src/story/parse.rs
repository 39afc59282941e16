//! Reading the story file: from text to a story that has been checked, or an error that says where and what to do.

use super::{Story, check};
use std::fmt;

/// What is wrong in the story file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryError {
    /// Where in the file, such as `facts[3].content.quantity.unit`.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for StoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for StoryError {}

/// Reads the story file's text and checks it.
///
/// # Errors
/// A list of all that is wrong, or of the one thing that keeps the rest from being read.
pub fn parse(json: &str) -> Result<Story, Vec<StoryError>> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let story: Story = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let what = error.into_inner().to_string();
        vec![StoryError { message: advise(&what), path }]
    })?;
    let faults = check(&story);
    if faults.is_empty() { Ok(story) } else { Err(faults) }
}

/// Adds what to do to a fault that the reader of JSON found.
fn advise(what: &str) -> String {
    let advice = if what.starts_with("missing field `provenance`") {
        "say where the figure comes from: `source` with section, paragraph and sentence, `background` with its work, \
         or `computed` with its rule and facts"
    } else if what.starts_with("missing field") {
        "add it; static/story.schema.json says what it holds"
    } else if what.starts_with("unknown field") {
        "mend the name or take the field out"
    } else if what.starts_with("unknown variant") {
        "use one of the names listed, or add the new one to its type in src/story"
    } else {
        "compare with static/story.schema.json"
    };
    format!("{what}; {advice}")
}

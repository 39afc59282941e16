//! The story file: reading and checking it.
//!
//! A story that is accepted can be drawn, told, heard and exported, and nothing in it is dropped silently. All faults
//! are told at once, each with its place and what to do.
//!
//! ```
//! let faults = story::file::parse("{}").unwrap_err();
//! assert_eq!(faults[0].message, "the field `article` is missing");
//! ```

mod check;
mod excerpt;
mod finding;
mod findings;
mod list;
mod nearest;
mod parts;
mod path;
mod report;
mod schema;
mod shape;
mod source;

pub use finding::{Finding, Level, Position, Problem};
pub use path::{Path, Step};
pub use report::{as_json, report};
pub use schema::schema;

use crate::Story;
use findings::Findings;
use parts::Parts;
use schema::Schema;
use shape::Shape;
use source::Source;

/// A story that was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The story.
    pub story: Story,
    /// What could be better.
    pub warnings: Vec<Finding>,
}

/// Reads the text of a story file and checks it.
///
/// # Errors
/// All findings in the order of the file, at least one of them a fault.
pub fn parse(json: &str) -> Result<Parsed, Vec<Finding>> {
    let source = Source::read(json).map_err(|fault| vec![*fault])?;
    let mut findings = Findings::default();
    let mut value = source.value(&mut findings);
    let root = schema::root();
    Shape { findings: &mut findings }.value(&mut value, Schema::of(&root), &Path::default());
    let parts = Parts::read(&value, &mut findings);
    check::run(&parts, &mut findings);
    let mut found: Vec<Finding> = findings.into_vec().into_iter().map(|finding| source.locate(finding)).collect();
    found.sort_by_key(|finding| finding.position.as_ref().map(|at| (at.line, at.column)));
    if found.iter().any(Finding::is_fault) {
        return Err(found);
    }
    parts.into_story().map(|story| Parsed { story, warnings: found }).ok_or_else(unread)
}

/// Checks a story that is read already: what its types cannot say.
#[must_use]
pub fn check(story: &Story) -> Vec<Finding> {
    let mut findings = Findings::default();
    check::run(&Parts::from(story), &mut findings);
    findings.into_vec()
}

/// Nothing is accepted that could not be read, even if nothing was found.
fn unread() -> Vec<Finding> {
    vec![Finding::fault(Problem::Type, Path::default(), "the story could not be read")]
}

//! What is found in a story file: a fault or a warning, with its place.

use super::Path;
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The story cannot be told like this.
    Fault,
    /// The story can be told, but not as well as it could be.
    Warning,
}

impl Level {
    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fault => "error",
            Self::Warning => "warning",
        }
    }
}

/// What sort of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The file is not JSON.
    Syntax,
    /// The file is too large, nested too deeply, or has too many faults to tell them all.
    Size,
    /// A field that the format does not have; its place is that of its name.
    Field,
    /// A word that is none of those that can stand there.
    Word,
    /// A field or an item that should be there.
    Missing,
    /// A value of another type, or out of the limits of its type.
    Type,
    /// Twice the same where there may be one.
    Duplicate,
    /// A name that leads nowhere.
    Reference,
    /// A name that addresses and attributes cannot have.
    Name,
    /// A text that is empty, or that no reader could see.
    Text,
    /// A template without its placeholders, or with others.
    Template,
    /// A date that cannot be.
    Date,
    /// A figure that cannot be, or cannot be drawn.
    Figure,
    /// A place of origin that does not exist.
    Provenance,
    /// A computed figure that does not follow.
    Computed,
    /// A fact of the wrong kind for what it is used for.
    Use,
    /// Things out of the order of time.
    Order,
    /// Members that do not add up.
    Members,
    /// A fact or unit that no reader comes to see.
    Unseen,
    /// A text too long or too short for its place.
    Length,
    /// A figure without its hedge.
    Hedge,
    /// Colours that do not tell charts apart.
    Hue,
}

/// One thing that is wrong with a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// What sort of thing it is.
    pub problem: Problem,
    /// Where in the story.
    pub path: Path,
    /// What is wrong, as part of a sentence.
    pub message: String,
    /// What should be there.
    pub expected: Option<String>,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
    /// Where in the text; none if only the story is known and not its file.
    pub position: Option<Position>,
}

/// A place in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What can be shown of the line.
    pub excerpt: String,
    /// Where in the excerpt the place begins, in characters from 0.
    pub caret: usize,
    /// How many characters of the excerpt it covers, at least one.
    pub width: usize,
}

impl Finding {
    /// Something that must be mended.
    #[must_use]
    pub fn fault(problem: Problem, path: Path, message: impl Into<String>) -> Self {
        Self {
            level: Level::Fault,
            problem,
            path,
            message: message.into(),
            expected: None,
            suggestion: None,
            position: None,
        }
    }

    /// Something that should be mended.
    #[must_use]
    pub fn warning(problem: Problem, path: Path, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::fault(problem, path, message) }
    }

    /// Says what should be there.
    #[must_use]
    pub fn expecting(self, expected: impl Into<String>) -> Self {
        Self { expected: Some(expected.into()), ..self }
    }

    /// Says what was probably meant.
    #[must_use]
    pub fn suggest(self, name: Option<&str>) -> Self {
        Self { suggestion: name.map(str::to_owned), ..self }
    }

    /// Whether it must be mended.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.level == Level::Fault
    }
}

/// As a sentence: ``sections[0].key_figures[1]: no fact has the id `gone`; did you mean `gone-by`?``
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.steps().is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        self.expected.iter().try_for_each(|expected| write!(f, "; expected {expected}"))?;
        self.suggestion.iter().try_for_each(|name| write!(f, "; did you mean `{name}`?"))
    }
}

impl std::error::Error for Finding {}

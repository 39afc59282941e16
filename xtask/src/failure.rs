//! How a command fails.

use std::process::ExitCode;

/// What a command comes to.
pub(crate) type Ended = Result<(), Failure>;

/// Why a command fails.
#[derive(Debug, PartialEq)]
pub(crate) enum Failure {
    /// The arguments, or what stands for one in the environment, are wrong.
    Arguments(String),
    /// The work could not be done.
    Problem(String),
    /// What ran has told all of it; its exit code is passed on.
    Told(u8),
}

impl Failure {
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Arguments(_) => 2.into(),
            Self::Problem(_) => ExitCode::FAILURE,
            Self::Told(code) => (*code).into(),
        }
    }
}

impl From<String> for Failure {
    fn from(problem: String) -> Self {
        Self::Problem(problem)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Arguments(error.to_string())
    }
}

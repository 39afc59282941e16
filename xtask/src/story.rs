//! Which story a command is about: the default one, or the one in the folder that `TECH_TIES_STORY` names.

mod folder;

pub(crate) use folder::folder;

use crate::run::{Outcome, root};
use folder::{FILE, VARIABLE};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A story that can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Story {
    /// The one that the project ships.
    Default,
    /// Another one, in this folder: an absolute path.
    In(PathBuf),
}

/// The story that the environment chooses.
pub(crate) fn chosen() -> Outcome<Story> {
    Ok(match folder()? {
        Some(folder) if !folder::is_same(&folder, &default_folder()) => Story::In(folder),
        _ => Story::Default,
    })
}

/// The stories in `examples/`, by name.
pub(crate) fn examples() -> Vec<Story> {
    folder::within(&root().join("examples")).into_iter().map(Story::In).collect()
}

fn default_folder() -> PathBuf {
    root().join("static")
}

impl Story {
    pub(crate) fn file(&self) -> PathBuf {
        match self {
            Self::Default => default_folder().join(FILE),
            Self::In(folder) => folder.join(FILE),
        }
    }

    pub(crate) fn name(&self) -> String {
        match self {
            Self::Default => "the default story".to_owned(),
            Self::In(folder) => folder::name(folder),
        }
    }

    /// Where reports on it go.
    pub(crate) fn reports(&self) -> PathBuf {
        let target = root().join("target");
        match self {
            Self::Default => target,
            Self::In(folder) => target.join("stories").join(folder::name(folder)),
        }
    }

    /// Where its site is built to be tested, measured and pictured.
    pub(crate) fn dist(&self) -> PathBuf {
        match self {
            Self::Default => root().join("dist"),
            Self::In(_) => self.reports().join("dist"),
        }
    }

    /// Tells a program which story to use.
    pub(crate) fn give<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Self::Default => command.env_remove(VARIABLE),
            Self::In(folder) => command.env(VARIABLE, folder),
        }
    }

    /// Tells a program which story to use and where its built site is. Scripts know where the default story's is, and a
    /// `SITE` that somebody sets for it stays.
    pub(crate) fn give_built<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Self::Default => self.give(command),
            Self::In(_) => self.give(command).env("SITE", self.dist()),
        }
    }

    /// Its folder, if that lies outside the repository.
    pub(crate) fn outside(&self) -> Option<&Path> {
        let Self::In(folder) = self else { return None };
        let (real, root) = (folder.canonicalize().ok()?, root().canonicalize().ok()?);
        (!real.starts_with(root)).then_some(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Story {
        Story::In(root().join("examples/one"))
    }

    /// What a program finds in a variable: nothing said, taken away, or a path.
    fn environment(command: &Command, name: &str) -> Option<Option<PathBuf>> {
        let (_, value) = command.get_envs().find(|(variable, _)| *variable == name)?;
        Some(value.map(PathBuf::from))
    }

    #[test]
    fn each_story_has_a_site_of_its_own() {
        assert_eq!(Story::Default.dist(), root().join("dist"));
        assert_eq!(one().dist(), root().join("target/stories/one/dist"));
    }

    #[test]
    fn a_program_is_told_the_story_and_its_site() {
        let mut command = Command::new("node");
        one().give_built(&mut command);
        assert_eq!(environment(&command, VARIABLE), Some(Some(root().join("examples/one"))));
        assert_eq!(environment(&command, "SITE"), Some(Some(one().dist())));
        let mut command = Command::new("node");
        Story::Default.give_built(&mut command);
        assert_eq!((environment(&command, VARIABLE), environment(&command, "SITE")), (Some(None), None));
    }

    #[test]
    fn only_a_folder_elsewhere_is_outside() {
        let elsewhere = std::env::temp_dir();
        assert_eq!(Story::In(elsewhere.clone()).outside(), Some(elsewhere.as_path()));
        assert_eq!(Story::In(default_folder()).outside(), None);
        assert_eq!(Story::Default.outside(), None);
    }
}

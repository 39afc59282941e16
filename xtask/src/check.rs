//! `cargo xtask check`: every fault of a story at once.

use crate::args::{Args, parser};
use crate::failure::{Ended, Failure};
use crate::run::{missing, root, say};
use crate::story;
use lexopt::prelude::*;
use std::env::{self, consts::EXE_SUFFIX};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The exit code for a story that cannot be read.
const UNREAD: u8 = 2;

#[derive(Debug, Default, PartialEq)]
struct Wanted {
    file: Option<PathBuf>,
    json: bool,
}

pub(crate) fn command(args: &Args) -> Ended {
    let Wanted { file, json } = wanted(args)?;
    let file = match file {
        Some(file) => story_in(file),
        None => from_here(&story::chosen().map_err(|problem| unread(&problem))?.file()),
    };
    if !root().join("target/debug").join(format!("check{}", EXE_SUFFIX)).is_file() {
        say("building the checker (a minute when nothing is built yet)");
    }
    pass_on(checker(&file, json))
}

fn wanted(args: &Args) -> Result<Wanted, lexopt::Error> {
    let mut wanted = Wanted::default();
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => wanted.json = true,
            Value(file) if wanted.file.is_none() => wanted.file = Some(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(wanted)
}

/// A folder stands for the story in it.
fn story_in(file: PathBuf) -> PathBuf {
    if file.is_dir() { file.join("story.json") } else { file }
}

/// The path as short as it can be where the user stands, since the checker repeats it in each line.
fn from_here(file: &Path) -> PathBuf {
    let here = env::current_dir().ok();
    here.and_then(|here| file.strip_prefix(here).ok()).unwrap_or(file).to_owned()
}

/// Runs where the user stands, so that paths mean the same here and in what is told.
fn checker(file: &Path, json: bool) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--manifest-path"]).arg(root().join("Cargo.toml"));
    cargo.args(["--package", "tech-ties-story", "--features", "check", "--bin", "check", "--"]).arg(file);
    cargo.args(json.then_some("--json"));
    cargo
}

/// The checker's exit code becomes this command's.
fn pass_on(mut checker: Command) -> Ended {
    let status = checker.status().map_err(|error| unread(&missing(&checker, &error)))?;
    match status.code().and_then(|code| u8::try_from(code).ok()) {
        Some(0) => Ok(()),
        code => Err(Failure::Told(code.unwrap_or(UNREAD))),
    }
}

/// Why nothing was checked. It is no fault of the story, so the exit code is not the one of faults.
fn unread(problem: &str) -> Failure {
    say(problem);
    Failure::Told(UNREAD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    fn parse(line: &str) -> Option<Wanted> {
        wanted(&words(line)).ok()
    }

    #[test]
    fn arguments_are_understood_or_refused() {
        let file = || Some(PathBuf::from("story.json"));
        assert_eq!(parse(""), Some(Wanted { file: None, json: false }));
        assert_eq!(parse("story.json --json"), Some(Wanted { file: file(), json: true }));
        assert_eq!(parse("--json story.json"), Some(Wanted { file: file(), json: true }));
        assert_eq!((parse("one.json two.json"), parse("--jsn")), (None, None));
    }

    #[test]
    fn a_folder_stands_for_its_story() {
        assert_eq!(story_in(PathBuf::from("../static")), Path::new("../static/story.json"));
        assert_eq!(story_in(PathBuf::from("nowhere.json")), Path::new("nowhere.json"));
    }

    #[test]
    fn the_checker_gets_the_file_last() {
        let said = crate::run::line(&checker(Path::new("story.json"), true));
        assert!(
            said.ends_with("--package tech-ties-story --features check --bin check -- story.json --json"),
            "{said}"
        );
    }

    #[test]
    #[cfg(unix)]
    fn the_exit_code_of_the_checker_is_passed_on() {
        let ended = |code: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("exit {code}")]);
            pass_on(shell)
        };
        assert_eq!((ended("0"), ended("1")), (Ok(()), Err(Failure::Told(1))));
        assert_eq!((ended("2"), ended("101")), (Err(Failure::Told(2)), Err(Failure::Told(101))));
        assert_eq!(pass_on(Command::new("no-such-program")), Err(Failure::Told(2)));
    }
}

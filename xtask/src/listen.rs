//! `cargo xtask listen`: what a real screen reader says, beside what it said before, and every figure of every chart in it.

mod figures;
mod transcript;

use crate::args::{Args, parser};
use crate::build::ensure_built;
use crate::failure::{Ended, Failure};
use crate::run::{Outcome, line, missing, on_path, output, program, root, say, shown};
use crate::story::{self, Story};
use crate::{node, others};
use figures::Figure;
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use transcript::Transcript;

/// As `tests/heard/journeys.py` has them.
const JOURNEYS: [&str; 10] =
    ["reading", "headings", "lists", "tables", "marks", "opened", "choices", "years", "framed", "shared"];

/// The scripts that walk, and what was heard when it was last accepted.
const FOLDER: &str = "tests/heard";

/// The system's own: others do not see the packages of the system.
const PYTHON: &str = "/usr/bin/python3";

/// Programs that a session is made of, with the Debian packages that have them.
const PROGRAMS: [(&str, &str); 6] = [
    ("Xvfb", "xvfb"),
    ("dbus-daemon", "dbus-daemon"),
    ("openbox", "openbox"),
    ("speech-dispatcher", "speech-dispatcher"),
    ("orca", "orca"),
    ("xdotool", "xdotool"),
];

/// Where Debian's package at-spi2-core puts what connects programs with a screen reader.
const AT_SPI: [&str; 2] = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"];

#[derive(Debug, PartialEq)]
struct Wanted {
    /// What is heard is kept.
    accept: bool,
    /// What is lacking is a failure.
    must: bool,
    journeys: Vec<String>,
}

fn wanted(args: &Args) -> Result<Wanted, lexopt::Error> {
    let mut wanted = Wanted { accept: false, must: false, journeys: Vec::new() };
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("accept") => wanted.accept = true,
            Long("must") => wanted.must = true,
            Value(name) if JOURNEYS.iter().any(|journey| name == *journey) => wanted.journeys.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    if wanted.journeys.is_empty() {
        wanted.journeys = JOURNEYS.map(str::to_owned).into();
    }
    Ok(wanted)
}

pub(crate) fn command(args: &Args) -> Ended {
    let Wanted { accept, must, journeys } = wanted(args)?;
    let story = story::chosen()?;
    if !matches!(story, Story::Default) {
        // The journeys go to places of the default story.
        return Err(Failure::Arguments("listen is for the default story; unset TECH_TIES_STORY".to_owned()));
    }
    let firefox = match equipment() {
        Ok(firefox) => firefox,
        Err(lacking) if must => return Err(Failure::Problem(lacking)),
        Err(lacking) => {
            say(&format!("{lacking}; skipped"));
            return Ok(());
        }
    };
    ensure_built(&story)?;
    node::ready()?;
    let figures = output(python("figures.py").arg(story.dist()));
    let figures = figures.ok_or_else(|| "figures.py does not understand the data of dist/".to_owned())?;
    let figures = figures::read(&figures);
    let mut failed = Vec::new();
    for journey in journeys {
        let faults = listen(&journey, &story.dist(), &firefox, &figures, accept)?;
        failed.extend(faults.into_iter().map(|fault| format!("{journey}: {fault}")));
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::Problem(failed.join("\n"))) }
}

/// Walks a journey, and tells what is not as it should be.
fn listen(journey: &str, dist: &Path, firefox: &Path, figures: &[Figure], accept: bool) -> Outcome<Vec<String>> {
    let start = Instant::now();
    let report = root().join("target/heard").join(journey).with_extension("txt");
    if walk(journey, dist, firefox, &report)? == SESSION_FAILED {
        say(&format!("{journey}: once more"));
        if walk(journey, dist, firefox, &report)? == SESSION_FAILED {
            return Err(format!("{journey}: the session failed twice; what was heard: {}", shown(&report)));
        }
    }
    let text = read(&report)?;
    let heard = Transcript::read(&text);
    let kept = root().join(FOLDER).join(journey).with_extension("txt");
    let mut faults = figures::unheard(figures, &heard);
    if accept {
        fs::write(&kept, &text).map_err(cannot(&kept))?;
    } else {
        faults.extend(Transcript::read(&read(&kept)?).not_in(&heard));
    }
    say(&format!("{journey}: {} s, {} keys; heard: {}", start.elapsed().as_secs(), heard.steps(), shown(&report)));
    Ok(faults)
}

/// What `walk.py` ends with where what was started did not do what it should.
const SESSION_FAILED: i32 = 3;

/// Walks a journey and writes what is heard; what was heard before something failed stays too.
fn walk(journey: &str, dist: &Path, firefox: &Path, report: &Path) -> Outcome<i32> {
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder).map_err(cannot(folder))?;
    }
    let mut walk = python("walk.py");
    walk.arg(dist).arg(firefox).arg(journey).stdout(fs::File::create(report).map_err(cannot(report))?);
    let status = walk.status().map_err(|error| missing(&walk, &error))?;
    match status.code() {
        Some(code @ (0 | SESSION_FAILED)) => Ok(code),
        _ => Err(format!("`{}` failed", line(&walk))),
    }
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(cannot(file))
}

fn cannot(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", shown(path))
}

/// A script of the listening test.
fn python(script: &str) -> Command {
    let mut python = program(PYTHON);
    python.arg(root().join(FOLDER).join(script)).env("PYTHONDONTWRITEBYTECODE", "1");
    python
}

/// The Firefox to listen to, or what is lacking for that.
fn equipment() -> Outcome<PathBuf> {
    let firefox = others::firefox();
    let mut lacking: Vec<&str> =
        PROGRAMS.iter().filter(|(name, _)| on_path(name).is_none()).map(|(_, package)| *package).collect();
    if !AT_SPI.iter().any(|file| Path::new(file).is_file()) {
        lacking.push("at-spi2-core");
    }
    const NEEDS: &str = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi";
    if output(Command::new(PYTHON).args(["-c", NEEDS])).is_none() {
        lacking.extend(["python3-gi", "gir1.2-atspi-2.0"]);
    }
    match firefox {
        Some(firefox) if lacking.is_empty() => Ok(firefox),
        found => {
            lacking.extend(found.is_none().then_some("firefox-esr"));
            Err(format!("no screen reader can be listened to; Debian packages that are lacking: {}", lacking.join(" ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn arguments_are_understood_or_refused() {
        let all = wanted(&[]).expect("all journeys");
        assert_eq!((all.accept, all.must, all.journeys.len()), (false, false, JOURNEYS.len()));
        let one = wanted(&words("--accept marks --must")).expect("one journey");
        assert_eq!(one, Wanted { accept: true, must: true, journeys: vec!["marks".to_owned()] });
        assert!(wanted(&words("singing")).is_err() && wanted(&words("--loud")).is_err());
    }

    #[test]
    fn every_journey_is_known_by_name_and_has_its_transcript() {
        let walked = fs::read_to_string(root().join(FOLDER).join("journeys.py")).expect("the journeys");
        let named: Vec<&str> = walked
            .lines()
            .filter_map(|line| line.strip_prefix("    \"")?.split_once("\": Journey(").map(|(name, _)| name))
            .collect();
        assert_eq!(named, JOURNEYS);
        for journey in JOURNEYS {
            let kept = root().join(FOLDER).join(journey).with_extension("txt");
            let kept = Transcript::read(&fs::read_to_string(kept).expect(journey));
            assert!(kept.steps() > 0, "{journey}");
            assert_eq!(kept.not_in(&kept), Vec::<String>::new(), "{journey}");
        }
    }
}

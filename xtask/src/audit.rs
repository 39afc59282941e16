//! `cargo xtask audit`: licences, sources and known faults of everything that the project is made of.

use crate::args::{Args, parser};
use crate::failure::{Ended, Failure};
use crate::node::npm;
use crate::run::{Outcome, root, run, say};
use crate::tools;
use lexopt::prelude::*;

/// The folders with npm packages.
const PACKAGES: [&str; 4] = ["xtask/finish", "tests/scripts", "tests/browser", "tests/bench"];

pub(crate) fn command(args: &Args) -> Ended {
    let offline = wanted(args)?;
    let mut failed: Vec<String> = deny(&["bans", "licenses", "sources"]).err().into_iter().collect();
    if !offline {
        failed.extend(deny(&["advisories"]).err());
        failed.extend(PACKAGES.into_iter().filter_map(|folder| known_faults(folder).err()));
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::Problem(failed.join("\n"))) }
}

/// Whether nobody is to be asked for known faults.
fn wanted(args: &Args) -> Result<bool, lexopt::Error> {
    let mut offline = false;
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("offline") => offline = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(offline)
}

fn deny(checks: &[&str]) -> Outcome {
    say(&format!("crates: {}", checks.join(", ")));
    run(tools::cargo_deny()?.args(["check", "--hide-inclusion-graph"]).args(checks))
}

fn known_faults(folder: &str) -> Outcome {
    say(&format!("npm packages of {folder}: known faults"));
    run(npm("npm").args(["audit", "--audit-level=low"]).current_dir(root().join(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn arguments_are_understood_or_refused() {
        assert_eq!((wanted(&[]).ok(), wanted(&words("--offline")).ok()), (Some(false), Some(true)));
        assert!(wanted(&words("--online")).is_err());
    }

    #[test]
    fn every_folder_has_its_versions_locked() {
        for folder in PACKAGES {
            assert!(root().join(folder).join("package-lock.json").is_file(), "{folder}");
        }
    }
}

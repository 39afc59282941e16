//! `cargo xtask reproducible`: two clones, each with a Cargo home of its own, must give the same site bit by bit.

use crate::args::{self, Args};
use crate::failure::{Ended, Failure};
use crate::run::{Outcome, root, run, say};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Paths of two lengths: one that gets into a program moves what stands behind it.
const CLONES: [&str; 2] = ["one", "another-one"];

/// Settings that would make the clones share what they must not share, or build something else.
const SETTINGS: [&str; 4] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "TECH_TIES_STORY", "TECH_TIES_URL"];

pub(crate) fn command(args: &Args) -> Ended {
    args::none(args)?;
    let folder = root().join("target/reproducible");
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(cannot(&folder)(error).into()),
        _ => {}
    }
    let [one, other] = CLONES.map(|name| folder.join(name));
    let (one, other) = (site(&one)?, site(&other)?);
    let differing = differing(&one, &other);
    if !differing.is_empty() {
        return Err(Failure::Problem(format!("the two clones differ in: {}", differing.join(", "))));
    }
    println!("{} files, the same in both clones", one.len());
    Ok(())
}

/// Every file of a site by its path in dist/.
type Site = BTreeMap<PathBuf, Vec<u8>>;

/// Clones what is committed, builds it, and reads what came out.
fn site(clone: &Path) -> Outcome<Site> {
    let repository = clone.join("repository");
    run(Command::new("git").args(["clone", "--quiet"]).arg(root()).arg(&repository))?;
    say(&format!("building in {} (some minutes)", repository.display()));
    let mut build = Command::new("cargo");
    build.args(["xtask", "build"]).current_dir(&repository).env("CARGO_HOME", clone.join("cargo-home"));
    for setting in SETTINGS {
        build.env_remove(setting);
    }
    run(&mut build)?;
    let dist = repository.join("dist");
    let mut site = Site::new();
    read(&dist, &dist, &mut site).map_err(cannot(&dist))?;
    Ok(site)
}

fn read(folder: &Path, dist: &Path, site: &mut Site) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, dist, site)?;
        } else {
            let name = path.strip_prefix(dist).unwrap_or(&path).to_owned();
            site.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

fn cannot(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// The files that differ, or that only one of the sites has.
fn differing(one: &Site, other: &Site) -> Vec<String> {
    let mut names: Vec<_> = one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name)).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|name| name.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named_once() {
        let one = site(&[("a.js", "1"), ("b.js", "2"), ("c.js", "3")]);
        assert_eq!(differing(&one, &one), Vec::<String>::new());
        let other = site(&[("a.js", "1"), ("b.js", "4"), ("d.js", "3")]);
        assert_eq!(differing(&one, &other), ["b.js", "c.js", "d.js"]);
    }
}

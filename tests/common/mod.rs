//! What several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod colour;

use std::path::{Path, PathBuf};
use tech_ties::story::{self, Story};

/// A path in the repository.
pub fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the repository as text.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(repo(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The story as it is told.
pub fn story() -> Story {
    story::parse(&read("static/story.json")).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Compares a text with the one kept in the repository. With ACCEPT=1 in the environment the new one is kept instead.
pub fn assert_kept(path: &str, now: &str) {
    let kept = std::fs::read_to_string(repo(path)).unwrap_or_default();
    if kept == now {
        return;
    }
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(repo(path), now).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let line = kept
        .lines()
        .zip(now.lines())
        .position(|(a, b)| a != b)
        .unwrap_or(kept.lines().count().min(now.lines().count()));
    panic!(
        "{path} changed, first in line {}:\n  kept: {}\n  now:  {}\nIf that is meant, run `cargo xtask test --accept` and review the difference.",
        line + 1,
        kept.lines().nth(line).unwrap_or("(end)"),
        now.lines().nth(line).unwrap_or("(end)"),
    );
}

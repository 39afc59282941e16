//! What needs no browser: formatting, lints, the tests of Rust and of the scripts.

use crate::node::{self, npm};
use crate::run::{Outcome, program, root, run};
use crate::story::Story;
use crate::tally::{Tally, counted};

pub(crate) fn formatting() -> Outcome {
    run(program("cargo").args(["fmt", "--all", "--check"]))
}

pub(crate) fn lints() -> Outcome {
    clippy(&[&["--workspace", "--all-targets"], &CHECK[..]].concat(), &[])
}

/// The programs for the browser, and with them all that they are made of: nothing there ends the program on purpose or by
/// a wrong index, text position or argument (`clippy.toml` names the methods).
pub(crate) fn lints_for_wasm() -> Outcome {
    let programs = ["--bin", "tech-ties", "--bin", "export", "--bin", "scale"];
    clippy(&[&["--target", "wasm32-unknown-unknown", "--package", "tech-ties"], &programs[..]].concat(), &PANICS)
}

const PANICS: [&str; 10] = [
    "unwrap_used",
    "expect_used",
    "get_unwrap",
    "indexing_slicing",
    "string_slice",
    "panic",
    "unreachable",
    "todo",
    "unimplemented",
    "exit",
];

fn clippy(what: &[&str], denied: &[&str]) -> Outcome {
    let mut cargo = program("cargo");
    cargo.args(["clippy", "--locked", "--quiet"]).args(what).args(["--", "--deny", "warnings"]);
    run(cargo.args(denied.iter().flat_map(|lint| ["--deny".to_owned(), format!("clippy::{lint}")])))
}

/// What reads and checks stories is tested too.
const CHECK: [&str; 2] = ["--features", "tech-ties-story/check"];

pub(crate) fn tests(story: &Story, accept: bool) -> Outcome<Tally> {
    let mut cargo = program("cargo");
    cargo.args(["test", "--locked", "--workspace", "--no-fail-fast"]).args(CHECK);
    cargo.envs(accept.then_some(("ACCEPT", "1")));
    counted(story.give(&mut cargo), Tally::of_cargo_line)
}

pub(crate) fn scripts() -> Outcome<Tally> {
    node::ready()?;
    node::install("tests/scripts")?;
    let mut npm = npm("npm");
    npm.arg("test").current_dir(root().join("tests/scripts"));
    // Colours would stand before the counts.
    counted(npm.env_remove("FORCE_COLOR"), Tally::of_node_line)
}

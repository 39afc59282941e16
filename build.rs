//! Reads and checks the story file, and writes the part that the browser needs as a constant of the program.

use std::{env, fs, path::Path, process::ExitCode};

#[allow(dead_code, unused_imports, reason = "the build uses only what reads, checks and encodes")]
#[path = "src/story/mod.rs"]
mod story;

const STORY: &str = "static/story.json";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={STORY}");
    println!("cargo::rerun-if-changed=src/story");
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), String> {
    let json = fs::read_to_string(STORY).map_err(|error| format!("{STORY} cannot be read: {error}"))?;
    let story = story::parse(&json).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
        format!("{STORY} has faults:\n{}\n", lines.join("\n"))
    })?;
    let out = env::var("OUT_DIR").map_err(|_| "OUT_DIR is not set; build with cargo".to_owned())?;
    fs::write(Path::new(&out).join("graphic.rs"), story.graphic().as_rust())
        .map_err(|error| format!("cannot write to {out}: {error}"))
}

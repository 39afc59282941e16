//! Reads and checks the story file, and writes the part that the browser needs as a constant of the program; the
//! colours of the style sheet become constants too, for pictures that leave the page.

use std::{env, fs, path::Path, process::ExitCode};

#[allow(dead_code, unused_imports, reason = "the build uses only what reads, checks and encodes")]
#[path = "src/story/mod.rs"]
mod story;

const STORY: &str = "static/story.json";
const STYLE: &str = "static/style.css";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={STORY}");
    println!("cargo::rerun-if-changed={STYLE}");
    println!("cargo::rerun-if-changed=src/story");
    match embed().and_then(|()| colours()) {
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
    write("graphic.rs", &story.graphic().as_rust())
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|_| "OUT_DIR is not set; build with cargo".to_owned())?;
    fs::write(Path::new(&out).join(name), text).map_err(|error| format!("cannot write to {out}: {error}"))
}

/// The colours of the light and the dark look, as `src/look.rs` includes them.
fn colours() -> Result<(), String> {
    let css = fs::read_to_string(STYLE).map_err(|error| format!("{STYLE} cannot be read: {error}"))?;
    let light = look(&css, "")?;
    let dark = look(&css, "(prefers-color-scheme: dark)")?;
    write(
        "colours.rs",
        &format!("const LIGHT: &[(&str, &str)] = &{light:?};\nconst DARK: &[(&str, &str)] = &{dark:?};\n"),
    )
}

/// The custom properties of the first `:root` block after `from`, as far as they are colours.
fn look<'a>(css: &'a str, from: &str) -> Result<Vec<(&'a str, &'a str)>, String> {
    let block =
        css.split_once(from).and_then(|(_, rest)| rest.split_once(":root")?.1.split_once('{')?.1.split_once('}'));
    let (block, _) =
        block.ok_or_else(|| format!("{STYLE} has no block `:root` after `{from}`; put the colours there"))?;
    let declarations = block.split(';').filter_map(|line| line.trim().split_once(": "));
    Ok(declarations.filter(|(name, value)| name.starts_with("--") && value.starts_with('#')).collect())
}

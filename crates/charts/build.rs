//! The colours of the style sheet become constants, for pictures that leave the page.

use std::{env, fs, path::Path, process::ExitCode};

const STYLE: &str = "../../static/style.css";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={STYLE}");
    match colours() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|_| "OUT_DIR is not set; build with cargo".to_owned())?;
    fs::write(Path::new(&out).join(name), text).map_err(|error| format!("cannot write to {out}: {error}"))
}

/// The colours of the light and the dark color scheme, as `src/colors.rs` includes them.
fn colours() -> Result<(), String> {
    let css = fs::read_to_string(STYLE).map_err(|error| format!("{STYLE} cannot be read: {error}"))?;
    let light = scheme(&css, "")?;
    let dark = scheme(&css, "(prefers-color-scheme: dark)")?;
    write(
        "colours.rs",
        &format!("const LIGHT: &[(&str, &str)] = &{light:?};\nconst DARK: &[(&str, &str)] = &{dark:?};\n"),
    )
}

/// The custom properties of the first `:root` block after `from`, as far as they are colours.
fn scheme<'a>(css: &'a str, from: &str) -> Result<Vec<(&'a str, &'a str)>, String> {
    let block =
        css.split_once(from).and_then(|(_, rest)| rest.split_once(":root")?.1.split_once('{')?.1.split_once('}'));
    let (block, _) =
        block.ok_or_else(|| format!("{STYLE} has no block `:root` after `{from}`; put the colours there"))?;
    let declarations = block.split(';').filter_map(|line| line.trim().split_once(": "));
    Ok(declarations.filter(|(name, value)| name.starts_with("--") && value.starts_with('#')).collect())
}

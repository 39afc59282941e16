//! `cargo xtask build`: dist/, optimized, named by content and compressed.

use crate::args::{Args, parser};
use crate::failure::Ended;
use crate::node;
use crate::run::{Outcome, program, root, run, say, shown};
use crate::story::{self, Story};
use crate::tools;
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// Writes dist/, of whichever story is chosen.
pub(crate) fn command(args: &Args) -> Ended {
    let settings = wanted(args)?;
    Ok(build_to(&story::chosen()?, &root().join("dist"), settings)?)
}

/// How the programs for the browser are compiled.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Settings {
    /// For the fewest bytes, with settings of Rust that are not stable yet: a standard library built for size, and panics
    /// that end at once, without a message.
    Smallest,
    /// With stable settings alone.
    Stable,
}

fn wanted(args: &Args) -> Result<Settings, lexopt::Error> {
    let mut settings = Settings::Smallest;
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("stable") => settings = Settings::Stable,
            other => return Err(other.unexpected()),
        }
    }
    Ok(settings)
}

/// Builds the site of a story where it is tested.
pub(crate) fn build(story: &Story) -> Outcome {
    build_to(story, &story.dist(), Settings::Smallest)
}

/// Builds unless the site is there and tells this story.
pub(crate) fn ensure_built(story: &Story) -> Outcome {
    let dist = story.dist();
    let told = fs::read(dist.join("data/story.json")).ok();
    let built = dist.join("index.html").is_file() && told.is_some() && told == fs::read(story.file()).ok();
    if built { Ok(()) } else { build(story) }
}

fn build_to(story: &Story, dist: &Path, settings: Settings) -> Outcome {
    trunk_build(story, dist)?;
    if settings == Settings::Smallest {
        compile_smallest()?;
        replace(dist, &split(dist)?, &built_name(dist)?)?;
        replace(dist, &smallest("export"), "export")?;
    }
    finish(story, dist)
}

/// Compiles the programs for the fewest bytes.
fn compile_smallest() -> Outcome {
    tools::rust_source()?;
    say("compiling the programs for the fewest bytes (two minutes when nothing is built yet)");
    let compile = |command: &str, bin: &str, more: &[&str]| {
        let mut cargo = program("cargo");
        cargo.args([command, "--locked", "--release", "--target", TARGET, "--target-dir", SMALLEST]);
        cargo.args(["--bin", bin]).args(more).env("RUSTC_BOOTSTRAP", "1");
        cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        run(cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALLEST_FLAGS))
    };
    compile("build", "export", &[])?;
    // What is taken apart needs its names, and tells where it refers to what.
    compile("rustc", "tech-ties", &["--features", "split", "--", "-Cstrip=none", "-Clink-arg=--emit-relocs"])
}

/// A program compiled for the fewest bytes.
fn smallest(bin: &str) -> PathBuf {
    root().join(SMALLEST).join(TARGET).join("release").join(format!("{bin}.wasm"))
}

/// Takes the program of the page apart (see src/live/parts.rs), and puts the parts into a site: `split_paint.wasm` and the
/// like, and in `chunk_3.wasm` and the like what several of them share. Returns what is left of the program.
fn split(dist: &Path) -> Outcome<PathBuf> {
    let (from, to) = (smallest("tech-ties"), root().join(SMALLEST).join("tech-ties.wasm"));
    let program = fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
    let mut options = Options::new(&program);
    (options.output_dir, options.main_out_path, options.link_name) = (dist, &to, LINKS);
    transform(options).map_err(|error| format!("{}: {error:#}", from.display()))?;
    // How a part is loaded and linked is written by `finish`, which knows what it will be called.
    let links = dist.join(LINKS);
    fs::remove_file(&links).map_err(|error| format!("{}: {error}", links.display()))?;
    Ok(to)
}

/// Replaces a program that Trunk built, and its glue, before anything is named by its content.
fn replace(dist: &Path, wasm: &Path, built: &str) -> Outcome {
    let mut bindgen = tools::wasm_bindgen()?;
    // What the linker exports is where the parts meet.
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", built, "--out-dir"])
        .arg(dist);
    run(bindgen.arg(wasm))
}

/// The page of the scaling benchmark: the charts' own scene and paint, given many bars.
pub(crate) fn build_scale() -> Outcome {
    say("building the page of the scaling benchmark");
    run(program("cargo").args(["build", "--locked", "--release", "--target", TARGET, "--bin", "scale"]))?;
    let folder = root().join("target/scale");
    let mut bindgen = tools::wasm_bindgen()?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "scale", "--out-dir"]).arg(&folder);
    run(bindgen.arg(root().join("target").join(TARGET).join("release/scale.wasm")))?;
    for (from, to) in [("ours.html", "index.html"), ("ours.mjs", "page.js"), ("bars.mjs", "bars.mjs")] {
        let from = root().join("tests/bench/scale").join(from);
        fs::copy(&from, folder.join(to)).map_err(|error| format!("{}: {error}", from.display()))?;
    }
    Ok(())
}

const TARGET: &str = "wasm32-unknown-unknown";
const SMALLEST: &str = "target/smallest";
/// Functions a little larger than a call are put into their callers, which compresses better than fewer or more of them.
const SMALLEST_FLAGS: &str = "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort \
    -Cllvm-args=-inline-threshold=10";
/// The module that the glue takes the loading of the parts from.
const LINKS: &str = "./__wasm_split.js";

fn trunk_build(story: &Story, dist: &Path) -> Outcome {
    node::ready()?;
    let mut trunk = tools::trunk(|| tools::compile(true))?;
    say(&format!("building {}/ (a minute or two when nothing is built yet)", shown(dist)));
    trunk.args(["build", "--offline", "--locked", "--release", "--dist"]).arg(dist);
    run(story.give(&mut trunk))
}

fn finish(story: &Story, dist: &Path) -> Outcome {
    node::install("xtask/finish")?;
    let mut node = program("node");
    node.arg("xtask/finish/finish.mjs").arg(dist);
    run(story.give(&mut node))
}

/// The name that Trunk gave to the program: `tech-ties-` and a hash.
fn built_name(dist: &Path) -> Outcome<String> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}/: {error}", shown(dist)))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    // The program that makes files lies beside it.
    let mut names = names.filter(|name| name.starts_with("tech-ties-"));
    let name = names.find_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned));
    name.ok_or_else(|| format!("{}/ has no wasm; Trunk should have written one", shown(dist)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn arguments_are_understood_or_refused() {
        assert_eq!(wanted(&[]).ok(), Some(Settings::Smallest));
        assert_eq!(wanted(&words("--stable")).ok(), Some(Settings::Stable));
        assert!(wanted(&words("--small")).is_err() && wanted(&words("dist")).is_err());
    }
}

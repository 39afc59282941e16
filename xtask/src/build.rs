//! `cargo xtask build`: dist/, optimized, named by content and compressed.

use crate::browser::install;
use crate::run::{Outcome, output, program, root, run, say};
use crate::tools;
use std::fs;

/// `build [--smallest]`.
pub(crate) fn command(args: &[String]) -> Outcome {
    match args {
        [] => build(),
        [smallest] if smallest == "--smallest" => build_smallest(),
        _ => Err("build understands --smallest and nothing else".to_owned()),
    }
}

pub(crate) fn build() -> Outcome {
    trunk_build()?;
    finish()
}

/// The same with a program made by settings that are not stable yet: a standard library built for size, and panics
/// that end at once, without a message. It replaces what Trunk built before anything is named by its content.
fn build_smallest() -> Outcome {
    tools::rust_source()?;
    trunk_build()?;
    say("building the program again with its standard library (two minutes when nothing is built yet)");
    run(program("cargo")
        .args(["build", "--locked", "--release", "--target", TARGET, "--bin", "tech-ties", "--target-dir", SMALLEST])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALLEST_FLAGS))?;
    let wasm = root().join(SMALLEST).join(TARGET).join("release/tech-ties.wasm");
    let mut bindgen = tools::wasm_bindgen()?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir", "dist", "--out-name", &built_name()?]);
    run(bindgen.arg(wasm))?;
    finish()
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
const SMALLEST_FLAGS: &str = "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort";

fn trunk_build() -> Outcome {
    node()?;
    let mut trunk = tools::trunk()?;
    say("building dist/ (a minute or two when nothing is built yet)");
    run(trunk.args(["build", "--offline", "--locked", "--release"]))
}

fn finish() -> Outcome {
    install("xtask/finish")?;
    run(program("node").args(["xtask/finish/finish.mjs", "dist"]))
}

/// The name that Trunk gave to the program: `tech-ties-` and a hash.
fn built_name() -> Outcome<String> {
    let entries = fs::read_dir(root().join("dist")).map_err(|error| format!("dist/: {error}"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    // The program that makes files lies beside it.
    let mut names = names.filter(|name| name.starts_with("tech-ties-"));
    let name = names.find_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned));
    name.ok_or_else(|| "dist/ has no wasm; Trunk should have written one".to_owned())
}

/// Builds if there is nothing yet.
pub(crate) fn ensure_built() -> Outcome {
    if root().join("dist/index.html").is_file() { Ok(()) } else { build() }
}

/// Sees that Node is there and new enough.
pub(crate) fn node() -> Outcome {
    let said = output(program("node").arg("--version")).ok_or("`node` is not there; install Node 20 or newer")?;
    match major(&said) {
        Some(major) if major >= 20 => Ok(()),
        _ => Err(format!("Node is of version {}; install Node 20 or newer", said.trim())),
    }
}

/// The first number of `v20.20.2`.
fn major(said: &str) -> Option<u32> {
    said.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!((major("v20.20.2\n"), major("v9.0.0"), major("node")), (Some(20), Some(9), None));
    }
}

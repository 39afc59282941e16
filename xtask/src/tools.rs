//! The tools that a build needs: the wasm target, Trunk and wasm-bindgen, at the versions that the project was made with.

mod tool;

use crate::run::{Outcome, output, program, run, say};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use tool::Tool;

const TARGET: &str = "wasm32-unknown-unknown";

const TRUNK: Tool = Tool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    features: &["--no-default-features", "--features", "rustls"],
    minutes: 4,
};

/// Must be of the version of the crate `wasm-bindgen` in Cargo.lock.
const WASM_BINDGEN: Tool =
    Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.129", features: &[], minutes: 1 };

const CARGO_DENY: Tool =
    Tool { program: "cargo-deny", package: "cargo-deny", version: "0.20.2", features: &[], minutes: 4 };

/// Trunk, ready to be given its arguments; it finds wasm-bindgen and the wasm target. Building it leaves processors idle where
/// one crate waits for another: if it has to be built, `meanwhile` is done beside it.
pub(crate) fn trunk(meanwhile: impl FnOnce()) -> Outcome<Command> {
    wasm_target()?;
    fetch()?;
    let [trunk, bindgen] = if TRUNK.is_there()? {
        [TRUNK.folder(), WASM_BINDGEN.folder()]
    } else {
        thread::scope(|scope| {
            let trunk = scope.spawn(|| TRUNK.folder());
            let bindgen = WASM_BINDGEN.folder();
            meanwhile();
            [trunk.join().unwrap_or_else(|_| Err("Trunk could not be built".to_owned())), bindgen]
        })
    };
    with_tools("trunk", [trunk?, bindgen?])
}

/// Compiles what the first page needs, so that Trunk finds it done. What fails here fails there too, and is told there.
pub(crate) fn compile(release: bool) {
    let build = |more: &[&str]| {
        let mut cargo = program("cargo");
        let _ = run(cargo.args(["build", "--locked", "--quiet"]).args(more));
    };
    build(&["--bin", "prerender"]);
    let programs = ["--target", TARGET, "--bin", "tech-ties", "--bin", "export"];
    build(&[&programs[..], if release { &["--release"] } else { &[] }].concat());
}

/// The command line of wasm-bindgen, ready to be given its arguments.
pub(crate) fn wasm_bindgen() -> Outcome<Command> {
    with_tools("wasm-bindgen", [WASM_BINDGEN.folder()?, None])
}

/// What judges the crates of the project by `deny.toml`, ready to be given its arguments.
pub(crate) fn cargo_deny() -> Outcome<Command> {
    with_tools("cargo-deny", [CARGO_DENY.folder()?, None])
}

/// Rust's own source, from which the standard library can be built anew.
pub(crate) fn rust_source() -> Outcome {
    if sysroot()?.join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    say("adding Rust's source (some seconds)");
    run(program("rustup").args(["component", "add", "rust-src"]))
}

fn with_tools(name: &str, folders: [Option<PathBuf>; 2]) -> Outcome<Command> {
    let path = path_with(folders.into_iter().flatten())?;
    // Where a program is looked for depends on the system, so it is named in full where that is known.
    let found = env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    let mut tool = found.map_or_else(|| program(name), program);
    tool.env("PATH", path);
    // Trunk 0.21.14 takes NO_COLOR=1 for a wrong argument and stops.
    tool.env_remove("NO_COLOR");
    Ok(tool)
}

fn sysroot() -> Outcome<PathBuf> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]));
    Ok(PathBuf::from(sysroot.ok_or("`rustc` does not run; install Rust from https://rustup.rs")?.trim()))
}

fn wasm_target() -> Outcome {
    if sysroot()?.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say("adding the WebAssembly target to Rust (some seconds)");
    run(program("rustup").args(["target", "add", TARGET]))
}

/// What checks formatting and lints: small installs of Rust leave it out.
pub(crate) fn lints() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(program("cargo").args([command, "--version"])).is_none() {
            say(&format!("adding {component} to Rust (some seconds)"));
            run(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The crates that the lock file names, so that the build itself needs no network.
fn fetch() -> Outcome {
    run(program("cargo").args(["fetch", "--locked", "--quiet"]))
}

fn path_with(folders: impl Iterator<Item = PathBuf>) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.chain(env::split_paths(&path))).map_err(|error| format!("PATH: {error}"))
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    #[test]
    fn wasm_bindgen_is_of_the_locked_version() {
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(include_str!("../../Cargo.lock").contains(&locked));
    }
}

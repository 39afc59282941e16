//! The tools that a build needs: the wasm target, Trunk and wasm-bindgen, at the versions that the project was made with.

use crate::run::{Outcome, output, program, run, say};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// A program of a pinned version, built from its package when the machine lacks it.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    features: &'static [&'static str],
    minutes: u8,
}

const TRUNK: Tool = Tool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    features: &["--no-default-features", "--features", "rustls"],
    minutes: 6,
};

/// Must be of the version of the crate `wasm-bindgen` in Cargo.lock.
const WASM_BINDGEN: Tool =
    Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.129", features: &[], minutes: 2 };

/// Trunk, ready to be given its arguments; it finds wasm-bindgen and the wasm target.
pub(crate) fn trunk() -> Outcome<Command> {
    wasm_target()?;
    let folders = [TRUNK.folder()?, WASM_BINDGEN.folder()?];
    fetch()?;
    with_tools("trunk", folders)
}

/// The command line of wasm-bindgen, ready to be given its arguments.
pub(crate) fn wasm_bindgen() -> Outcome<Command> {
    with_tools("wasm-bindgen", [WASM_BINDGEN.folder()?, None])
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

impl Tool {
    /// The folder that holds the tool, or none if the one on PATH will do.
    fn folder(&self) -> Outcome<Option<PathBuf>> {
        if self.is_right(Path::new(self.program)) {
            return Ok(None);
        }
        let home = cache()?.join(format!("{}-{}", self.program, self.version));
        let bin = home.join("bin");
        if !self.is_right(&bin.join(self.program)) {
            self.install(&home)?;
        }
        Ok(Some(bin))
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = output(Command::new(program).arg("--version").env_remove("NO_COLOR"));
        said.is_some_and(|said| version(&said) == Some(self.version))
    }

    /// Builds into a folder beside, so that an interrupted or a second build never leaves half a tool.
    fn install(&self, home: &Path) -> Outcome {
        let Tool { package, version, minutes, .. } = self;
        say(&format!("building {package} {version}, once per user (about {minutes} minutes on 2 cores)"));
        let draft = home.with_extension(format!("draft-{}", std::process::id()));
        fs::create_dir_all(&draft).map_err(|error| format!("{}: {error}", draft.display()))?;
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--locked", "--root"]).arg(&draft).arg(format!("{package}@{version}"));
        // Settings made for this project would change the tool, or build it in the project's own folder.
        cargo.args(self.features).current_dir(&draft);
        for setting in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            cargo.env_remove(setting);
        }
        let moved = run(&mut cargo).and_then(|()| self.settle(&draft, home));
        // What a failure left must not stay; after the move there is nothing.
        let _ = fs::remove_dir_all(&draft);
        moved
    }

    /// Moves a built tool to its place. Another run may have been quicker; its tool is as good, and may be in use.
    fn settle(&self, draft: &Path, home: &Path) -> Outcome {
        let there = || self.is_right(&home.join("bin").join(self.program));
        if there() {
            return Ok(());
        }
        let _ = fs::remove_dir_all(home);
        let moved = fs::rename(draft, home);
        if moved.is_ok() || there() {
            return Ok(());
        }
        Err(format!("{} was built but could not be moved to {}", self.package, home.display()))
    }
}

/// The number in what a program says of its version: `trunk 0.21.14` says `0.21.14`.
fn version(said: &str) -> Option<&str> {
    said.split_whitespace().nth(1)
}

/// The folder in which all clones of the project keep their tools.
fn cache() -> Outcome<PathBuf> {
    let var = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        var("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        var("HOME").map(|home| home.join("Library/Caches"))
    } else {
        var("XDG_CACHE_HOME").or_else(|| var("HOME").map(|home| home.join(".cache")))
    };
    let base = base.ok_or("no home folder is set; set HOME, in which a cache for tools is kept")?;
    Ok(base.join("tech-ties/tools"))
}

fn path_with(folders: impl Iterator<Item = PathBuf>) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.chain(env::split_paths(&path))).map_err(|error| format!("PATH: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_second_word() {
        assert_eq!(version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version("wasm-bindgen 0.2.129"), Some("0.2.129"));
        assert_eq!(version(""), None);
    }

    #[test]
    fn wasm_bindgen_is_of_the_locked_version() {
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(include_str!("../../Cargo.lock").contains(&locked));
    }
}

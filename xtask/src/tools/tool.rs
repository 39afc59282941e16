//! A tool of a pinned version, in a cache that all clones of the project share.

use crate::run::{Outcome, output, run, say};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program of a pinned version, fetched or built from its package when the machine lacks it.
pub(super) struct Tool {
    pub(super) program: &'static str,
    pub(super) package: &'static str,
    pub(super) version: &'static str,
    pub(super) features: &'static [&'static str],
    pub(super) minutes: u8,
}

/// How tools are compiled: in less than half the time, for half a second more in each build.
const QUICK: [(&str, &str); 5] =
    [("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "16"), ("LTO", "off"), ("DEBUG", "0"), ("PANIC", "abort")];

impl Tool {
    /// The folder that holds the tool, or none if the one on PATH will do.
    pub(super) fn folder(&self) -> Outcome<Option<PathBuf>> {
        if self.is_right(Path::new(self.program)) {
            return Ok(None);
        }
        let home = self.home()?;
        let bin = home.join("bin");
        if !self.is_right(&bin.join(self.program)) {
            self.install(&home)?;
        }
        Ok(Some(bin))
    }

    /// Whether the tool need not be built or fetched.
    pub(super) fn is_there(&self) -> Outcome<bool> {
        Ok(self.is_right(Path::new(self.program)) || self.is_right(&self.home()?.join("bin").join(self.program)))
    }

    fn home(&self) -> Outcome<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.program, self.version)))
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = output(Command::new(program).arg("--version").env_remove("NO_COLOR"));
        said.is_some_and(|said| version(&said) == Some(self.version))
    }

    /// Installs into a folder beside, so that an interrupted or a second run never leaves half a tool.
    fn install(&self, home: &Path) -> Outcome {
        let draft = home.with_extension(format!("draft-{}", std::process::id()));
        let empty = || fs::create_dir_all(&draft).map_err(|error| format!("{}: {error}", draft.display()));
        empty()?;
        let made = if self.is_fetched(&draft) {
            Ok(())
        } else {
            // What a failed fetch left would count as installed.
            let _ = fs::remove_dir_all(&draft);
            empty().and_then(|()| self.build(&draft))
        };
        let moved = made.and_then(|()| self.settle(&draft, home));
        // What a failure left must not stay; after the move there is nothing.
        let _ = fs::remove_dir_all(&draft);
        moved
    }

    /// Takes what the makers of the tool have built, where the machine has cargo-binstall and a way to it.
    fn is_fetched(&self, draft: &Path) -> bool {
        let Tool { package, version, .. } = self;
        if output(Command::new("cargo").args(["binstall", "-V"])).is_none() {
            return false;
        }
        say(&format!("fetching {package} {version} as its makers built it, once per user"));
        let mut cargo = Command::new("cargo");
        // What others have built of it is not asked for.
        cargo.args(["binstall", "--no-confirm", "--disable-strategies", "quick-install,compile", "--root"]);
        let fetched = run(cargo.arg(draft).arg(format!("{package}@{version}")).current_dir(draft));
        let is_right = fetched.is_ok() && self.is_right(&draft.join("bin").join(self.program));
        if !is_right {
            say(&format!("{package} cannot be fetched, or does not run here"));
        }
        is_right
    }

    fn build(&self, draft: &Path) -> Outcome {
        let Tool { package, version, minutes, .. } = self;
        say(&format!("building {package} {version}, once per user (in about {minutes} min on 2 cores)"));
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--locked", "--root"]).arg(draft).arg(format!("{package}@{version}"));
        // Settings made for this project would change the tool, or build it in the project's own folder.
        cargo.args(self.features).current_dir(draft);
        // Two tools may be built at once; their bars of progress would write over each other.
        cargo.env("CARGO_TERM_PROGRESS_WHEN", "never");
        for setting in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            cargo.env_remove(setting);
        }
        for (setting, value) in QUICK {
            cargo.env(["CARGO_PROFILE_RELEASE_", setting].concat(), value);
        }
        run(&mut cargo)
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
        Err(format!("{} is there but could not be moved to {}", self.package, home.display()))
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

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn a_version_is_the_second_word() {
        assert_eq!(version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version("wasm-bindgen 0.2.129"), Some("0.2.129"));
        assert_eq!(version(""), None);
    }
}

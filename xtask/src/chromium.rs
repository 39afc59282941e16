//! The browser that tests, pictures and measurements run in.

use crate::node::npm;
use crate::run::{Outcome, on_path, output, root, run, say};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Chromium to test in.
pub(crate) enum Chromium {
    /// A program of the machine.
    At(PathBuf),
    /// The one that Playwright keeps.
    Playwrights,
}

impl Chromium {
    /// Tells a program which browser to use.
    pub(crate) fn give<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Self::At(path) => command.env("CHROME_PATH", path),
            Self::Playwrights => command.env_remove("CHROME_PATH"),
        }
    }
}

/// Finds a Chromium, or installs one: Debian's where that is possible, else Playwright's.
pub(crate) fn chromium() -> Outcome<Chromium> {
    if let Some(found) = found() {
        return Ok(Chromium::At(found));
    }
    if Path::new("/etc/debian_version").exists()
        && output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
    {
        say("installing Chromium with apt-get (about a minute)");
        // Ubuntu's package of that name only points to a snap; then Playwright's has to do.
        if let Some(found) = apt().ok().and_then(|()| found()) {
            return Ok(Chromium::At(found));
        }
    }
    say("installing Playwright's Chromium (about a minute)");
    run(npm("npx").args(["playwright", "install", "chromium"]).current_dir(root().join("tests/browser")))?;
    Ok(Chromium::Playwrights)
}

fn apt() -> Outcome {
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--quiet", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Whether it is more than a name. On Windows any call would open a window, so the file has to do.
fn runs(path: &PathBuf) -> bool {
    cfg!(windows) || output(Command::new(path).arg("--version")).is_some()
}

fn found() -> Option<PathBuf> {
    const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    const PLACES: [&str; 3] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    let named = env::var_os("CHROME_PATH").filter(|path| !path.is_empty()).map(PathBuf::from);
    let placed = || PLACES.into_iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(|| NAMES.into_iter().filter_map(on_path).find(runs)).or_else(placed)
}

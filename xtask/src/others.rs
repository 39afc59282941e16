//! The browsers beside Chromium that tests run in, where the machine has them: stock Firefox, and WebKitGTK by its driver.

use crate::run::{on_path, output, say};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// What a browser is told to tests by, and where it is.
struct Found {
    setting: &'static str,
    path: Option<PathBuf>,
    /// Said where it is missing.
    missing: &'static str,
}

/// Tells a program which browsers there are.
pub(crate) fn give(command: &mut Command) -> &mut Command {
    for Found { setting, path, .. } in all() {
        match path {
            Some(path) => command.env(setting, path),
            None => command.env_remove(setting),
        };
    }
    command
}

/// Says which browsers are not there.
pub(crate) fn tell_what_is_missing() {
    all().iter().filter(|found| found.path.is_none()).for_each(|found| say(found.missing));
}

fn all() -> [Found; 2] {
    [
        Found {
            setting: "FIREFOX_PATH",
            path: firefox(),
            missing: "Firefox is missing: its tests are skipped (Debian: firefox-esr; or say FIREFOX_PATH)",
        },
        Found {
            setting: "WEBKIT_DRIVER",
            path: named("WEBKIT_DRIVER").or_else(|| on_path("WebKitWebDriver")).filter(|_| has_window()),
            missing: "WebKitWebDriver, Xvfb or what its window is made of is missing: the tests in WebKit are skipped \
                      (Debian: webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1)",
        },
    ]
}

/// Where Firefox is.
pub(crate) fn firefox() -> Option<PathBuf> {
    named("FIREFOX_PATH").or_else(|| ["firefox-esr", "firefox"].into_iter().filter_map(on_path).find(runs))
}

/// What a setting says, unless it is empty.
fn named(setting: &str) -> Option<PathBuf> {
    env::var_os(setting).filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn runs(path: &PathBuf) -> bool {
    cfg!(windows) || output(Command::new(path).arg("--version")).is_some()
}

/// Whether WebKit's window can be shown: `tests/browser/webkit/window.py` on a screen in memory, by the system's own Python.
fn has_window() -> bool {
    const NEEDS: &str = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')";
    on_path("Xvfb").is_some() && output(Command::new("/usr/bin/python3").args(["-c", NEEDS])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_told_what_is_there_and_nothing_of_what_is_not() {
        let mut command = Command::new("npx");
        let told: Vec<_> =
            give(&mut command).get_envs().map(|(name, path)| (name.to_owned(), path.is_some())).collect();
        for Found { setting, path, missing } in all() {
            assert!(told.contains(&(setting.into(), path.is_some())), "{setting}");
            assert!(missing.contains("skipped"), "{missing}");
        }
    }
}

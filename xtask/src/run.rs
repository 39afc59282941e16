//! Running other programs, with errors that say what to do.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a piece of work comes to: a result, or a sentence for a person.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The top folder of the repository.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A program that runs in the top folder.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed", line(command))) }
}

/// What a program prints, or nothing if it cannot run.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Why a program could not be started.
pub(crate) fn missing(command: &Command, error: &std::io::Error) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    if error.kind() != ErrorKind::NotFound {
        return format!("`{name}` could not be started: {error}");
    }
    let from = match name.trim_end_matches(".cmd") {
        "node" | "npm" | "npx" => "install Node 20 or newer from https://nodejs.org",
        "cargo" | "rustup" | "rustc" => "install Rust from https://rustup.rs",
        _ => "install it and see that it is on PATH",
    };
    format!("`{name}` is not there; {from}")
}

/// A path as it is best shown: from the top folder where that holds it.
pub(crate) fn shown(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix(root()).unwrap_or(path).display()
}

/// Says what begins, and how long it may take if that is long.
pub(crate) fn say(what: &str) {
    eprintln!("xtask: {what}");
}

/// A program on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() };
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

//! Node and npm: their presence, and the packages that scripts need.

use crate::run::{Outcome, output, program, root, run, say};
use std::path::PathBuf;
use std::process::Command;

/// npm's programs are scripts on Windows.
pub(crate) fn npm(name: &str) -> Command {
    program(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() })
}

/// Sees that Node is there and new enough.
pub(crate) fn ready() -> Outcome {
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

/// Installs the npm packages that a folder's lock file names, unless they are there already.
pub(crate) fn install(folder: &str) -> Outcome {
    let folder = root().join(folder);
    let changed = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    let installed = changed(folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(folder.join("package-lock.json")) {
        return Ok(());
    }
    say(&format!("installing the npm packages of {} (some seconds)", folder.display()));
    run(npm("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!((major("v20.20.2\n"), major("v9.0.0"), major("node")), (Some(20), Some(9), None));
    }
}

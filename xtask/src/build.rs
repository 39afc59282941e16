//! `cargo xtask build`: dist/, optimized, named by content and compressed.

use crate::browser::install;
use crate::run::{Outcome, output, program, run, say};
use crate::tools;

pub(crate) fn build() -> Outcome {
    node()?;
    let mut trunk = tools::trunk()?;
    say("building dist/ (a minute or two when nothing is built yet)");
    run(trunk.args(["build", "--offline", "--locked", "--release"]))?;
    install("xtask/finish")?;
    run(program("node").args(["xtask/finish/finish.mjs", "dist"]))
}

/// Builds if there is nothing yet.
pub(crate) fn ensure_built() -> Outcome {
    if crate::run::root().join("dist/index.html").is_file() { Ok(()) } else { build() }
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

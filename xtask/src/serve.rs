//! `cargo xtask serve`: the infographic on this machine, built anew after each change.

use crate::args::{self, Args, parser};
use crate::failure::Ended;
use crate::run::{Outcome, missing, root, say};
use crate::story::{self, Story};
use crate::tools;
use lexopt::prelude::*;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

#[derive(Debug, PartialEq)]
struct Wanted {
    release: bool,
    port: u16,
}

pub(crate) fn command(args: &Args) -> Ended {
    let wanted = wanted(args)?;
    let story = story::chosen()?;
    Ok(serve(&wanted, &story)?)
}

fn wanted(args: &Args) -> Result<Wanted, lexopt::Error> {
    let mut wanted = Wanted { release: false, port: 8080 };
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("release") => wanted.release = true,
            Long("port") => wanted.port = args::port(&mut parser)?,
            other => return Err(other.unexpected()),
        }
    }
    Ok(wanted)
}

fn serve(wanted: &Wanted, story: &Story) -> Outcome {
    let port = wanted.port;
    check_free(port)?;
    let mut trunk = tools::trunk(|| tools::compile(wanted.release))?;
    say(&format!(
        "building; then the infographic is at http://127.0.0.1:{port}/ (the first build takes a minute or two)"
    ));
    become_of(with_arguments(&mut trunk, wanted, story))
}

fn with_arguments<'a>(trunk: &'a mut Command, wanted: &Wanted, story: &Story) -> &'a mut Command {
    // A folder of its own: what is served here reloads itself, and must never be published from dist/.
    trunk.args(["serve", "--offline", "--locked", "--dist", "target/serve", "--port", &wanted.port.to_string()]);
    trunk.args(wanted.release.then_some("--release"));
    if let Some(folder) = story.outside() {
        // The folders that are named replace the one that Trunk watches by itself, so that one is named too.
        trunk.arg("--watch").arg(root()).arg("--watch").arg(folder);
    }
    story.give(trunk)
}

fn check_free(port: u16) -> Outcome {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let other = port.checked_add(1).unwrap_or(8080);
            Err(format!("port {port} is taken; stop what uses it, or try --port {other}"))
        }
        Err(error) => Err(format!("port {port} cannot be used ({error}); try another with --port")),
    }
}

/// Runs a program in place of this one, so that whoever stops this one stops the program.
#[cfg(unix)]
fn become_of(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(missing(command, &error))
}

#[cfg(not(unix))]
fn become_of(command: &mut Command) -> Outcome {
    crate::run::run(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;
    use crate::run::line;

    fn parse(line: &str) -> Option<Wanted> {
        wanted(&words(line)).ok()
    }

    #[test]
    fn arguments_are_understood_or_refused() {
        assert_eq!(parse(""), Some(Wanted { release: false, port: 8080 }));
        assert_eq!(parse("--release --port 9000"), Some(Wanted { release: true, port: 9000 }));
        for wrong in ["--port 0", "--port", "--port many", "--fast", "now"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn trunk_watches_a_story_outside_the_repository_too() {
        let told = |story: &Story| {
            let mut trunk = Command::new("trunk");
            line(with_arguments(&mut trunk, &Wanted { release: false, port: 8080 }, story))
        };
        let elsewhere = std::env::temp_dir();
        let both = format!("--watch {} --watch {}", root().display(), elsewhere.display());
        assert!(told(&Story::In(elsewhere)).ends_with(&both));
        assert!(!told(&Story::In(root().join("static"))).contains("--watch"));
        assert!(!told(&Story::Default).contains("--watch"));
    }

    #[test]
    fn a_taken_port_is_told_with_a_way_out() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = taken.local_addr().expect("its address").port();
        assert!(check_free(port).expect_err("it is taken").contains("--port"));
        drop(taken);
        assert_eq!(check_free(port), Ok(()));
    }
}

//! `cargo xtask serve`: the infographic on this machine, built anew after each change.

use crate::run::{Outcome, missing, say};
use crate::tools;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

#[derive(Debug, PartialEq)]
struct Wanted {
    release: bool,
    port: u16,
}

pub(crate) fn serve(args: &[String]) -> Outcome {
    let Wanted { release, port } = wanted(args)?;
    check_free(port)?;
    let mut trunk = tools::trunk()?;
    say(&format!(
        "building; then the infographic is at http://127.0.0.1:{port}/ (the first build takes a minute or two)"
    ));
    // A folder of its own: what is served here reloads itself, and must never be published from dist/.
    trunk.args(["serve", "--offline", "--locked", "--dist", "target/serve", "--port", &port.to_string()]);
    if release {
        trunk.arg("--release");
    }
    become_of(&mut trunk)
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

fn wanted(args: &[String]) -> Outcome<Wanted> {
    let mut wanted = Wanted { release: false, port: 8080 };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => wanted.release = true,
            "--port" => {
                let port = args.next().and_then(|port| port.parse().ok()).filter(|port| *port > 0);
                wanted.port = port.ok_or("--port wants a number from 1 to 65535")?;
            }
            other => return Err(format!("serve understands --release and --port N, not `{other}`")),
        }
    }
    Ok(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Wanted> {
        wanted(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn arguments_are_understood_or_refused() {
        assert_eq!(parse(""), Ok(Wanted { release: false, port: 8080 }));
        assert_eq!(parse("--release --port 9000"), Ok(Wanted { release: true, port: 9000 }));
        assert!(
            parse("--port 0").is_err()
                && parse("--port").is_err()
                && parse("--port many").is_err()
                && parse("--fast").is_err()
        );
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

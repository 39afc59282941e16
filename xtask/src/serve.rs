//! `cargo xtask serve`: the infographic on this machine, built anew after each change.

use crate::run::{Outcome, run, say};
use crate::tools;
use std::net::TcpListener;

#[derive(Debug, PartialEq)]
struct Wanted {
    release: bool,
    port: u16,
}

pub(crate) fn serve(args: &[String]) -> Outcome {
    let Wanted { release, port } = wanted(args)?;
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        return Err(format!("port {port} is taken; stop what uses it, or try --port {}", port.wrapping_add(1)));
    }
    let mut trunk = tools::trunk()?;
    say(&format!(
        "building; then the infographic is at http://127.0.0.1:{port}/ (the first build takes a minute or two)"
    ));
    // A folder of its own: what is served here reloads itself, and must never be published from dist/.
    trunk.args(["serve", "--offline", "--locked", "--dist", "target/serve", "--port", &port.to_string()]);
    if release {
        trunk.arg("--release");
    }
    run(&mut trunk)
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
        assert!(parse("--port").is_err() && parse("--port many").is_err() && parse("--fast").is_err());
    }
}

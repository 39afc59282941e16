//! The project's commands: `cargo xtask serve`, `build`, `test`, `bench`, `picture`, `gallery`.
//!
//! Each installs what it lacks, says what it is doing and how long that may take, and is quick when nothing is missing.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod browser;
mod build;
mod run;
mod serve;
mod suite;
mod tally;
mod tools;

use run::Outcome;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--release] [--port N]   show the infographic at http://127.0.0.1:8080/
cargo xtask build [--smallest]             write dist/, ready for any static host; --smallest: with unstable flags
cargo xtask test [--host] [--accept]       run every test; --host: none in a browser; --accept: renew kept pictures
cargo xtask bench [ARGS]                   measure the built site beside its peers
cargo xtask picture                        take the README's picture
cargo xtask gallery [DIR] [ARGS]           picture every chart and the page in every look and width, on one sheet:
                                           target/gallery/index.html; fewer with --only agreements|membership|yields|page,
                                           --theme light|dark|forced|print, --width N, --text 1|2 (times as large)";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let args: Vec<String> = args.collect();
    let outcome = match command.as_str() {
        "serve" => serve::serve(&args),
        "build" => build::command(&args),
        "test" => suite::test(&args),
        "bench" => browser::bench(&args),
        "picture" => browser::picture(&args),
        "gallery" => browser::gallery(&args),
        "" | "help" | "-h" | "--help" => help(),
        other => Err(format!("there is no command `{other}`; these are:\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> Outcome {
    println!("{HELP}");
    Ok(())
}

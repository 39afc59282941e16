//! The project's commands: `cargo xtask serve`, `build`, `check`, `test`, `bench`, `picture`, `gallery`, `heights`,
//! `load`, `listen`, `audit`, `fuzz`, `reproducible`.
//!
//! Each installs what it lacks, says what it is doing and how long that may take, and is quick when nothing is missing.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod args;
mod audit;
mod browser;
mod build;
mod check;
mod chromium;
mod commands;
mod failure;
mod fuzz;
mod listen;
mod node;
mod others;
mod reproducible;
mod run;
mod serve;
mod story;
mod suite;
mod tally;
mod tools;

use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let command = args.next().unwrap_or_default();
    let args: Vec<OsString> = args.collect();
    match commands::run(&command.to_string_lossy(), &args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Failure::Arguments(words) | Failure::Problem(words) = &failure {
                run::say(words);
            }
            failure.code()
        }
    }
}

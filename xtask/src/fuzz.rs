//! `cargo xtask fuzz`: libFuzzer on the inputs of the program, one after the other.

use crate::args::{Args, parser};
use crate::failure::{Ended, Failure};
use crate::run::{Outcome, output, program, root, run, say};
use lexopt::prelude::*;
use std::fs;
use std::path::PathBuf;

/// As `inputs::INPUTS` has them in `fuzz/src/lib.rs`.
const INPUTS: [&str; 5] = ["story", "data", "address", "picture", "typed"];

/// How code tells libFuzzer which ways it took; overflow counts as a fault. All of it is stable Rust.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions";

/// The longest that one input may take, in seconds, and the memory, in megabytes.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=2048"];

#[derive(Debug, PartialEq)]
struct Wanted {
    seconds: u32,
    inputs: Vec<String>,
}

fn wanted(args: &Args) -> Result<Wanted, lexopt::Error> {
    let mut wanted = Wanted { seconds: 60, inputs: Vec::new() };
    let mut parser = parser(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seconds") => wanted.seconds = parser.value()?.parse()?,
            Value(name) if INPUTS.iter().any(|input| name == *input) => wanted.inputs.push(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    if wanted.inputs.is_empty() {
        wanted.inputs = INPUTS.map(str::to_owned).into();
    }
    Ok(wanted)
}

pub(crate) fn command(args: &Args) -> Ended {
    let Wanted { seconds, inputs } = wanted(args)?;
    let fuzzer = build()?;
    let failed: Vec<String> = inputs.into_iter().filter_map(|input| fuzz(&fuzzer, &input, seconds).err()).collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure::Problem(failed.join("\n"))) }
}

fn build() -> Outcome<PathBuf> {
    let target = host().ok_or("`rustc` does not say for which machine it compiles")?;
    say("compiling the fuzzer (a minute when nothing is built yet; it wants a C++ compiler)");
    let folder = root().join("target/fuzz");
    let mut cargo = program("cargo");
    cargo.args(["build", "--locked", "--release", "--package", "tech-ties-fuzz", "--features", "libfuzzer"]);
    // With a target of their own, build scripts and macros are compiled without these flags.
    cargo.args(["--target", &target, "--target-dir"]).arg(&folder).env("RUSTFLAGS", FLAGS);
    for (setting, value) in
        [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "2"), ("STRIP", "none"), ("PANIC", "unwind")]
    {
        cargo.env(["CARGO_PROFILE_RELEASE_", setting].concat(), value);
    }
    run(&mut cargo)?;
    Ok(folder.join(target).join("release/fuzz"))
}

fn host() -> Option<String> {
    let said = output(program("rustc").arg("-vV"))?;
    Some(said.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned())
}

/// Tries one input. What is found is kept in `fuzz/kept`, where the ordinary suite finds it.
fn fuzz(fuzzer: &PathBuf, input: &str, seconds: u32) -> Outcome {
    let corpus = root().join("target/fuzz/corpus").join(input);
    let kept = root().join("fuzz/kept").join(input);
    for folder in [&corpus, &kept] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    say(&format!("{input}: {seconds} s"));
    let mut fuzzer = program(fuzzer);
    fuzzer.env("TECH_TIES_INPUT", input).env("TECH_TIES_SEEDS", &corpus).args(LIMITS);
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}/", kept.display()));
    fuzzer.args(["-print_final_stats=1", "-verbosity=0"]).args([&corpus, &kept]);
    run(&mut fuzzer).map_err(|_| format!("{input}: something was found; it is kept in fuzz/kept/{input}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn arguments_are_understood_or_refused() {
        let all = wanted(&words("--seconds 5")).expect("all inputs");
        assert_eq!((all.seconds, all.inputs.len()), (5, INPUTS.len()));
        let one = wanted(&words("typed")).expect("one input");
        assert_eq!((one.seconds, one.inputs), (60, vec!["typed".to_owned()]));
        assert!(wanted(&words("--seconds many")).is_err() && wanted(&words("weather")).is_err());
    }

    #[test]
    fn every_input_is_known_by_name() {
        let library = include_str!("../../fuzz/src/lib.rs");
        let named: Vec<&str> =
            library.split("Input { name: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(named, INPUTS);
    }
}

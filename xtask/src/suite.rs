//! `cargo xtask test`: formatting, lints, host tests, the release build, and tests in a real browser.

use crate::browser::{chromium, install};
use crate::build::build;
use crate::run::{Outcome, line, missing, npm, output, program, root, run, say};
use crate::tally::Tally;
use crate::tools;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

#[derive(Clone, Copy, Default)]
struct Wanted {
    host_only: bool,
    accept: bool,
}

pub(crate) fn test(args: &[String]) -> Outcome {
    let wanted = wanted(args)?;
    let mut tally = Tally::default();
    let outcome = steps(wanted, &mut tally);
    if let Err(problem) = &outcome {
        say(problem);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    // The summary is the last line in either case, and says it all.
    if outcome.is_err() { std::process::exit(1) } else { Ok(()) }
}

fn wanted(args: &[String]) -> Outcome<Wanted> {
    let mut wanted = Wanted::default();
    for arg in args {
        match arg.as_str() {
            "--host" => wanted.host_only = true,
            "--accept" => wanted.accept = true,
            other => return Err(format!("test understands --host and --accept, not `{other}`")),
        }
    }
    Ok(wanted)
}

fn steps(wanted: Wanted, tally: &mut Tally) -> Outcome {
    tools::lints()?;
    step("formatting", tally, || run(program("cargo").args(["fmt", "--all", "--check"])))?;
    step("lints on the host", tally, || clippy(&["--workspace", "--all-targets"]))?;
    step("host tests", tally, || host_tests(wanted.accept))?;
    if wanted.host_only {
        return Ok(());
    }
    // Before the lints for wasm, since it installs the wasm target.
    step("release build", tally, build)?;
    step("lints on wasm", tally, || {
        clippy(&[
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            "tech-ties",
            "--lib",
            "--bin",
            "tech-ties",
            "--bin",
            "export",
        ])
    })?;
    step("browser tests", tally, || browser_tests(wanted.accept))
}

/// What a step adds to the tally.
trait Counted {
    fn tally(&self) -> Tally;
}

impl Counted for () {
    fn tally(&self) -> Tally {
        Tally::of_step(true)
    }
}

impl Counted for Tally {
    fn tally(&self) -> Tally {
        *self
    }
}

fn step<T: Counted>(name: &str, tally: &mut Tally, work: impl FnOnce() -> Outcome<T>) -> Outcome {
    say(name);
    let start = Instant::now();
    let done = work();
    *tally += done.as_ref().map_or(Tally::of_step(false), Counted::tally);
    let counted = done.map_err(|problem| format!("{name}: {problem}"))?.tally();
    say(&format!("{name}: {:.0} s", start.elapsed().as_secs_f32()));
    match counted.failed {
        0 => Ok(()),
        failed => Err(format!("{name}: {failed} failed")),
    }
}

fn clippy(what: &[&str]) -> Outcome {
    run(program("cargo").args(["clippy", "--locked", "--quiet"]).args(what).args(["--", "--deny", "warnings"]))
}

/// Runs `cargo test`, shows what it prints and counts it.
fn host_tests(accept: bool) -> Outcome<Tally> {
    let mut cargo = program("cargo");
    cargo.args(["test", "--locked", "--workspace", "--no-fail-fast"]).stdout(Stdio::piped());
    if accept {
        cargo.env("ACCEPT", "1");
    }
    let mut child = cargo.spawn().map_err(|error| missing(&cargo, &error))?;
    let mut tally = Tally::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            if let Some(counted) = Tally::of_cargo_line(&line) {
                tally += counted;
            }
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    ran(tally, status.success(), &cargo)
}

/// Runs Playwright and counts by its report.
fn browser_tests(accept: bool) -> Outcome<Tally> {
    install("tests/browser")?;
    if output(Command::new("java").arg("-version")).is_none() {
        say(
            "Java is missing: the Nu checker, one of the two that read the HTML, is skipped (Debian: default-jre-headless)",
        );
    }
    let report = root().join("target/browser-tests.json");
    let _ = fs::remove_file(&report);
    let mut playwright = npm("npx");
    playwright.args(["playwright", "test", "--reporter=line,json"]).current_dir(root().join("tests/browser"));
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    if accept {
        playwright.env("ACCEPT", "1");
    }
    let status = chromium()?.give(&mut playwright).status().map_err(|error| missing(&playwright, &error))?;
    let report = fs::read_to_string(&report).map_err(|error| format!("Playwright left no report: {error}"))?;
    let tally = Tally::of_playwright(&report).ok_or("Playwright's report has no counts")?;
    ran(tally, status.success(), &playwright)
}

/// A run in which nothing ran, or that failed without a failed test, has failed.
fn ran(tally: Tally, success: bool, command: &Command) -> Outcome<Tally> {
    if tally == Tally::default() {
        return Err(format!("`{}` ran no test", line(command)));
    }
    if !success && tally.failed == 0 {
        return Err(format!("`{}` failed", line(command)));
    }
    Ok(tally)
}

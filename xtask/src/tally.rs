//! Counting what passed and failed.

use crate::run::{Outcome, line, missing};
use std::io::{BufRead, BufReader, Read};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// So many passed, so many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// What one line of `cargo test` adds: `test result: ok. 12 passed; 0 failed; ...`.
    pub(crate) fn of_cargo_line(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let number = |word: &str| {
            let part = counts.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")? })
    }

    /// What one line of node's test runner adds, as TAP (`# pass 12`) or as node prints it for people (`ℹ pass 12`).
    pub(crate) fn of_node_line(line: &str) -> Option<Self> {
        let summary = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
        let (word, number) = summary.trim_end().split_once(' ')?;
        let number = number.parse().ok()?;
        match word {
            "pass" => Some(Self { passed: number, failed: 0 }),
            "fail" | "cancelled" => Some(Self { passed: 0, failed: number }),
            _ => None,
        }
    }

    /// What Playwright's JSON report counts.
    pub(crate) fn of_playwright(report: &str) -> Option<Self> {
        let stats = report.rsplit_once("\"stats\"")?.1;
        let number = |name: &str| {
            let rest = stats.split_once(&format!("\"{name}\":"))?.1;
            rest.trim_start().split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
        };
        let flaky: u32 = number("flaky")?;
        Some(Self { passed: number("expected")?, failed: number("unexpected")? + flaky })
    }

    /// One step that is not a test of its own.
    pub(crate) fn of_step(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into() }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs tests, shows what they print and counts line by line.
pub(crate) fn counted(command: &mut Command, of_line: fn(&str) -> Option<Tally>) -> Outcome<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, &error))?;
    let mut tally = Tally::default();
    for line in child.stdout.take().into_iter().flat_map(lines) {
        println!("{line}");
        tally += of_line(&line).unwrap_or_default();
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    ran(tally, status.success(), command)
}

/// Lines also of output that is no UTF-8, since a test may print anything.
fn lines(output: impl Read) -> impl Iterator<Item = String> {
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    lines.map(|line| String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned())
}

/// A run in which nothing ran, or that failed without a failed test, has failed.
pub(crate) fn ran(tally: Tally, success: bool, command: &Command) -> Outcome<Tally> {
    if tally == Tally::default() {
        return Err(format!("`{}` ran no test", line(command)));
    }
    if !success && tally.failed == 0 {
        return Err(format!("`{}` failed", line(command)));
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_of_cargo_test_is_counted() {
        let line = "test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_cargo_line(line), Some(Tally { passed: 12, failed: 1 }));
        assert_eq!(Tally::of_cargo_line("test story ... ok"), None);
    }

    #[test]
    fn a_summary_of_node_is_counted_in_both_forms() {
        for sign in ["#", "ℹ"] {
            let counted = |rest: &str| Tally::of_node_line(&format!("{sign} {rest}"));
            assert_eq!(counted("pass 12"), Some(Tally { passed: 12, failed: 0 }));
            assert_eq!(counted("fail 3"), Some(Tally { passed: 0, failed: 3 }));
            assert_eq!(counted("cancelled 1"), Some(Tally { passed: 0, failed: 1 }));
            assert_eq!((counted("tests 16"), counted("skipped 2"), counted("pass muster")), (None, None, None));
        }
        // A suite within is part of the whole.
        assert_eq!((Tally::of_node_line("    # pass 12"), Tally::of_node_line("ok 1 - pass 12")), (None, None));
    }

    #[test]
    fn a_report_of_playwright_is_counted_and_a_flaky_test_has_failed() {
        let report = r#"{ "suites": [], "stats": { "expected": 30, "skipped": 0, "unexpected": 2, "flaky": 1 } }"#;
        assert_eq!(Tally::of_playwright(report), Some(Tally { passed: 30, failed: 3 }));
        assert_eq!(Tally::of_playwright("{}"), None);
    }

    #[test]
    fn a_run_without_a_test_or_with_a_failure_of_its_own_has_failed() {
        let cargo = Command::new("cargo");
        let one = Tally { passed: 1, failed: 0 };
        assert_eq!(ran(one, true, &cargo), Ok(one));
        assert_eq!(ran(Tally::default(), true, &cargo), Err("`cargo` ran no test".to_owned()));
        assert_eq!(ran(one, false, &cargo), Err("`cargo` failed".to_owned()));
        let failed = Tally { passed: 1, failed: 1 };
        assert_eq!(ran(failed, false, &cargo), Ok(failed));
    }

    #[test]
    #[cfg(unix)]
    fn what_a_program_prints_is_counted() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo '# tests 3'; printf '\\377\\n'; echo '# pass 2'; echo '# fail 1'; exit 1"]);
        assert_eq!(counted(&mut shell, Tally::of_node_line), Ok(Tally { passed: 2, failed: 1 }));
    }
}

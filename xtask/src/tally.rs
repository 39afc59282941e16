//! Counting what passed and failed.

use std::ops::AddAssign;

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
    fn a_report_of_playwright_is_counted_and_a_flaky_test_has_failed() {
        let report = r#"{ "suites": [], "stats": { "expected": 30, "skipped": 0, "unexpected": 2, "flaky": 1 } }"#;
        assert_eq!(Tally::of_playwright(report), Some(Tally { passed: 30, failed: 3 }));
        assert_eq!(Tally::of_playwright("{}"), None);
    }
}

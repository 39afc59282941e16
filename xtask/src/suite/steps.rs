//! The steps of the suite, counted and timed.

use crate::run::{Outcome, say};
use crate::tally::Tally;
use std::time::Instant;

/// The steps so far.
#[derive(Default)]
pub(crate) struct Steps {
    pub(crate) tally: Tally,
}

/// What a step adds to the tally.
pub(crate) trait Counted {
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

impl Steps {
    /// Does the work of a step and counts it. A step with a failed test has failed.
    pub(crate) fn run<T: Counted>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome {
        say(name);
        let start = Instant::now();
        let done = work();
        self.tally += done.as_ref().map_or(Tally::of_step(false), Counted::tally);
        let counted = done.map_err(|problem| format!("{name}: {problem}"))?.tally();
        say(&format!("{name}: {:.0} s", start.elapsed().as_secs_f32()));
        match counted.failed {
            0 => Ok(()),
            failed => Err(format!("{name}: {failed} failed")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_counts_itself_or_its_tests() {
        let mut steps = Steps::default();
        assert_eq!(steps.run("built", || Ok(())), Ok(()));
        assert_eq!(steps.run("tested", || Ok(Tally { passed: 5, failed: 0 })), Ok(()));
        assert_eq!(steps.tally, Tally { passed: 6, failed: 0 });
    }

    #[test]
    fn a_step_fails_by_a_problem_and_by_a_failed_test() {
        let mut steps = Steps::default();
        assert_eq!(steps.run::<()>("built", || Err("no disk".to_owned())), Err("built: no disk".to_owned()));
        let tested = steps.run("tested", || Ok(Tally { passed: 5, failed: 2 }));
        assert_eq!(tested, Err("tested: 2 failed".to_owned()));
        assert_eq!(steps.tally, Tally { passed: 5, failed: 3 });
    }
}

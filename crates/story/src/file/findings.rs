//! The list of what was found, of bounded length.

use super::{Finding, Level, Path, Problem};

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
    /// How many faults and how many warnings were found.
    counts: [usize; 2],
    /// Values of which a fault was told, and which were replaced so that the rest can be checked.
    replaced: Vec<Path>,
}

impl Findings {
    /// How many faults, and how many warnings, are told of one file.
    pub(super) const MOST: usize = 1_000;

    /// Adds a finding, unless it only follows from an earlier one or there are too many.
    pub(super) fn add(&mut self, finding: Finding) {
        if self.replaced.iter().any(|path| finding.path.is_within(path)) {
            return;
        }
        let [faults, warnings] = &mut self.counts;
        let count = if finding.level == Level::Fault { faults } else { warnings };
        *count += 1;
        if *count <= Self::MOST {
            self.list.push(finding);
        }
    }

    /// Adds a fault of a value that is replaced: what is found of it afterwards is no news.
    pub(super) fn replace(&mut self, finding: Finding, path: Path) {
        self.add(finding);
        if !self.are_full() {
            self.replaced.push(path);
        }
    }

    /// Whether a further fault would not be told: then costly advice can be spared.
    pub(super) fn are_full(&self) -> bool {
        self.counts.iter().any(|count| *count >= Self::MOST)
    }

    /// Whether something was found within a value.
    pub(super) fn are_within(&self, path: &Path) -> bool {
        self.list.iter().any(|finding| finding.path.is_within(path))
    }

    /// All that is told.
    pub(super) fn into_vec(mut self) -> Vec<Finding> {
        let [faults, warnings] = self.counts.map(|count| count.saturating_sub(Self::MOST));
        if faults + warnings > 0 {
            let message = format!("{} more findings are not told; mend these first", faults + warnings);
            let level = if faults > 0 { Level::Fault } else { Level::Warning };
            self.list.push(Finding { level, ..Finding::fault(Problem::Size, Path::default(), message) });
        }
        self.list
    }
}

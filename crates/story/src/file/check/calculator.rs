//! The calculator: a range in percent, tried on figures within limits.

use super::computed::PERCENT;
use super::references::of_panel;
use super::{Check, Problem};
use crate::file::Path;
use crate::{Bound, Calculator, Number, Ranges, Shows};

/// The most decimals of a figure that readers can give.
const DECIMALS: u8 = 3;

impl Check<'_> {
    pub(super) fn calculator(&mut self, calculator: &Calculator, ranges: &Ranges, path: &Path) {
        self.tried(calculator, ranges, path.to("range"));
        self.limits(calculator, path);
        let range = self.quantity(&calculator.range).map(|quantity| quantity.value);
        if let Some(Bound::Between { low, high }) = range {
            self.arithmetic(calculator, [low, high], path);
        }
    }

    /// The range is one of the chart, in percent.
    fn tried(&mut self, calculator: &Calculator, ranges: &Ranges, path: Path) {
        let id = &calculator.range;
        let Some(range) = self.range(id, &path) else { return };
        if range.unit.0 != PERCENT {
            let message = format!("`{id}` is in `{}`", range.unit);
            self.fault(Problem::Use, path.clone(), message, "a range in the unit `percent`");
        }
        let intervals = ranges.panels.iter().filter(|panel| matches!(panel.shows, Shows::Intervals { .. }));
        let shown = intervals.flat_map(|panel| of_panel(&panel.shows, &path)).any(|(_, shown)| shown == id);
        if !shown {
            self.fault(Problem::Use, path, format!("the chart does not show `{id}`"), "a range of the chart");
        }
    }

    fn limits(&mut self, calculator: &Calculator, path: &Path) {
        let Calculator { least, most, step, .. } = calculator;
        if least.is_negative() {
            self.fault(Problem::Figure, path.to("least"), format!("{least} is below zero"), "a number from 0 up");
        }
        if least >= most {
            self.fault(Problem::Figure, path.to("most"), format!("{most} is not above {least}"), "more than `least`");
        }
        if *step <= Number::default() {
            self.fault(Problem::Figure, path.to("step"), format!("a step of {step} leads nowhere"), "more than 0");
        }
    }

    /// Every figure that can be tried has an exact answer. Readers can give a few decimals more than the step has.
    fn arithmetic(&mut self, calculator: &Calculator, ends: [Number; 2], path: &Path) {
        let Calculator { least, most, step, .. } = calculator;
        let finest = Number::new(1, DECIMALS).unwrap_or_default();
        for (field, number) in [("least", *least), ("most", *most), ("step", *step), ("range", finest)] {
            if number.decimals() > DECIMALS {
                let message = format!("{number} has {} decimals", number.decimals());
                self.fault(Problem::Figure, path.to(field), message, &format!("at most {DECIMALS}"));
            } else if ends.iter().any(|end| number.changed(*end).is_none()) {
                let message = format!("{number} changed by {} to {} percent has too many digits", ends[0], ends[1]);
                let expected = format!("answers of at most {} decimals, up to 10¹²", Number::DECIMALS);
                self.fault(Problem::Figure, path.to(field), message, &expected);
            }
        }
    }
}

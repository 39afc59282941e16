//! Numbers as readers type them, and what is computed from them.

use charts::typed;
use story::{Bound, Number};

pub(crate) fn seeds() -> Vec<String> {
    ["2.5\n30", "1,000.5\n-0.000001", "٢٫٥\n999999999999", "1000000000000\n.1", " 0,125 \n３．"]
        .map(str::to_owned)
        .into()
}

/// A number is read back as it was understood, and no arithmetic goes beyond what can be written.
pub(crate) fn check(text: &str) {
    let mut numbers = text.split('\n').map(typed::number);
    let mut number = || numbers.next().flatten();
    let Some(one) = number() else { return };
    assert_eq!(typed::number(&one.to_string()), Some(one));
    assert_eq!(Number::parse(&one.to_string()), Some(one));
    let Some(other) = number() else { return };
    if let Some(difference) = one.less(other) {
        assert_eq!(difference.less(one).map(Number::abs), Some(other.abs()));
    }
    if let Some(changed) = one.changed(other) {
        assert_eq!(Number::parse(&changed.to_string()), Some(changed));
    }
    let bound = if one < other { Bound::Between { low: one, high: other } } else { Bound::MoreThan(one) };
    assert!(bound.least_stated() <= bound.largest_stated());
}

//! Changes in percent, exact.

use crate::{Bound, Hedge, Number};

/// A change in percent as a fraction, with the hedge that it takes over from the figures.
pub(super) struct Change {
    over: i128,
    under: i128,
    hedge: Hedge,
}

impl Change {
    /// The change between two figures, if it can be known and told.
    pub(super) fn of(before: Bound, after: Bound) -> Option<Self> {
        let hedge = match (before, after) {
            (Bound::About(_), Bound::Exact(_) | Bound::About(_)) => Hedge::About,
            (Bound::Exact(_), after) if after.hedge() != Hedge::Between => after.hedge(),
            _ => return None,
        };
        let [before, after] = [before, after].map(|bound| i128::from(bound.least_stated().scaled(Number::DECIMALS)));
        let change = Self { over: (after - before) * 100, under: before, hedge };
        let told = |change: &Self| change.can_be_rounded() || change.exact().is_some();
        Some(change).filter(|_| before > 0).filter(told)
    }

    /// Whether a figure states this change: the very number, or "about" the number as rounded at its last decimal.
    pub(super) fn is_told_by(&self, bound: Bound) -> bool {
        let value = bound.least_stated();
        let stated = i128::from(value.scaled(value.decimals())) * self.under;
        let off = (stated - self.scaled(value.decimals())).abs();
        match bound.hedge() {
            hedge if off == 0 => hedge == self.hedge,
            Hedge::About => self.can_be_rounded() && off * 2 <= self.under,
            _ => false,
        }
    }

    /// Whether "about" loses nothing but decimals.
    fn can_be_rounded(&self) -> bool {
        matches!(self.hedge, Hedge::Exact | Hedge::About)
    }

    /// The change times ten to the power of so many decimals, times what it is divided by.
    fn scaled(&self, decimals: u8) -> i128 {
        self.over * 10_i128.pow(decimals.into())
    }

    /// The number that the change is exactly, if it can be written.
    fn exact(&self) -> Option<Number> {
        let decimals = (0..=Number::DECIMALS).find(|decimals| self.scaled(*decimals) % self.under == 0)?;
        Number::new(i64::try_from(self.scaled(decimals) / self.under).ok()?, decimals)
    }

    /// The change rounded to one decimal.
    fn rounded(&self) -> Number {
        let tenths = (self.scaled(1) * 2 + self.under * self.over.signum()) / (self.under * 2);
        i64::try_from(tenths).ok().and_then(|tenths| Number::new(tenths, 1)).unwrap_or_default()
    }

    /// How the change is to be told.
    pub(super) fn told(&self) -> String {
        match self.exact() {
            Some(value) => format!("`{}` {value}", self.hedge.name()),
            None => format!("`about` {}", self.rounded()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn change(before: &str, after: &str) -> Change {
        Change::of(Bound::Exact(number(before)), Bound::Exact(number(after))).unwrap()
    }

    #[test]
    fn a_change_is_told_exactly_or_as_rightly_rounded() {
        let third = change("3", "4");
        for right in ["33", "33.3", "33.33", "33.333333"] {
            assert!(third.is_told_by(Bound::About(number(right))), "{right}");
            assert!(!third.is_told_by(Bound::Exact(number(right))), "{right}");
        }
        assert!(["34", "33.4", "33.0"].iter().all(|wrong| !third.is_told_by(Bound::About(number(wrong)))));
        assert_eq!(third.told(), "`about` 33.3");
    }

    #[test]
    fn no_hedge_is_invented_and_none_is_lost() {
        assert!(!change("15", "30").is_told_by(Bound::About(number("100"))));
        assert!(change("80", "70").is_told_by(Bound::Exact(number("-12.5"))));
        assert!(change("80", "70").is_told_by(Bound::About(number("-13"))));
        let [about, more] = [Bound::About(number("15")), Bound::MoreThan(number("30"))];
        let told = |before, after| Change::of(before, after).map(|change| change.told());
        assert_eq!(told(about, Bound::Exact(number("30"))).as_deref(), Some("`about` 100"));
        assert_eq!(told(Bound::Exact(number("15")), more).as_deref(), Some("`more_than` 100"));
        assert_eq!(told(more, about), None);
        assert_eq!(told(Bound::Exact(number("0")), about), None);
    }

    #[test]
    fn a_half_is_rounded_away_from_zero_in_advice() {
        assert_eq!(change("3", "1").told(), "`about` -66.7");
    }
}

//! What a reader has chosen in the charts, and how the page's address says it.

use crate::charts::Chart;
use crate::story::{FactId, Family, Membership, Text};
use std::fmt;

/// Everything that a reader can choose. The default is the page as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The family of counts that the agreements show alone; all of them if none is chosen.
    pub count: Option<Family>,
    /// The order of the agreements within a family.
    pub order: Order,
    /// The yield of the field that is tried out; none until a reader gives one.
    pub field: Option<Yield>,
    /// The year whose members are shown; the whole timeline if none is chosen.
    pub year: Option<u16>,
    /// The figure in focus.
    pub fact: Option<FactId>,
}

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the stated figure, largest first; of a lower bound that is its minimum.
    #[default]
    Stated,
    /// As the source article comes to them.
    Source,
}

impl Order {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::Stated, Self::Source];

    /// The name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Source => "source",
        }
    }
}

/// A yield in tenths of a tonne per hectare, from 0.1 to 100 t/ha.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Yield(u16);

impl Yield {
    /// The smallest and the largest, in tenths of a tonne per hectare.
    pub const RANGE: std::ops::RangeInclusive<u16> = 1..=1000;

    /// The yield of so many tenths of a tonne per hectare, if it is within the range.
    #[must_use]
    pub fn from_tenths(tenths: u16) -> Option<Self> {
        Self::RANGE.contains(&tenths).then_some(Self(tenths))
    }

    /// Reads `2`, `2.5` or `0,1`; of further decimals only the first counts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(rest) || (whole.is_empty() && rest.is_empty()) {
            return None;
        }
        let whole: u16 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let tenth = rest.bytes().next().map_or(0, |digit| u16::from(digit - b'0'));
        Self::from_tenths(whole.checked_mul(10)?.checked_add(tenth)?)
    }

    /// In tenths of a tonne per hectare.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// In thousandths of a tonne per hectare, after a gain of so many percent: exact, as everything is whole.
    #[must_use]
    pub fn after_gain(self, percent: u32) -> u32 {
        u32::from(self.0) * (100 + percent)
    }
}

impl fmt::Display for Yield {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(u32::from(self.0) * 100))
    }
}

/// Thousandths as a number with as many decimals as it needs: `2600` is `2.6`.
#[must_use]
pub fn decimal(thousandths: u32) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

impl Family {
    /// All families, in the order of the source's panels.
    pub const ALL: [Self; 4] = [Self::Countries, Self::Institutions, Self::Work, Self::People];

    /// The name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Institutions => "institutions",
            Self::Work => "work",
            Self::People => "people",
        }
    }
}

/// The parameters that are ours; all others of an address are kept as they are.
const OURS: [&str; 5] = ["count", "order", "field", "year", "fact"];

impl State {
    /// Reads the query of an address, with or without its `?`. A value that means nothing counts as not given.
    #[must_use]
    pub fn read(query: &str, timeline: &Membership) -> Self {
        let mut state = Self::default();
        for (name, value) in pairs(query) {
            match name {
                "count" => state.count = Family::ALL.into_iter().find(|family| family.name() == value),
                "order" => state.order = Order::ALL.into_iter().find(|order| order.name() == value).unwrap_or_default(),
                "field" => state.field = Yield::parse(value),
                "year" => state.year = value.parse().ok().filter(|year| timeline.years().contains(year)),
                "fact" if !value.is_empty() => state.fact = Some(FactId(Text::Owned(value.to_owned()))),
                _ => {}
            }
        }
        state
    }

    /// The query that leads back to this state, with what else stood in `query`; empty or beginning with `?`.
    #[must_use]
    pub fn write(&self, query: &str) -> String {
        let kept = pairs(query).filter(|(name, _)| !OURS.contains(name)).map(|(name, value)| pair(name, value));
        let order = (self.order != Order::default()).then(|| self.order.name().to_owned());
        let ours = [
            self.count.map(|family| family.name().to_owned()),
            order,
            self.field.map(|field| field.to_string()),
            self.year.map(|year| year.to_string()),
            self.fact.as_ref().map(|fact| fact.0.to_string()),
        ];
        let ours = OURS.into_iter().zip(ours).filter_map(|(name, value)| Some(pair(name, &value?)));
        let parts: Vec<String> = kept.chain(ours).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The part of the state that a chart's picture depends on; the rest is as by default.
    #[must_use]
    pub fn of(&self, chart: Chart) -> Self {
        match chart {
            Chart::Agreements => Self { count: self.count, order: self.order, ..Self::default() },
            Chart::Yields => Self { field: self.field, ..Self::default() },
            Chart::Membership => Self { year: self.year, ..Self::default() },
        }
    }
}

/// The parameters of a query, as they are written.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').unwrap_or((part, "")))
}

fn pair(name: &str, value: &str) -> String {
    if value.is_empty() { name.to_owned() } else { [name, value].join("=") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yields_are_read_as_people_write_them() {
        for (text, tenths) in [("2", 20), ("2.5", 25), ("2,5", 25), (".1", 1), ("100", 1000), ("7.49", 74), ("3.", 30)]
        {
            assert_eq!(Yield::parse(text).map(Yield::tenths), Some(tenths), "{text}");
        }
        for text in ["", ".", "0", "0.04", "100.1", "-2", "2e1", "two", "2.x", "99999999"] {
            assert_eq!(Yield::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_gain_is_worked_out_exactly() {
        let gain = |text, percent| Yield::parse(text).map(|field| decimal(field.after_gain(percent)));
        assert_eq!(gain("2", 30).as_deref(), Some("2.6"));
        assert_eq!(gain("0.1", 30).as_deref(), Some("0.13"));
        assert_eq!(gain("100", 60).as_deref(), Some("160"));
        assert_eq!(Yield::parse("2.50").map(|field| field.to_string()).as_deref(), Some("2.5"));
    }
}

//! What a reader has chosen in all charts, and how the page's address says it.

use crate::view::{parameters, setting};
use crate::{Setting, View};
use story::{FactId, Graphic};

/// Everything that a reader can choose. The default is the page as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The view of each chart, in the order of the story.
    pub views: Vec<View>,
    /// The figure that is open.
    pub open: Option<Open>,
}

/// A figure that is open, or that an address asks to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The fact.
    pub fact: FactId,
    /// Which of the marks that show the fact; any of them if none is named.
    pub mark: Option<Mark>,
}

/// The name of a mark on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The chart.
    pub chart: String,
    /// The key of the row in its chart.
    pub row: String,
}

/// Parameters of every story: the fact that is open, and which of its marks.
const FACT: &str = "fact";
const MARK: &str = "mark";

/// What stands between chart and row in the name of a mark.
const BETWEEN: char = '.';

impl State {
    /// The state of a page as it was written.
    #[must_use]
    pub fn new(graphic: &Graphic) -> Self {
        Self { views: vec![View::default(); graphic.charts.len()], open: None }
    }

    /// Reads the query of an address, with or without its `?`. A value that means nothing counts as not given.
    #[must_use]
    pub fn read(query: &str, graphic: &Graphic) -> Self {
        let mut state = Self::new(graphic);
        let mut mark = None;
        for (name, value) in pairs(query).map(|pair| (decode(pair.0), decode(pair.1))) {
            match name.as_str() {
                FACT if !value.is_empty() => state.open = Some(Open { fact: FactId(value), mark: None }),
                MARK => mark = Mark::parse(&value),
                _ => state.set_parameter(graphic, &name, &value),
            }
        }
        if let Some(open) = &mut state.open {
            open.mark = mark;
        }
        state
    }

    fn set_parameter(&mut self, graphic: &Graphic, name: &str, value: &str) {
        for (chart, view) in graphic.charts.iter().zip(&mut self.views) {
            if let Some(setting) = setting(&chart.kind, name, value) {
                view.set(setting);
            }
        }
    }

    /// Takes over one choice in a chart, by the chart's place in the story.
    pub fn set(&mut self, chart: usize, setting: Setting) {
        if let Some(view) = self.views.get_mut(chart) {
            view.set(setting);
        }
    }

    /// The view of a chart, by the chart's place in the story.
    #[must_use]
    pub fn view(&self, chart: usize) -> View {
        self.views.get(chart).cloned().unwrap_or_default()
    }

    /// The query of what is shown: the charts' own parameters, without `?`, and nothing of what is open.
    #[must_use]
    pub fn query(&self, graphic: &Graphic) -> String {
        let charts = graphic.charts.iter().zip(&self.views);
        let shown = charts.flat_map(|(chart, view)| parameters(&chart.kind, view));
        shown.map(|(name, value)| pair(name, &value)).collect::<Vec<_>>().join("&")
    }

    /// The query that leads back to this state, with what else stood in `query`, as it was written; empty or beginning
    /// with `?`. An address that means this state already stays as it is.
    #[must_use]
    pub fn write(&self, query: &str, graphic: &Graphic) -> String {
        if Self::read(query, graphic) == *self {
            return query.to_owned();
        }
        let ours = |name: &str| {
            let of_charts = || graphic.charts.iter().any(|chart| chart.kind.parameters().contains(&name));
            [FACT, MARK].contains(&name) || of_charts()
        };
        let kept = parts(query).filter(|part| !ours(&decode(split(part).0))).map(str::to_owned);
        let fact = self.open.iter().map(|open| pair(FACT, &open.fact.0));
        let mark = self.open.iter().filter_map(|open| open.mark.as_ref()).map(|mark| pair(MARK, &mark.name()));
        let shown = Some(self.query(graphic)).filter(|query| !query.is_empty());
        let parts: Vec<String> = kept.chain(shown).chain(fact).chain(mark).collect();
        if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() }
    }
}

impl Mark {
    /// The name used in addresses and attributes: `chart.row`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}{BETWEEN}{}", self.chart, self.row)
    }

    /// Reads such a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (chart, row) = name.split_once(BETWEEN)?;
        Some(Self { chart: chart.to_owned(), row: row.to_owned() })
    }
}

/// The parts of a query, as they are written.
fn parts(query: &str) -> impl Iterator<Item = &str> {
    query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty())
}

fn split(part: &str) -> (&str, &str) {
    part.split_once('=').unwrap_or((part, ""))
}

/// The parameters of a query, as they are written.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    parts(query).map(split)
}

/// Names and values mean the same however they are encoded. What cannot be decoded stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        bytes.push(match (byte, after) {
            (b'%', [high, low, after @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                rest = after;
                digit(*high).unwrap_or(0) * 16 + digit(*low).unwrap_or(0)
            }
            (b'+', _) => b' ',
            (other, _) => *other,
        });
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The value of a hexadecimal digit.
fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// A parameter as an address has it: letters, digits and `-_.~` as they are, all else as `%` and two digits a byte.
fn pair(name: &str, value: &str) -> String {
    let mut pair = [name, "="].concat();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            pair.push(char::from(byte));
        } else {
            pair.push('%');
            pair.extend(
                [byte / 16, byte % 16]
                    .map(|digit| char::from(b"0123456789ABCDEF".get(usize::from(digit)).copied().unwrap_or(b'0'))),
            );
        }
    }
    pair
}

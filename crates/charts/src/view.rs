//! What a reader has chosen in one chart.

use story::{Kind, Number};

/// The view of a chart. The default is the chart as it was written; each kind of chart uses the fields that it offers as
/// choices and leaves the others alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The panel that is shown alone, by its place; all of them if none is chosen.
    pub panel: Option<usize>,
    /// The order of the rows.
    pub order: Order,
    /// The reader's own figure; none until one is given.
    pub amount: Option<Number>,
    /// The year whose end is shown; the whole timeline if none is chosen.
    pub year: Option<u16>,
}

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the stated figure, largest first; of a lower bound that is its minimum.
    #[default]
    Stated,
    /// As the source comes to them.
    Source,
}

impl Order {
    /// The name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Source => "source",
        }
    }
}

/// One choice in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// [`View::panel`].
    Panel(Option<usize>),
    /// [`View::order`].
    Order(Order),
    /// [`View::amount`].
    Amount(Option<Number>),
    /// [`View::year`].
    Year(Option<u16>),
}

impl View {
    /// Takes over one choice.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Panel(panel) => self.panel = panel,
            Setting::Order(order) => self.order = order,
            Setting::Amount(amount) => self.amount = amount,
            Setting::Year(year) => self.year = year,
        }
    }
}

/// What a value in an address means for a chart; nothing if it means nothing there.
#[must_use]
pub fn setting(kind: &Kind, parameter: &str, value: &str) -> Option<Setting> {
    let value = value.trim();
    match kind {
        Kind::Bars(bars) if bars.choose.as_ref().is_some_and(|choice| choice.parameter == parameter) => {
            Some(Setting::Panel(Some(bars.panels.iter().position(|panel| panel.id == value)?)))
        }
        Kind::Bars(bars) if bars.order.as_ref().is_some_and(|choice| choice.parameter == parameter) => {
            let order = [Order::Stated, Order::Source].into_iter().find(|order| order.name() == value)?;
            Some(Setting::Order(order))
        }
        Kind::Ranges(ranges) => {
            let calculator = ranges.calculator.as_ref().filter(|one| one.parameter == parameter)?;
            Some(Setting::Amount(Some(crate::typed::amount(value, calculator)?)))
        }
        Kind::Timeline(timeline) => {
            timeline.choose.as_ref().filter(|choice| choice.parameter == parameter)?;
            let year = crate::typed::plain(value)?.parse().ok().filter(|year| timeline.years().contains(year))?;
            Some(Setting::Year(Some(year)))
        }
        Kind::Bars(_) => None,
    }
}

/// What an address says of a view: the parameters that are not as by default, with their values.
#[must_use]
pub fn parameters<'a>(kind: &'a Kind, view: &View) -> Vec<(&'a str, String)> {
    match kind {
        Kind::Bars(bars) => {
            let panel = view.panel.and_then(|panel| bars.panels.get(panel));
            let panel = bars.choose.as_ref().zip(panel).map(|(choice, panel)| (&*choice.parameter, panel.id.clone()));
            let order = bars.order.as_ref().filter(|_| view.order != Order::default());
            let order = order.map(|choice| (&*choice.parameter, view.order.name().to_owned()));
            panel.into_iter().chain(order).collect()
        }
        Kind::Ranges(ranges) => {
            let amount = ranges.calculator.as_ref().zip(view.amount);
            amount.into_iter().map(|(one, amount)| (&*one.parameter, amount.to_string())).collect()
        }
        Kind::Timeline(timeline) => {
            let year = timeline.choose.as_ref().zip(view.year);
            year.into_iter().map(|(choice, year)| (&*choice.parameter, year.to_string())).collect()
        }
    }
}

//! The controls that a chart offers: told from what the story declares, the same for every chart of a kind.

use crate::{Order, Setting, View};
use story::{Calculator, Kind, YearChoice};

/// A control of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Control<'a> {
    /// One of several.
    Choice {
        /// Its name in addresses.
        parameter: &'a str,
        /// What is chosen.
        legend: &'a str,
        /// The options, with their words; whether each is chosen.
        options: Vec<(Setting, &'a str, bool)>,
    },
    /// A figure of the reader's own.
    Amount(&'a Calculator),
    /// A year of the timeline, from the first to the last.
    Year(&'a YearChoice, u16, u16),
}

/// The controls of a chart in a view.
#[must_use]
pub fn controls<'a>(kind: &'a Kind, view: &View) -> Vec<Control<'a>> {
    match kind {
        Kind::Bars(bars) => {
            let panel = bars.choose.as_ref().map(|choice| {
                let all = (Setting::Panel(None), choice.all.as_str(), view.panel.is_none());
                let panels = bars.panels.iter().enumerate();
                let panels = panels.map(|(i, panel)| (Setting::Panel(Some(i)), panel.name(), view.panel == Some(i)));
                let options = std::iter::once(all).chain(panels).collect();
                Control::Choice { parameter: &choice.parameter, legend: &choice.legend, options }
            });
            let order = bars.order.as_ref().map(|choice| {
                let option = |order, name| (Setting::Order(order), name, view.order == order);
                let options =
                    vec![option(Order::Stated, choice.stated.as_str()), option(Order::Source, choice.source.as_str())];
                Control::Choice { parameter: &choice.parameter, legend: &choice.legend, options }
            });
            panel.into_iter().chain(order).collect()
        }
        Kind::Ranges(ranges) => ranges.calculator.iter().map(Control::Amount).collect(),
        Kind::Timeline(timeline) => {
            timeline.choose.iter().map(|choice| Control::Year(choice, timeline.from, timeline.to)).collect()
        }
    }
}

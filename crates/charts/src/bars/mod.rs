//! Panels of bars: their content.

mod layout;

pub(crate) use layout::scene;

use crate::order::in_order;
use crate::rows::{Content, Group, Row};
use crate::{Order, View};
use story::{Bars, Graphic, Number, Panel};

/// The panels that a view shows.
pub(crate) fn panels<'a>(bars: &'a Bars, view: &View) -> impl Iterator<Item = &'a Panel> {
    let chosen = view.panel;
    bars.panels.iter().enumerate().filter(move |(i, _)| chosen.is_none_or(|panel| panel == *i)).map(|(_, panel)| panel)
}

/// A row for each bar, panel by panel.
pub(crate) fn content(graphic: &Graphic, bars: &Bars, view: &View) -> Content {
    let mut content = Content::default();
    for (group, panel) in panels(bars, view).enumerate() {
        content.groups.push(Group { title: panel.title.clone(), note: panel.note.clone().unwrap_or_default() });
        content.rows.extend(rows(graphic, panel, group, view.order));
    }
    content
}

/// The bars of a panel. Two lower bounds cannot be ranked, so the order is one of what was stated, never of what is true.
fn rows(graphic: &Graphic, panel: &Panel, group: usize, order: Order) -> Vec<Row> {
    let rows = panel.rows.iter().filter_map(|entry| Row::of_figure(graphic, &entry.fact, group, &entry.label));
    let stated = |row: &Row| row.amount().map_or(0, |amount| -amount.bound.least_stated().scaled(Number::DECIMALS));
    // Facts stand in the order of the source.
    let place = |row: &Row| graphic.facts.iter().position(|fact| fact.id == row.fact).map_or(0, |place| place as i64);
    in_order(rows.collect(), |row| if order == Order::Stated { stated(row) } else { place(row) })
}

//! Panels of bars: their content.

mod layout;

pub(crate) use layout::scene;

use crate::order::in_order;
use crate::rows::{Content, Group, Row, number_key};
use crate::{Order, View};
use story::{Bars, Graphic, Number, Panel};

/// The panels that a view shows, each with those before it in the chart.
fn shown<'a>(bars: &'a Bars, view: &View) -> impl Iterator<Item = (&'a [Panel], &'a Panel)> {
    let chosen = view.panel;
    let all = bars.panels.iter().enumerate().filter(move |(i, _)| chosen.is_none_or(|panel| panel == *i));
    all.map(|(i, panel)| (bars.panels.get(..i).unwrap_or_default(), panel))
}

/// The panels that a view shows.
pub(crate) fn panels<'a>(bars: &'a Bars, view: &View) -> impl Iterator<Item = &'a Panel> {
    shown(bars, view).map(|(_, panel)| panel)
}

/// A row for each bar, panel by panel.
pub(crate) fn content(graphic: &Graphic, bars: &Bars, view: &View) -> Content {
    let mut content = Content::default();
    for (group, (before, panel)) in shown(bars, view).enumerate() {
        content.groups.push(Group { title: panel.title.clone(), note: panel.note.clone().unwrap_or_default() });
        let mut rows = rows(graphic, panel, group, view.order);
        // A key is the same whichever panels are shown.
        for row in &mut rows {
            let has = |panel: &&Panel| panel.rows.iter().any(|entry| entry.fact == row.fact);
            number_key(&mut row.key, before.iter().filter(has).count());
        }
        content.rows.extend(rows);
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

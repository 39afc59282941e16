//! Figures as a table: what, the figure with its hedge, its date and where it stands.

use super::PageContext;
use charts::Row;
use drawing::text::capital;
use story::{Fact, FactId, Number};
use yew::prelude::*;

/// A row of a table.
#[derive(Clone, PartialEq)]
pub(super) struct TableRow {
    fact: FactId,
    label: String,
    note: String,
    value: String,
    dated: String,
    place: String,
    /// What the columns of value, date and place are sorted by.
    sort: [Option<String>; 3],
    /// Whether links to the fact may lead to this row.
    is_anchor: bool,
}

impl TableRow {
    /// A row of a chart, in the words that fit there.
    pub(super) fn of_row(context: &PageContext, row: &Row) -> Self {
        let fact = context.graphic.fact(&row.fact);
        Self {
            fact: row.fact.clone(),
            label: row.label.clone(),
            note: row.spoken.note.clone(),
            value: row.value.clone(),
            dated: row.spoken.dated.clone(),
            place: row.spoken.place.clone(),
            sort: [
                Some(size(row.amount().map(|amount| amount.bound.least_stated()))),
                fact.and_then(Fact::when).map(String::from),
                order(context, &row.fact),
            ],
            is_anchor: false,
        }
    }

    /// A fact in its own words.
    pub(super) fn of_fact(context: &PageContext, fact: &Fact) -> Self {
        let said = context.graphic.say(fact);
        Self {
            fact: fact.id.clone(),
            label: said.label,
            note: said.note,
            value: said.value,
            dated: said.dated,
            place: said.place,
            sort: [
                Some(size(fact.quantity().map(|quantity| quantity.value.least_stated()))),
                fact.when().map(String::from),
                order(context, &fact.id),
            ],
            is_anchor: true,
        }
    }
}

/// What a figure is sorted by: the smaller of its stated numbers; dates and names come before all numbers.
fn size(number: Option<Number>) -> String {
    number.unwrap_or_default().to_string()
}

/// What a place is sorted by: the order of the source, in which the story has its facts.
fn order(context: &PageContext, fact: &FactId) -> Option<String> {
    context.story.facts.iter().position(|other| other.id == *fact).map(|place| place.to_string())
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub context: PageContext,
    pub caption: String,
    pub rows: Vec<TableRow>,
}

#[function_component]
pub(super) fn FactTable(props: &Props) -> Html {
    let columns = &props.context.story.page.columns;
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={props.caption.clone()}>
            <table>
                <caption>{ &props.caption }</caption>
                <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for props.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn row(row: &TableRow) -> Html {
    let [value, date, place] = row.sort.clone();
    html! {
        <tr data-fact={row.fact.0.clone()}>
            // The head of the row says what it is about, so that is where links lead to.
            <th scope="row" id={row.is_anchor.then(|| format!("row-{}", row.fact))}>
                { &row.label }
                // A line of its own by a break: of a block, some readers say the note in place of the label.
                if !row.note.is_empty() { <><br /><span class="note">{ capital(&row.note) }</span></> }
            </th>
            <td class="value" data-sort={value}>{ capital(&row.value) }</td>
            <td data-sort={date}>{ capital(&row.dated) }</td>
            <td data-sort={place}>{ capital(&row.place) }</td>
        </tr>
    }
}

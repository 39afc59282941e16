//! Figures as a table: what, the figure with its hedge, its date and where it stands.

use super::page::Told;
use crate::story::{Fact, FactId};
use yew::prelude::*;

/// A fact in the words that fit here; its date and place come from the fact itself.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    pub fact: FactId,
    pub value: String,
    pub label: String,
    /// Whether links to the fact may lead to this row.
    pub id: bool,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub told: Told,
    pub caption: String,
    pub rows: Vec<Row>,
}

#[function_component]
pub(super) fn FactTable(props: &Props) -> Html {
    let columns = &props.told.story.page.columns;
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={props.caption.clone()}>
            <table>
                <caption>{ &props.caption }</caption>
                <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for props.rows.iter().filter_map(|one| row(&props.told, one)) }</tbody>
            </table>
        </div>
    }
}

fn row(told: &Told, row: &Row) -> Option<Html> {
    let (fact, said) = told.said(&row.fact)?;
    Some(html! {
        <tr data-fact={fact.id.0.clone()} id={row.id.then(|| format!("row-{}", fact.id))}>
            <th scope="row">
                { &row.label }
                if !said.note.is_empty() { <span class="note">{ said.note }</span> }
            </th>
            <td class="value" data-sort={size(fact)}>{ &row.value }</td>
            <td data-sort={fact.when().map(String::from)}>{ said.dated }</td>
            <td data-sort={place(told, fact)}>{ said.place }</td>
        </tr>
    })
}

/// What a figure is sorted by: the stated figure, of a range its lower end; dates and names come before all numbers.
fn size(fact: &Fact) -> String {
    fact.quantity().map_or(0, |quantity| quantity.value.minimum()).to_string()
}

/// What a place is sorted by: the order of the source, in which the story has its facts.
fn place(told: &Told, fact: &Fact) -> Option<String> {
    told.story.facts.iter().position(|other| other.id == fact.id).map(|place| place.to_string())
}

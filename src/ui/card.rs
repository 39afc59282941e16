//! A card: one section of the source, retold, with its figures.

use super::{figure, page::Told};
use crate::charts::{Chart, Layout};
use crate::state::State;
use crate::story::{FactId, Section};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub told: Told,
    pub section: Section,
}

#[function_component]
pub(super) fn Card(props: &Props) -> Html {
    let told = &props.told;
    let Some(card) = told.story.cards.iter().find(|card| card.section == props.section) else {
        return Html::default();
    };
    let name = card.section.name();
    html! {
        <article class="card" data-card={name}>
            <p class="kicker">{ &card.kicker }</p>
            <h2 id={format!("{name}-title")}>{ &card.headline }</h2>
            <div class="prose">{ for card.text.iter().map(|text| html! { <p>{ text }</p> }) }</div>
            <div class="ledger">
            <ul class="facts">{ for card.key_figures.iter().filter_map(|id| fact(told, id, card.section)) }</ul>
            if !card.more_figures.is_empty() {
                <details class="more">
                    <summary>{ &told.story.page.more_figures }</summary>
                    <ul class="facts">{ for card.more_figures.iter().filter_map(|id| fact(told, id, card.section)) }</ul>
                </details>
            }
            </div>
        </article>
    }
}

/// A figure with all that is said of it.
fn fact(told: &Told, id: &FactId, section: Section) -> Option<Html> {
    let (fact, said) = told.said(id)?;
    Some(html! {
        <li data-fact={fact.id.0.clone()} id={format!("fact-{}", fact.id)} tabindex="-1">
            { figure::value(fact, &said.value, &told.graphic.words) }
            <span>{ said.label.clone() }</span>
            if !said.note.is_empty() { <span class="note">{ said.note }</span> }
            <small>
                if !said.dated.is_empty() { { said.dated }{ ". " } }
                { said.place }
                if let Some(chart) = shown_in(told, id, section) {
                    { " " }
                    <a href={format!("#{}", chart.name())} data-mark={id.0.clone()}>
                        { &told.story.page.to_chart }<span class="unseen">{ ": " }{ &said.label }</span>
                    </a>
                }
            </small>
        </li>
    })
}

/// The chart that shows a fact: if there are several, the one beside the card.
pub(super) fn shown_in(told: &Told, id: &FactId, section: Section) -> Option<Chart> {
    let scene = |chart: Chart| chart.scene(&told.graphic, &State::default(), Layout::Wide.narrowest());
    let shows = |chart: &Chart| scene(*chart).targets.iter().any(|target| target.fact == id.0);
    let own = Chart::ALL.into_iter().filter(|chart| chart.section() == section);
    own.chain(Chart::ALL).find(shows)
}

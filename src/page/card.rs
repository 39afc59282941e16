//! A card: one section of the source, retold, with its figures.

use super::{PageContext, citation::citation, value::value};
use drawing::text::capital;
use story::{FactId, Section};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub context: PageContext,
    pub section: Section,
    /// On the whole page, the heading level of its headline: below that of the charts that stand before it.
    #[prop_or_default]
    pub level: Option<&'static str>,
}

#[function_component]
pub(super) fn Card(props: &Props) -> Html {
    let Props { context, section, level } = props;
    let name = section.id.0.clone();
    // What stands at the top of the page or in a chart of the section need not stand out a second time.
    let elsewhere = |id: &&FactId| {
        level.is_some() && (context.story.page.figures().any(|figure| figure == *id) || context.shows(&section.id, id))
    };
    let (folded, shown): (Vec<&FactId>, Vec<&FactId>) = section.key_figures.iter().partition(elsewhere);
    let folded: Vec<&FactId> = folded.into_iter().chain(&section.more_figures).collect();
    let facts = |ids: &[&FactId]| {
        html! { <ul class="facts" role="list">{ for ids.iter().filter_map(|id| fact(context, id, section)) }</ul> }
    };
    let (heading, has_kicker) = (level.unwrap_or("h1"), *level != Some("h3"));
    html! {
        <article class="card" data-card={name.clone()}>
            if has_kicker { <p class="kicker">{ &section.kicker }</p> }
            <@{heading} id={format!("{name}-title")} class="headline">{ &section.headline }</@>
            <div class="prose">{ for section.text.iter().map(|text| html! { <p>{ text }</p> }) }</div>
            <div class="ledger">
            if !shown.is_empty() { { facts(&shown) } }
            if !folded.is_empty() {
                <details class="more">
                    <summary>{ &context.story.page.more_figures }</summary>
                    { facts(&folded) }
                </details>
            }
            </div>
        </article>
    }
}

/// A figure with all that is said of it.
fn fact(context: &PageContext, id: &FactId, section: &Section) -> Option<Html> {
    let (fact, said) = context.said(id)?;
    // Links lead to the first card that shows a figure.
    let first = context.section_of(id).is_some_and(|first| first.id == section.id);
    Some(html! {
        <li data-fact={fact.id.0.clone()} id={first.then(|| format!("fact-{}", fact.id))}>
            { value(&context.graphic, fact, &said.value) }
            <span>{ said.label.clone() }</span>
            if !said.note.is_empty() { <span class="note">{ capital(&said.note) }</span> }
            <div class="about">
                if !said.dated.is_empty() { <small>{ capital(&said.dated) }</small> }
                { citation(&said) }
                if let Some((chart, mark)) = context.mark_of(id, &section.id) {
                    <a
                        href={format!("#{}", chart.id)} data-mark={mark.name()}
                        aria-label={[&context.story.page.to_chart, ": ", &said.label].concat()}
                    >
                        { &context.story.page.to_chart }
                    </a>
                }
            </div>
        </li>
    })
}

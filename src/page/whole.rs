//! The whole page.

use super::PageContext;
use super::card::Card;
use super::citation::citation;
use super::figure::Figure;
use super::squares;
use super::table::{FactTable, TableRow};
use super::value::value;
use drawing::text::capital;
use story::{Chart, FactId, Section, SectionId, fill};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub context: PageContext,
}

/// Everything within `<body>`.
#[function_component]
pub(super) fn Page(props: &Props) -> Html {
    let context = &props.context;
    let page = &context.story.page;
    html! {
        <>
            <a class="skip" href="#story">{ &page.skip }</a>
            { for context.story.charts_on_page().into_iter().map(|chart| skip_to(context, chart)) }
            <Opening context={context.clone()} />
            <nav aria-label={page.contents.clone()}><ul>{ for context.story.sections.iter().map(|section| contents(context, section)) }</ul></nav>
            <main id="story">
                { for context.story.sections.iter().map(|section| chapter(context, section)) }
                <section class="closing" id="figures" aria-labelledby="figures-title">
                    <details>
                        <summary><h2 id="figures-title">{ &page.all_figures }</h2></summary>
                        <p>{ &page.all_figures_note }</p>
                        <FactTable context={context.clone()} caption={page.all_figures.clone()} rows={every_fact(context)} />
                    </details>
                </section>
                <section class="closing" id="method" aria-labelledby="method-title">
                    <details>
                        <summary><h2 id="method-title">{ &page.method_title }</h2></summary>
                        <div class="remarks">
                            { for page.method.iter().map(|one| html! { <div><h3>{ &one.title }</h3><p>{ &one.text }</p></div> }) }
                        </div>
                    </details>
                </section>
            </main>
            { unseen(context) }
            <footer>
                { color_scheme(context) }
                <p class="failed">{ &page.failed }</p>
                <p>{ &page.footer }</p>
                <p>{ for page.links.iter().map(|link| html! { <a href={link.href.clone()}>{ &link.text }</a> }) }</p>
            </footer>
        </>
    }
}

/// The point of it all: headline, standfirst and key figures.
#[function_component]
fn Opening(props: &Props) -> Html {
    let context = &props.context;
    let page = &context.story.page;
    html! {
        <header class="opening">
            <div class="point">
                <p class="kicker">{ &page.kicker }</p>
                <h1>{ &page.headline }</h1>
                <p class="standfirst">{ &page.standfirst }</p>
            </div>
            if !page.lead.is_empty() {
                <div class="lead">
                    <ul role="list">{ for page.lead.iter().filter_map(|id| key_figure(context, id, true)) }</ul>
                    { for page.lead.first().and_then(|id| squares::legend(context, context.hue(hue_section(context, id)?))) }
                </div>
            }
            <ul class="key-figures" role="list">
                { for page.key_figures.iter().filter_map(|id| key_figure(context, id, false)) }
            </ul>
        </header>
    }
}

/// The way to a section.
fn contents(context: &PageContext, section: &Section) -> Html {
    let class = context.hue_class(&section.id);
    html! { <li><a href={format!("#{}", section.id)} {class}>{ &section.kicker }</a></li> }
}

/// What the live parts speak through, and measure the reader's text by.
pub(super) fn unseen(context: &PageContext) -> Html {
    let lost = context.story.page.share.lost.clone();
    html! { <><p class="unseen" role="status" data-status="" data-lost={lost}></p><div class="rem" aria-hidden="true" data-rem=""></div></> }
}

/// The choice of a color scheme; `boot.js` shows it, since it works without the program too.
fn color_scheme(context: &PageContext) -> Html {
    let page = &context.story.page;
    let choices = ["auto", "light", "dark"].into_iter().zip(&page.color_schemes);
    let choice = |(value, name): (&'static str, &String)| {
        html! { <label class="choice"><input type="radio" name="color-scheme" {value} /><span>{ name }</span></label> }
    };
    html! {
        <fieldset class="color-scheme" data-color-scheme="" hidden=true>
            <legend>{ &page.color_scheme }</legend>{ for choices.map(choice) }
        </fieldset>
    }
}

/// A way past everything to a chart.
fn skip_to(context: &PageContext, chart: &Chart) -> Html {
    let words = fill(&context.story.page.skip_to, &chart.text.table);
    html! { <a class="skip" href={format!("#{}", chart.id)}>{ words }</a> }
}

/// The section whose hue a figure has: that of its mark, where there is one.
fn hue_section<'a>(context: &'a PageContext, id: &FactId) -> Option<&'a SectionId> {
    let section = &context.section_of(id)?.id;
    Some(context.mark_of(id, section).map_or(section, |(chart, _)| &chart.section))
}

fn key_figure(context: &PageContext, id: &FactId, pictured: bool) -> Option<Html> {
    let (fact, said) = context.said(id)?;
    let section = hue_section(context, id)?;
    let class = context.hue_class(section);
    let picture = if pictured { squares::picture(context, fact, context.hue(section)) } else { None };
    Some(html! {
        <li {class} data-fact={fact.id.0.clone()}>
            { value(&context.graphic, fact, &said.value) }
            <span>{ &said.label }</span>
            { for picture }
            <div class="about"><small>{ capital(&said.dated) }</small>{ citation(&said) }</div>
        </li>
    })
}

/// A section: its charts, then its card.
fn chapter(context: &PageContext, section: &Section) -> Html {
    let name = &section.id;
    let class = format!("chapter {}", context.hue_class(name));
    let has_charts = context.charts_of(name).next().is_some();
    let figure = |chart: &Chart| html! { <Figure context={context.clone()} chart={chart.clone()} /> };
    html! {
        <section id={name.0.clone()} {class} aria-labelledby={format!("{name}-title")}>
            if has_charts {
                <p class="kicker">{ &section.kicker }</p>
                <div class="charts">{ for context.charts_of(name).map(figure) }</div>
            }
            <Card context={context.clone()} section={section.clone()} level={Some(if has_charts { "h3" } else { "h2" })} />
        </section>
    }
}

fn every_fact(context: &PageContext) -> Vec<TableRow> {
    context.story.facts.iter().map(|fact| TableRow::of_fact(context, fact)).collect()
}

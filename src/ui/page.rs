//! The whole page as HTML.

use super::card::{self, Card};
use super::figure::{self, Figure};
use super::still::{self, Still};
use super::table::{FactTable, Row};
use crate::charts::Chart;
use crate::story::{Fact, FactId, Graphic, Section, Spoken, Story};
use std::rc::Rc;
use yew::prelude::*;

/// What every part of the page is made from.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// The story.
    pub story: Rc<Story>,
    /// The part of it that the charts use.
    pub graphic: Rc<Graphic>,
    /// The charts as pictures that need no script.
    pub(super) stills: Rc<Vec<Still>>,
}

impl Told {
    /// Draws what the page needs of the story.
    ///
    /// # Errors
    /// If a chart's layout cannot follow the width of its column.
    pub fn new(story: Story) -> Result<Self, String> {
        let graphic = story.graphic();
        let stills = still::all(&graphic)?;
        Ok(Self { story: Rc::new(story), graphic: Rc::new(graphic), stills: Rc::new(stills) })
    }

    /// The fact with this id and what is said of it.
    #[must_use]
    pub fn said(&self, id: &FactId) -> Option<(&Fact, Spoken)> {
        let fact = self.story.fact(id)?;
        Some((fact, Spoken::of(fact, &self.graphic.words)))
    }
}

/// Renders everything within `<body>` to HTML.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render(told: Told) -> Result<String, String> {
    html_of::<Page>(Props { told })
}

fn html_of<C: BaseComponent>(props: C::Properties) -> Result<String, String>
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    // Nothing is hydrated (see ARCHITECTURE.md), so the marks that hydration needs are left out.
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

/// One part of the page that can stand alone in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A chart with its words, controls and table.
    Chart(Chart),
    /// A card with its figures.
    Card(Section),
}

impl View {
    /// Every view.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let charts = Chart::ALL.into_iter().map(Self::Chart);
        charts.chain(Section::ALL.into_iter().map(Self::Card)).collect()
    }

    /// The name used in addresses: `embed/NAME/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chart(chart) => chart.name(),
            Self::Card(section) => section.name(),
        }
    }

    /// What it says, as a title.
    #[must_use]
    pub fn title(self, told: &Told) -> String {
        match self {
            Self::Chart(chart) => chart.text(&told.graphic).title.to_string(),
            Self::Card(section) => {
                let card = told.story.cards.iter().find(|card| card.section == section);
                card.map(|card| card.headline.clone()).unwrap_or_default()
            }
        }
    }

    fn section(self) -> Section {
        match self {
            Self::Chart(chart) => chart.section(),
            Self::Card(section) => section,
        }
    }
}

/// Renders everything within the `<body>` of one view alone.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render_view(told: Told, view: View) -> Result<String, String> {
    html_of::<Alone>(AloneProps { told, view })
}

#[derive(Properties, PartialEq)]
struct AloneProps {
    told: Told,
    view: View,
}

/// Renders the dialog in which a chart is taken along or embedded. It is a file of its own, which only those readers
/// load who open it. `height` tells how high a view is in a frame, in CSS px.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render_share(told: Told, height: fn(View) -> u32) -> Result<String, String> {
    let heights = View::all().into_iter().map(|view| (view, height(view))).collect();
    html_of::<super::share::Share>(super::share::Props { told, heights })
}

/// A view with the way to the whole page.
#[function_component]
fn Alone(props: &AloneProps) -> Html {
    let (told, view) = (props.told.clone(), props.view);
    let page = &props.told.story.page;
    html! {
        <>
            <main class={format!("embed theme-{}", view.section().name())} data-embed={view.name()}>
                <h1 class="unseen">{ &page.kicker }</h1>
                {
                    match view {
                        View::Chart(chart) => html! { <><h2 class="unseen">{ view.title(&told) }</h2><Figure {told} {chart} /></> },
                        View::Card(section) => html! { <Card {told} {section} /> },
                    }
                }
                <p class="more"><a href="../../" target="_blank" rel="noopener">{ &page.whole }</a></p>
            </main>
            { unseen(&props.told) }
        </>
    }
}

/// The story that a component tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story.
    pub told: Told,
}

/// Everything within `<body>`.
#[function_component]
pub fn Page(props: &Props) -> Html {
    let told = &props.told;
    let page = &told.story.page;
    html! {
        <>
            <a class="skip" href="#story">{ &page.skip }</a>
            { for Chart::ALL.map(|chart| skip_to(told, chart)) }
            <Opening told={told.clone()} />
            <nav aria-label={page.contents.clone()}><ul>{ for told.story.cards.iter().map(contents) }</ul></nav>
            <main id="story">
                { for told.story.cards.iter().map(|card| chapter(told, card.section)) }
                <section class="closing" id="figures" aria-labelledby="figures-title">
                    <h2 id="figures-title">{ &page.all_figures }</h2>
                    <p>{ &page.all_figures_note }</p>
                    <FactTable told={told.clone()} caption={page.all_figures.clone()} rows={every_fact(told)} />
                </section>
                <section class="closing" id="method" aria-labelledby="method-title">
                    <h2 id="method-title">{ &page.method_title }</h2>
                    <div class="remarks">
                        { for page.method.iter().map(|one| html! { <div><h3>{ &one.title }</h3><p>{ &one.text }</p></div> }) }
                    </div>
                </section>
            </main>
            { unseen(told) }
            <footer>
                { look(told) }
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
    let told = &props.told;
    let page = &told.story.page;
    html! {
        <header class="opening">
            <p class="kicker">{ &page.kicker }</p>
            <h1>{ &page.headline }</h1>
            <p class="standfirst">{ &page.standfirst }</p>
            <ul class="key-figures">
                { for page.key_figures.iter().filter_map(|id| key_figure(told, id)) }
            </ul>
        </header>
    }
}

/// The way to a section.
fn contents(card: &crate::story::Card) -> Html {
    let name = card.section.name();
    html! { <li><a href={format!("#{name}")} class={format!("theme-{name}")}>{ &card.kicker }</a></li> }
}

/// What the live parts speak through, and measure the reader's text by.
fn unseen(told: &Told) -> Html {
    let lost = told.story.page.share.lost.clone();
    html! { <><p class="unseen" role="status" data-status="" data-lost={lost}></p><div class="rem" aria-hidden="true" data-rem=""></div></> }
}

/// The choice of a look; `boot.js` shows it, since it works without the program too.
fn look(told: &Told) -> Html {
    let page = &told.story.page;
    let choices = ["auto", "light", "dark"].into_iter().zip(&page.looks);
    let choice = |(value, name): (&'static str, &String)| {
        html! { <label class="choice"><input type="radio" name="look" {value} /><span>{ name }</span></label> }
    };
    html! {
        <fieldset class="look" data-look="" hidden=true><legend>{ &page.look }</legend>{ for choices.map(choice) }</fieldset>
    }
}

/// A way past everything to a chart.
fn skip_to(told: &Told, chart: Chart) -> Html {
    let words = told.story.page.skip_to.replace("{}", &chart.text(&told.graphic).table);
    html! { <a class="skip" href={format!("#{}", chart.name())}>{ words }</a> }
}

fn key_figure(told: &Told, id: &FactId) -> Option<Html> {
    let (fact, said) = told.said(id)?;
    let card = told.story.cards.iter().find(|card| card.key_figures.contains(id) || card.more_figures.contains(id))?;
    // In the hue of its mark, where there is one.
    let section = card::shown_in(told, id, card.section).map_or(card.section, Chart::section);
    let class = format!("theme-{}", section.name());
    Some(html! {
        <li class={class} data-fact={fact.id.0.clone()}>
            { figure::value(fact, &said.value, &told.graphic.words) }
            <span>{ said.label }</span>
            <small>{ said.dated }{ ". " }{ said.place }</small>
        </li>
    })
}

/// A section: its card and, if it has one, its chart.
fn chapter(told: &Told, section: Section) -> Html {
    let chart = Chart::ALL.into_iter().find(|chart| chart.section() == section);
    let name = section.name();
    html! {
        <section id={name} class={format!("chapter theme-{name}")} aria-labelledby={format!("{name}-title")}>
            <Card told={told.clone()} {section} />
            if let Some(chart) = chart {
                <Figure told={told.clone()} {chart} />
            }
        </section>
    }
}

fn every_fact(told: &Told) -> Vec<Row> {
    let row = |fact: &Fact| Row {
        fact: fact.id.clone(),
        value: Spoken::of(fact, &told.graphic.words).value,
        label: fact.label.to_string(),
        id: true,
    };
    told.story.facts.iter().map(row).collect()
}

//! The dialog in which a chart is taken along or embedded. `static/share.js` brings it to life.

use super::page::{Told, View};
use crate::charts::Chart;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub told: Told,
    /// Every view, and how high it is in a frame of usual width, in CSS px.
    pub heights: Vec<(View, u32)>,
}

#[function_component]
pub(super) fn Share(props: &Props) -> Html {
    let words = &props.told.story.page.share;
    html! {
        <dialog
            class="share" aria-labelledby="share-title" data-copied={words.copied.clone()}
            data-by-hand={words.by_hand.clone()} data-saved={words.saved.clone()} data-forbids={words.forbids.clone()}
            data-failed={words.failed.clone()} data-whole={props.told.story.page.whole.clone()}
        >
            <h2 id="share-title">{ &words.open }</h2>
            <button type="button" data-close="">{ props.told.graphic.charts.controls.close.clone() }</button>
            { take(props) }
            { embed(props) }
            <p role="status" data-said=""></p>
        </dialog>
    }
}

/// The chart as files, as a link and on paper.
fn take(props: &Props) -> Html {
    let words = &props.told.story.page.share;
    let kinds = [
        ("png", &words.png),
        ("social", &words.social),
        ("svg", &words.svg),
        ("csv", &words.csv),
        ("json", &words.json),
        ("link", &words.link),
        ("print", &words.print),
    ];
    let button = |(kind, text): (&'static str, &String)| {
        html! { <button type="button" data-take={kind}>{ text }</button> }
    };
    html! {
        <section aria-labelledby="share-take">
            <h3 id="share-take">{ &words.take }</h3>
            <p data-chart-title=""></p>
            <div class="line">{ for kinds.map(button) }</div>
            <div data-made="" hidden=true>
                <p>{ &words.framed }</p>
                <textarea data-made-text="" readonly=true rows="4" aria-label={words.content.clone()} hidden=true />
                <p><a data-made-file="" href="./" target="_blank" rel="noopener">{ &words.open_file }</a></p>
            </div>
        </section>
    }
}

/// Snippets for a page around.
fn embed(props: &Props) -> Html {
    let told = &props.told;
    let words = &told.story.page.share;
    let option = |(view, height): &(View, u32)| {
        let (view, name, height) = (*view, view.name(), height.to_string());
        let part = match view {
            View::Chart(chart) => chart.text(&told.graphic).table.to_string(),
            View::Card(section) => told.graphic.words.section(section).to_owned(),
        };
        html! { <option value={name} data-height={height} data-title={view.title(told)}>{ part }</option> }
    };
    let theme = |(value, name): (&'static str, &String)| html! { <option {value}>{ name }</option> };
    let [auto, light, dark] = &told.story.page.looks;
    let form = |(value, name): (&'static str, &String)| html! { <option {value}>{ name }</option> };
    html! {
        <section aria-labelledby="share-embed">
            <h3 id="share-embed">{ &words.embed }</h3>
            <div class="line">
                <label>{ &words.view }<select name="view" autocomplete="off">{ for props.heights.iter().map(option) }</select></label>
                <label>
                    { &told.story.page.look }
                    <select name="colours" autocomplete="off">{ for [("light", light), ("dark", dark), ("auto", auto)].map(theme) }</select>
                </label>
                <label>
                    { &words.form }
                    <select name="form" autocomplete="off">
                        { for ["iframe", "element", "amp", "oembed", "markdown"].into_iter().zip(&words.forms).map(form) }
                    </select>
                </label>
            </div>
            <img data-preview="" alt="" width="300" height="158" src={format!("./embed/{}/preview.png", Chart::Agreements.name())} />
            <p><a data-try="" href="./" target="_blank" rel="noopener">{ &words.try_it }</a></p>
            <label for="share-snippet">{ &words.snippet }</label>
            <textarea id="share-snippet" data-snippet="" readonly=true rows="5" />
            <button type="button" data-copy="">{ &words.copy }</button>
        </section>
    }
}

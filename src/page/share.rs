//! The dialog in which a chart is downloaded or embedded. `static/share.js` brings it to life.

use super::{PageContext, View};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub context: PageContext,
    /// Every view, and how high it is in a frame of usual width, in CSS px.
    pub heights: Vec<(u32, View)>,
}

#[function_component]
pub(super) fn Share(props: &Props) -> Html {
    let words = &props.context.story.page.share;
    let close = &props.context.graphic.words.controls.close;
    html! {
        <dialog
            class="share" aria-labelledby="share-title" data-copied={words.copied.clone()}
            data-by-hand={words.by_hand.clone()} data-saved={words.saved.clone()} data-altered={words.altered.clone()} data-forbids={words.forbids.clone()}
            data-failed={words.failed.clone()} data-whole={props.context.story.page.whole.clone()}
        >
            <h2 id="share-title">{ &words.open }</h2>
            // It has the focus first, and not every reader says the name of the dialog around it.
            <button type="button" data-close="" aria-label={[close, ": ", &words.open].concat()}>{ close }</button>
            { downloads(props) }
            { embed(props) }
            <p role="status" data-said=""></p>
        </dialog>
    }
}

/// The chart as files, as a link and on paper.
fn downloads(props: &Props) -> Html {
    let words = &props.context.story.page.share;
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
        html! { <button type="button" data-export={kind}>{ text }</button> }
    };
    html! {
        <section aria-labelledby="share-take">
            <h3 id="share-take">{ &words.take }</h3>
            <p data-chart-title=""></p>
            <div class="line">{ for kinds.map(button) }</div>
            <p data-spreadsheets="">{ &words.spreadsheets }</p>
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
    let context = &props.context;
    let words = &context.story.page.share;
    let first = props.heights.first().map(|(_, view)| view.name()).unwrap_or_default();
    let option = |(height, view): &(u32, View)| {
        let (name, title) = (view.name().to_owned(), view.title().to_owned());
        html! { <option value={name} data-height={height.to_string()} data-title={title}>{ view.subject() }</option> }
    };
    let theme = |(value, name): (&'static str, &String)| html! { <option {value}>{ name }</option> };
    let [auto, light, dark] = &context.story.page.color_schemes;
    let form = |(value, name): (&'static str, &String)| html! { <option {value}>{ name }</option> };
    html! {
        <section aria-labelledby="share-embed">
            <h3 id="share-embed">{ &words.embed }</h3>
            <div class="line">
                <label>{ &words.view }<select name="view" autocomplete="off">{ for props.heights.iter().map(option) }</select></label>
                <label>
                    { &context.story.page.color_scheme }
                    <select name="theme" autocomplete="off">{ for [("light", light), ("dark", dark), ("auto", auto)].map(theme) }</select>
                </label>
                <label>
                    { &words.form }
                    <select name="form" autocomplete="off">
                        { for ["iframe", "element", "amp", "oembed", "markdown"].into_iter().zip(&words.forms).map(form) }
                    </select>
                </label>
            </div>
            <img data-preview="" alt="" width="300" height="158" src={format!("./embed/{first}/preview.png")} />
            <p><a data-try="" href="./" target="_blank" rel="noopener">{ &words.try_it }</a></p>
            <label for="share-snippet">{ &words.snippet }</label>
            <textarea id="share-snippet" data-snippet="" readonly=true rows="5" />
            <button type="button" data-copy="">{ &words.copy }</button>
        </section>
    }
}

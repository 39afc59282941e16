//! What is said of a target, beside it and inside the figure: a tooltip while it is reached, with links once it is
//! pressed.

use super::{GRAPHIC, place};
use crate::scene::{Size, Target};
use crate::story::{FactId, Spoken};
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: String,
    pub(super) target: Target,
    /// The extent of the chart that it may cover.
    pub(super) room: Size,
    /// Whether it was opened to stay, with links to follow.
    pub(super) open: bool,
    pub(super) close: Callback<()>,
}

#[function_component]
pub(super) fn Tooltip(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((props.target.bounds, props.room, props.open), {
        let node = node.clone();
        move |(bounds, room, _)| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let (width, height) = (element.offset_width() as f32, element.offset_height() as f32);
                let left = (bounds.center().x - width / 2.0).min(room.width - width).max(0.0);
                let below = bounds.bottom() + GAP;
                let above = bounds.top() - GAP - height;
                let top = if below + height > room.height && above >= 0.0 { above } else { below };
                place::corner(&element, left, top);
            }
        }
    });
    let fact = props.target.fact.clone();
    let Some(said) = GRAPHIC.fact(&FactId(fact.clone())).map(|fact| Spoken::of(fact, &GRAPHIC.words)) else {
        return Html::default();
    };
    let (role, label) = if props.open { ("group", Some(props.target.name())) } else { ("tooltip", None) };
    html! {
        <div class="tooltip" {role} aria-label={label} id={props.id.clone()} ref={node} data-fact={fact.clone()}>
            <strong>{ &props.target.value }</strong>
            <span>{ &props.target.label }</span>
            if !said.note.is_empty() { <span class="note">{ said.note }</span> }
            if !said.dated.is_empty() { <small>{ said.dated }</small> }
            <small>{ said.place }</small>
            if props.open { { links(&fact, &props.close) } }
        </div>
    }
}

/// Where to go from an open figure.
fn links(fact: &str, close: &Callback<()>) -> Html {
    let words = &GRAPHIC.charts.controls;
    let close = close.clone();
    html! {
        <p class="links">
            <a href={["#fact-", fact].concat()} data-told={fact.to_owned()}>{ words.to_story.clone() }</a>
            <a href={["?fact=", fact].concat()}>{ words.to_figure.clone() }</a>
            <button type="button" onclick={move |_| close.emit(())}>{ words.close.clone() }</button>
        </p>
    }
}

/// The distance between a target and its tooltip, in CSS px.
const GAP: f32 = 4.0;

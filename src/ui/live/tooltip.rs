//! The tooltip: a figure in words, its date and where it stands, beside its target and inside the figure.

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
}

#[function_component]
pub(super) fn Tooltip(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((props.target.bounds, props.room), {
        let node = node.clone();
        move |(bounds, room)| {
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
    let Some(fact) = GRAPHIC.fact(&FactId(props.target.fact.clone())) else { return Html::default() };
    let said = Spoken::of(fact, &GRAPHIC.words);
    html! {
        <div class="tooltip" role="tooltip" id={props.id.clone()} ref={node} data-fact={props.target.fact.clone()}>
            <strong>{ &props.target.value }</strong>
            <span>{ &props.target.label }</span>
            if !said.note.is_empty() { <span class="note">{ said.note }</span> }
            if !said.dated.is_empty() { <small>{ said.dated }</small> }
            <small>{ said.place }</small>
        </div>
    }
}

/// The distance between a target and its tooltip, in CSS px.
const GAP: f32 = 4.0;

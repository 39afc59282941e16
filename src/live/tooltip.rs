//! What is said of a row, beside its mark and inside the figure: a tooltip while it is reached, with links once it is
//! opened.

use super::hooks::use_typed_effect;
use super::place;
use super::shared::Shared;
use charts::Row;
use drawing::scene::{Rect, Size};
use drawing::text::capital;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    pub(super) graphic: Shared,
    pub(super) row: Row,
    /// The area of the mark.
    pub(super) bounds: Rect,
    /// The extent of the chart that it may cover.
    pub(super) room: Size,
    /// Whether it was opened to stay, with links to follow.
    pub(super) open: bool,
    /// The address of the page with this figure open.
    pub(super) link: String,
    pub(super) close: Callback<()>,
}

#[function_component]
pub(super) fn Tooltip(props: &Props) -> Html {
    let node = use_node_ref();
    use_typed_effect((props.bounds, props.room, props.open), {
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
    let (row, said) = (&props.row, &props.row.spoken);
    html! {
        // The mark's own description says it already, until there are links to follow.
        <div class="tooltip" aria-hidden={(!props.open).then_some("true")} ref={node} data-fact={row.fact.0.clone()}>
            <strong>{ capital(&row.value) }</strong>
            <span>{ &row.label }</span>
            if !said.note.is_empty() { <span class="note">{ capital(&said.note) }</span> }
            if !said.dated.is_empty() { <small>{ capital(&said.dated) }</small> }
            <small>{ capital(&said.place) }</small>
            if props.open { { links(props) } }
        </div>
    }
}

/// Where to go from an open figure. Arithmetic on a reader's own figure stands nowhere in the story.
fn links(props: &Props) -> Html {
    let (words, fact) = (&props.graphic.words.controls, &props.row.fact.0);
    let close = props.close.clone();
    html! {
        <p class="links">
            if !fact.is_empty() {
                <a href={["#fact-", fact].concat()} data-told={fact.clone()}>{ &words.to_story }</a>
            }
            <a href={props.link.clone()}>{ &words.to_figure }</a>
            <button type="button" onclick={move |_| close.emit(())}>{ &words.close }</button>
        </p>
    }
}

/// The distance between a mark and its tooltip, in CSS px.
const GAP: f32 = 4.0;

//! The targets of a chart as focusable elements over the canvas: one Tab stop, arrows between them.

use super::place;
use crate::scene::Target;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What happens to a chart's targets.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Act {
    /// The pointer or the focus came to a target.
    Reach(usize),
    /// A target was pressed.
    Press(usize),
    /// The pointer left the chart, or the focus did; what was opened stays.
    Leave,
    /// What is shown was dismissed.
    Close,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) targets: Rc<Vec<Target>>,
    /// The target that Tab comes to.
    pub(super) current: usize,
    /// The target whose tooltip is shown, and the tooltip's id.
    pub(super) shown: Option<usize>,
    pub(super) tooltip: String,
    /// Whether the shown one was opened to stay.
    pub(super) open: bool,
    /// The id of what tells the keys.
    pub(super) keys: String,
    pub(super) act: Callback<Act>,
}

#[function_component]
pub(super) fn Spots(props: &Props) -> Html {
    let list = use_node_ref();
    use_effect_with(props.targets.clone(), {
        let list = list.clone();
        move |targets| {
            for (i, target) in targets.iter().enumerate() {
                if let Some(spot) = spot_at(&list, i) {
                    place::over(&spot, target.bounds);
                }
            }
        }
    });
    let onkeydown = {
        let (list, targets, current) = (list.clone(), props.targets.clone(), props.current);
        Callback::from(move |event: KeyboardEvent| {
            let last = targets.len().saturating_sub(1);
            let panel = targets.get(current).map_or(0, |target| target.panel);
            let starts = |panel: usize| targets.iter().position(|target| target.panel == panel);
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (current + 1).min(last),
                "ArrowUp" | "ArrowLeft" => current.saturating_sub(1),
                "PageDown" => starts(panel + 1).unwrap_or(last),
                "PageUp" => panel.checked_sub(1).and_then(starts).unwrap_or(0),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(spot) = spot_at(&list, next) {
                super::ignore(spot.focus());
            }
        })
    };
    let spot = |(i, target): (usize, &Target)| {
        let on = |act: Act| props.act.reform(move |()| act);
        let (reach, press, leave) = (on(Act::Reach(i)), on(Act::Press(i)), on(Act::Leave));
        let hover = reach.clone();
        html! {
            <li key={[&target.fact, "/", target.label.as_str()].concat()}>
                <button
                    type="button" class="spot" data-fact={target.fact.clone()} aria-label={target.name()}
                    aria-describedby={(props.shown == Some(i) && !props.open).then(|| props.tooltip.clone())}
                    aria-expanded={if props.shown == Some(i) && props.open { "true" } else { "false" }}
                    tabindex={if i == props.current { "0" } else { "-1" }}
                    onfocus={move |_| reach.emit(())}
                    onblur={move |_| leave.emit(())}
                    onpointerenter={move |event: PointerEvent| if event.pointer_type() == "mouse" { hover.emit(()) }}
                    onclick={move |_| press.emit(())}
                />
            </li>
        }
    };
    html! {
        <ul class="spots" role="list" aria-describedby={props.keys.clone()} ref={list} {onkeydown}>
            { for props.targets.iter().enumerate().map(spot) }
        </ul>
    }
}

/// The element of a target, by its place in reading order.
fn spot_at(list: &NodeRef, i: usize) -> Option<HtmlElement> {
    let item = list.cast::<Element>()?.children().item(u32::try_from(i).ok()?)?;
    item.first_element_child()?.dyn_into().ok()
}

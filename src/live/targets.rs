//! The hit targets of a chart as focusable elements over its picture: one Tab stop, arrows between them.

use super::place;
use charts::{Content, Mark, Row};
use drawing::scene::Rect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What happens to a chart's targets, by their place in reading order.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TargetAction {
    /// The pointer hovers over a target, or the focus came to it.
    Reach(usize),
    /// A target was activated, by click, tap or key.
    Activate(usize),
    /// The pointer left the chart, or the focus did; what was opened stays.
    Leave,
    /// What is shown was dismissed.
    Close,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The area of each row's mark, in the order of the rows.
    pub(super) areas: Rc<Vec<Rect>>,
    pub(super) content: Rc<Content>,
    /// The id of the chart.
    pub(super) chart: String,
    /// The target that Tab comes to.
    pub(super) current: usize,
    /// The target whose tooltip is shown, and the tooltip's id.
    pub(super) shown: Option<usize>,
    pub(super) tooltip: String,
    /// Whether the shown one was opened to stay.
    pub(super) open: bool,
    /// The id of what tells the keys.
    pub(super) keys: String,
    pub(super) act: Callback<TargetAction>,
}

/// Where a key leads to from a row; nothing if it is none of ours.
fn next(rows: &[Row], current: usize, key: &str) -> Option<usize> {
    let last = rows.len().saturating_sub(1);
    let group = rows.get(current)?.group;
    let first_of = |group: usize| rows.iter().position(|row| row.group == group);
    Some(match key {
        "ArrowDown" | "ArrowRight" => (current + 1).min(last),
        "ArrowUp" | "ArrowLeft" => current.saturating_sub(1),
        "PageDown" => first_of(group + 1).unwrap_or(last),
        "PageUp" => group.checked_sub(1).and_then(first_of).unwrap_or(0),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[function_component]
pub(super) fn HitTargets(props: &Props) -> Html {
    let list = use_node_ref();
    use_effect_with(props.areas.clone(), {
        let list = list.clone();
        move |areas| {
            for (i, area) in areas.iter().enumerate() {
                if let Some(element) = element(&list, i) {
                    place::over(&element, *area);
                }
            }
        }
    });
    let onkeydown = {
        let (list, content) = (list.clone(), props.content.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Keys lead on from what has the focus: the last key may not have been rendered yet.
            let pressed = event.target();
            let is_pressed = |i: &usize| element(&list, *i).is_some_and(|one| pressed.as_ref() == Some(one.as_ref()));
            let Some(current) = (0..content.rows.len()).find(is_pressed) else { return };
            let Some(next) = next(&content.rows, current, &event.key()) else { return };
            if super::is_plain(event.unchecked_ref()) {
                event.prevent_default();
                if let Some(element) = element(&list, next) {
                    super::ignore(element.focus());
                }
            }
        })
    };
    html! {
        <ul class="targets" role="list" aria-describedby={props.keys.clone()} ref={list} {onkeydown}>
            { for props.content.rows.iter().enumerate().map(|(i, row)| target(props, i, row)) }
        </ul>
    }
}

fn target(props: &Props, i: usize, row: &Row) -> Html {
    let on = |action: TargetAction| props.act.reform(move |()| action);
    let (reach, activate, leave) = (on(TargetAction::Reach(i)), on(TargetAction::Activate(i)), on(TargetAction::Leave));
    let hover = reach.clone();
    let is_shown = props.shown == Some(i);
    let mark = Mark { chart: props.chart.clone(), row: row.key.clone() };
    html! {
        <li key={row.key.clone()}>
            <button
                type="button" class="target" data-fact={row.fact.0.clone()} data-mark-name={mark.name()}
                aria-label={row.name()}
                aria-describedby={(is_shown && !props.open).then(|| props.tooltip.clone())}
                aria-expanded={if is_shown && props.open { "true" } else { "false" }}
                tabindex={if i == props.current { "0" } else { "-1" }}
                onfocus={move |_| reach.emit(())}
                onblur={move |_| leave.emit(())}
                onpointerenter={move |event: PointerEvent| if event.pointer_type() == "mouse" { hover.emit(()) }}
                onclick={move |_| activate.emit(())}
            />
        </li>
    }
}

/// The element of a target, by its place in reading order.
fn element(list: &NodeRef, i: usize) -> Option<HtmlElement> {
    let item = list.cast::<Element>()?.children().item(u32::try_from(i).ok()?)?;
    item.first_element_child()?.dyn_into().ok()
}

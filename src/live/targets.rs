//! The hit targets of a chart as focusable elements over the canvas: one Tab stop, arrows between them.

use super::place;
use charts::{Content, Mark, Row};
use drawing::scene::HitTarget;
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
    pub(super) targets: Rc<Vec<HitTarget>>,
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

impl Props {
    fn row(&self, target: usize) -> Option<&Row> {
        self.content.rows.get(self.targets.get(target)?.row)
    }

    /// The first target of a group of rows.
    fn first_of(&self, group: usize) -> Option<usize> {
        (0..self.targets.len()).find(|i| self.row(*i).is_some_and(|row| row.group == group))
    }

    /// Where a key leads to from the current target; nothing if it is none of ours.
    fn next(&self, key: &str) -> Option<usize> {
        let last = self.targets.len().saturating_sub(1);
        let group = self.row(self.current).map_or(0, |row| row.group);
        Some(match key {
            "ArrowDown" | "ArrowRight" => (self.current + 1).min(last),
            "ArrowUp" | "ArrowLeft" => self.current.saturating_sub(1),
            "PageDown" => self.first_of(group + 1).unwrap_or(last),
            "PageUp" => group.checked_sub(1).and_then(|group| self.first_of(group)).unwrap_or(0),
            "Home" => 0,
            "End" => last,
            _ => return None,
        })
    }
}

#[function_component]
pub(super) fn HitTargets(props: &Props) -> Html {
    let list = use_node_ref();
    use_effect_with(props.targets.clone(), {
        let list = list.clone();
        move |targets| {
            for (i, target) in targets.iter().enumerate() {
                if let Some(element) = element(&list, i) {
                    place::over(&element, target.bounds);
                }
            }
        }
    });
    let onkeydown = {
        let (list, keys) =
            (list.clone(), ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "PageDown", "PageUp", "Home", "End"]);
        let next = keys.map(|key| props.next(key));
        Callback::from(move |event: KeyboardEvent| {
            let place = keys.iter().position(|key| *key == event.key());
            let place = place.filter(|_| super::is_plain(event.unchecked_ref()));
            let Some(next) = place.and_then(|place| next.get(place).copied().flatten()) else { return };
            event.prevent_default();
            if let Some(element) = element(&list, next) {
                super::ignore(element.focus());
            }
        })
    };
    html! {
        <ul class="targets" role="list" aria-describedby={props.keys.clone()} ref={list} {onkeydown}>
            { for (0..props.targets.len()).filter_map(|i| Some(target(props, i, props.row(i)?))) }
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

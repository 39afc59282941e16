//! The hit targets of a chart as focusable elements over its picture, a list for each group: one Tab stop, arrows between
//! them.

use super::app::announce;
use super::controls::{Explorer, lost};
use super::hooks::use_typed_effect;
use super::parts::{Loading, Part};
use super::place;
use super::preferences::{MOVES, SOUND, has, kept};
use super::shared::Shared;
use super::shown;
use super::tooltip::{self, Tooltip};
use super::watch::on_events;
use charts::{Content, Group, Mark, Row, Verbosity};
use drawing::scene::Rect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What happens to a chart's targets, by their place in reading order.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TargetAction {
    /// The focus came to a target.
    Focus(usize),
    /// The pointer moved over a target.
    Hover(usize),
    /// A target was activated, by click, tap or key.
    Activate(usize),
    /// The focus left the targets; what was opened stays.
    Blur,
    /// The pointer left the chart; what was opened stays.
    Leave,
    /// What is shown was dismissed.
    Close,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) graphic: Shared,
    /// The area of each row's mark, in the order of the rows.
    pub(super) areas: Rc<Vec<Rect>>,
    pub(super) content: Rc<Content>,
    /// The id of the chart.
    pub(super) chart: String,
    /// The target that Tab comes to.
    pub(super) current: usize,
    /// The target that is open, and its tooltip.
    pub(super) open: Option<(usize, tooltip::Props)>,
    pub(super) act: Callback<TargetAction>,
    /// The target that was opened last, until the focus comes to another.
    pub(super) opened: Option<usize>,
    pub(super) verbosity: Verbosity,
    /// What answers other keys, once it is there; and how to ask for it.
    pub(super) explorer: Loading<Explorer>,
    pub(super) want: Callback<Part>,
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
    use_typed_effect(props.areas.clone(), {
        let list = list.clone();
        move |areas| {
            for (i, target) in targets(&list).iter().enumerate() {
                match areas.get(i) {
                    Some(area) => place::over(target, *area),
                    None => place::clear(target),
                }
            }
        }
    });
    use_typed_effect(props.explorer, {
        let (list, want) = (list.clone(), props.want.clone());
        move |explorer| {
            let plot: Option<HtmlElement> =
                list.cast::<Element>().and_then(|list| list.closest(".plot").ok()??.dyn_into().ok());
            if *explorer == Loading::Lost && plot.as_ref().and_then(take_pressed).is_some() {
                announce(&lost());
            }
            let missing = plot.filter(|_| explorer.there().is_none());
            let pressed_in = missing.clone();
            on_events(missing.map(Into::into), &["keydown"], move |event| {
                let (Some(plot), Some(event)) = (&pressed_in, event.dyn_ref::<KeyboardEvent>()) else { return };
                // A key that the controls answer brings them; once they are there they find it, if no other came after it.
                if is_for_levels(event, plot) {
                    super::ignore(plot.set_attribute(PRESSED, &event.key()));
                    want.emit(Part::Explorer);
                } else {
                    super::ignore(plot.remove_attribute(PRESSED));
                }
            })
        }
    });
    // One listener of a kind for all targets.
    let on = |action: fn(usize) -> TargetAction| {
        let (list, act) = (list.clone(), props.act.clone());
        move |event: &Event| {
            if let Some(place) = place_of(event, &list) {
                act.emit(action(place));
            }
        }
    };
    let (focus, blur) = (on(TargetAction::Focus), on(|_| TargetAction::Blur));
    let (hover, activate) = (on(TargetAction::Hover), on(TargetAction::Activate));
    // Where each figure that the focus comes to is to sound, what sounds is asked for by the first of them.
    let onfocusin = {
        let (want, is_unasked) = (props.want.clone(), props.explorer == Loading::Unasked);
        move |event: FocusEvent| {
            focus(&event);
            if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                shown::bring_into_view(&target);
            }
            if is_unasked && has(&kept(SOUND), MOVES) {
                want.emit(Part::Explorer);
            }
        }
    };
    let onfocusout = move |event: FocusEvent| blur(&event);
    let onpointermove = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            hover(&event);
        }
    };
    let onclick = move |event: MouseEvent| activate(&event);
    let onkeydown = {
        let (list, content) = (list.clone(), props.content.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Keys lead on from what has the focus: the last key may not have been rendered yet.
            let Some(current) = place_of(&event, &list) else { return };
            let next = next(&content.rows, current, &event.key());
            let Some(next) = next else { return };
            if super::is_plain(event.unchecked_ref()) {
                event.prevent_default();
                if let Some(target) = targets(&list).get(next) {
                    super::ignore(target.focus());
                }
            }
        })
    };
    html! {
        <div ref={list} {onkeydown} {onfocusin} {onfocusout} {onpointermove} {onclick}>{ for props.content.groups.iter().enumerate().map(|(i, one)| group(props, i, one)) }</div>
    }
}

/// Whether the controls have an answer to a key that is pressed in a chart: at a mark, or at the chart itself. Groups have the
/// focus by them alone.
fn is_for_levels(event: &KeyboardEvent, plot: &HtmlElement) -> bool {
    let (key, at) = (event.key(), event.target().and_then(|target| target.dyn_into::<Element>().ok()));
    let is_mark = at.as_ref().is_some_and(|at| at.class_list().contains("target"));
    let is_answered = match &*key {
        "[" | "]" => is_mark,
        "?" => true,
        "ArrowUp" | "ArrowDown" => event.shift_key(),
        _ => false,
    };
    is_answered && is_for_chart(event) && (is_mark || at.as_ref() == Some(plot.as_ref()))
}

fn is_sign(key: &str) -> bool {
    matches!(key, "[" | "]" | "?")
}

/// Whether a key may be one of the chart's. With other keys held it is the browser's; but some keyboards have brackets behind
/// Alt, or behind what counts as Control and Alt.
pub(super) fn is_for_chart(event: &KeyboardEvent) -> bool {
    let is_free = if is_sign(&event.key()) {
        event.alt_key() || !event.ctrl_key()
    } else {
        !event.alt_key() && !event.ctrl_key()
    };
    is_free && !event.meta_key()
}

/// On the plot of a chart: the key that was pressed last, while what answers it is on its way.
const PRESSED: &str = "data-pressed";

/// The key that waits for what answers it, and where the focus is; nothing once that has left the chart.
pub(super) fn take_pressed(plot: &HtmlElement) -> Option<(HtmlElement, String)> {
    let key = plot.get_attribute(PRESSED)?;
    super::ignore(plot.remove_attribute(PRESSED));
    let focused = plot.owner_document()?.active_element()?;
    plot.contains(Some(&focused)).then_some((focused.dyn_into().ok()?, key))
}

fn group(props: &Props, number: usize, group: &Group) -> Html {
    let rows = props.content.rows.iter().enumerate().filter(|(_, row)| row.group == number);
    let targets: Vec<Html> = rows.map(|(i, row)| target(props, i, row)).collect();
    if targets.is_empty() {
        return Html::default();
    }
    let explorer = props.explorer.there();
    let holds = explorer.map(|explorer| (explorer.of_group)(&props.graphic.words, &props.content, number));
    // Around the list, since some readers do not tell the name of a list.
    html! {
        <div key={number} role="group" tabindex="-1" data-group={number.to_string()} aria-label={group.name()} aria-description={holds}>
            <ul role="list">{ targets }</ul>
        </div>
    }
}

/// The place of the target that an event is for. What stands beside the targets, as a tooltip, has its own listeners.
fn place_of(event: &Event, list: &NodeRef) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?.closest(TARGET).ok()??;
    targets(list).iter().position(|one| one.as_ref() as &Element == &target)
}

const TARGET: &str = ".target";

fn target(props: &Props, i: usize, row: &Row) -> Html {
    let open = props.open.as_ref().filter(|(open, _)| *open == i).map(|(_, tooltip)| tooltip);
    // That a mark can be opened is not said at each; that one was closed is, where it was.
    let expanded = if open.is_some() { Some("true") } else { (props.opened == Some(i)).then_some("false") };
    let mark = Mark { chart: props.chart.clone(), row: row.key.clone() };
    html! {
        <li key={row.key.clone()}>
            <button
                type="button" class="target" data-fact={row.fact.0.clone()} data-mark-name={mark.name()}
                aria-label={row.name_with(&props.graphic.words, props.verbosity)} aria-description={row.description(props.verbosity)}
                aria-expanded={expanded}
                tabindex={if i == props.current { "0" } else { "-1" }}
            />
            if let Some(tooltip) = open { <Tooltip ..tooltip.clone() /> }
        </li>
    }
}

/// The elements of the targets, in reading order.
fn targets(list: &NodeRef) -> Vec<HtmlElement> {
    list.cast::<Element>().map(|list| within(&list)).unwrap_or_default()
}

/// The hit targets within an element, in reading order.
pub(super) fn within(element: &Element) -> Vec<HtmlElement> {
    let Ok(targets) = element.query_selector_all(TARGET) else { return Vec::new() };
    (0..targets.length()).filter_map(|i| targets.item(i)?.dyn_into().ok()).collect()
}

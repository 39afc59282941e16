//! A chart by levels: an outline of groups with their ends and their braille, and keys that lead up, down and to the ends.

use super::controls::Props;
use super::hooks::use_typed_effect;
use super::shared::changing_text;
use super::targets::{is_for_chart, take_pressed, within};
use super::watch::on_events;
use charts::outline;
use charts::{Content, View};
use std::rc::Rc;
use story::fill;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, FocusOptions, HtmlDetailsElement, HtmlElement, KeyboardEvent, ScrollLogicalPosition, window,
};
use yew::prelude::*;

/// The plot of a chart: the level above its groups.
pub(super) fn plot(props: &Props) -> Option<HtmlElement> {
    let chart = props.graphic.charts.get(props.chart)?;
    window()?.document()?.get_element_by_id(&chart.id.0)?.dyn_into().ok()
}

/// What a chart shows, for its controls.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct Explored {
    pub(super) controls: Props,
    pub(super) content: Rc<Content>,
}

/// Brings a mark into focus, by the place of its row.
pub(super) fn focus(props: &Props, place: usize) {
    let targets = plot(props).map(|plot| within(&plot)).unwrap_or_default();
    if let Some(target) = targets.get(place) {
        super::ignore(target.focus());
    }
}

/// The chart in words, level by level, and as braille.
#[function_component]
pub(super) fn Outline(Explored { controls: props, content }: &Explored) -> Html {
    let words = &props.graphic.words.controls.exploring;
    let group = |number: usize, group: &charts::Group| {
        let name = |place: usize| content.rows.get(place).map(|row| row.name(&props.graphic.words)).unwrap_or_default();
        let to = |template: &str, place: usize| {
            let props = props.clone();
            let onclick = move |_| focus(&props, place);
            html! { <li><button type="button" {onclick}>{ changing_text(&fill(template, &name(place))) }</button></li> }
        };
        let ends = outline::ends(content, number).filter(|ends| ends.low != ends.high);
        let ends = ends.map(|ends| {
            let (lowest, highest) = ends.words(words);
            html! { <>{ to(lowest, ends.low) }{ to(highest, ends.high) }</> }
        });
        html! {
            <li key={number}>
                <strong>{ changing_text(&[&group.title, ": ", &outline::count(&props.graphic.words, content, number)].concat()) }</strong>
                <ul>
                    { ends }
                    <li>{ changing_text(&fill(words.braille(), &outline::braille(content, number))) }</li>
                </ul>
            </li>
        }
    };
    let used = content.groups.iter().enumerate().filter(|(number, _)| content.group(*number).count() > 0);
    html! {
        <details>
            <summary>{ words.outline() }</summary>
            <ul class="outline">{ for used.map(|(number, one)| group(number, one)) }</ul>
            <p>{ changing_text(&outline::braille_legend(&props.graphic.words, content)) }</p>
        </details>
    }
}

/// The keys of a chart: it answers those that lead by levels, and lists them all.
#[function_component]
pub(super) fn Keys(Explored { controls: props, content }: &Explored) -> Html {
    let list = use_node_ref();
    use_typed_effect((), {
        let (plot, content, list) = (plot(props), content.clone(), list.clone());
        move |()| {
            // The key that brought this is answered now.
            let next = plot.as_ref().and_then(|plot| {
                let (target, key) = take_pressed(plot)?;
                destination(plot, &content, &target, (&key, key.starts_with("Arrow")), &list)
            });
            if let Some(element) = next {
                come_to(&element);
            }
        }
    });
    use_typed_effect((content.clone(), props.view != View::default()), {
        let (graphic, plot, list) = (props.graphic, plot(props), list.clone());
        move |(content, is_chosen)| {
            if let Some(plot) = &plot {
                let said = is_chosen.then(|| outline::of_chart(&graphic.words, content));
                describe(plot, said.as_deref());
            }
            let (inner, content) = (plot.clone(), content.clone());
            on_events(plot.map(Into::into), &["keydown"], move |event| {
                let next = inner.as_ref().and_then(|plot| destination_of(plot, &content, &event, &list));
                if let Some(element) = next {
                    event.prevent_default();
                    come_to(&element);
                }
            })
        }
    });
    let words = &props.graphic.words.controls.exploring;
    let keys = [
        words.key_next(),
        words.key_group(),
        words.key_ends(),
        words.key_extremes(),
        words.key_levels(),
        words.key_open(),
        words.key_help(),
    ];
    html! {
        <details ref={list}>
            <summary>{ words.keys() }</summary>
            <ul>{ for keys.iter().map(|words| html! { <li>{ words }</li> }) }</ul>
        </details>
    }
}

/// The groups that a plot shows, by their numbers.
fn groups(plot: &Element) -> Vec<(usize, HtmlElement)> {
    let Ok(found) = plot.query_selector_all(".layer [data-group]") else { return Vec::new() };
    let groups = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into::<HtmlElement>().ok());
    groups.filter_map(|group| Some((group.get_attribute("data-group")?.parse().ok()?, group))).collect()
}

/// Where a key leads to from a mark, a group or the chart; nothing if it is none of ours.
fn destination_of(plot: &HtmlElement, content: &Content, event: &Event, list: &NodeRef) -> Option<HtmlElement> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if !is_for_chart(event) {
        return None;
    }
    destination(plot, content, &event.target()?.dyn_into().ok()?, (&event.key(), event.shift_key()), list)
}

/// Where a key, with Shift or without, leads to from an element.
fn destination(
    plot: &HtmlElement,
    content: &Content,
    from: &HtmlElement,
    (key, is_shifted): (&str, bool),
    list: &NodeRef,
) -> Option<HtmlElement> {
    let (targets, groups) = (within(plot), groups(plot));
    let place = targets.iter().position(|target| target == from);
    let shown = groups.iter().position(|(_, group)| group == from);
    let is_plot = plot == from;
    if place.is_none() && shown.is_none() && !is_plot {
        return None;
    }
    if key == "?" {
        return unfolded(list);
    }
    let row = |place: usize| content.rows.get(place);
    let number = match (place, shown) {
        (Some(place), _) => Some(row(place)?.group),
        (_, Some(shown)) => Some(groups.get(shown)?.0),
        _ => None,
    };
    let group_at = |at: usize| groups.get(at).map(|(_, group)| group.clone());
    match (key, is_shifted, number) {
        ("[", _, Some(number)) => targets.get(outline::ends(content, number)?.low).cloned(),
        ("]", _, Some(number)) => targets.get(outline::ends(content, number)?.high).cloned(),
        ("ArrowUp", true, Some(number)) if place.is_some() => {
            groups.iter().find(|(group, _)| *group == number).map(|(_, group)| group.clone())
        }
        ("ArrowUp", true, _) => Some(plot.clone()),
        ("ArrowDown", true, None) => group_at(0),
        ("ArrowDown", true, Some(number)) if shown.is_some() => {
            targets.get(content.rows.iter().position(|row| row.group == number)?).cloned()
        }
        ("ArrowDown" | "ArrowRight" | "PageDown", false, _) => group_at((shown? + 1).min(groups.len() - 1)),
        ("ArrowUp" | "ArrowLeft" | "PageUp", false, _) => group_at(shown?.saturating_sub(1)),
        ("Home", false, _) => shown.and_then(|_| group_at(0)),
        ("End", false, _) => shown.and_then(|_| group_at(groups.len() - 1)),
        _ => None,
    }
}

/// Brings a mark, a group or the chart into focus. A group has no extent of its own: its first mark is brought on screen.
fn come_to(element: &HtmlElement) {
    let first = within(element).into_iter().next().filter(|_| element.has_attribute("data-group"));
    let Some(first) = first else { return super::ignore(element.focus()) };
    let stay = FocusOptions::new();
    stay.set_prevent_scroll(true);
    super::ignore(element.focus_with_options(&stay));
    super::scroll_to(&first, ScrollLogicalPosition::Nearest);
}

/// Says what a chart holds as it is chosen; where nothing is, what the page came with, in the words of whoever translated it.
fn describe(plot: &Element, said: Option<&str>) {
    let document = plot.owner_document();
    let Some(words) = document.and_then(|document| document.get_element_by_id(&[&plot.id(), "-outline"].concat()))
    else {
        return;
    };
    let whole = words.get_attribute(WHOLE);
    if said.is_some() && whole.is_none() {
        super::ignore(words.set_attribute(WHOLE, &words.text_content().unwrap_or_default()));
    }
    if let Some(said) = said.or(whole.as_deref()) {
        words.set_text_content(Some(said));
    }
}

/// On the words that say what a chart holds: those for all of it, which boot.js brings back.
const WHOLE: &str = "data-whole";

/// Opens the list of keys, and what it is folded into.
fn unfolded(list: &NodeRef) -> Option<HtmlElement> {
    let list = list.cast::<HtmlDetailsElement>()?;
    list.set_open(true);
    if let Ok(Some(around)) = list.parent_element()?.closest("details") {
        around.unchecked_into::<HtmlDetailsElement>().set_open(true);
    }
    list.query_selector("summary").ok()??.dyn_into().ok()
}

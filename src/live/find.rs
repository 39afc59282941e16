//! Words that lead to a figure: the way of phones, where screen readers send no keys.

use super::controls::value;
use super::hooks::{use_typed_effect, use_typed_state};
use super::levels::{Explored, focus};
use super::reducer::Action;
use super::shared::changing_text;
use charts::outline;
use story::{Exploring, fill, fill_named};
use wasm_bindgen::JsCast;
use web_sys::js_sys::JsString;
use yew::prelude::*;

/// A field for words, and the figures that have them, one after the other.
#[function_component]
pub(super) fn FindField(Explored { controls: props, content }: &Explored) -> Html {
    let typed = use_typed_state(String::new);
    // Which of how many was found last; nothing was found if there are none.
    let found = use_typed_state(|| None::<(usize, usize)>);
    let words = &props.graphic.words.controls.exploring;
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    // What was found among other figures says nothing of these.
    use_typed_effect(content.clone(), {
        let found = found.clone();
        move |_| found.set(None)
    });
    let go = {
        let (props, typed, found) = (props.clone(), typed.clone(), found.clone());
        let content = content.clone();
        move || {
            let places = outline::find(&props.graphic.words, &content, &typed, lower);
            let next = found.filter(|(_, all)| *all == places.len()).map_or(0, |(at, _)| at + 1);
            let at = if next < places.len() { next } else { 0 };
            if let Some(place) = places.get(at) {
                focus(&props, *place);
            }
            let result = (!typed.trim().is_empty()).then_some((at, places.len()));
            let answer = answer(&props.graphic.words.controls.exploring, &typed, result);
            if !answer.is_empty() {
                props.act.emit(Action::Say(answer));
            }
            found.set(result);
        }
    };
    let oninput = {
        let (typed, found) = (typed.clone(), found.clone());
        Callback::from(move |event: InputEvent| {
            found.set(None);
            typed.set(value(&event).unwrap_or_default());
        })
    };
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && super::is_plain(event.unchecked_ref()) {
                event.prevent_default();
                go();
            }
        })
    };
    let (id, list) = (format!("{}-find", chart.id), format!("{}-names", chart.id));
    let is_refused = matches!(*found, Some((_, 0)));
    html! {
        <>
            <label for={id.clone()}>{ words.find() }</label>
            <div class="line find">
                <input
                    {id} type="text" list={list.clone()} autocomplete="off" enterkeyhint="search"
                    aria-invalid={is_refused.then_some("true")} {oninput} {onkeydown}
                />
                <datalist id={list}>
                    { for content.rows.iter().map(|row| html! { <option value={row.name(&props.graphic.words)} /> }) }
                </datalist>
                <button type="button" onclick={move |_| go()}>{ words.go() }</button>
                <span class="found">{ changing_text(&answer(words, &typed, *found)) }</span>
            </div>
        </>
    }
}

/// What a search has found, which of how many; nothing where the one that has the focus is all.
fn answer(words: &Exploring, typed: &str, found: Option<(usize, usize)>) -> String {
    match found {
        Some((_, 0)) => fill(words.not_found(), typed),
        Some((at, all @ 2..)) => fill_named(words.found(), &[("i", &(at + 1).to_string()), ("n", &all.to_string())]),
        _ => String::new(),
    }
}

fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

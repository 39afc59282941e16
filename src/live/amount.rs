//! A figure of the reader's own: a slider and a field, and the answer.

use super::controls::{Props, value};
use super::hooks::use_typed_state;
use super::reducer::Action;
use super::shared::changing_text;
use charts::{Setting, summary, typed};
use story::{Calculator, Chart, Kind};
use yew::prelude::*;

fn calculator(chart: &Chart) -> Option<&Calculator> {
    match &chart.kind {
        Kind::Ranges(ranges) => ranges.calculator.as_ref(),
        _ => None,
    }
}

#[function_component]
pub(super) fn Amount(props: &Props) -> Html {
    // What was typed stays as it was typed, be it a number or not.
    let text = use_typed_state(String::new);
    let chart = props.graphic.charts.get(props.chart);
    let Some((chart, words)) = chart.and_then(|chart| Some((chart, calculator(chart)?))) else {
        return Html::default();
    };
    let read = typed::amount(&text, words);
    let is_refused = !text.is_empty() && read.is_none();
    // Before the least amount nothing is chosen: so each amount can be, by keys too.
    let rest = words.least.less(words.step).unwrap_or(words.least).to_string();
    let write = |none: String| {
        let (act, text, words, place) = (props.act.clone(), text.clone(), words.clone(), props.chart);
        Callback::from(move |event: InputEvent| {
            let Some(typed) = value(&event) else { return };
            let typed = if typed == none { String::new() } else { typed };
            let amount = typed::amount(&typed, &words);
            act.emit(Action::Set(place, Setting::Amount(amount)));
            if amount.is_none() && !typed.is_empty() {
                act.emit(Action::Say(words.refused.clone()));
            }
            text.set(typed);
        })
    };
    let shown = props.view.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let field = if is_refused || read == props.view.amount { (*text).clone() } else { shown.clone() };
    let field = if field.is_empty() { shown.clone() } else { field };
    let is_empty = field.is_empty();
    let answer = if is_refused { words.refused.clone() } else { summary(&props.graphic, chart, &props.view) };
    let clear = {
        let (act, text, place) = (props.act.clone(), text.clone(), props.chart);
        move |_| {
            text.set(String::new());
            act.emit(Action::Set(place, Setting::Amount(None)));
        }
    };
    let (id, described) = (words.parameter.clone(), format!("{}-answer", words.parameter));
    html! {
        <>
            <label for={id.clone()}>{ &words.label }</label>
            <div class="line">
                <input
                    type="range" min={rest.clone()} max={words.most.to_string()}
                    step={words.step.to_string()} aria-label={words.label.clone()}
                    value={if shown.is_empty() { rest.clone() } else { shown.clone() }}
                    aria-valuetext={if shown.is_empty() { answer.clone() } else { shown }} oninput={write(rest)}
                />
                <input
                    {id} type="text" inputmode="decimal" autocomplete="off" size="5"
                    aria-invalid={is_refused.then_some("true")}
                    aria-describedby={is_empty.then(|| described.clone())}
                    value={field} oninput={write(String::new())}
                />
                <button
                    type="button" onclick={clear}
                    aria-disabled={(props.view.amount.is_none() && text.is_empty()).then_some("true")}
                >
                    { &props.graphic.words.controls.clear }
                </button>
            </div>
            <p class="answer" id={described}>{ changing_text(&answer) }</p>
        </>
    }
}

//! The controls of a chart: those that its kind declares, and listening.

use super::amount::Amount;
use super::choice::Choice;
use super::listen::{Listen, transcript};
use super::reducer::Action;
use super::shared::Shared;
use super::year::Year;
use charts::sound::notes;
use charts::{Content, Control, View, controls};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    pub(super) graphic: Shared,
    /// The chart, by its place in the story.
    pub(super) chart: usize,
    pub(super) view: View,
    pub(super) act: Callback<Action>,
}

#[function_component]
pub(super) fn Controls(props: &Props) -> Html {
    // Open from the start where the address has chosen something; from then on as the reader has it.
    let open = *use_memo((), |()| props.view != View::default());
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    let control = |control: Control<'_>| match control {
        Control::Choice { parameter, legend, options } => {
            let options: Vec<_> =
                options.into_iter().map(|(setting, name, is_chosen)| (setting, name.to_owned(), is_chosen)).collect();
            html! {
                <Choice
                    name={parameter.to_owned()} legend={legend.to_owned()} {options} chart={props.chart}
                    act={props.act.clone()}
                />
            }
        }
        Control::Amount(_) => html! { <Amount ..props.clone() /> },
        Control::Year(..) => html! { <Year ..props.clone() /> },
    };
    let words = &props.graphic.words.controls;
    let notes = Rc::new(notes(&props.graphic.words, &Content::of(&props.graphic, chart, &props.view), &props.view));
    html! {
        <>
            <details class="explore" {open}>
                <summary>{ &words.explore }</summary>
                { for controls(&chart.kind, &props.view).into_iter().map(control) }
                { transcript(words, &notes) }
                <p class="keys" id={format!("{}-keys", chart.id)}>{ &words.keys }</p>
            </details>
            <Listen graphic={props.graphic} {notes} />
        </>
    }
}

/// What stands in an input.
pub(super) fn value(event: &InputEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

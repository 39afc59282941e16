//! The controls of each chart: what is counted and in which order, a field to try, a year.

use super::clock::Timer;
use super::listen::Listen;
use super::{Choice, GRAPHIC, watch};
use crate::charts::Chart;
use crate::state::{Order, State, Yield};
use crate::story::{Controls as Words, Family};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The words of the controls.
fn words() -> &'static Words {
    &GRAPHIC.charts.controls
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Chart,
    pub(super) state: State,
    pub(super) choose: Callback<Choice>,
}

#[function_component]
pub(super) fn Controls(props: &Props) -> Html {
    let (chart, state, choose) = (props.chart, props.state.clone(), props.choose.clone());
    let choices = match props.chart {
        Chart::Agreements => html! { <Counts {state} {choose} {chart} /> },
        Chart::Yields => html! { <Field {state} {choose} {chart} /> },
        Chart::Membership => html! { <Years {state} {choose} {chart} /> },
    };
    html! { <>{ choices }<Listen {chart} state={props.state.clone()} /></> }
}

#[function_component]
fn Counts(props: &Props) -> Html {
    let words = words();
    let families = Family::ALL.into_iter().zip(&words.families).map(|(family, name)| (Some(family), name));
    let families = std::iter::once((None, &words.all)).chain(families).map(|(family, name)| {
        radio("count", name, props.state.count == family, props.choose.reform(move |()| Choice::Count(family)))
    });
    let orders = Order::ALL.into_iter().zip(&words.orders).map(|(order, name)| {
        radio("order", name, props.state.order == order, props.choose.reform(move |()| Choice::Order(order)))
    });
    html! {
        <>
            <fieldset><legend>{ words.count.clone() }</legend>{ for families }</fieldset>
            <fieldset><legend>{ words.order.clone() }</legend>{ for orders }</fieldset>
        </>
    }
}

/// One of several; the arrow keys go from one to the next by themselves.
fn radio(group: &'static str, name: &str, checked: bool, chosen: Callback<()>) -> Html {
    html! {
        <label class="choice">
            <input type="radio" name={group} {checked} onchange={move |_| chosen.emit(())} />
            <span>{ name }</span>
        </label>
    }
}

/// What stands in an input.
fn value(event: &InputEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

#[function_component]
fn Field(props: &Props) -> Html {
    let words = words();
    // What was typed stays as it was typed, be it a number or not.
    let typed = use_state_eq(String::new);
    let refused = !typed.is_empty() && Yield::parse(&typed).is_none();
    let choose = props.choose.clone();
    let write = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let Some(text) = value(&event) else { return };
            choose.emit(Choice::Field(Yield::parse(&text)));
            typed.set(text);
        })
    };
    let shown = props.state.field.map(|field| field.to_string()).unwrap_or_default();
    let text = if Yield::parse(&typed) == props.state.field { (*typed).clone() } else { shown.clone() };
    let said = if refused { words.field_refused.to_string() } else { props.chart.told(&GRAPHIC, &props.state) };
    let reset = {
        let (choose, typed) = (props.choose.clone(), typed.setter());
        move |_| {
            typed.set(String::new());
            choose.emit(Choice::Field(None));
        }
    };
    html! {
        <>
            <label for="field">{ words.field.clone() }</label>
            <div class="line">
                <input
                    type="range" min="0.1" max="100" step="0.1" aria-label={words.field.clone()}
                    value={if shown.is_empty() { "0.1".to_owned() } else { shown.clone() }}
                    aria-valuetext={shown.clone()} oninput={write.clone()}
                />
                <input
                    id="field" type="text" inputmode="decimal" autocomplete="off" size="5"
                    aria-invalid={refused.then_some("true")} aria-describedby="field-answer"
                    value={if refused { (*typed).clone() } else { text }} oninput={write}
                />
                <button type="button" onclick={reset} disabled={props.state.field.is_none() && typed.is_empty()}>
                    { words.clear.clone() }
                </button>
            </div>
            <p class="answer" id="field-answer">{ said }</p>
        </>
    }
}

/// How long a year is shown while the years are played, in milliseconds.
const YEAR: i32 = 900;

#[function_component]
fn Years(props: &Props) -> Html {
    let words = words();
    let years = GRAPHIC.charts.membership.years();
    let last = years.end.saturating_sub(1);
    let playing = use_state_eq(|| false);
    let calm = watch::use_calm();
    let plays = *playing && !calm;
    use_effect_with((plays, props.state.year), {
        let (choose, playing) = (props.choose.clone(), playing.setter());
        move |(plays, year)| {
            let next = year.map_or(last, |year| year + 1);
            let timer = plays.then(|| {
                Timer::after(YEAR, move || {
                    if next > last {
                        playing.set(false);
                    } else {
                        choose.emit(Choice::Year(Some(next)));
                    }
                })
            });
            move || drop(timer)
        }
    });
    let play = {
        let (choose, playing, first, year) = (props.choose.clone(), playing.clone(), years.start, props.state.year);
        move |_| {
            // From the beginning, unless a year on the way was chosen.
            if !*playing && year.is_none_or(|year| year == last) {
                choose.emit(Choice::Year(Some(first)));
            }
            playing.set(!*playing);
        }
    };
    let scrub = {
        let (choose, playing) = (props.choose.clone(), playing.setter());
        move |event: InputEvent| {
            playing.set(false);
            choose.emit(Choice::Year(value(&event).and_then(|text| text.parse().ok())));
        }
    };
    let reset = {
        let (choose, playing) = (props.choose.clone(), playing.setter());
        move |_| {
            playing.set(false);
            choose.emit(Choice::Year(None));
        }
    };
    let shown = props.state.year.unwrap_or(last).to_string();
    html! {
        <>
            <label for="year">{ words.year.clone() }</label>
            <div class="line">
                <input
                    id="year" type="range" min={years.start.to_string()} max={last.to_string()} value={shown}
                    aria-describedby="year-answer" oninput={scrub}
                />
                if !calm {
                    <button type="button" onclick={play}>
                        { if plays { words.pause.clone() } else { words.play.clone() } }
                    </button>
                }
                <button type="button" onclick={reset} disabled={props.state.year.is_none()}>
                    { words.reset.clone() }
                </button>
            </div>
            <p class="answer" id="year-answer">{ props.chart.told(&GRAPHIC, &props.state) }</p>
        </>
    }
}

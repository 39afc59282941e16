//! A year of a timeline: a slider, the years played one after the other, and what held at the end of the year.

use super::controls::{Props, value};
use super::hooks::{use_typed_effect, use_typed_state};
use super::reducer::Action;
use super::shared::changing_text;
use super::watch;
use charts::{Setting, summary};
use gloo_timers::callback::Timeout;
use story::{Chart, Kind, Timeline};
use yew::prelude::*;

/// How long a year is shown while the years are played, in milliseconds.
const YEAR: u32 = 900;

fn timeline(chart: &Chart) -> Option<&Timeline> {
    match &chart.kind {
        Kind::Timeline(timeline) => Some(timeline),
        _ => None,
    }
}

#[function_component]
pub(super) fn Year(props: &Props) -> Html {
    let timeline = props.graphic.charts.get(props.chart).and_then(timeline);
    let (first, last) = timeline.map_or((0, 0), |timeline| (timeline.from, timeline.to));
    let playing = use_typed_state(|| false);
    let prefers_reduced_motion = watch::use_prefers_reduced_motion();
    let plays = *playing && !prefers_reduced_motion;
    let chart = props.chart;
    use_typed_effect((plays, props.view.year), {
        let (act, playing) = (props.act.clone(), playing.clone());
        move |(plays, year)| {
            let next = year.map_or(last, |year| year.saturating_add(1));
            let timeout = plays.then(|| {
                Timeout::new(YEAR, move || {
                    if next > last {
                        playing.set(false);
                        act.emit(Action::Rest(chart));
                    } else {
                        act.emit(Action::Step(chart, Setting::Year(Some(next))));
                    }
                })
            });
            move || drop(timeout)
        }
    });
    let play = {
        let (act, playing, year) = (props.act.clone(), playing.clone(), props.view.year);
        move |_| {
            // From the beginning, unless a year on the way was chosen.
            if !*playing && year.is_none_or(|year| year == last) {
                act.emit(Action::Step(chart, Setting::Year(Some(first))));
            } else if *playing {
                act.emit(Action::Rest(chart));
            }
            playing.set(!*playing);
        }
    };
    let scrub = {
        let (act, playing) = (props.act.clone(), playing.clone());
        move |event: InputEvent| {
            playing.set(false);
            let year = value(&event).and_then(|text| text.parse().ok()).filter(|year| *year <= last);
            act.emit(Action::Set(chart, Setting::Year(year)));
        }
    };
    let reset = {
        let (act, playing) = (props.act.clone(), playing.clone());
        move |_| {
            playing.set(false);
            act.emit(Action::Set(chart, Setting::Year(None)));
        }
    };
    let one = props.graphic.charts.get(chart);
    let Some((one, choice)) = one.and_then(|one| Some((one, timeline?.choose.as_ref()?))) else {
        return Html::default();
    };
    let words = &props.graphic.words.controls;
    // Beyond the last year nothing is chosen: so each year can be, by keys too.
    let rest = last.saturating_add(1);
    let (id, described) = (choice.parameter.clone(), format!("{}-answer", choice.parameter));
    html! {
        <>
            <label for={id.clone()}>{ &choice.label }</label>
            <div class="line">
                <input
                    {id} type="range" min={first.to_string()} max={rest.to_string()}
                    value={props.view.year.unwrap_or(rest).to_string()}
                    aria-valuetext={props.view.year.map_or_else(|| words.reset.clone(), |year| year.to_string())}
                    aria-describedby={props.view.year.is_none().then(|| described.clone())} oninput={scrub}
                />
                if !prefers_reduced_motion {
                    <button type="button" onclick={play}>{ changing_text(if plays { &words.pause } else { &words.play }) }</button>
                }
                <button type="button" onclick={reset} aria-disabled={props.view.year.is_none().then_some("true")}>{ &words.reset }</button>
            </div>
            <p class="answer" id={described}>{ changing_text(&summary(&props.graphic, one, &props.view)) }</p>
        </>
    }
}

//! Listening to a chart: its notes one after the other, each with its words. Nothing sounds unless asked for.

use super::clock::Timer;
use super::{GRAPHIC, ignore};
use crate::charts::Chart;
use crate::sound::{self, NOTE, Tone};
use crate::state::State;
use wasm_bindgen::JsValue;
use web_sys::AudioContext;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Chart,
    pub(super) state: State,
}

#[function_component]
pub(super) fn Listen(props: &Props) -> Html {
    let words = &GRAPHIC.charts.controls;
    let notes = use_memo((props.chart, props.state.clone()), |(chart, state)| sound::of(*chart, &GRAPHIC, state));
    // The note that is heard, and whether the next one follows.
    let at = use_state_eq(|| None::<usize>);
    let playing = use_state_eq(|| false);
    let context = use_mut_ref(|| None::<AudioContext>);
    use_effect_with((*playing, *at, notes.clone()), {
        let (at, playing, context) = (at.setter(), playing.setter(), context.clone());
        move |(plays, now, notes)| {
            let note = now.filter(|_| *plays).map(|now| (now, notes.get(now)));
            let timer = note.map(|(now, note)| {
                if let (Some(note), Some(context)) = (note, &*context.borrow()) {
                    note.tones.iter().for_each(|tone| ignore(play(context, *tone)));
                }
                let last = now + 1 >= notes.len();
                Timer::after((NOTE * 1000.0) as i32, move || {
                    playing.set(!last);
                    at.set((!last).then_some(now + 1));
                })
            });
            move || drop(timer)
        }
    });
    let toggle = {
        let (at, playing) = (at.clone(), playing.clone());
        move |_| {
            if context.borrow().is_none() {
                context.replace(AudioContext::new().ok());
            }
            if at.is_none() {
                at.set(Some(0));
            }
            playing.set(!*playing);
        }
    };
    let said = at.and_then(|at| notes.get(at)).map(|note| note.said.clone());
    html! {
        <div class="listen">
            <button type="button" onclick={toggle}>
                { if *playing { words.pause.clone() } else { words.listen.clone() } }
            </button>
            <details>
                <summary>{ words.transcript.clone() }</summary>
                <p>{ words.listening.clone() }</p>
                <ol>{ for notes.iter().map(|note| html! { <li>{ &note.said }</li> }) }</ol>
            </details>
            <span class="heard" aria-hidden="true">{ said }</span>
        </div>
    }
}

/// Plays a tone, softly begun and ended.
fn play(context: &AudioContext, tone: Tone) -> Result<(), JsValue> {
    const SOFT: f64 = 0.03;
    const LOUD: f32 = 0.2;
    let start = context.current_time() + tone.start;
    let end = start + tone.length;
    let (source, gain) = (context.create_oscillator()?, context.create_gain()?);
    source.frequency().set_value_at_time(tone.from, start)?;
    source.frequency().linear_ramp_to_value_at_time(tone.to, end)?;
    gain.gain().set_value_at_time(0.0, start)?;
    gain.gain().linear_ramp_to_value_at_time(LOUD, start + SOFT)?;
    gain.gain().set_value_at_time(LOUD, end - SOFT)?;
    gain.gain().linear_ramp_to_value_at_time(0.0, end)?;
    source.connect_with_audio_node(&gain)?.connect_with_audio_node(&context.destination())?;
    source.start_with_when(start)?;
    source.stop_with_when(end)
}

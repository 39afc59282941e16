//! Listening to a chart: its notes one after the other, each with its words. Nothing sounds unless asked for.

use super::app::announce;
use super::controls::Listening;
use super::ignore;
use super::shared::changing_text;
use charts::sound::{NOTE, Note, Tone};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use story::Controls;
use wasm_bindgen::JsValue;
use web_sys::AudioContext;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is shown now, as notes.
    pub(super) notes: Rc<Vec<Note>>,
    pub(super) listening: Listening,
}

#[function_component]
pub(super) fn Listen(props: &Props) -> Html {
    let Props { notes, listening } = props;
    // The note that is heard, or at which listening rests.
    let at = use_state_eq(|| None::<usize>);
    use_effect_with(notes.clone(), {
        let at = at.setter();
        move |_| at.set(None)
    });
    use_effect_with((*listening.playing, *at, notes.clone()), {
        let (at, listening) = (at.setter(), listening.clone());
        move |(plays, now, notes)| {
            if !plays {
                listening.close();
            }
            if *plays && now.is_none() {
                at.set(Some(0));
            }
            let note = now.filter(|_| *plays).map(|now| (now, notes.get(now)));
            let timeout = note.map(|(now, note)| {
                if let (Some(note), Ok(context)) = (note, listening.context.try_borrow())
                    && let Some(context) = &*context
                {
                    note.tones.iter().for_each(|tone| ignore(play(context, *tone)));
                }
                // There is time for a word where a group begins, and for no more.
                if let Some(note) = note.filter(|note| !note.begins.is_empty()) {
                    announce(&note.begins);
                }
                let last = now + 1 >= notes.len();
                let playing = listening.playing.setter();
                Timeout::new((NOTE * 1000.0) as u32, move || {
                    playing.set(!last);
                    at.set((!last).then_some(now + 1));
                })
            });
            move || drop(timeout)
        }
    });
    let said = at.and_then(|at| notes.get(at)).map(|note| note.said.clone());
    html! { <span class="heard" aria-hidden="true">{ changing_text(&said.unwrap_or_default()) }</span> }
}

/// What a listener hears, in words.
pub(super) fn transcript(words: &Controls, notes: &[Note]) -> Html {
    html! {
        <details>
            <summary>{ &words.transcript }</summary>
            <p>{ &words.listening }</p>
            <ol>{ for notes.iter().map(|note| html! { <li>{ &note.said }</li> }) }</ol>
        </details>
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

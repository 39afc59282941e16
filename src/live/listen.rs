//! Listening to a chart: its notes one after the other or step by step, each with its words; and, for those who want it, a
//! note for each figure that they come to. Nothing sounds unless asked for.

use super::app::announce;
use super::controls::Listening;
use super::hooks::{use_typed_effect, use_typed_state};
use super::ignore;
use super::levels::{Explored, plot};
use super::preferences::{MOVES, SOUND, has, use_preference};
use super::shared::changing_text;
use super::targets::within;
use super::watch::on_events;
use charts::Content;
use charts::sound::{NOTE, Note, PitchRange, Tone, notes};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use story::Words;
use wasm_bindgen::prelude::*;
use web_sys::{AudioContext, AudioContextState, Element};
use yew::prelude::*;

/// The range of pitch and the length of notes that are set; the length as a multiple of the usual one.
pub(super) fn pitch_and_speed(kept: &str) -> (PitchRange, f64) {
    let range = match () {
        () if has(kept, "narrow") => PitchRange::NARROW,
        () if has(kept, "wide") => PitchRange::WIDE,
        () => PitchRange::USUAL,
    };
    let length = match () {
        () if has(kept, "slow") => 1.75,
        () if has(kept, "fast") => 0.6,
        () => 1.0,
    };
    (range, length)
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    pub(super) explored: Explored,
    pub(super) listening: Listening,
}

#[function_component]
pub(super) fn Listen(props: &Props) -> Html {
    let Props { explored: Explored { controls, content }, listening } = props;
    let (range, length) = pitch_and_speed(&use_preference(SOUND));
    let notes = use_memo((content.clone(), controls.view.clone(), range), {
        let graphic = controls.graphic;
        move |(content, view, range)| notes(&graphic.words, content, view, *range)
    });
    use_moves(controls, &notes, length);
    // The note that is heard, or at which listening rests.
    let at = use_typed_state(|| None::<usize>);
    let has_listened = use_typed_state(|| false);
    if *listening.playing && !*has_listened {
        has_listened.set(true);
    }
    use_typed_effect(controls.view.clone(), {
        let at = at.clone();
        move |_| at.set(None)
    });
    use_typed_effect((*listening.playing, *at, notes.clone()), {
        let (at, listening) = (at.clone(), listening.clone());
        move |(plays, now, notes)| {
            if *plays && now.is_none() {
                at.set(Some(0));
            }
            if !plays && now.is_none() {
                listening.close();
            }
            let note = now.filter(|_| *plays).map(|now| (now, notes.get(now)));
            let timeout = note.map(|(now, note)| {
                if let (Some(note), Ok(player)) = (note, listening.player.try_borrow()) {
                    player.play(note, length);
                }
                // There is time for a word where a group begins, and for no more.
                if let Some(note) = note.filter(|note| !note.begins.is_empty()) {
                    announce(&note.begins);
                }
                let last = now + 1 >= notes.len();
                let playing = listening.playing.clone();
                Timeout::new((NOTE * length * 1000.0) as u32, move || {
                    playing.set(!last);
                    at.set((!last).then_some(now + 1));
                })
            });
            move || drop(timeout)
        }
    });
    let step = |by: isize| {
        let (at, listening, notes) = (at.clone(), listening.clone(), notes.clone());
        move |_| {
            let last = notes.len().saturating_sub(1);
            let next = at.map_or(if by > 0 { 0 } else { last }, |at| at.saturating_add_signed(by).min(last));
            listening.playing.set(false);
            if let (Some(note), Ok(mut player)) = (notes.get(next), listening.player.try_borrow_mut()) {
                player.open();
                player.play(note, length);
                announce(&note.said);
            }
            at.set(Some(next));
        }
    };
    let words = &controls.graphic.words.controls.exploring;
    let said = at.and_then(|at| notes.get(at)).map(|note| note.said.clone());
    html! {
        <>
            if *has_listened {
                <button type="button" onclick={step(-1)}>{ words.previous() }</button>
                <button type="button" onclick={step(1)}>{ words.next() }</button>
            }
            <span class="heard" aria-hidden="true">{ changing_text(&said.unwrap_or_default()) }</span>
        </>
    }
}

/// Sounds each figure that the focus comes to, where a reader has set it.
#[hook]
fn use_moves(controls: &super::controls::Props, notes: &Rc<Vec<Note>>, length: f64) {
    let moves = has(&use_preference(SOUND), MOVES);
    let player = use_mut_ref(Player::default);
    use_typed_effect((moves, notes.clone(), length.to_bits()), {
        let plot = plot(controls).filter(|_| moves);
        move |(_, notes, _)| {
            let (notes, inner, sounding) = (notes.clone(), plot.clone(), player.clone());
            let stop = on_events(plot.map(Into::into), &["focusin"], move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let targets = inner.as_ref().map(|plot| within(plot)).unwrap_or_default();
                let place = targets.iter().position(|one| target.as_ref() == Some(one.as_ref()));
                let note = place.and_then(|place| notes.iter().find(|note| note.place == place));
                if let (Some(note), Ok(mut player)) = (note, sounding.try_borrow_mut()) {
                    player.open();
                    player.play(note, length);
                }
            });
            move || {
                stop();
                if let Ok(mut player) = player.try_borrow_mut() {
                    player.close();
                }
            }
        }
    });
}

/// What a listener hears, in words.
pub(super) fn transcript(words: &Words, content: &Content) -> Html {
    let said = charts::shown(content).map(|row| html! { <li>{ row.name(words) }</li> });
    let words = &words.controls;
    html! {
        <details class="transcript">
            <summary>{ &words.transcript }</summary>
            <p>{ &words.listening }</p>
            <ol>{ for said }</ol>
        </details>
    }
}

/// What sounds. It is opened when a reader asks for sound, since browsers let no other context sound.
#[derive(Default, PartialEq)]
pub(super) struct Player(Option<AudioContext>);

impl Player {
    /// Makes a context, unless one is running. Until a reader does something a browser lets none run; tones that wait in it
    /// are dropped with it, or all would sound together later.
    pub(super) fn open(&mut self) {
        let sounds = self.0.as_ref().is_some_and(|context| context.state() == AudioContextState::Running);
        if !sounds {
            self.close();
            self.0 = AudioContext::new().ok();
        }
    }

    /// Ends what sounds. Each hearing has a context of its own: one that a call interrupted may never sound again.
    pub(super) fn close(&mut self) {
        if let Some(heard) = self.0.take() {
            ignore(heard.close());
        }
    }

    /// Plays a note, so many times as long as usual.
    pub(super) fn play(&self, note: &Note, length: f64) {
        if let Some(context) = &self.0 {
            note.tones.iter().for_each(|tone| ignore(play(context, *tone, note.pan, length)));
        }
    }
}

/// Plays a tone, softly begun and ended.
fn play(context: &AudioContext, tone: Tone, pan: f32, length: f64) -> Result<(), JsValue> {
    const SOFT: f64 = 0.03;
    const LOUD: f32 = 0.2;
    let start = context.current_time() + tone.start * length;
    let end = start + tone.length * length;
    let (source, gain) = (context.create_oscillator()?, context.create_gain()?);
    source.frequency().set_value_at_time(tone.from, start)?;
    source.frequency().linear_ramp_to_value_at_time(tone.to, end)?;
    gain.gain().set_value_at_time(0.0, start)?;
    gain.gain().linear_ramp_to_value_at_time(LOUD, start + SOFT)?;
    gain.gain().set_value_at_time(LOUD, end - SOFT)?;
    gain.gain().linear_ramp_to_value_at_time(0.0, end)?;
    let side = context.create_stereo_panner()?;
    side.pan().set_value(pan);
    source.connect_with_audio_node(&gain)?.connect_with_audio_node(&side)?;
    side.connect_with_audio_node(&context.destination())?;
    source.start_with_when(start)?;
    source.stop_with_when(end)
}

//! What a reader sets once for all charts: how they sound, and how figures are said. It is kept where the browser allows:
//! sound for the visit, speech for the next one as well.

use super::controls::Props;
use super::hooks::{use_typed_effect, use_typed_state};
use super::levels::Explored;
use super::listen::{Player, pitch_and_speed};
use super::preferences::{LABEL_FIRST, MOVES, NO_SOURCE, SOUND, SPEECH, has, use_preference, use_verbosity};
use super::shared::changing_text;
use charts::Verbosity;
use charts::sound::{Note, meanings};
use gloo_timers::callback::Timeout;
use web_sys::{Storage, window};
use yew::prelude::*;

/// Sets something under a name: for this page, and for what storage there is.
fn keep(name: &str, value: &str, storage: Option<Storage>) {
    let Some(root) = window().and_then(|window| window.document()?.document_element()) else { return };
    super::ignore(root.set_attribute(&["data-", name].concat(), value));
    // In a frame nothing is kept: the page is somebody else's.
    if let Some(storage) = storage.filter(|_| !root.has_attribute("data-framed")) {
        super::ignore(storage.set_item(&["tech-ties-", name].concat(), value));
    }
    super::tell(name);
}

/// Takes `old` words out of those that are set for sound, and puts `new` in.
fn change(kept: &str, old: &[&str], new: &str) {
    let words = kept.split(' ').filter(|word| !old.contains(word)).chain([new]);
    keep(SOUND, &words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), for_the_visit());
}

fn for_the_visit() -> Option<Storage> {
    window()?.session_storage().ok()?
}

fn for_good() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// One of several words, as radio buttons: the first of them is none.
fn choice(
    id: &str,
    legend: &str,
    options: &[(&'static str, &str)],
    kept: &str,
    choose: &Callback<&'static str>,
) -> Html {
    let set = options.iter().map(|(word, _)| *word).find(|word| has(kept, word)).unwrap_or_default();
    let option = |(word, name): &(&'static str, &str)| {
        let (choose, chosen) = (choose.clone(), *word);
        html! {
            <label class="choice">
                <input
                    type="radio" name={id.to_owned()} checked={set == *word} onchange={move |_| choose.emit(chosen)}
                />
                <span>{ *name }</span>
            </label>
        }
    };
    html! { <fieldset><legend>{ legend }</legend>{ for options.iter().map(option) }</fieldset> }
}

/// A word that is set or not, as a check box.
fn check(label: &str, checked: bool, toggle: Callback<bool>) -> Html {
    html! {
        <label class="choice">
            <input type="checkbox" {checked} onclick={move |_| toggle.emit(!checked)} />
            <span>{ label }</span>
        </label>
    }
}

/// How charts sound.
#[function_component]
pub(super) fn Sound(Explored { controls: props, content }: &Explored) -> Html {
    let kept = use_preference(SOUND);
    let words = &props.graphic.words.controls.exploring;
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    // Which of the meanings sounds.
    let at = use_typed_state(|| None::<usize>);
    let player = use_mut_ref(Player::default);
    let (range, _) = pitch_and_speed(&kept);
    let notes: Vec<Note> = meanings(&props.graphic.words, content, range);
    let said = at.and_then(|at| notes.get(at)).map(|note| note.said.clone()).unwrap_or_default();
    use_typed_effect(*at, {
        let (at, player) = (at.clone(), player.clone());
        move |now| {
            let note = now.map(|now| (now, notes.get(now)));
            let timeout = note.map(|(now, note)| {
                if let (Some(note), Ok(player)) = (note, player.try_borrow()) {
                    player.play(note, 1.0);
                    super::app::announce(&note.said);
                }
                let next = (now + 1 < notes.len()).then_some(now + 1);
                Timeout::new(MEANING, move || at.set(next))
            });
            if now.is_none()
                && let Ok(mut player) = player.try_borrow_mut()
            {
                player.close();
            }
            move || drop(timeout)
        }
    });
    let set = |old: &'static [&'static str]| {
        let kept = kept.clone();
        Callback::from(move |new: &'static str| change(&kept, old, new))
    };
    let moves = set(&[MOVES]).reform(|on: bool| if on { MOVES } else { "" });
    let introduce = {
        let (at, player) = (at.clone(), player);
        move |_| {
            // Browsers let a context sound only if it is made when a reader asks for it.
            if let Ok(mut player) = player.try_borrow_mut() {
                player.open();
            }
            at.set(Some(0));
        }
    };
    let id = |name: &str| [&chart.id.0, "-", name].concat();
    html! {
        <details>
            <summary>{ words.sound() }</summary>
            { check(words.sound_moves(), has(&kept, MOVES), moves) }
            { choice(&id("speed"), words.speed(), &[("", words.usual()), ("slow", words.slow()), ("fast", words.fast())], &kept, &set(&["slow", "fast"])) }
            { choice(&id("pitch"), words.pitch(), &[("", words.usual()), ("narrow", words.narrow()), ("wide", words.wide())], &kept, &set(&["narrow", "wide"])) }
            <div class="line">
                <button type="button" onclick={introduce}>{ words.introduction() }</button>
                <span class="found" aria-hidden="true">{ changing_text(&said) }</span>
            </div>
        </details>
    }
}

/// From one meaning to the next, in milliseconds: seven take ten seconds.
const MEANING: u32 = 1400;

/// How figures are said.
#[function_component]
pub(super) fn Speech(props: &Props) -> Html {
    let Verbosity { label_first, no_source } = use_verbosity();
    let words = &props.graphic.words.controls.exploring;
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    let set = |label_first: bool, no_source: bool| {
        let value = if label_first { LABEL_FIRST } else { 0 } + if no_source { NO_SOURCE } else { 0 };
        keep(SPEECH, &value.to_string(), for_good());
    };
    let begins = Callback::from(move |word: &'static str| set(!word.is_empty(), no_source));
    let source = Callback::from(move |on: bool| set(label_first, !on));
    let id = [&chart.id.0, "-begins"].concat();
    let kept = if label_first { "label" } else { "" };
    html! {
        <details>
            <summary>{ words.speech() }</summary>
            { choice(&id, words.begins(), &[("", words.value()), ("label", words.label())], kept, &begins) }
            { check(words.source(), !no_source, source) }
        </details>
    }
}

//! What a reader set once for all charts: it stands on the root of the page, where boot.js puts what was kept from before.

use super::hooks::{use_typed_effect, use_typed_state};
use super::watch::follow;
use charts::Verbosity;
use web_sys::window;
use yew::prelude::*;

/// How figures are said: the sum of what is not usual. A number, since all readers carry what reads it.
pub(super) const SPEECH: &str = "speech";
pub(super) const LABEL_FIRST: i32 = 1;
pub(super) const NO_SOURCE: i32 = 2;

/// How charts sound: [`MOVES`], `slow` or `fast`, `narrow` or `wide`.
pub(super) const SOUND: &str = "sound";
/// Each figure that the reader comes to sounds.
pub(super) const MOVES: &str = "moves";

/// What is set under a name, as words with blanks between, followed as it changes.
#[hook]
pub(super) fn use_preference(name: &'static str) -> String {
    let state = use_typed_state(|| kept(name));
    let now = (*state).clone();
    use_typed_effect((), move |()| {
        follow(window().map(Into::into), name, move || state.set(kept(name)));
    });
    now
}

/// What is set under a name.
pub(super) fn kept(name: &str) -> String {
    let root = window().and_then(|window| window.document()?.document_element());
    root.and_then(|root| root.get_attribute(&["data-", name].concat())).unwrap_or_default()
}

/// Whether a word is among those that are set.
pub(super) fn has(kept: &str, word: &str) -> bool {
    kept.split(' ').any(|one| one == word)
}

/// How a reader wants figures said, followed as it changes. Its state is a number: all readers carry it, that of text comes
/// with the controls.
#[hook]
pub(super) fn use_verbosity() -> Verbosity {
    let read = || kept(SPEECH).parse().unwrap_or_default();
    let state = use_typed_state(read);
    let now: i32 = *state;
    use_typed_effect((), move |()| {
        follow(window().map(Into::into), SPEECH, move || state.set(read()));
    });
    Verbosity { label_first: now & LABEL_FIRST != 0, no_source: now & NO_SOURCE != 0 }
}

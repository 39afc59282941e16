//! The state of the page in its address: read at the start, written back without a step in the history.

use super::{GRAPHIC, clock::Timer};
use crate::state::State;
use wasm_bindgen::JsValue;
use web_sys::window;
use yew::prelude::*;

/// How long the address waits for the last of several changes, in milliseconds; browsers allow only so many.
const WAIT: i32 = 300;

/// What the address asks for.
pub(super) fn read() -> State {
    State::read(&query().unwrap_or_default(), &GRAPHIC.charts.membership)
}

fn query() -> Option<String> {
    window()?.location().search().ok()
}

/// Keeps the address in step with the state.
#[hook]
pub(super) fn use_address(state: &State) {
    use_effect_with(state.clone(), |state| {
        let state = state.clone();
        let timer = Timer::after(WAIT, move || write(&state));
        move || drop(timer)
    });
}

/// Documents without an address of their own, such as `srcdoc` frames, refuse; they go without.
fn write(state: &State) {
    let Some(window) = window() else { return };
    let (Some(old), location) = (query(), window.location()) else { return };
    let new = state.write(&old);
    if let (Ok(path), Ok(hash), Ok(history)) = (location.pathname(), location.hash(), window.history())
        && new != old
    {
        super::ignore(history.replace_state_with_url(&JsValue::NULL, "", Some(&[path, new, hash].concat())));
    }
}

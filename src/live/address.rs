//! The state of the page in its address: read at the start and when a reader goes back or forward, written when a reader
//! changes something, without an entry in the history.

use super::hooks::use_typed_effect;
use super::reducer::{Action, Page};
use super::shared::Shared;
use super::watch::lasting;
use charts::State;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::window;
use yew::prelude::*;

/// How long the address waits for the last of several changes, in milliseconds; browsers allow only so many.
const DEBOUNCE: u32 = 300;

/// What the address asks for.
pub(super) fn read(graphic: &Shared) -> State {
    State::read(&query().unwrap_or_default(), graphic)
}

fn query() -> Option<String> {
    window()?.location().search().ok()
}

/// Tells the page what its charts show, at once, and keeps the address in step with the state.
#[hook]
pub(super) fn use_address(graphic: &Shared, page: &Page) {
    use_typed_effect((*graphic, page.state.clone(), page.is_changed), |(graphic, state, is_changed)| {
        tell(&state.query(graphic));
        let (graphic, state) = (*graphic, state.clone());
        let timeout = is_changed.then(|| Timeout::new(DEBOUNCE, move || write(&graphic, &state)));
        move || drop(timeout)
    });
}

/// What is shown, as a query, for scripts that make files and links of it.
fn tell(query: &str) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        super::ignore(if query.is_empty() {
            root.remove_attribute("data-query")
        } else {
            root.set_attribute("data-query", query)
        });
    }
}

/// Documents without an address of their own, such as `srcdoc` frames, refuse; they go without.
fn write(graphic: &Shared, state: &State) {
    let Some(window) = window() else { return };
    let (Some(old), location) = (query(), window.location()) else { return };
    let new = state.write(&old, graphic);
    if let (Ok(path), Ok(hash), Ok(history)) = (location.pathname(), location.hash(), window.history())
        && new != old
    {
        super::ignore(history.replace_state_with_url(&JsValue::NULL, "", Some(&[path, new, hash].concat())));
    }
}

/// The address of the page with a figure open: whatever else stands in it, the host's wishes included, stays.
pub(super) fn link(graphic: &Shared, state: &State) -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let query = state.write(&query().unwrap_or_default(), graphic);
    [if query.is_empty() { "?" } else { &query }, &hash].concat()
}

/// Follows the history: back and forward lead to what the address then says.
#[hook]
pub(super) fn use_history(graphic: &Shared, dispatcher: UseReducerDispatcher<Page>) {
    use_typed_effect(*graphic, move |graphic| {
        let graphic = *graphic;
        let follow = lasting(move || dispatcher.dispatch(Action::Navigate(read(&graphic))));
        if let Some(window) = window() {
            super::ignore(window.add_event_listener_with_callback("popstate", &follow));
        }
    });
}

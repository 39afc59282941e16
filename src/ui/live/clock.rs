//! Work for later: in a task of its own, or in the next frame. What is dropped before its time never runs.

use wasm_bindgen::prelude::*;
use web_sys::window;

/// Something that will run once, after a while.
pub(super) struct Timer {
    id: i32,
    _run: Closure<dyn FnMut()>,
}

impl Timer {
    /// Runs `then` after so many milliseconds; after 0, in the next task that the browser has room for.
    pub(super) fn after(milliseconds: i32, then: impl FnOnce() + 'static) -> Option<Self> {
        let run = Closure::once(then);
        let function = run.as_ref().unchecked_ref();
        let id = window()?.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok()?;
        Some(Self { id, _run: run })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

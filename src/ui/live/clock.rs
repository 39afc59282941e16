//! Work for later: in a task of its own, or frame by frame. What is dropped before its time never runs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
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

/// Something that runs once a frame until it says that it is done.
pub(super) struct Frames {
    id: Rc<Cell<i32>>,
    _step: Rc<RefCell<Option<Step>>>,
}

type Step = Closure<dyn FnMut(f64)>;

impl Frames {
    /// Calls `step` with the frame's time in milliseconds, for as long as it returns true.
    pub(super) fn run(mut step: impl FnMut(f64) -> bool + 'static) -> Self {
        let id = Rc::new(Cell::new(0));
        let kept: Rc<RefCell<Option<Step>>> = Rc::default();
        // The step holds itself weakly: dropping the frames drops it.
        let (next, again) = (id.clone(), Rc::downgrade(&kept));
        let run = Closure::new(move |time| {
            if step(time)
                && let Some(kept) = again.upgrade()
                && let Some(step) = kept.borrow().as_ref()
            {
                next.set(request(step));
            }
        });
        id.set(request(&run));
        kept.replace(Some(run));
        Self { id, _step: kept }
    }
}

fn request(step: &Step) -> i32 {
    window().and_then(|window| window.request_animation_frame(step.as_ref().unchecked_ref()).ok()).unwrap_or_default()
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(window) = window() {
            super::ignore(window.cancel_animation_frame(self.id.get()));
        }
    }
}

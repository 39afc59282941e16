//! Work frame by frame. What is dropped before its time never runs.

use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::window;

/// Something that runs once a frame until it says that it is done; dropping it stops it.
pub(super) struct Frames(Rc<Running>);

type Step = Closure<dyn FnMut(f64)>;

struct Running {
    frame: OnceCell<Step>,
    /// The frame that was asked for last.
    asked: Cell<i32>,
}

impl Frames {
    /// Calls `step` with the frame's time in milliseconds, for as long as it returns true.
    pub(super) fn run(mut step: impl FnMut(f64) -> bool + 'static) -> Self {
        let running = Rc::new(Running { frame: OnceCell::new(), asked: Cell::default() });
        // What runs holds itself weakly, so that dropping it ends it.
        let weak: Weak<Running> = Rc::downgrade(&running);
        let frame = Closure::new(move |time| {
            if step(time)
                && let Some(running) = weak.upgrade()
            {
                running.ask();
            }
        });
        running.frame.get_or_init(|| frame);
        running.ask();
        Self(running)
    }
}

impl Running {
    /// Asks for the next frame.
    fn ask(&self) {
        if let (Some(window), Some(frame)) = (window(), self.frame.get())
            && let Ok(asked) = window.request_animation_frame(frame.as_ref().unchecked_ref())
        {
            self.asked.set(asked);
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(window) = window() {
            super::ignore(window.cancel_animation_frame(self.0.asked.get()));
        }
    }
}

//! Telling the page, and whoever measures it, that all charts are painted.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, window};

/// Counts the charts that were painted for the first time. When the last one is, the page is live.
#[derive(Clone)]
pub(super) struct Ready(Rc<State>);

struct State {
    waiting: Cell<usize>,
    steps: RefCell<Vec<Closure<dyn FnMut()>>>,
}

impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ready {
    /// Waits for so many charts.
    pub(super) fn after(charts: usize) -> Self {
        Self(Rc::new(State { waiting: Cell::new(charts), steps: RefCell::default() }))
    }

    /// One more chart was painted for the first time.
    pub(super) fn painted(&self) {
        let waiting = self.0.waiting.get().saturating_sub(1);
        self.0.waiting.set(waiting);
        if waiting == 0 {
            live();
            self.mark();
        }
    }

    /// Marks `charts-ready` in the first task after the frame that holds the drawing: a frame, then a message.
    fn mark(&self) {
        let state = self.0.clone();
        let frame = Closure::once(move || state.message());
        if let Some(window) = window() {
            super::ignore(window.request_animation_frame(frame.as_ref().unchecked_ref()));
        }
        self.0.steps.borrow_mut().push(frame);
    }
}

impl State {
    fn message(self: &Rc<Self>) {
        let Ok(channel) = MessageChannel::new() else { return };
        let (state, port) = (self.clone(), channel.port1());
        let told = Closure::once(move || {
            if let Some(performance) = window().and_then(|window| window.performance()) {
                super::ignore(performance.mark("charts-ready"));
            }
            port.close();
            // The frame's step is done; this one is dropped with the state.
            state.steps.borrow_mut().drain(..1);
        });
        channel.port1().set_onmessage(Some(told.as_ref().unchecked_ref()));
        super::ignore(channel.port2().post_message(&JsValue::NULL));
        self.steps.borrow_mut().push(told);
    }
}

/// Says in the page that it runs.
fn live() {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        super::ignore(root.set_attribute("data-state", "live"));
    }
}

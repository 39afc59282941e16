//! The parts of the program that come when a reader has a use for them: what paints pictures, once a chart is near the
//! screen, and the controls, once somebody turns to them.
//!
//! The tool that splits the program links its parts by name, which Rust calls unsafe: so the code that does is here, and all
//! other modules are denied it. Without the feature `split`, as `trunk serve` builds it, all parts are in one program and
//! there at once.

#![cfg_attr(feature = "split", allow(unsafe_code))]

use super::controls::{self, Explorer};
use super::painting::{self, Painter};
use std::rc::Rc;
use yew::prelude::*;

/// A part of the program.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Painter,
    Explorer,
}

/// How far a part has come.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Loading<T> {
    #[default]
    Unasked,
    Asked,
    /// It could not be loaded when it was asked for last.
    Lost,
    There(T),
}

impl<T: Copy> Loading<T> {
    /// The part, if it is there.
    pub(super) fn there(self) -> Option<T> {
        if let Self::There(part) = self { Some(part) } else { None }
    }

    fn asked(&mut self) {
        if self.there().is_none() {
            *self = Self::Asked;
        }
    }

    fn ended<E>(loaded: Result<T, E>) -> Self {
        loaded.map_or(Self::Lost, Self::There)
    }
}

/// The parts of the program.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Parts {
    pub(super) painter: Loading<Painter>,
    pub(super) explorer: Loading<Explorer>,
}

/// The parts, and a way to ask for one. What was lost is loaded again when it is asked for again.
#[hook]
pub(super) fn use_parts() -> (Parts, Callback<Part>) {
    let parts = use_reducer_eq(Parts::default);
    let dispatcher = parts.dispatcher();
    let want = use_callback((), move |part, ()| {
        dispatcher.dispatch(Step::Asked(part));
        let dispatcher = dispatcher.clone();
        yew::platform::spawn_local(async move {
            dispatcher.dispatch(match part {
                Part::Painter => Step::Painter(Loading::ended(painter().await)),
                Part::Explorer => Step::Explorer(Loading::ended(explorer().await)),
            });
        });
    });
    (*parts, want)
}

/// A step in the loading of a part.
pub(super) enum Step {
    Asked(Part),
    Painter(Loading<Painter>),
    Explorer(Loading<Explorer>),
}

impl Reducible for Parts {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut parts = *self;
        match step {
            Step::Asked(Part::Painter) => parts.painter.asked(),
            Step::Asked(Part::Explorer) => parts.explorer.asked(),
            Step::Painter(painter) => parts.painter = painter,
            Step::Explorer(explorer) => parts.explorer = explorer,
        }
        Rc::new(parts)
    }
}

/// The functions that lead to a part: where the program is split, each part is what only they lead to.
macro_rules! part {
    ($name:ident, $part:ident: $kind:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        fn $name() -> Result<$kind, wasm_split_helpers::SplitLoaderError> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$kind, std::convert::Infallible> {
            Ok($value)
        }
    };
}

part!(painter, paint: Painter = Painter(painting::show));
part!(explorer, explore: Explorer = controls::EXPLORER);

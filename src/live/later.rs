//! What comes later than the program: a part is loaded once a reader has a use for it.
//!
//! The tool that splits the program needs functions that are linked by name, which the compiler calls unsafe; they are in
//! this module alone.

#![allow(unsafe_code, missing_docs)]

use super::controls;
use super::painting::{self, Painter};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// What draws pictures.
#[wasm_split(paint, fallible)]
pub(super) fn painter() -> Result<Painter, SplitLoaderError> {
    Ok(painting::show)
}

/// What makes the controls of a chart.
#[wasm_split(explore, fallible)]
pub(super) fn explorer() -> Result<controls::Explorer, SplitLoaderError> {
    Ok(controls::explored)
}

/// A part of the program, from when it is wanted and there.
#[hook]
pub(super) fn use_part<T: Copy + PartialEq + 'static, F: Future<Output = Result<T, SplitLoaderError>> + 'static>(
    is_wanted: bool,
    load: fn() -> F,
) -> Option<T> {
    let part = use_state(|| None::<T>);
    let now = *part;
    use_effect_with(is_wanted, move |is_wanted| {
        if *is_wanted && now.is_none() {
            yew::platform::spawn_local(async move {
                if let Ok(loaded) = load().await {
                    part.set(Some(loaded));
                }
            });
        }
    });
    now
}

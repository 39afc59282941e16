//! What the live parts watch, as hooks: widths, preferences and colours. Charts stay as long as their page does, so what is
//! watched once need not be undone.

use super::hooks::{use_typed_effect, use_typed_state};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::Function;
use web_sys::{Element, Event, EventTarget, MediaQueryList, ResizeObserver, window};
use yew::prelude::*;

/// A function for the browser to call as long as the page stays.
pub(super) fn lasting(action: impl FnMut() + 'static) -> Function {
    Closure::<dyn FnMut()>::new(action).into_js_value().unchecked_into()
}

/// Calls an action at each event of a kind, as long as the page stays, and once now: a change between the last rendering and
/// this call has no event that could still be heard.
pub(super) fn follow(target: Option<EventTarget>, kind: &str, mut action: impl FnMut() + 'static) {
    action();
    if let Some(target) = target {
        super::ignore(target.add_event_listener_with_callback(kind, &lasting(action)));
    }
}

/// Calls an action at each event of these kinds, until what this returns is called.
pub(super) fn on_events(
    target: Option<EventTarget>,
    kinds: &'static [&'static str],
    action: impl Fn(Event) + 'static,
) -> impl FnOnce() {
    let action = Closure::<dyn Fn(Event)>::new(action);
    for (target, kind) in target.iter().flat_map(|target| kinds.iter().map(move |kind| (target, kind))) {
        super::ignore(target.add_event_listener_with_callback(kind, action.as_ref().unchecked_ref()));
    }
    move || {
        for (target, kind) in target.iter().flat_map(|target| kinds.iter().map(move |kind| (target, kind))) {
            super::ignore(target.remove_event_listener_with_callback(kind, action.as_ref().unchecked_ref()));
        }
    }
}

/// The width of an element in whole CSS px, followed as it changes; 0 until it is wanted for the first time, since measuring
/// has the browser lay out what it left out. Only the width is observed: the height follows from it.
#[hook]
pub(super) fn use_width(element: &Element, is_wanted: bool) -> f32 {
    let width = use_typed_state(|| if is_wanted { whole_width(element) } else { UNKNOWN });
    let (now, state) = (*width, width);
    use_typed_effect((element.clone(), is_wanted || now != UNKNOWN), move |(element, is_wanted)| {
        if !*is_wanted {
            return;
        }
        let known = if now == UNKNOWN { whole_width(element) } else { now };
        state.set(known);
        let (observed, measured, mut asked) = (element.clone(), element.clone(), known);
        let measure = lasting(move || state.set(whole_width(&measured)));
        // What changes a size while sizes are observed is an error to browsers, so a new width waits for a frame.
        let ask = lasting(move || {
            let width = whole_width(&observed);
            if asked != width
                && let Some(window) = window()
            {
                asked = width;
                super::ignore(window.request_animation_frame(&measure));
            }
        });
        if let Ok(observer) = ResizeObserver::new(&ask) {
            observer.observe(element);
        }
    });
    now.max(0) as f32
}

/// A width that was not measured.
const UNKNOWN: i32 = -1;

/// The whole px that fit into an element's width. Rounded up they could reach a width at which the style, which knows the
/// exact one, does not yet choose the wide layout. A thousandth makes up for zoomed pages, whose widths are inexact.
fn whole_width(element: &Element) -> i32 {
    (element.get_bounding_client_rect().width() + 0.001) as i32
}

/// Where an element is, as boot.js observes.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Nearness {
    #[default]
    Far,
    /// On the screen or near it, while a reader scrolls or points.
    Moving,
    /// The same, at rest: now or some time since it came near.
    Resting,
}

/// How near an element is to the screen.
#[hook]
pub(super) fn use_nearness(element: &Element) -> Nearness {
    let nearness = |element: &Element| match element.get_attribute("data-near").as_deref() {
        None => Nearness::Far,
        Some("") => Nearness::Moving,
        Some(_) => Nearness::Resting,
    };
    let state = use_typed_state(|| nearness(element));
    let now = *state;
    use_typed_effect(element.clone(), move |element| {
        let observed = element.clone();
        follow(Some(element.clone().into()), "near", move || state.set(nearness(&observed)));
    });
    now
}

/// The browser's answer to whether the reader asked for less motion.
fn reduced_motion() -> Option<MediaQueryList> {
    window()?.match_media("(prefers-reduced-motion: reduce)").ok().flatten()
}

/// Whether the reader asked for less motion.
pub(super) fn prefers_reduced_motion() -> bool {
    reduced_motion().is_some_and(|query| query.matches())
}

/// The same, followed as it changes.
#[hook]
pub(super) fn use_prefers_reduced_motion() -> bool {
    let prefers = use_typed_state(prefers_reduced_motion);
    let now = *prefers;
    use_typed_effect((), move |()| {
        follow(reduced_motion().map(Into::into), "change", move || prefers.set(prefers_reduced_motion()));
    });
    now
}

/// A number that changes whenever colours or the pixel ratio may have changed, as boot.js tells.
#[hook]
pub(super) fn use_colors() -> u32 {
    let colors = use_typed_state(|| 0_u32);
    let now = *colors;
    use_typed_effect((), move |()| {
        let mut changes = 0_u32;
        follow(window().map(Into::into), "color-scheme", move || {
            colors.set(changes);
            changes = changes.wrapping_add(1);
        });
    });
    now
}

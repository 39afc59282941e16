//! What the live parts watch, as hooks: widths, preferences and colours. Charts stay as long as their page does, so what is
//! watched once need not be undone.

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

/// The width of an element in whole CSS px, followed as it changes. Only the width is observed: the height follows from it.
#[hook]
pub(super) fn use_width(element: &Element) -> f32 {
    let width = use_state_eq(|| whole_width(element));
    let (now, state) = (*width, width.setter());
    use_effect_with(element.clone(), move |element| {
        let (observed, measured, mut asked) = (element.clone(), element.clone(), now);
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
    now as f32
}

/// The whole px that fit into an element's width. Rounded up they could reach a width at which the style, which knows the
/// exact one, does not yet choose the wide layout. A thousandth makes up for zoomed pages, whose widths are inexact.
fn whole_width(element: &Element) -> i32 {
    (element.get_bounding_client_rect().width() + 0.001) as i32
}

/// Whether an element is on the screen or near it, as boot.js observes.
#[hook]
pub(super) fn use_is_near(element: &Element) -> bool {
    let is_near = |element: &Element| element.has_attribute("data-near");
    let state = use_state_eq(|| is_near(element));
    let now = *state;
    use_effect_with(element.clone(), move |element| {
        let observed = element.clone();
        follow(Some(element.clone().into()), "near", move || state.set(is_near(&observed)));
    });
    now
}

/// Whether the reader asked for less motion, followed as it changes.
#[hook]
pub(super) fn use_prefers_reduced_motion() -> bool {
    let query = use_memo((), |()| window()?.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    let matches = |query: &Option<MediaQueryList>| query.as_ref().is_some_and(MediaQueryList::matches);
    let prefers = use_state_eq(|| matches(&query));
    let now = *prefers;
    use_effect_with((), move |()| {
        let watched = query.clone();
        let changed = lasting(move || prefers.set(matches(&watched)));
        if let Some(query) = &*query {
            query.set_onchange(Some(&changed));
        }
    });
    now
}

/// What a change of means other colours.
const COLORS: [&str; 4] =
    ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"];

/// A number that changes whenever colours or the pixel ratio may have changed.
#[hook]
pub(super) fn use_colors() -> u32 {
    let colors = use_state_eq(|| 0_u32);
    let now = *colors;
    let ratio = super::canvas::pixel_ratio();
    use_effect_with((now, ratio.to_bits()), move |_| {
        // The query for the pixel ratio names the present one, so all are asked afresh after each change.
        let ratio = web_sys::js_sys::Number::from(ratio).to_string_with_radix(10).map(String::from).unwrap_or_default();
        let resolution = format!("(resolution: {ratio}dppx)");
        let queries = COLORS.into_iter().chain([resolution.as_str()]);
        let watched: Vec<MediaQueryList> =
            queries.filter_map(|query| window()?.match_media(query).ok().flatten()).collect();
        let changed = Closure::<dyn FnMut()>::new(move || colors.set(now.wrapping_add(1)));
        let listener = changed.as_ref().unchecked_ref::<Function>().clone();
        for query in &watched {
            query.set_onchange(Some(&listener));
        }
        // boot.js tells when the reader chose a color scheme.
        if let Some(window) = window() {
            super::ignore(window.add_event_listener_with_callback("color-scheme", &listener));
        }
        move || {
            for query in &watched {
                query.set_onchange(None);
            }
            if let Some(window) = window() {
                super::ignore(window.remove_event_listener_with_callback("color-scheme", &listener));
            }
            drop(changed);
        }
    });
    now
}

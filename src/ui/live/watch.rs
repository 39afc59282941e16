//! What the live parts watch, each as a hook that undoes itself: the width of a column and the look of the page.

use wasm_bindgen::prelude::*;
use web_sys::{Element, MediaQueryList, ResizeObserver, window};
use yew::prelude::*;

/// The width of an element in CSS px, followed as it changes. Only the width is observed: the height follows from it.
#[hook]
pub(super) fn use_width(element: &Element) -> f32 {
    let width = use_state_eq(|| element.client_width());
    let (now, state) = (*width, width.setter());
    use_effect_with(element.clone(), move |element| {
        let observed = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || state.set(observed.client_width()));
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
    now as f32
}

/// Whether the reader asked for less motion, followed as it changes.
#[hook]
pub(super) fn use_calm() -> bool {
    let query = use_memo((), |()| window()?.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    let matches = |query: &Option<MediaQueryList>| query.as_ref().is_some_and(MediaQueryList::matches);
    let calm = use_state_eq(|| matches(&query));
    let now = *calm;
    use_effect_with((), move |()| {
        let watched = query.clone();
        let changed = Closure::<dyn FnMut()>::new(move || calm.set(matches(&watched)));
        let listen = |function: Option<&web_sys::js_sys::Function>| {
            if let Some(query) = &*query {
                query.set_onchange(function);
            }
        };
        listen(Some(changed.as_ref().unchecked_ref()));
        move || {
            if let Some(query) = &*query {
                query.set_onchange(None);
            }
            drop(changed);
        }
    });
    now
}

/// What a change of means other colours.
const LOOKS: [&str; 4] =
    ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"];

/// A number that changes whenever colours or the pixel ratio may have changed.
#[hook]
pub(super) fn use_look() -> u32 {
    let look = use_state_eq(|| 0_u32);
    let now = *look;
    let ratio = super::canvas::pixel_ratio();
    use_effect_with((now, ratio.to_bits()), move |_| {
        // The query for the pixel ratio names the present one, so all are asked afresh after each change.
        let ratio = web_sys::js_sys::Number::from(ratio).to_string_with_radix(10).map(String::from).unwrap_or_default();
        let resolution = format!("(resolution: {ratio}dppx)");
        let queries = LOOKS.into_iter().chain([resolution.as_str()]);
        let watched: Vec<MediaQueryList> =
            queries.filter_map(|query| window()?.match_media(query).ok().flatten()).collect();
        let changed = Closure::<dyn FnMut()>::new(move || look.set(now.wrapping_add(1)));
        let listener = changed.as_ref().unchecked_ref::<web_sys::js_sys::Function>().clone();
        for query in &watched {
            query.set_onchange(Some(&listener));
        }
        // boot.js tells when the reader chose a look.
        if let Some(window) = window() {
            super::ignore(window.add_event_listener_with_callback("look", &listener));
        }
        move || {
            for query in &watched {
                query.set_onchange(None);
            }
            if let Some(window) = window() {
                super::ignore(window.remove_event_listener_with_callback("look", &listener));
            }
            drop(changed);
        }
    });
    now
}

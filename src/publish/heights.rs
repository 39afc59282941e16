//! How high a view is in a frame, as a browser measured it: `cargo xtask heights` renews `static/heights.json`.

use crate::ui::page::View;
use serde::Deserialize;
use std::collections::HashMap;

const MEASURED: &str = include_str!("../../static/heights.json");

/// What a frame gets whose view was never measured, in CSS px.
const UNKNOWN: u32 = 900;

/// The heights of a view at some widths, both in CSS px, from the narrowest to the widest.
#[derive(Deserialize)]
struct Heights {
    whole: Vec<(u32, u32)>,
}

/// How high a view is at a width, both in CSS px: in proportion between the two widths that were measured beside it.
pub(super) fn at(view: View, width: u32) -> u32 {
    let measured: Option<HashMap<String, Heights>> = serde_json::from_str(MEASURED).ok();
    let heights = measured.and_then(|mut views| views.remove(view.name())).map_or_else(Vec::new, |view| view.whole);
    let next = heights.iter().find(|(at, _)| *at >= width).or(heights.last());
    let before = heights.iter().rev().find(|(at, _)| *at <= width).or(heights.first());
    match (before, next) {
        (Some((from, low)), Some((to, high))) if to > from => {
            let way = f64::from(width.clamp(*from, *to) - from) / f64::from(to - from);
            (f64::from(*low) + (f64::from(*high) - f64::from(*low)) * way).ceil() as u32
        }
        (_, Some((_, height))) => *height,
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_was_measured() {
        for view in View::all() {
            assert_ne!(at(view, 720), UNKNOWN, "{}: run `cargo xtask heights`", view.name());
        }
    }

    #[test]
    fn beyond_what_was_measured_the_nearest_holds() {
        let view = View::all().remove(0);
        assert_eq!(at(view, 1), at(view, 280));
        assert_eq!(at(view, 9999), at(view, 1240));
        assert!(at(view, 300) <= at(view, 280));
    }
}

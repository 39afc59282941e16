//! Text of charts: how wide it is, where it wraps and what it covers, known without asking a browser.

use crate::scene::{Anchor, Label, Rect};
use crate::theme::TextSize;
pub use text::capital;

/// The width of one line of text, in CSS px.
#[must_use]
pub fn width(text: &str, size: TextSize) -> f32 {
    text::width(text, size.px(), size.is_bold())
}

/// Breaks a text into lines no wider than `max` CSS px: at spaces, and within words that are wider than a line.
#[must_use]
pub fn wrap(text: &str, size: TextSize, max: f32) -> Vec<String> {
    text::wrap(text, size.px(), size.is_bold(), max)
}

/// The text on one line no wider than `max` CSS px; what does not fit gives way to an ellipsis.
#[must_use]
pub fn fit(text: &str, size: TextSize, max: f32) -> String {
    text::fit(text, size.px(), size.is_bold(), max)
}

/// The area that a label covers, from ascent to descent.
#[must_use]
pub fn bounds(label: &Label) -> Rect {
    let width = width(&label.text, label.size);
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - width / 2.0,
        Anchor::End => label.at.x - width,
    };
    // Digits and capitals rise 0.72 of the size above the baseline, and descenders fall 0.21 below it.
    let (ascent, descent) = (label.size.px() * 0.76, label.size.px() * 0.22);
    Rect::new(left, label.at.y - ascent, width, ascent + descent)
}

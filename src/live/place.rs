//! Putting elements in their place. A strict policy forbids style attributes, so places are set one by one.

use drawing::scene::{Rect, Size};
use web_sys::{Element, HtmlElement};

/// Places an element over an area of its figure, in CSS px.
pub(super) fn over(element: &HtmlElement, area: Rect) {
    corner(element, area.left(), area.top());
    // Edges are rounded rather than lengths, so that neighbours stay neighbours.
    let width = area.right().round() - area.left().round();
    let height = area.bottom().round() - area.top().round();
    size(element, Size { width, height });
}

/// Takes place and size from an element. Chromium leaves an empty style behind where nobody has asked for one since it was set.
pub(super) fn clear(element: &Element) {
    if element.has_attribute("style") {
        super::ignore(element.remove_attribute("style"));
    }
}

/// Gives an element a size, in CSS px.
pub(super) fn size(element: &HtmlElement, size: Size) {
    let style = element.style();
    super::ignore(style.set_property("width", &px(size.width)));
    super::ignore(style.set_property("height", &px(size.height)));
}

/// Gives an element a height, in CSS px.
pub(super) fn height(element: &HtmlElement, height: f32) {
    super::ignore(element.style().set_property("height", &px(height)));
}

/// Places an element's corner, in CSS px.
pub(super) fn corner(element: &HtmlElement, left: f32, top: f32) {
    let style = element.style();
    super::ignore(style.set_property("left", &px(left)));
    super::ignore(style.set_property("top", &px(top)));
}

/// A length in whole CSS px: fractions would cost a formatter of floating-point numbers.
fn px(length: f32) -> String {
    format!("{}px", length.round() as i32)
}

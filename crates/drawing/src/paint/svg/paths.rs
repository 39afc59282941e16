//! A scene as few elements, for pictures that nothing in it has to be told apart in.

use super::recorder::record;
use super::shape::Shape;
use super::{px, token};
use crate::scene::Scene;
use crate::theme::Role;

/// A scene of one width as an SVG of few elements, drawn at the width of its column, hidden from screen readers: neighbours
/// of one colour are one path.
///
/// # Errors
/// If the scene holds more than rectangles and polygons.
pub fn paths(scene: &Scene) -> Result<String, String> {
    let mut svg =
        format!("<svg viewBox=\"0 0 {} {}\" aria-hidden=\"true\">", px(scene.size.width), px(scene.size.height));
    for run in record(scene).chunk_by(|a, b| a.colours() == b.colours()) {
        let (fill, rim) = run.first().map_or((Role::Ink, None), Shape::colours);
        let stroke = rim.map(|rim| format!(" stroke=\"{}\"", token(rim))).unwrap_or_default();
        // Each shape begins where the one before began, so that alike ones in a line are written alike.
        let mut from = (0.0, 0.0);
        let mut path = String::new();
        for shape in run {
            let corners = shape.corners()?;
            let (x, y) = corners.first().copied().unwrap_or_default();
            path.push_str(&format!("m{} {}", px(x - from.0), px(y - from.1)));
            for step in corners.windows(2) {
                if let [(x, y), (to_x, to_y)] = step {
                    path.push_str(&format!("l{} {}", px(to_x - x), px(to_y - y)));
                }
            }
            path.push('z');
            from = (x, y);
        }
        svg.push_str(&format!("<path d=\"{path}\" fill=\"{}\"{stroke}/>", token(fill)));
    }
    svg.push_str("</svg>");
    Ok(svg)
}

//! What is drawn, as elements of an SVG whose x may follow the width.

use super::{escape, px};
use crate::theme::Role;

/// A place along x: so many px plus so many percent of the width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) px: f32,
    pub(super) percent: f32,
}

/// The two widths that fluid places run through.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) a: f32,
    pub(super) b: f32,
}

impl Line {
    /// The place that is `at_a` at the first width and `at_b` at the second.
    pub(super) fn through(self, at_a: f32, at_b: f32) -> Place {
        let slope = (at_b - at_a) / (self.b - self.a);
        // What is left of rounding to the grid is no part of the width.
        let slope = if slope.abs() < 5e-4 { 0.0 } else { slope };
        let px = at_a - slope * self.a;
        Place { px: if px.abs() < 0.2 { 0.0 } else { px }, percent: slope * 100.0 }
    }
}

impl Place {
    /// The attribute that says it, and the shift in px that it cannot say.
    pub(super) fn attribute(self, name: &str) -> (String, f32) {
        if self.percent == 0.0 {
            (format!(" {name}=\"{}\"", px(self.px)), 0.0)
        } else {
            (format!(" {name}=\"{}%\"", px(self.percent)), self.px)
        }
    }
}

fn shift(by: f32) -> String {
    if by == 0.0 { String::new() } else { format!(" transform=\"translate({})\"", px(by)) }
}

/// The width between two places.
fn width(left: Place, right: Place) -> Result<String, String> {
    let (width, stretch) = (right.px - left.px, right.percent - left.percent);
    // Where places follow the width, the grid leaves its mark on what lies between them.
    let whole = width.round();
    let snapped = if left.percent != 0.0 && (width - whole).abs() < 0.15 && whole > 0.0 { whole } else { width };
    match (width.abs() < 0.2, stretch.abs() < 0.05) {
        (_, true) => Ok(px(snapped)),
        (true, false) => Ok(format!("{}%", px(stretch))),
        (false, false) => Err(format!("a width of {width} px and {stretch} percent at once")),
    }
}

/// A rectangle with a rim. Half of a stroke lies outside, and a viewport of its own cuts that off: so the rim needs no
/// width of px and percent at once.
fn rimmed(left: Place, right: Place, top: f32, bottom: f32, fill: &str, rim: &str) -> Result<String, String> {
    if left.percent == 0.0 && right.percent == 0.0 {
        let (x, width) = (left.px + 0.5, (right.px - left.px - 1.0).max(0.0));
        let (x, y, width, height) = (px(x), px(top + 0.5), px(width), px((bottom - top - 1.0).max(0.0)));
        return Ok(format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{fill} stroke=\"{rim}\"/>"));
    }
    let ((x, by), width) = (left.attribute("x"), width(left, right)?);
    let (y, height) = (px(top), px(bottom - top));
    let inside = format!("<rect width=\"100%\" height=\"100%\"{fill} stroke=\"{rim}\" stroke-width=\"2\"/>");
    let whole = format!("<svg{x} y=\"{y}\" width=\"{width}\" height=\"{height}\">{inside}</svg>");
    Ok(if by == 0.0 { whole } else { format!("<g{}>{whole}</g>", shift(by)) })
}

/// A rectangle between two places.
pub(super) fn rect(left: Place, right: Place, top: f32, bottom: f32, fill: &str) -> Result<String, String> {
    let width = width(left, right)?;
    let (x, by) = left.attribute("x");
    let (y, height, shift) = (px(top), px(bottom - top), shift(by));
    Ok(format!("<rect{x} y=\"{y}\" width=\"{width}\" height=\"{height}\"{shift}{fill}/>"))
}

/// What plotters asked to be drawn, in CSS px: the xs apart from the rest, since only they depend on the width.
pub(super) struct Shape {
    pub(super) role: Role,
    pub(super) xs: Vec<f32>,
    pub(super) form: Form,
}

pub(super) enum Form {
    Rect { top: f32, bottom: f32 },
    Rimmed { top: f32, bottom: f32, rim: Role },
    Polygon { ys: Vec<f32> },
    Circle { y: f32, radius: f32 },
    Text { y: f32, text: String, size: f32, bold: bool, anchor: &'static str },
}

impl Shape {
    /// The colour inside and that of the rim.
    pub(super) fn colours(&self) -> (Role, Option<Role>) {
        let rim = if let Form::Rimmed { rim, .. } = self.form { Some(rim) } else { None };
        (self.role, rim)
    }

    /// The corners of a shape that has some; a rim lies within.
    pub(super) fn corners(&self) -> Result<Vec<(f32, f32)>, String> {
        let (left, right) = (self.xs.first().copied().unwrap_or(0.0), self.xs.last().copied().unwrap_or(0.0));
        let upright = |left, top, right, bottom| Ok(vec![(left, top), (right, top), (right, bottom), (left, bottom)]);
        match &self.form {
            Form::Rect { top, bottom } => upright(left, *top, right, *bottom),
            Form::Rimmed { top, bottom, .. } => {
                upright(left + 0.5, top + 0.5, (right - 0.5).max(left + 0.5), (bottom - 0.5).max(top + 0.5))
            }
            Form::Polygon { ys } => Ok(self.xs.iter().copied().zip(ys.iter().copied()).collect()),
            Form::Circle { .. } | Form::Text { .. } => Err("a shape without corners".to_owned()),
        }
    }

    /// The element with its xs at the places given.
    pub(super) fn element(&self, places: &[Place], fill: &dyn Fn(Role) -> String) -> Result<String, String> {
        let colour = fill;
        let fill = format!(" fill=\"{}\"", colour(self.role));
        let first = places.first().copied().ok_or("a shape without a place")?;
        let last = places.last().copied().unwrap_or(first);
        match &self.form {
            Form::Rect { top, bottom } => rect(first, last, *top, *bottom, &fill),
            Form::Rimmed { top, bottom, rim } => rimmed(first, last, *top, *bottom, &fill, &colour(*rim)),
            Form::Polygon { ys } => polygon(first, places, ys, &fill),
            Form::Circle { y, radius } => {
                let (x, by) = first.attribute("cx");
                Ok(format!("<circle{x} cy=\"{}\" r=\"{}\"{}{fill}/>", px(*y), px(*radius), shift(by)))
            }
            Form::Text { y, text, size, bold, anchor } => {
                let (x, by) = first.attribute("x");
                let by = if by == 0.0 { String::new() } else { format!(" dx=\"{}\"", px(by)) };
                let anchor = if *anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
                let weight = if *bold { " font-weight=\"700\"" } else { "" };
                let (y, size, text) = (px(*y), px(*size), escape(text));
                Ok(format!("<text{x}{by} y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{fill}>{text}</text>"))
            }
        }
    }
}

/// A polygon of fixed form, hung up at its first corner. The style of the page lets it reach beyond that corner.
fn polygon(first: Place, places: &[Place], ys: &[f32], fill: &str) -> Result<String, String> {
    if places.iter().any(|place| (place.percent - first.percent).abs() > 0.05) {
        return Err("a polygon that changes its form with the width".to_owned());
    }
    let path =
        format!("<path d=\"{}\"{fill}/>", closed_path(places.iter().map(|place| place.px).zip(ys.iter().copied())));
    if first.percent == 0.0 {
        return Ok(path);
    }
    Ok(format!("<svg x=\"{}%\">{path}</svg>", px(first.percent)))
}

/// The data of a closed path through corners, in CSS px. A horizontal or vertical line has one coordinate only: a page of
/// charts has hundreds of them.
fn closed_path(corners: impl Iterator<Item = (f32, f32)>) -> String {
    let mut data = String::new();
    let mut last: Option<(String, String)> = None;
    for (x, y) in corners {
        let (x, y) = (px(x), px(y));
        data += &match &last {
            None => format!("M{x} {y}"),
            Some((_, before)) if *before == y => format!("H{x}"),
            Some((before, _)) if *before == x => format!("V{y}"),
            Some(_) => format!("L{x} {y}"),
        };
        last = Some((x, y));
    }
    data + "z"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn horizontal_and_vertical_lines_have_one_coordinate() {
        let corners = [(4.0, 10.0), (6.5, 10.0), (11.0, 16.0), (11.0, 22.5), (4.0, 22.5)];
        assert_eq!(closed_path(corners.into_iter()), "M4 10H6.5L11 16V22.5H4z");
    }

    #[test]
    fn a_place_runs_through_both_widths() {
        let line = Line { a: 300.0, b: 500.0 };
        assert_eq!(line.through(10.0, 10.0), Place { px: 10.0, percent: 0.0 });
        assert_eq!(line.through(150.0, 250.0), Place { px: 0.0, percent: 50.0 });
        assert_eq!(line.through(158.0, 258.0), Place { px: 8.0, percent: 50.0 });
    }

    #[test]
    fn a_width_of_px_and_percent_at_once_is_refused() {
        let at = |px, percent| Place { px, percent };
        assert!(rect(at(0.0, 0.0), at(-10.0, 50.0), 0.0, 1.0, "").is_err());
        assert!(rect(at(3.0, 10.0), at(3.0, 50.0), 0.0, 1.0, "").is_ok());
    }
}

//! SVG, written at build: of one width, or fluid, right at every width that a layout serves.
//!
//! A fluid picture needs no script to follow the width of its column. Every x of a scene is linear in the width, so two
//! scenes of the same layout tell for each mark which part of its place is px and which is percent.

mod recorder;

use crate::scene::{HitTarget, Scene};
use crate::theme::{FAMILY, Role};
use recorder::record;

/// What the SVG says about itself and its hit targets.
pub struct Words<'a> {
    /// The class names of the picture.
    pub class: &'a str,
    /// The picture in a sentence, for those who cannot see it.
    pub label: &'a str,
    /// What is said of a row of the content, and the fact behind it: browsers show the words on hovering, without any
    /// script. The fact is empty where there is none.
    pub row: &'a dyn Fn(usize) -> RowWords,
}

/// What an SVG says of a row.
#[derive(Clone, Debug, Default)]
pub struct RowWords {
    /// The name of the fact; empty where there is none.
    pub fact: String,
    /// What is said of it.
    pub title: String,
}

/// A scene of one width as SVG of exactly that size, on its ground, with the tokens in `style`.
///
/// # Errors
/// If a shape cannot be written; what a layout produces always can.
pub fn fixed(scene: &Scene, words: &Words<'_>, style: &str) -> Result<String, String> {
    let (width, height) = (px(scene.size.width), px(scene.size.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{}\" role=\"img\" aria-label=\"{}\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILY}\">\n<style>{style}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"var(--ground)\"/>\n",
        words.class,
        escape(words.label)
    );
    let fixed = |x: f32| Place { px: x, percent: 0.0 };
    svg.push_str(&shapes(scene, &token)?);
    for target in &scene.targets {
        svg.push_str(&target_element(target, fixed(target.bounds.left()), fixed(target.bounds.right()), words)?);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// The shapes of a scene of one width, each in its colour as `fill` writes it and on a line of its own, for a picture that
/// says more around them.
///
/// # Errors
/// If a shape cannot be written; what a layout produces always can.
pub fn shapes(scene: &Scene, fill: &dyn Fn(Role) -> String) -> Result<String, String> {
    let mut svg = String::new();
    for shape in record(scene) {
        let places: Vec<Place> = shape.xs.iter().map(|x| Place { px: *x, percent: 0.0 }).collect();
        svg.push_str(&shape.element(&places, fill)?);
        svg.push('\n');
    }
    Ok(svg)
}

/// The colour of a role as the page's style has it.
fn token(role: Role) -> String {
    ["var(", role.property(), ")"].concat()
}

/// Two scenes of one layout at different widths as SVG that is right at every width of that layout.
///
/// # Errors
/// If the scenes differ in more than their x, or a shape would stretch by px and percent at once: layouts must avoid it.
pub fn fluid(a: &Scene, b: &Scene, words: &Words<'_>) -> Result<String, String> {
    let (at_a, at_b) = (record(a), record(b));
    if at_a.len() != at_b.len() || a.targets.len() != b.targets.len() || a.size.height != b.size.height {
        return Err(format!("the layout of {} changes between {} and {} px", words.class, a.size.width, b.size.width));
    }
    let line = Line { a: a.size.width, b: b.size.width };
    let mut svg = format!(
        "<svg class=\"{}\" role=\"img\" aria-label=\"{}\" width=\"100%\" height=\"{}\" font-family=\"{FAMILY}\">",
        words.class,
        escape(words.label),
        px(a.size.height)
    );
    for (shape_a, shape_b) in at_a.iter().zip(&at_b) {
        let xs = shape_a.xs.iter().zip(&shape_b.xs);
        let places: Vec<Place> = xs.map(|(at_a, at_b)| line.through(*at_a, *at_b)).collect();
        svg.push_str(&shape_a.element(&places, &token)?);
    }
    for (target_a, target_b) in a.targets.iter().zip(&b.targets) {
        let left = line.through(target_a.bounds.left(), target_b.bounds.left());
        let right = line.through(target_a.bounds.right(), target_b.bounds.right());
        svg.push_str(&target_element(target_a, left, right, words)?);
    }
    svg.push_str("</svg>");
    Ok(svg)
}

/// The area of a target, invisible, with what is said of it.
fn target_element(target: &HitTarget, left: Place, right: Place, words: &Words<'_>) -> Result<String, String> {
    let area = rect(left, right, target.bounds.top(), target.bounds.bottom(), "")?;
    let RowWords { fact, title } = (words.row)(target.row);
    let fact = if fact.is_empty() { String::new() } else { format!(" data-fact=\"{}\"", escape(&fact)) };
    Ok(format!("<g{fact} fill=\"transparent\"><title>{}</title>{area}</g>", escape(&title)))
}

/// A place along x: so many px plus so many percent of the width.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    px: f32,
    percent: f32,
}

/// The two widths that fluid places run through.
#[derive(Clone, Copy)]
struct Line {
    a: f32,
    b: f32,
}

impl Line {
    /// The place that is `at_a` at the first width and `at_b` at the second.
    fn through(self, at_a: f32, at_b: f32) -> Place {
        let slope = (at_b - at_a) / (self.b - self.a);
        // What is left of rounding to the grid is no part of the width.
        let slope = if slope.abs() < 5e-4 { 0.0 } else { slope };
        let px = at_a - slope * self.a;
        Place { px: if px.abs() < 0.2 { 0.0 } else { px }, percent: slope * 100.0 }
    }
}

impl Place {
    /// The attribute that says it, and the shift in px that it cannot say.
    fn attribute(self, name: &str) -> (String, f32) {
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

/// A rectangle between two places.
fn rect(left: Place, right: Place, top: f32, bottom: f32, fill: &str) -> Result<String, String> {
    let (width, stretch) = (right.px - left.px, right.percent - left.percent);
    let width = match (width.abs() < 0.2, stretch.abs() < 0.05) {
        (_, true) => px(width),
        (true, false) => format!("{}%", px(stretch)),
        (false, false) => return Err(format!("a width of {width} px and {stretch} percent at once")),
    };
    let (x, by) = left.attribute("x");
    let (y, height, shift) = (px(top), px(bottom - top), shift(by));
    Ok(format!("<rect{x} y=\"{y}\" width=\"{width}\" height=\"{height}\"{shift}{fill}/>"))
}

/// What plotters asked to be drawn, in CSS px: the xs apart from the rest, since only they depend on the width.
struct Shape {
    role: Role,
    xs: Vec<f32>,
    form: Form,
}

enum Form {
    Rect { top: f32, bottom: f32 },
    Polygon { ys: Vec<f32> },
    Circle { y: f32, radius: f32 },
    Text { y: f32, text: String, size: f32, bold: bool, anchor: &'static str },
}

impl Shape {
    /// The element with its xs at the places given.
    fn element(&self, places: &[Place], fill: &dyn Fn(Role) -> String) -> Result<String, String> {
        let fill = format!(" fill=\"{}\"", fill(self.role));
        let first = places.first().copied().ok_or("a shape without a place")?;
        match &self.form {
            Form::Rect { top, bottom } => rect(first, places.last().copied().unwrap_or(first), *top, *bottom, &fill),
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
    let corners = places.iter().zip(ys).map(|(place, y)| format!("{} {}", px(place.px), px(*y)));
    let path = format!("<path d=\"M{}z\"{fill}/>", corners.collect::<Vec<_>>().join("L"));
    if first.percent == 0.0 {
        return Ok(path);
    }
    Ok(format!("<svg x=\"{}%\">{path}</svg>", px(first.percent)))
}

/// A number with at most two decimals and no trailing zeros, such as a length in CSS px. Worked out in whole hundredths,
/// since a formatter of floating-point numbers would cost readers who export a picture 6.8 KB.
pub fn px(value: f32) -> String {
    let hundredths = (value * 100.0).round_ties_even() as i32;
    let (sign, hundredths) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let rest = match (rest / 10, rest % 10) {
        (0, 0) => String::new(),
        (tenths, 0) => format!(".{tenths}"),
        (tenths, more) => format!(".{tenths}{more}"),
    };
    format!("{sign}{whole}{rest}")
}

/// Text as it may stand in an element or an attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn numbers_are_short() {
        let written = [(12.0, "12"), (0.5, "0.5"), (-0.001, "0"), (100.0, "100"), (-3.0625, "-3.06"), (0.125, "0.12")];
        for (value, text) in written {
            assert_eq!(px(value), text);
        }
    }
}

//! SVG, written at build: of one width, or fluid, right at every width that a layout serves.
//!
//! A fluid picture needs no script to follow the width of its column. Every x of a scene is linear in the width, so two
//! scenes of the same layout tell for each mark which part of its place is px and which is percent.

mod paths;
mod recorder;
mod shape;

use crate::scene::{HitTarget, Scene};
use crate::theme::{FAMILY, Role};
pub use paths::paths;
use recorder::record;
use shape::{Line, Place, rect};

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
    // Some browsers darken the page and leave pictures as they are: on a ground of its own the ink stays readable.
    svg.push_str(&format!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", token(Role::Halo)));
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

/// Text as it may stand in an element or an attribute. XML has no form for some characters; a sign stands for each.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = text.replace(
        |c| matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}'..='\u{ffff}'),
        "\u{fffd}",
    );
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = [(12.0, "12"), (0.5, "0.5"), (-0.001, "0"), (100.0, "100"), (-3.0625, "-3.06"), (0.125, "0.12")];
        for (value, text) in written {
            assert_eq!(px(value), text);
        }
    }

    #[test]
    fn what_xml_cannot_say_is_a_sign() {
        assert_eq!(escape("a\0b\u{1f}\u{fffe}\t<\n🌾"), "a\u{fffd}b\u{fffd}\u{fffd}\t&lt;\n🌾");
    }
}

//! How wide text is and where it wraps, without asking a browser: the same on every machine.

use crate::scene::{Anchor, Label, Rect};
use crate::theme::TextSize;

/// Advance widths of the printable ASCII characters from space to tilde, in thousandths of the font size, as Arial and
/// the fonts made to match it have them (Helvetica, Liberation Sans, Arimo). Source: the font's `hmtx` table.
#[rustfmt::skip]
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The same for Arial Bold and its like.
#[rustfmt::skip]
const BOLD_WIDTHS: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// The width of one line of text, in CSS px. Characters beyond ASCII are estimated, rather too wide than too narrow.
#[must_use]
pub fn width(text: &str, size: TextSize) -> f32 {
    let widths = if size.is_bold() { &BOLD_WIDTHS } else { &WIDTHS };
    let thousandths: u32 = text.chars().map(|character| advance(character, widths)).sum();
    thousandths as f32 / 1000.0 * size.px()
}

fn advance(character: char, widths: &[u16; 95]) -> u32 {
    const BEYOND: u16 = 600;
    const QUOTE: u16 = 500;
    let place = (character as usize).checked_sub(' ' as usize);
    let known = place.and_then(|place| widths.get(place).copied());
    u32::from(known.unwrap_or(if ('\u{2018}'..='\u{201d}').contains(&character) { QUOTE } else { BEYOND }))
}

/// Breaks a text into lines no wider than `max` CSS px, at spaces. A word that is wider keeps a line to itself.
#[must_use]
pub fn wrap(text: &str, size: TextSize, max: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), word].join(" ");
            if width(&longer, size) <= max {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// The text with a capital letter at its beginning, if that is a letter from a to z.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_arial() {
        // Measured in a browser with Liberation Sans, in px.
        let measured = [
            ("more than 50 countries", TextSize::Body, 143.19),
            ("Agricultural demonstration centres in Africa", TextSize::Body, 266.90),
            ("more than 50 laboratories", TextSize::Strong, 171.17),
            ("scheduled for 22 to 24 October 2024", TextSize::Strong, 240.42),
        ];
        for (text, size, px) in measured {
            assert!((width(text, size) - px).abs() < 0.1, "{text}: {}", width(text, size));
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_no_word() {
        let text = "Agricultural demonstration centres in Africa, end of 2023";
        let lines = wrap(text, TextSize::Body, 150.0);
        assert!(lines.iter().all(|line| width(line, TextSize::Body) <= 150.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone() {
        assert_eq!(wrap("a incomprehensibilities b", TextSize::Body, 20.0), ["a", "incomprehensibilities", "b"]);
    }
}

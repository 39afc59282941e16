//! How wide text is and where it wraps, without asking a browser: the same on every machine.
//!
//! Widths are those of Arial and the fonts made to match it (Arimo, Liberation Sans, Helvetica). They are advance
//! widths without kerning. Letters of Western and Central European languages and common typographic marks are exact to
//! a thousandth of the font size. All else is estimated, rather too wide than too narrow, as a reader's machine takes
//! it from a font that nobody knows beforehand:
//!
//! | characters | width |
//! |---|---|
//! | combining marks, variation selectors, joiners and other characters without ink | 0 |
//! | Chinese, Japanese, Korean and full-width characters, enclosed digits, shapes | 1 em |
//! | emoji, pictographs, and any character with the emoji selector U+FE0F behind it | 1.3 em |
//! | others | 0.7 em |
//!
//! Sizes and widths are in CSS px. Sizes are meant to be positive and finite; others give widths that mean nothing, but
//! no panic and no endless loop.
//!
//! Text breaks between *units*: what a reader takes for one character, such as a letter with its accents, a flag or an
//! emoji joined from several. The rule for units is a short one of our own, coarser than Unicode's: it never breaks
//! where a reader would see a broken character in the scripts it knows, and may keep more together.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

mod advance;
mod unit;
mod widths;

use advance::{advance, thousandths};
use unit::{is_space, units};

/// The width of one line of text in CSS px, at a font size of `px` CSS px.
///
/// Spaces count wherever they stand, at the ends too. A line feed is one of the "others" of the [table](crate): 0.7 em.
///
/// ```
/// assert_eq!(text::width("", 14.0, false), 0.0);
/// assert!((text::width("more than 50 countries", 14.0, false) - 143.19).abs() < 0.1);
/// assert!(text::width("China", 14.0, true) > text::width("China", 14.0, false));
/// assert_eq!(text::width("中国", 10.0, false), 20.0);
/// ```
#[must_use]
pub fn width(text: &str, px: f32, bold: bool) -> f32 {
    in_px(thousandths(text, bold), px)
}

/// Breaks a text into lines no wider than `max` CSS px, at a font size of `px` CSS px.
///
/// - Lines break at spaces, not at no-break spaces (U+00A0, U+2007, U+202F). A run of spaces, tabs and line feeds
///   counts as its first one, and as an ordinary space if that is a tab or a line feed. Lines neither begin nor end
///   with spaces, and none is empty: a text of nothing but spaces has no lines.
/// - A word wider than `max` begins a line of its own and is broken between units. Only a line of a single unit can be
///   wider than `max`.
/// - If `max` is zero, negative or not a number, each line has one unit. If it is infinite, there is one line.
///
/// ```
/// let lines = text::wrap("Agricultural demonstration centres in many places", 14.0, false, 150.0);
/// assert_eq!(lines, ["Agricultural", "demonstration centres", "in many places"]);
///
/// assert_eq!(text::wrap("10\u{a0}km away", 10.0, false, 40.0), ["10\u{a0}km", "away"]);
/// assert_eq!(text::wrap("科学技术", 10.0, false, 25.0), ["科学", "技术"]);
/// assert_eq!(text::wrap("no", 10.0, false, 0.0), ["n", "o"]);
/// ```
#[must_use]
pub fn wrap(text: &str, px: f32, bold: bool, max: f32) -> Vec<String> {
    let fits = |wide: u32| max > 0.0 && in_px(wide, px) <= max;
    let mut lines: Vec<String> = Vec::new();
    let mut wide = 0; // of the last line
    let mut gap = None; // between the last word and the next
    for piece in text.split_inclusive(is_space) {
        let word = piece.trim_end_matches(is_space);
        if !word.is_empty() {
            let space = gap.take().unwrap_or(' ');
            let word_wide = thousandths(word, bold);
            let longer = add(add(wide, advance(space, bold)), word_wide);
            match lines.last_mut() {
                Some(line) if fits(longer) => {
                    line.push(space);
                    line.push_str(word);
                    wide = longer;
                }
                _ if fits(word_wide) => {
                    lines.push(word.to_owned());
                    wide = word_wide;
                }
                _ => wide = break_word(word, bold, fits, &mut lines),
            }
        }
        gap = gap.or(piece.chars().next_back().filter(|last| is_space(*last)).map(shown));
    }
    lines
}

/// Adds a word to the lines, unit by unit, from a new line on. Tells how wide the last line is.
fn break_word(word: &str, bold: bool, fits: impl Fn(u32) -> bool, lines: &mut Vec<String>) -> u32 {
    let mut wide = 0;
    let mut line = String::new();
    for unit in units(word) {
        let unit_wide = thousandths(unit, bold);
        let longer = add(wide, unit_wide);
        if line.is_empty() || fits(longer) {
            wide = longer;
        } else {
            lines.push(std::mem::take(&mut line));
            wide = unit_wide;
        }
        line.push_str(unit);
    }
    lines.push(line);
    wide
}

/// A text as one line no wider than `max` CSS px, at a font size of `px` CSS px: whole if it fits, else cut between
/// units, with `…` in place of the rest.
///
/// No space stands before the `…`. If not even the `…` fits, or if `max` is not a number, the line is empty. A text that
/// fits is returned as it is, so line feeds in it stay.
///
/// ```
/// assert_eq!(text::fit("laboratories", 10.0, false, 100.0), "laboratories");
/// assert_eq!(text::fit("laboratories", 10.0, false, 40.0), "labora…");
/// assert_eq!(text::fit("50 laboratories", 10.0, false, 25.0), "50…");
/// assert_eq!(text::fit("laboratories", 10.0, false, 5.0), "");
/// ```
#[must_use]
pub fn fit(text: &str, px: f32, bold: bool, max: f32) -> String {
    const CUT: char = '…';
    let fits = |wide: u32| in_px(wide, px) <= max;
    if fits(thousandths(text, bold)) {
        return text.to_owned();
    }
    let mut wide = advance(CUT, bold);
    if !fits(wide) {
        return String::new();
    }
    let mut line = String::new();
    for unit in units(text) {
        wide = add(wide, thousandths(unit, bold));
        if !fits(wide) {
            break;
        }
        line.push_str(unit);
    }
    let kept = line.trim_end_matches(|last| is_space(last) || matches!(last, '\u{a0}' | '\u{2007}' | '\u{202f}'));
    let mut kept = kept.to_owned();
    kept.push(CUT);
    kept
}

/// A text with a capital at its beginning; unchanged if it does not begin with a lower-case letter.
///
/// Knows the letters of ASCII, the Latin-1 Supplement and Latin Extended-A, and the Greek and Cyrillic alphabets, by rule
/// and not by Unicode's large tables. Others stay as they are. So do `ß` and `ŉ`, whose capitals are two letters, and `µ`,
/// which is a unit of measure and not the Greek letter.
///
/// ```
/// assert_eq!(text::capital("more than 50"), "More than 50");
/// assert_eq!(text::capital("école"), "École");
/// assert_eq!(text::capital("50 countries"), "50 countries");
/// assert_eq!(text::capital("ßa"), "ßa");
/// ```
#[must_use]
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next().and_then(upper) {
        Some(first) => {
            let mut capital = String::with_capacity(text.len());
            capital.push(first);
            capital.push_str(rest.as_str());
            capital
        }
        None => text.to_owned(),
    }
}

/// The capital of a lower-case letter.
fn upper(letter: char) -> Option<char> {
    let code = u32::from(letter);
    // In Latin Extended-A most letters stand in pairs, the capital first, but two stretches begin at an odd code.
    let odd = code % 2 == 1;
    let capital = match code {
        0xf7 => return None, // the division sign stands among the letters
        0x61..=0x7a | 0xe0..=0xfe | 0x3b1..=0x3c1 | 0x3c3..=0x3c9 | 0x430..=0x44f => code - 0x20,
        0x450..=0x45f => code - 0x50,
        0xff => 0x178,
        0x131 => u32::from('I'),
        0x17f => u32::from('S'),
        0x100..=0x137 | 0x14a..=0x177 if odd => code - 1,
        0x139..=0x148 | 0x179..=0x17e if !odd => code - 1,
        _ => return None,
    };
    char::from_u32(capital)
}

fn in_px(thousandths: u32, px: f32) -> f32 {
    thousandths as f32 / 1000.0 * px
}

/// Adds widths. Texts of millions of characters stay very wide rather than wrap around.
fn add(a: u32, b: u32) -> u32 {
    a.saturating_add(b)
}

/// A space as a page shows it.
fn shown(space: char) -> char {
    match space {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        _ => space,
    }
}

#[cfg(test)]
mod tests;

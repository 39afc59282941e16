//! Advance widths of characters, in thousandths of the font size.

use crate::add;
use crate::unit::is_space;
use crate::widths::{KINDS, MARKS, WIDTHS};

const EM: u16 = 1000;
const EMOJI: u16 = 1300;
const OTHER: u16 = 700;

/// Ranges of estimated width in the first 65536 characters: first, last, width. What is not listed is `OTHER`.
///
/// Marks are listed for the scripts that a story on science is likely to quote; those of others count as letters.
#[rustfmt::skip]
static ESTIMATES: [[u16; 3]; 38] = [
    [0x0300, 0x036f, 0], // accents
    [0x0483, 0x0489, 0], // Cyrillic
    [0x0591, 0x05bd, 0], [0x05bf, 0x05bf, 0], [0x05c1, 0x05c2, 0], [0x05c4, 0x05c5, 0], [0x05c7, 0x05c7, 0], // Hebrew
    [0x0610, 0x061a, 0], [0x064b, 0x065f, 0], [0x0670, 0x0670, 0], [0x06d6, 0x06dc, 0], [0x06df, 0x06e4, 0], // Arabic
    [0x06e7, 0x06e8, 0], [0x06ea, 0x06ed, 0],
    [0x0e31, 0x0e31, 0], [0x0e34, 0x0e3a, 0], [0x0e47, 0x0e4e, 0], // Thai
    [0x1100, 0x115f, EM], // Hangul, in parts
    [0x1ab0, 0x1aff, 0], [0x1dc0, 0x1dff, 0], // accents
    [0x200b, 0x200f, 0], [0x202a, 0x202e, 0], [0x2060, 0x206f, 0], // joiners and directions
    [0x20d0, 0x20ff, 0], // accents of symbols, and the keycap
    [0x2300, 0x23ff, EMOJI], // technical signs and clocks
    [0x2460, 0x25ff, EM], // enclosed digits, box drawing, shapes
    [0x2600, 0x27bf, EMOJI], [0x2b00, 0x2bff, EMOJI], // pictographs
    [0x2e80, 0x3029, EM], [0x302a, 0x302d, 0], [0x302e, 0x3098, EM], [0x3099, 0x309a, 0], [0x309b, 0xa4cf, EM], // CJK
    [0xac00, 0xd7a3, EM], // Hangul
    [0xf900, 0xfaff, EM], // CJK for compatibility
    [0xfe00, 0xfe2f, 0], // variation selectors (vertical forms, which nobody types, stand between)
    [0xfe30, 0xff60, EM], // full-width
    [0xffe0, 0xffe6, EM],
];

/// The width of a text.
pub(crate) fn thousandths(text: &str, bold: bool) -> u32 {
    let mut sum = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let plain = advance(character, bold);
        // The selector turns digits, hearts and arrows into emoji. It has nothing to turn in a space.
        let emoji = plain > 0 && characters.peek() == Some(&'\u{fe0f}') && !is_space(character);
        sum = add(sum, if emoji { plain.max(EMOJI.into()) } else { plain });
    }
    sum
}

/// The width of a character by itself.
pub(crate) fn advance(character: char, bold: bool) -> u32 {
    let width = known(character).map(|[regular, strong]| if bold { strong } else { regular });
    width.unwrap_or_else(|| estimate(character)).into()
}

/// The widths that the fonts tell, regular and bold.
fn known(character: char) -> Option<[u16; 2]> {
    let code = u16::try_from(u32::from(character)).ok()?;
    let place = match code {
        0x20..=0x7e => usize::from(code) - 0x20,
        0xa0..=0x17f => usize::from(code) - 0xa0 + 95,
        _ => MARKS.binary_search(&code).ok()? + 95 + 224,
    };
    WIDTHS.get(usize::from(*KINDS.get(place)?)).copied()
}

/// Whether a character has no width, so that it belongs to the one before it.
pub(crate) fn is_without_width(character: char) -> bool {
    estimate(character) == 0
}

fn estimate(character: char) -> u16 {
    let Ok(code) = u16::try_from(u32::from(character)) else {
        return match u32::from(character) {
            0x16fe0..=0x1b2ff | 0x20000..=0x3ffff => EM, // rare ideographs and kana
            0x1f000..=0x1fbff => EMOJI,
            0xe0000..=0xe0fff => 0, // selectors, and the letters of regional flags
            _ => OTHER,
        };
    };
    if code == 0xfeff {
        return 0; // the byte order mark stands alone among letters
    }
    let range = ESTIMATES.iter().find(|[first, last, _]| (*first..=*last).contains(&code));
    range.map_or(OTHER, |[_, _, width]| *width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_marks_are_in_order_and_apart() {
        assert!(ESTIMATES.iter().all(|[first, last, _]| first <= last));
        assert!(ESTIMATES.windows(2).all(|two| two[0][1] < two[1][0]));
        assert!(MARKS.windows(2).all(|two| two[0] < two[1]));
        assert_eq!(KINDS.len(), 95 + 224 + MARKS.len());
        assert!(KINDS.iter().all(|kind| usize::from(*kind) < WIDTHS.len()));
    }

    #[test]
    fn data_stays_small() {
        let bytes = size_of_val(&WIDTHS) + size_of_val(&KINDS) + size_of_val(&MARKS) + size_of_val(&ESTIMATES);
        assert!(bytes < 900, "{bytes} bytes in the wasm");
    }

    #[test]
    fn nothing_that_the_fonts_know_counts_as_a_mark_on_another_character() {
        let drawn = MARKS.iter().filter_map(|mark| char::from_u32(u32::from(*mark)));
        assert!(drawn.chain(' '..='~').chain('\u{a0}'..='\u{17f}').all(|mark| !is_without_width(mark)));
    }
}

//! What a reader takes for one character, and what parts words.

use crate::advance::is_without_width;

const JOINER: char = '\u{200d}';

/// Whether a line may break here: Unicode's white space without the no-break spaces.
pub(crate) fn is_space(character: char) -> bool {
    // Not `char::is_whitespace`: it knows neither which of them break nor how to stay out of the wasm.
    matches!(
        character,
        '\t'..='\r'
            | ' '
            | '\u{85}'
            | '\u{1680}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{205f}'
            | '\u{3000}'
    )
}

/// The units of a text, in order. Together they are the text.
pub(crate) fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (unit, after) = rest.split_at_checked(first_unit(rest)).unwrap_or((rest, ""));
        rest = after;
        (!unit.is_empty()).then_some(unit)
    })
}

/// How many bytes the first unit has.
fn first_unit(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, mut last)) = characters.next() else { return 0 };
    // Two regional letters make a flag; a third begins the next one.
    let mut half_flag = is_regional(last);
    for (at, character) in characters {
        let flag = half_flag && is_regional(character);
        if !(flag || last == JOINER || belongs_to_the_last(character)) {
            return at;
        }
        half_flag = false;
        last = character;
    }
    text.len()
}

fn belongs_to_the_last(character: char) -> bool {
    let code = u32::from(character);
    match code {
        // In the blocks of Indian scripts, vowel signs and other marks stand at the same places of each block.
        0x900..=0xdff => matches!(code % 0x80, 0x00..=0x03 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62..=0x63),
        // The vowels and final consonants of a Hangul syllable in parts.
        0x1160..=0x11ff => true,
        // Tones of skin.
        0x1f3fb..=0x1f3ff => true,
        _ => is_without_width(character),
    }
}

fn is_regional(character: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_those_of_unicode_that_break() {
        for character in '\0'..=char::MAX {
            let glue = matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}');
            assert_eq!(is_space(character), character.is_whitespace() && !glue, "{character:?}");
        }
    }

    #[test]
    fn a_unit_is_what_a_reader_takes_for_one_character() {
        let whole = [
            ("a letter", "a"),
            ("a letter of two accents", "e\u{301}\u{323}"),
            ("a skin tone", "👍🏽"),
            ("a family", "👨‍👩‍👧‍👦"),
            ("a joiner with selectors", "❤️‍🔥"),
            ("a keycap", "1\u{fe0f}\u{20e3}"),
            ("a flag", "🇨🇳"),
            ("a regional flag", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"),
            ("an ideograph with a variant", "葛\u{e0100}"),
            ("kana with a voicing mark", "か\u{3099}"),
            ("a Hindi syllable", "कि"),
            ("a Tamil syllable", "நி"),
            ("a Thai syllable", "ที่"),
            ("Hangul in parts", "\u{1112}\u{1161}\u{11ab}"),
            ("Hebrew with points", "שׁ"),
        ];
        for (what, unit) in whole {
            let text = ["x", unit, "y"].concat();
            assert_eq!(units(&text).collect::<Vec<_>>(), ["x", unit, "y"], "{what}");
            assert_eq!(units(unit).collect::<Vec<_>>(), [unit], "{what}");
        }
    }

    #[test]
    fn flags_come_in_pairs_of_letters() {
        assert_eq!(units("🇨🇳🇫🇷🇧").collect::<Vec<_>>(), ["🇨🇳", "🇫🇷", "🇧"]);
    }

    #[test]
    fn a_mark_without_a_letter_is_a_unit() {
        assert_eq!(units("\u{301}a").collect::<Vec<_>>(), ["\u{301}", "a"]);
        assert_eq!(units("").count(), 0);
    }
}

use super::*;
use proptest::prelude::*;

#[test]
fn widths_are_those_of_arial() {
    // Measured in a browser with Liberation Sans, in px.
    let measured = [
        ("more than 50 countries", false, 143.19),
        ("more than 50 laboratories", true, 171.17),
        ("scheduled for 22 to 24 October 2024", true, 240.42),
    ];
    for (text, bold, px) in measured {
        assert!((width(text, 14.0, bold) - px).abs() < 0.1, "{text}: {}", width(text, 14.0, bold));
    }
}

#[test]
fn accented_letters_are_as_wide_as_plain_ones() {
    for bold in [false, true] {
        for (accented, plain) in [("ÀÉÖŠŻ", "AEOSZ"), ("àéöšż", "aeosz"), ("e\u{301}o\u{308}", "eo")] {
            assert_eq!(width(accented, 14.0, bold), width(plain, 14.0, bold));
        }
    }
}

#[test]
fn typographic_marks_have_their_own_widths() {
    let known =
        [('\u{a0}', 278), ('–', 556), ('—', 1000), ('“', 333), ('’', 222), ('…', 1000), ('€', 556), ('→', 1000)];
    for (mark, thousandths) in known {
        assert_eq!(advance(mark, false), thousandths, "{mark}");
    }
}

#[test]
fn what_the_fonts_lack_is_estimated() {
    for (text, px) in [("中文，", 30.0), ("Ａ", 10.0), ("🚀", 13.0), ("\u{200d}\u{301}\u{fe0f}", 0.0), ("ш", 7.0)]
    {
        assert_eq!(width(text, 10.0, false), px, "{text}");
    }
}

#[test]
fn the_emoji_selector_makes_an_emoji_of_the_character_before() {
    assert_eq!(width("1\u{fe0f}\u{20e3}", 10.0, false), 13.0);
    assert_eq!(width("a \u{fe0f}", 10.0, false), width("a ", 10.0, false));
}

#[test]
fn wrapped_lines_fit_and_lose_no_word() {
    let text = "Agricultural demonstration centres in many places, end of 2023";
    let lines = wrap(text, 14.0, false, 150.0);
    assert!(lines.iter().all(|line| width(line, 14.0, false) <= 150.0), "{lines:?}");
    assert_eq!(lines.join(" "), text);
}

#[test]
fn a_word_wider_than_the_line_is_broken_from_a_new_line_on() {
    let lines = wrap("a incomprehensibilities b", 14.0, false, 60.0);
    assert_eq!(lines, ["a", "incompre", "hensibiliti", "es b"]);
}

#[test]
fn no_break_spaces_do_not_break() {
    let wide = width("of 10\u{a0}km", 10.0, false) - 1.0;
    assert_eq!(wrap("of 10\u{a0}km", 10.0, false, wide), ["of", "10\u{a0}km"]);
    assert_eq!(wrap("of 10\u{202f}km", 10.0, false, wide), ["of", "10\u{202f}km"]);
    assert_eq!(wrap("of 10 km", 10.0, false, wide), ["of 10", "km"]);
}

#[test]
fn spaces_collapse_and_thin_ones_stay() {
    assert_eq!(wrap(" a \t b\n\nc\u{2009}d ", 10.0, false, f32::INFINITY), ["a b c\u{2009}d"]);
    assert_eq!(wrap(" \n ", 10.0, false, 100.0), [""; 0]);
    assert_eq!(wrap("", 10.0, false, 0.0), [""; 0]);
}

#[test]
fn without_room_each_unit_has_a_line() {
    for max in [0.0, -0.0, -5.0, f32::NAN, f32::NEG_INFINITY] {
        assert_eq!(wrap("ab e\u{301}👍🏽 \u{301}", 10.0, false, max), ["a", "b", "e\u{301}", "👍🏽", "\u{301}"]);
    }
    assert_eq!(wrap("ab c", f32::NAN, false, 50.0), ["a", "b", "c"]);
}

#[test]
fn a_text_that_fits_is_not_cut() {
    let wide = width("laboratories", 14.0, true);
    assert_eq!(fit("laboratories", 14.0, true, wide), "laboratories");
    assert_eq!(fit("laboratories", 14.0, true, wide - 0.1), "laboratori…");
}

#[test]
fn a_cut_leaves_no_space_and_no_half_unit() {
    assert_eq!(fit("of 10\u{a0}km", 10.0, false, 22.0), "of…");
    assert_eq!(fit("👨‍👩‍👧 family", 10.0, false, 30.0), "…");
    assert_eq!(fit("e\u{301}e\u{301}e\u{301}e\u{301}", 10.0, false, 21.2), "e\u{301}e\u{301}…");
}

#[test]
fn without_room_for_the_cut_nothing_is_left() {
    for max in [9.9, 0.0, -1.0, f32::NAN] {
        assert_eq!(fit("laboratories", 10.0, false, max), "");
        assert_eq!(fit("", 10.0, false, max), "");
    }
}

#[test]
fn capitals_are_those_of_unicode_with_four_exceptions() {
    for letter in ('\0'..='\u{17f}').chain('α'..='ω').chain('а'..='џ') {
        let text = [letter, 'x'].iter().collect::<String>();
        let unicode = letter.to_uppercase().chain(['x']).collect::<String>();
        let kept = matches!(letter, 'ß' | 'ŉ' | 'µ' | 'ς');
        assert_eq!(capital(&text), if kept { &text } else { &unicode }.as_str());
    }
    for text in ["", "中国", "ჩვენ", "50 countries", "\u{301}a"] {
        assert_eq!(capital(text), text);
    }
}

/// Texts of what is hard to break, and of any characters.
fn texts() -> impl Strategy<Value = String> {
    const HARD: [&str; 24] = [
        "a",
        "W",
        "i",
        " ",
        "  ",
        "\n",
        "\u{a0}",
        "\u{202f}",
        "\u{2009}",
        "é",
        "\u{301}",
        "\u{200d}",
        "\u{fe0f}",
        "❤",
        "👩",
        "🏽",
        "🇨",
        "🇳",
        "中",
        "कि",
        "ที่",
        "\u{ad}",
        "…",
        "1",
    ];
    let hard = proptest::collection::vec(proptest::sample::select(&HARD[..]), 0..40).prop_map(|parts| parts.concat());
    let any = proptest::collection::vec(any::<char>(), 0..20).prop_map(|all| all.into_iter().collect());
    prop_oneof![3 => hard, 1 => any]
}

fn spaceless(text: &str) -> String {
    text.replace(is_space, "")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn units_are_the_text_and_none_begins_with_a_mark(text in texts()) {
        let units: Vec<&str> = units(&text).collect();
        prop_assert_eq!(units.concat(), text.as_str());
        let mark = |unit: &&str| unit.starts_with(advance::is_without_width);
        prop_assert!(!units.iter().skip(1).any(mark));
        let joins = |unit: &&str| unit.ends_with('\u{200d}');
        prop_assert!(!units.iter().rev().skip(1).any(joins));
    }

    #[test]
    fn widths_add_up_by_units(text in texts(), bold: bool) {
        let sum = units(&text).map(|unit| thousandths(unit, bold)).sum::<u32>();
        prop_assert_eq!(sum, thousandths(&text, bold));
    }

    #[test]
    fn lines_hold_their_width_and_every_character(text in texts(), px in 1f32..40.0, bold: bool, max in -5f32..300.0) {
        let lines = wrap(&text, px, bold, max);
        for line in &lines {
            prop_assert!(width(line, px, bold) <= max || units(line).count() == 1, "{:?}", line);
            prop_assert!(!line.is_empty() && !line.starts_with(is_space) && !line.ends_with(is_space), "{:?}", line);
            prop_assert_eq!(wrap(line, px, bold, max), [line.as_str()]);
        }
        prop_assert_eq!(spaceless(&lines.concat()), spaceless(&text));
    }

    #[test]
    fn lines_are_as_long_as_they_can_be(text in "([a-zé]{1,8} ){0,12}", max in 80f32..200.0) {
        for two in wrap(&text, 10.0, false, max).windows(2) {
            let next = two[1].split(' ').next().unwrap_or_default();
            let one = [two[0].as_str(), " ", next].concat();
            prop_assert!(width(&one, 10.0, false) > max, "{:?}", two);
        }
    }

    #[test]
    fn a_fitted_line_holds_its_width_and_begins_as_the_text(
        text in texts(), px in 1f32..40.0, bold: bool, max in -5f32..300.0,
    ) {
        let line = fit(&text, px, bold, max);
        prop_assert!(line.is_empty() || width(&line, px, bold) <= max);
        if width(&text, px, bold) <= max {
            prop_assert_eq!(line, text);
        } else if let Some(kept) = line.strip_suffix('…') {
            prop_assert!(text.starts_with(kept));
        } else {
            prop_assert!(line.is_empty() && width("…", px, bold) > max);
        }
    }

    #[test]
    fn no_number_makes_it_panic(text in texts(), px in proptest::num::f32::ANY, max in proptest::num::f32::ANY) {
        let lines = wrap(&text, px, true, max);
        prop_assert_eq!(spaceless(&lines.concat()), spaceless(&text));
        let _ = (fit(&text, px, true, max), width(&text, px, true));
    }

    #[test]
    fn a_capital_changes_nothing_but_the_first_character(text in texts()) {
        let rest = |text: &str| text.chars().skip(1).collect::<String>();
        prop_assert_eq!(rest(&capital(&text)), rest(&text));
    }
}

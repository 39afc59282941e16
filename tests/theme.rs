//! Colours: every role has one in every look, and each can be seen and read.

mod common;

use std::collections::HashMap;
use tech_ties::theme::Role;

type Look = HashMap<String, (u8, u8, u8)>;

/// The colours of the look that begins after `from` in the style sheet.
fn look(from: &str) -> Look {
    let css = common::read("static/style.css");
    let block = css.split_once(from).and_then(|(_, rest)| rest.split_once(":root")).expect("a look").1;
    let block = block.split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("its end").0;
    let declarations = block.split(';').filter_map(|declaration| declaration.trim().split_once(": #"));
    declarations.map(|(name, hex)| (name.to_owned(), rgb(hex))).collect()
}

fn rgb(hex: &str) -> (u8, u8, u8) {
    let part = |i| u8::from_str_radix(&hex[i..i + 2], 16).expect("two digits");
    (part(0), part(2), part(4))
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

/// The contrast of two colours of a look, as WCAG 2.2 defines it: 1 to 21.
fn contrast(look: &Look, a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(look[a]), luminance(look[b]));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const LOOKS: [&str; 3] = ["", "(prefers-color-scheme: dark)", "@media print"];

#[test]
fn every_role_has_a_colour_in_every_look() {
    for from in LOOKS {
        let look = look(from);
        for role in Role::ALL {
            assert!(look.contains_key(role.property()), "{} is missing after `{from}`", role.property());
        }
    }
}

#[test]
fn dark_is_dark_whoever_chose_it() {
    assert_eq!(look("(prefers-color-scheme: dark)"), look("against their system. */"));
}

#[test]
fn a_role_stands_at_its_index() {
    for (i, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, i, "{role:?}");
    }
}

#[test]
fn text_can_be_read_and_marks_can_be_seen() {
    for from in LOOKS {
        let look = look(from);
        let at_least = |a: &str, b: &str, least: f64| {
            let found = contrast(&look, a, b);
            assert!(found >= least, "{a} on {b} after `{from}`: {found:.2}, wanted {least}");
        };
        for text in ["--ink", "--muted"] {
            at_least(text, "--ground", 4.5);
        }
        for ground in ["--brics-pale", "--africa-pale"] {
            at_least("--ink", ground, 4.5);
        }
        at_least("--on-hue", "--brics", 4.5);
        for mark in ["--bri", "--brics", "--africa", "--asean", "--axis"] {
            at_least(mark, "--ground", 3.0);
        }
    }
}

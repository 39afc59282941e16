//! Colours: every role has one in every look, and each can be seen and read.

mod common;

use common::colour::{self, Linear, Vision, difference, lab, linear};
use drawing::theme::Role;
use std::collections::HashMap;
use std::fmt::Write as _;

type Look = HashMap<String, Linear>;

/// What the look of paper begins after, in a style sheet of its own.
const PAPER: &str = "@media print";

/// The colours of the look that begins after `from` in the style sheet. Paper changes some of the light ones.
fn look(from: &str) -> Look {
    if from == PAPER {
        let mut look = look("");
        look.extend(declared("static/deferred.css", from));
        return look;
    }
    declared("static/style.css", from)
}

/// The colours that the first block for the root after `from` declares.
fn declared(sheet: &str, from: &str) -> Look {
    let css = common::read(sheet);
    let block = css.split_once(from).and_then(|(_, rest)| rest.split_once(":root")).expect("a look").1;
    let block = block.split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("its end").0;
    let declarations = block.split(';').filter_map(|declaration| declaration.trim().split_once(": #"));
    declarations.map(|(name, hex)| (name.to_owned(), linear(hex))).collect()
}

/// The contrast of two colours of a look, as WCAG 2.2 defines it: 1 to 21.
fn contrast(look: &Look, a: &str, b: &str) -> f64 {
    colour::contrast(look[a], look[b])
}

const LOOKS: [&str; 3] = ["", "(prefers-color-scheme: dark)", PAPER];

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
        for ground in ["--hue-1-pale", "--hue-2-pale", "--hue-3-pale", "--hue-4-pale"] {
            at_least("--ink", ground, 4.5);
        }
        at_least("--on-hue", "--hue-2", 4.5);
        for mark in ["--hue-1", "--hue-2", "--hue-3", "--hue-4", "--axis"] {
            at_least(mark, "--ground", 3.0);
        }
    }
}

/// The hues of the four themes.
const HUES: [&str; 4] = ["--hue-1", "--hue-2", "--hue-3", "--hue-4"];

/// What two hues must differ by, in CIEDE2000, for every kind of vision. 1 can just be seen when side by side; marks of
/// charts lie apart and are small.
const APART: f64 = 12.0;

/// What two hues must differ by in lightness (L*, 0 to 100), which is all that greyscale leaves of them.
const LIGHTNESS_APART: f64 = 7.0;

/// Each pair of hues of a look.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    HUES.iter().enumerate().flat_map(|(i, a)| HUES.iter().skip(i + 1).map(|b| (*a, *b)))
}

/// The difference of two colours for each kind of vision, and in lightness alone.
fn apart(a: Linear, b: Linear) -> ([f64; 4], f64) {
    let seen = Vision::ALL.map(|vision| difference(lab(vision.sees(a)), lab(vision.sees(b))));
    (seen, (lab(a)[0] - lab(b)[0]).abs())
}

/// All hues and pairs of a look, as a table to choose better ones by.
fn table(look: &Look) -> String {
    let mut table = String::from("hue         on ground    L*\n");
    for hue in HUES {
        let _ = writeln!(table, "{hue:<10} {:>10.2} {:>5.1}", contrast(look, hue, "--ground"), lab(look[hue])[0]);
    }
    table.push_str("pair                 normal protan deutan tritan     L*\n");
    for (a, b) in pairs() {
        let ([normal, protan, deutan, tritan], lightness) = apart(look[a], look[b]);
        let pair = format!("{a} {b}");
        let _ = writeln!(table, "{pair:<20} {normal:>6.1} {protan:>6.1} {deutan:>6.1} {tritan:>6.1} {lightness:>6.1}");
    }
    table
}

#[test]
fn hues_stay_apart_for_colour_blind_readers_and_in_greyscale() {
    for from in LOOKS {
        let look = look(from);
        for (a, b) in pairs() {
            let (seen, lightness) = apart(look[a], look[b]);
            let close = seen.into_iter().any(|difference| difference < APART) || lightness < LIGHTNESS_APART;
            assert!(
                !close,
                "{a} and {b} after `{from}`: wanted {APART} and, in L*, {LIGHTNESS_APART}\n{}",
                table(&look)
            );
        }
    }
}

/// A pale stands for background beside the hue, and lies on the ground without a border.
#[test]
fn a_pale_is_neither_its_hue_nor_the_ground() {
    for from in LOOKS {
        let look = look(from);
        for hue in HUES {
            let Some(pale) = look.get(&format!("{hue}-pale")) else { continue };
            let found = colour::contrast(look[hue], *pale);
            assert!(found >= 3.0, "{hue} on its pale after `{from}`: {found:.2}, wanted 3");
            for vision in Vision::ALL {
                let found = difference(lab(vision.sees(*pale)), lab(vision.sees(look["--ground"])));
                assert!(found >= 5.0, "{hue}-pale on the ground after `{from}`, {vision:?}: {found:.1}, wanted 5");
            }
        }
    }
}

/// Pairs and results from the test data that Sharma, Wu and Dalal published with the formula; red as Machado's matrices
/// leave it.
#[test]
fn the_measures_are_those_that_were_published() {
    let known = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
        ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
    ];
    for (a, b, wanted) in known {
        assert!((difference(a, b) - wanted).abs() < 1e-4, "{a:?} {b:?}: {}", difference(a, b));
    }
    assert!((lab(linear("ffffff"))[0] - 100.0).abs() < 1e-3);
    let red = lab(linear("ff0000"));
    assert!((red[0] - 53.24).abs() < 0.01 && (red[1] - 80.09).abs() < 0.01 && (red[2] - 67.20).abs() < 0.01, "{red:?}");
    let green = Vision::Deutan.sees(linear("00ff00"));
    assert!((green[0] - 0.860646).abs() < 1e-9 && Vision::Protan.sees([1.0; 3]).iter().all(|part| *part > 0.999));
}

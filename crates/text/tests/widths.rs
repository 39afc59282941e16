//! The kept widths are those of the fonts.

use std::collections::BTreeSet;
use std::fmt::{Display, Write};
use std::path::{Path, PathBuf};
use ttf_parser::Face;

/// Typographic marks beyond Latin letters that the fonts have.
const MARKS: &str = "\u{202f}‐‑‒–—―‘’‚“”„•…←↑→↓−";

/// What else is covered. The fonts in the repository are cut down to what pictures of the page need, and lack these.
/// The whole fonts have them; the widths here are those of Liberation Sans, whose metrics are the same.
const LACKING: &[(&str, [u16; 2])] = &[
    ("′", [188, 240]),
    ("įĵĺļłſ", [222, 278]),
    ("ĨĩĪīĬĭĮİı", [278, 278]),
    ("ţŧ", [278, 333]),
    ("ľ", [292, 385]),
    ("‹›", [333, 333]),
    ("ŕŗř", [333, 389]),
    ("ŀ", [334, 479]),
    ("″", [354, 479]),
    ("ť", [375, 479]),
    ("ĳ", [444, 556]),
    ("źżž↕", [500, 500]),
    ("ćĉċčĴķĸśŝşšŷ", [500, 556]),
    ("√≈≠≤≥", [549, 549]),
    ("āăąēĕėęě†‡€", [556, 556]),
    ("đĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų", [556, 611]),
    ("ŉ", [604, 708]),
    ("ŢŤŦŹŻŽ", [611, 611]),
    ("ď", [615, 719]),
    ("ĒĔĖĘĚŚŜŞŠŶŸ", [667, 667]),
    ("ĀĂĄĶ", [667, 722]),
    ("∞", [713, 713]),
    ("ĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲ", [722, 722]),
    ("ŵ", [722, 778]),
    ("Ŋ", [723, 723]),
    ("Ĳ", [735, 785]),
    ("ĜĞĠĢŌŎŐ", [778, 778]),
    ("œŴ", [944, 944]),
    ("Œ‰™↔", [1000, 1000]),
    ("№", [1073, 1115]),
    // Arial has no such spaces. Browsers make them: a digit, a half, one, a fifth and a sixteenth of an em wide.
    ("\u{2007}", [556, 556]),
    ("\u{2002}", [500, 500]),
    ("\u{2003}", [1000, 1000]),
    ("\u{2009}", [200, 200]),
    ("\u{200a}", [63, 63]),
];

fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The advance width of a character in thousandths of the font size.
fn advance(face: &Face, character: char) -> Option<u16> {
    let units = face.glyph_hor_advance(face.glyph_index(character)?)?;
    Some((f64::from(units) * 1000.0 / f64::from(face.units_per_em())).round() as u16)
}

/// A table in rows of at most 120 columns.
fn table<T: Display>(comment: &str, name: &str, of: &str, rows: &[T]) -> String {
    let mut text = format!("\n/// {comment}\n#[rustfmt::skip]\npub(crate) static {name}: [{of}; {}] = [", rows.len());
    let mut column = usize::MAX;
    for row in rows {
        let row = format!("{row},");
        if column.saturating_add(row.len() + 1) > 120 {
            text.push_str("\n   ");
            column = 3;
        }
        column += row.len() + 1;
        write!(text, " {row}").expect("a string takes all");
    }
    text + "\n];\n"
}

fn generated(regular: &Face, bold: &Face) -> String {
    let lacking = |character| LACKING.iter().find(|(all, _)| all.contains(character)).map(|(_, widths)| *widths);
    let widths = |character: char| {
        let told = advance(regular, character).zip(advance(bold, character)).map(<[u16; 2]>::from);
        match (told, lacking(character)) {
            (Some(_), Some(_)) => panic!("the fonts have {character:?} by now: strike it from LACKING"),
            (told, typed) => told.or(typed).unwrap_or_else(|| panic!("nothing tells the width of {character:?}")),
        }
    };
    let letters: Vec<char> = (' '..='~').chain('\u{a0}'..='\u{17f}').collect();
    let beyond = LACKING.iter().flat_map(|(all, _)| all.chars()).filter(|each| *each > '\u{17f}');
    let marks: Vec<char> = MARKS.chars().chain(beyond).collect::<BTreeSet<_>>().into_iter().collect();
    let all: Vec<[u16; 2]> = letters.iter().chain(&marks).map(|each| widths(*each)).collect();
    let distinct: Vec<[u16; 2]> = all.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let kinds: Vec<u8> = all
        .iter()
        .map(|pair| distinct.binary_search(pair).expect("it is one of them"))
        .map(|kind| u8::try_from(kind).expect("there are fewer than 256 distinct widths"))
        .collect();

    let head = "//! Advance widths of Arimo, and so of Arial: from the fonts in `assets/fonts`, and what those lack from a table\n\
        //! in `tests/widths.rs`. That test generates this file: run it with ACCEPT=1 to write it anew.\n";
    let pairs: Vec<String> = distinct.iter().map(|[regular, bold]| format!("[{regular}, {bold}]")).collect();
    let codes: Vec<String> = marks.iter().map(|mark| format!("{:#06x}", u32::from(*mark))).collect();
    [
        head.to_owned(),
        table(
            "The widths that occur, regular and bold, in thousandths of the font size.",
            "WIDTHS",
            "[u16; 2]",
            &pairs,
        ),
        table("The typographic marks beyond U+017F, in order.", "MARKS", "u16", &codes),
        table(
            "Which of the widths each character has: U+0020 to U+007E, U+00A0 to U+017F, then the marks.",
            "KINDS",
            "u8",
            &kinds,
        ),
    ]
    .concat()
}

#[test]
fn kept_widths_are_those_of_the_fonts() {
    let read = |path: &str| std::fs::read(repo(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (regular, bold) = (read("assets/fonts/Arimo-Regular.ttf"), read("assets/fonts/Arimo-Bold.ttf"));
    let face = |data| Face::parse(data, 0).expect("a font");
    assert_kept("crates/text/src/widths.rs", &generated(&face(&regular), &face(&bold)));
}

/// Compares a text with the one kept in the repository. With ACCEPT=1 in the environment the new one is kept instead.
fn assert_kept(path: &str, now: &str) {
    let kept = std::fs::read_to_string(repo(path)).unwrap_or_default();
    if kept == now {
        return;
    }
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(repo(path), now).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let line = kept.lines().zip(now.lines()).take_while(|(kept, now)| kept == now).count();
    panic!(
        "{path} changed, first in line {}:\n  kept: {}\n  now:  {}\nIf that is meant, run `cargo xtask test --accept` and review the difference.",
        line + 1,
        kept.lines().nth(line).unwrap_or("(end)"),
        now.lines().nth(line).unwrap_or("(end)"),
    );
}

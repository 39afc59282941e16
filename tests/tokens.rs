//! One set of design tokens: what charts share with the style sheet is the same in both.

mod common;

use drawing::theme::{FAMILY, TextSize};

/// The value of a custom property in the style sheet.
fn token(css: &str, name: &str) -> String {
    let (_, rest) = css.split_once(&format!("  {name}: ")).unwrap_or_else(|| panic!("{name} is not in style.css"));
    rest.split_once(';').expect("its end").0.to_owned()
}

/// A length in rem, in CSS px at the usual size of text.
fn px(length: &str) -> f32 {
    length.strip_suffix("rem").and_then(|number| number.parse::<f32>().ok()).expect("a length in rem") * 16.0
}

#[test]
fn charts_are_set_in_the_page_s_sans() {
    let css = common::read("static/style.css");
    assert_eq!(token(&css, "--sans").replace('"', ""), FAMILY);
}

#[test]
fn text_in_charts_keeps_to_the_page_s_sizes() {
    let css = common::read("static/style.css");
    for (size, name) in [
        (TextSize::Small, "--tick"),
        (TextSize::Body, "--label"),
        (TextSize::Strong, "--label"),
        (TextSize::Title, "--panel"),
    ] {
        assert_eq!(size.px(), px(&token(&css, name)), "{name}");
    }
}

#[test]
fn no_text_on_the_page_is_smaller_than_twelve_px() {
    let css = common::read("static/style.css");
    for name in ["--tick", "--small", "--label", "--text", "--body", "--panel", "--title"] {
        assert!(px(&token(&css, name)) >= 12.0, "{name}");
    }
}

/// Sizes are said once: rules name a token instead of a length. Paper has sizes of its own.
#[test]
fn rules_name_tokens_for_sizes_of_text() {
    let deferred = common::read("static/deferred.css");
    let screen = deferred.split_once("@media print").expect("a print part").0.to_owned();
    for sheet in [common::read("static/style.css"), screen, common::read("static/share.css")] {
        for line in sheet.lines().map(str::trim) {
            let size = line.strip_prefix("font-size: ").or_else(|| line.strip_prefix("font: ")?.split('/').next());
            let size = size.map(|size| size.trim_start_matches("700 ").trim_end_matches(';'));
            let known = |size: &str| size.starts_with("var(--") || size.starts_with("clamp(") || size == "inherit";
            assert!(size.is_none_or(known), "`{line}` should name a token");
        }
    }
}

/// Browsers colour their bars before any style is there, so the page's head has the grounds once more.
#[test]
fn bars_of_the_browser_have_the_page_s_ground() {
    let (css, html) = (common::read("static/style.css"), common::read("index.html"));
    let (light, dark) = css.split_once("(prefers-color-scheme: dark)").expect("a dark look");
    for (look, css) in [("light", light), ("dark", dark)] {
        let meta = format!("content=\"{}\" media=\"(prefers-color-scheme: {look})\"", token(css, "--ground"));
        assert!(html.contains(&meta), "index.html should have {meta}");
    }
}

#[test]
fn the_headline_face_is_small_and_covers_what_headlines_say() {
    let face = std::fs::metadata(common::repo("static/headline.woff2")).expect("the face").len();
    assert!(face < 25_000, "{face} bytes");
    let story = common::story();
    let titles = story.charts.iter().map(|chart| chart.text.title.clone());
    let headlines = story.sections.iter().map(|section| section.headline.clone()).chain([story.page.headline.clone()]);
    for headline in headlines.chain(titles) {
        let beyond = headline.chars().find(|c| !(' '..='~').contains(c) && !"\u{a0}·×–—‘’“”…".contains(*c));
        assert_eq!(beyond, None, "`{headline}` has a character that the subset lacks");
    }
}

//! Each chart as SVG at two widths, kept in tests/output to be looked at when it changes.

mod common;

use tech_ties::charts::Chart;
use tech_ties::paint::svg;
use tech_ties::scene::Target;
use tech_ties::state::State;

/// The custom properties of the light and the dark look, as the page's style has them.
fn tokens() -> String {
    let css = common::read("static/style.css");
    let root = |from: &str| {
        let rest = css.split_once(from).expect("the block").1;
        let block = rest.split_once(":root").and_then(|(_, rest)| rest.split_once('{')).expect("its root").1;
        let block = block.split_once('}').expect("its end").0;
        block.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    format!(
        "svg {{ {} }} @media (prefers-color-scheme: dark) {{ svg {{ {} }} }}",
        root(""),
        root("(prefers-color-scheme: dark)")
    )
}

#[test]
fn charts_look_as_they_did() {
    let graphic = common::story().graphic();
    let tokens = tokens();
    for chart in Chart::ALL {
        for width in [360.0, 1200.0] {
            let words = svg::Words { class: chart.name(), label: &chart.text(&graphic).title, title: &Target::name };
            let picture =
                svg::fixed(&chart.scene(&graphic, &State::default(), width), &words, &tokens).expect("a picture");
            common::assert_kept(&format!("tests/output/{}-{width}.svg", chart.name()), &picture);
        }
    }
}

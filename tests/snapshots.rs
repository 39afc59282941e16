//! Each chart as SVG at two widths, and as readers may choose it, kept in tests/output to be looked at when it changes.

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

/// What a reader chose, and the name that its picture carries.
const CHOSEN: [(Chart, &str, &str); 4] = [
    (Chart::Agreements, "?count=institutions&order=source", "institutions"),
    (Chart::Agreements, "?order=source", "source"),
    (Chart::Membership, "?year=2015", "2015"),
    (Chart::Yields, "?field=2.5", "field"),
];

#[test]
fn charts_look_as_they_did() {
    for chart in Chart::ALL {
        for width in [360.0, 1200.0] {
            assert_looks(chart, "", width, &format!("{}-{width}", chart.name()));
        }
    }
    for (chart, query, name) in CHOSEN {
        assert_looks(chart, query, 360.0, &format!("{}-{name}-360", chart.name()));
    }
}

fn assert_looks(chart: Chart, query: &str, width: f32, name: &str) {
    let graphic = common::story().graphic();
    let state = State::read(query, &graphic.charts.membership);
    let words = svg::Words { class: chart.name(), label: &chart.text(&graphic).title, title: &Target::name };
    let picture = svg::fixed(&chart.scene(&graphic, &state, width), &words, &tokens()).expect("a picture");
    common::assert_kept(&format!("tests/output/{name}.svg"), &picture);
}

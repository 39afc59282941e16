//! Each chart as SVG at two widths, and as readers may choose it, kept in tests/output to be looked at when it changes.

mod common;

use drawing::paint::svg::{self, RowWords};

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
const CHOSEN: [(&str, &str, &str); 4] = [
    ("agreements", "?count=institutions&order=source", "institutions"),
    ("agreements", "?order=source", "source"),
    ("membership", "?year=2015", "2015"),
    ("yields", "?field=2.5", "field"),
];

#[test]
fn charts_look_as_they_did() {
    for id in ["agreements", "membership", "yields"] {
        for width in [360.0, 1200.0] {
            assert_looks(id, "", width, &format!("{id}-{width}"));
        }
    }
    for (id, query, name) in CHOSEN {
        assert_looks(id, query, 360.0, &format!("{id}-{name}-360"));
    }
}

fn assert_looks(id: &str, query: &str, width: f32, name: &str) {
    let graphic = common::story().graphic();
    let shown = common::shown(&graphic, id, query);
    let row = |row: usize| {
        let row = &shown.content.rows[row];
        RowWords { fact: row.fact.to_string(), title: row.name(&graphic.words) }
    };
    let words = svg::Words { class: id, label: &shown.chart.text.title, row: &row };
    let picture = svg::fixed(&shown.scene(width), &words, &tokens()).expect("a picture");
    common::assert_kept(&format!("tests/output/{name}.svg"), &picture);
}

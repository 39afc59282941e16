//! What the dialog asks the program for: a chart in the view of a query, in colours, with a link, so many px wide. Each
//! comes from the address of the page.

use crate::{GRAPHICS, drawn};
use charts::colors::{ColorScheme, Palette};
use charts::export::{Format, Picture, find};

pub(crate) fn seeds() -> Vec<String> {
    let texts = [
        "agreements\n?count=people\ndark\n#aa0011 #ffdddd #ffffff\nhttps://example.org/?a=1&b=<2>\n360",
        "membership\n?year=2015\nlight\n\n\n10000",
        "yields\n?field=2.5\nauto\nred\"/><script>\njavascript:alert(1)\n0",
    ];
    texts.map(str::to_owned).into()
}

/// There is no such chart, or the picture is XML that runs nothing.
pub(crate) fn check(text: &str) {
    let mut lines = text.split('\n');
    let mut line = || lines.next().unwrap_or_default();
    let (id, query, scheme, accent, link) = (line(), line(), line(), line(), line());
    let width = line().parse().unwrap_or(f32::NAN);
    for graphic in GRAPHICS.iter() {
        let Some((chart, view)) = find(graphic, id, query) else { continue };
        let palette = Palette::new(ColorScheme::named(scheme)).with_accent(1, accent);
        let picture = Picture { graphic, chart, view: &view, palette: &palette, link };
        drawn::safe(&picture, Format::Page { width });
        drawn::safe(&picture, Format::Social);
    }
}

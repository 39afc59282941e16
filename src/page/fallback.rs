//! The charts as pictures that need no script: inline SVG, one for each layout, each right at every width it serves.

use charts::{Content, Layout, View, scene};
use drawing::paint::svg::{self, RowWords};
use story::{Chart, ChartId, Graphic};
use yew::prelude::*;

/// A chart in one layout.
#[derive(PartialEq)]
pub(super) struct Fallback {
    pub(super) chart: ChartId,
    svg: AttrValue,
}

impl Fallback {
    pub(super) fn html(&self) -> Html {
        Html::from_html_unchecked(self.svg.clone())
    }
}

/// Every chart in every layout.
///
/// # Errors
/// If a layout cannot be fluid.
pub(super) fn all(graphic: &Graphic, contents: &[Content]) -> Result<Vec<Fallback>, String> {
    let charts = graphic.charts.iter().zip(contents);
    let pairs = charts.flat_map(|chart| Layout::ALL.map(|layout| (chart, layout)));
    pairs.map(|((chart, content), layout)| fallback(graphic, chart, content, layout)).collect()
}

fn fallback(graphic: &Graphic, chart: &Chart, content: &Content, layout: Layout) -> Result<Fallback, String> {
    let class = format!("fallback {}", layout.name());
    let row = |row: usize| {
        let words = |row: &charts::Row| RowWords { fact: row.fact.to_string(), title: row.whole(&graphic.words) };
        content.rows.get(row).map(words).unwrap_or_default()
    };
    let words = svg::Words { class: &class, label: &chart.text.title, row: &row };
    let scene = |width| scene(graphic, chart, content, &View::default(), width);
    let (narrow, wide) = (layout.narrowest(), layout.narrowest() * 1.5);
    let svg = svg::fluid(&scene(narrow), &scene(wide), &words);
    let svg = svg.map_err(|problem| format!("{} ({}): {problem}", chart.id, layout.name()))?;
    Ok(Fallback { chart: chart.id.clone(), svg: svg.into() })
}

//! The charts as pictures that need no script: inline SVG, one for each layout, each right at every width it serves.

use crate::charts::{Chart, Layout};
use crate::paint::svg;
use crate::scene::Target;
use crate::state::State;
use crate::story::{FactId, Graphic, Spoken};
use yew::prelude::*;

/// A chart in one layout.
#[derive(PartialEq)]
pub(super) struct Still {
    pub(super) chart: Chart,
    svg: AttrValue,
}

impl Still {
    pub(super) fn html(&self) -> Html {
        Html::from_html_unchecked(self.svg.clone())
    }
}

/// Every chart in every layout.
///
/// # Errors
/// If a layout cannot be fluid.
pub(super) fn all(graphic: &Graphic) -> Result<Vec<Still>, String> {
    let pairs = Chart::ALL.into_iter().flat_map(|chart| Layout::ALL.map(|layout| (chart, layout)));
    pairs.map(|(chart, layout)| still(graphic, chart, layout)).collect()
}

fn still(graphic: &Graphic, chart: Chart, layout: Layout) -> Result<Still, String> {
    let class = format!("still {}", layout.name());
    let words = svg::Words { class: &class, label: &chart.text(graphic).title, title: &|target| said(graphic, target) };
    let scene = |width| chart.scene(graphic, &State::default(), width);
    let (narrow, wide) = (layout.narrowest(), layout.narrowest() * 1.5);
    let svg = svg::fluid(&scene(narrow), &scene(wide), &words);
    let svg = svg.map_err(|problem| format!("{} ({}): {problem}", chart.name(), layout.name()))?;
    Ok(Still { chart, svg: svg.into() })
}

/// What is said of a target without any script.
#[must_use]
pub(super) fn said(graphic: &Graphic, target: &Target) -> String {
    let Some(fact) = graphic.fact(&FactId(target.fact.clone())) else { return target.name() };
    let said = Spoken::of(fact, &graphic.words);
    let parts = [target.name(), said.dated, said.place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

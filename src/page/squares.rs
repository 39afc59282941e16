//! The picture at the top: figures of one unit as squares of one size, which tell the hedge as the charts do.

use super::PageContext;
use charts::squares;
use drawing::paint::svg;
use drawing::scene::Scene;
use story::{Bound, Fact, Hedge, Number, Quantity, fill};
use yew::prelude::*;

/// A figure of the picture, for those who see it; the words beside it say the same. None for dates and names, and where no
/// figure is as large as one.
pub(super) fn picture(context: &PageContext, fact: &Fact, hue: u8) -> Option<Html> {
    let quantity = fact.quantity()?;
    drawn(&squares::scene(quantity.value, each(context)?, hue))
}

/// What a square stands for, and what the ends of squares mean.
pub(super) fn legend(context: &PageContext, hue: u8) -> Option<Html> {
    let (graphic, each) = (&context.graphic, each(context)?);
    let figures = lead(context);
    let unit = &figures.first()?.unit;
    let amount = graphic.with_unit(&graphic.number(each), unit, Bound::Exact(each));
    let hedges = Hedge::ALL.into_iter().filter(|hedge| figures.iter().any(|figure| figure.value.hedge() == *hedge));
    let ends = hedges.filter_map(|hedge| {
        Some(html! { <span>{ drawn(&squares::ending(hedge, hue))? }{ context.story.words.legend.hedge(hedge) }</span> })
    });
    Some(html! {
        <p class="squares-legend" aria-hidden="true"><span>{ fill(&context.story.page.square, &amount) }</span>{ for ends }</p>
    })
}

fn drawn(scene: &Scene) -> Option<Html> {
    let svg = svg::paths(scene).ok().filter(|_| !scene.marks.is_empty())?;
    Some(Html::from_html_unchecked(svg.into()))
}

/// The figures of the picture.
fn lead(context: &PageContext) -> Vec<&Quantity> {
    context.story.page.lead.iter().filter_map(|id| context.graphic.fact(id)?.quantity()).collect()
}

/// How many of the unit each square stands for: the same for all, so that the figures can be compared.
fn each(context: &PageContext) -> Option<Number> {
    squares::each(&lead(context).into_iter().map(|quantity| quantity.value).collect::<Vec<_>>())
}

//! The pictures of key figures: squares, which tell the hedge as the charts do.

use super::PageContext;
use charts::squares;
use drawing::paint::svg;
use story::{Bound, Fact, Number, Quantity, UnitId};
use yew::prelude::*;

/// A key figure as squares, for those who see it; the figure beside it has it in words. None for dates and names, and for
/// figures below one.
pub(super) fn picture(context: &PageContext, fact: &Fact, hue: u8) -> Option<Html> {
    let quantity = fact.quantity()?;
    let each = squares::each(&of_unit(context, &quantity.unit))?;
    let scene = squares::scene(quantity.value, each, hue);
    let svg = svg::paths(&scene).ok().filter(|_| !scene.marks.is_empty())?;
    Some(html! {
        <div class="squares" aria-hidden="true">
            { Html::from_html_unchecked(svg.into()) }
            if each != Number::from(1) { <small>{ amount(context, quantity, each) }</small> }
        </div>
    })
}

/// The key figures of one unit: their squares stand for the same, so that they can be compared.
fn of_unit(context: &PageContext, unit: &UnitId) -> Vec<Bound> {
    let key_figures = context.story.page.key_figures.iter();
    let quantities = key_figures.filter_map(|id| context.graphic.fact(id)?.quantity());
    quantities.filter(|quantity| quantity.unit == *unit).map(|quantity| quantity.value).collect()
}

/// What a square stands for.
fn amount(context: &PageContext, quantity: &Quantity, each: Number) -> String {
    let graphic = &context.graphic;
    let amount = graphic.with_unit(&graphic.number(each), &quantity.unit, Bound::Exact(each));
    context.story.page.square.replace("{}", &amount)
}

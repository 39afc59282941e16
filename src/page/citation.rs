//! Where a figure stands: in short, and in full one press away, without scripts too.

use super::PageContext;
use story::{Fact, Provenance};
use yew::prelude::*;

/// The short citation, with the full one folded into it.
pub(super) fn citation(context: &PageContext, fact: &Fact, full: &str) -> Html {
    html! {
        <details class="citation"><summary>{ short(context, fact) }</summary><p>{ full }</p></details>
    }
}

fn short(context: &PageContext, fact: &Fact) -> String {
    let words = &context.story.page.citations;
    match fact.provenance() {
        Provenance::Source(place) => {
            let section = context.graphic.section(&place.section).map_or("", |section| &section.name);
            words.place.replace("{section}", section).replace("{paragraph}", &place.paragraph.to_string())
        }
        Provenance::Work { .. } => words.work.clone(),
        Provenance::Background { .. } => words.background.clone(),
        Provenance::Computed { .. } => words.computed.clone(),
    }
}

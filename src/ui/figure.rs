//! A figure: chart, caption, how to read it, its source and its table.

use super::page::Told;
use super::table::{FactTable, Row};
use crate::charts::{Chart, Layout};
use crate::paint::svg;
use crate::scene::Target;
use crate::story::FactId;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub told: Told,
    pub chart: Chart,
}

#[function_component]
pub(super) fn Figure(props: &Props) -> Html {
    let Props { told, chart } = props;
    let text = chart.text(&told.graphic);
    let name = chart.name();
    let title = format!("{name}-chart-title");
    html! {
        <figure data-chart={name} aria-labelledby={title.clone()}>
            <figcaption>
                <h3 id={title}>{ &text.title }</h3>
                <p class="subtitle">{ &text.subtitle }</p>
            </figcaption>
            <div class="plot">
                { for Layout::ALL.into_iter().map(|layout| still(told, *chart, layout)) }
                <div class="live" data-live={name}></div>
            </div>
            <p class="reading">{ &text.reading }</p>
            <p class="source">{ &text.source }</p>
            <details>
                <summary>{ &told.story.page.show_table }</summary>
                <FactTable told={told.clone()} caption={text.table.clone()} rows={rows(told, *chart)} />
            </details>
        </figure>
    }
}

/// The chart as an SVG that follows the width of its column by itself.
fn still(told: &Told, chart: Chart, layout: Layout) -> Html {
    let text = chart.text(&told.graphic);
    let words = svg::Words {
        class: &format!("still {}", layout.name()),
        label: &text.title,
        title: &|target| title(told, target),
    };
    let (narrow, wide) = (layout.narrowest(), layout.narrowest() * 1.5);
    let picture = svg::fluid(&chart.scene(&told.graphic, narrow), &chart.scene(&told.graphic, wide), &words);
    // A layout that cannot be fluid is a fault in its code, which tests find; the table still has every figure.
    Html::from_html_unchecked(picture.unwrap_or_default().into())
}

/// What is said of a target without any script.
fn title(told: &Told, target: &Target) -> String {
    let Some((_, said)) = told.said(&FactId(target.fact.clone())) else { return String::new() };
    let parts = [target.name(), said.dated, said.place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// The figures of a chart in reading order, in the words that the chart has for them.
fn rows(told: &Told, chart: Chart) -> Vec<Row> {
    let scene = chart.scene(&told.graphic, Layout::Wide.narrowest());
    let row = |target: Target| Row { fact: FactId(target.fact), value: target.value, label: target.label };
    scene.targets.into_iter().map(row).collect()
}

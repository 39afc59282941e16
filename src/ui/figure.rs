//! A figure: chart, caption, how to read it, its source and its table.

use super::page::Told;
use super::still::Still;
use super::table::{FactTable, Row};
use crate::charts::{Chart, Layout};
use crate::scene::Target;
use crate::state::State;
use crate::story::{Fact, FactId, Words};
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
                <h3 id={title}>{ text.title.clone() }</h3>
                <p class="subtitle">{ text.subtitle.clone() }</p>
            </figcaption>
            <a class="skip" href={format!("#{name}-end")}>{ &told.story.page.skip_chart }</a>
            <div class={format!("controls {name}")} data-controls={name}></div>
            <div class="plot" id={name}>
                { for told.stills.iter().filter(|still| still.chart == *chart).map(Still::html) }
                <div class="live" data-live={name}></div>
            </div>
            <p class="reading">{ text.reading.clone() }</p>
            <p class="source" id={format!("{name}-end")} tabindex="-1">{ text.source.clone() }</p>
            <p class="keys" id={format!("{name}-keys")}>{ told.graphic.charts.controls.keys.clone() }</p>
            <details>
                <summary>{ &told.story.page.show_table }</summary>
                <label class="choice">
                    <input type="checkbox" class="flip" />
                    <span>{ &told.story.page.flip }</span>
                </label>
                <FactTable told={told.clone()} caption={text.table.to_string()} rows={rows(told, *chart)} />
            </details>
            { take(told, *chart) }
        </figure>
    }
}

/// The chart as files, and the way to more; `boot.js` shows the button, which needs scripts.
fn take(told: &Told, chart: Chart) -> Html {
    let (words, name) = (&told.story.page.share, chart.name());
    // Links are also read apart from the chart that they belong to.
    let which = || html! { <span class="unseen">{ ": " }{ chart.text(&told.graphic).table.to_string() }</span> };
    html! {
        <p class="take">
            <a href={format!("./charts/{name}.svg")} download="">{ &words.picture }{ which() }</a>
            <a href={format!("./data/{name}.csv")} download="">{ &words.data }{ which() }</a>
            <button type="button" data-share={name} hidden=true>{ &words.open }</button>
        </p>
    }
}

/// The figures of a chart in reading order, in the words that the chart has for them.
fn rows(told: &Told, chart: Chart) -> Vec<Row> {
    let scene = chart.scene(&told.graphic, &State::default(), Layout::Wide.narrowest());
    let row = |target: Target| Row { fact: FactId(target.fact), value: target.value, label: target.label, id: false };
    scene.targets.into_iter().map(row).collect()
}

/// A figure with its digits set apart, so that they can be larger than the hedge before and the unit after them.
pub(super) fn value(fact: &Fact, said: &str, words: &Words) -> Html {
    let digits = fact.quantity().map(|quantity| quantity.digits(words));
    let parts = digits.as_deref().and_then(|digits| Some((said.split_once(digits)?, digits)));
    match parts {
        Some(((before, after), digits)) => {
            html! { <strong><span>{ before }</span><b>{ digits }</b><span>{ after }</span></strong> }
        }
        None => html! { <strong>{ said }</strong> },
    }
}

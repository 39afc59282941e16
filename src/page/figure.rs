//! A figure: its title, the chart, what it holds in words, how to read it, its source, and one row with all else: what the
//! program adds, the table with the files, and the dialog to share it, whose button `boot.js` shows, since it needs scripts.

use super::PageContext;
use super::fallback::Fallback;
use super::table::{FactTable, TableRow};
use story::Chart;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub context: PageContext,
    pub chart: Chart,
    /// The level of its title as a heading: the first where it stands alone.
    #[prop_or("h2")]
    pub level: &'static str,
}

#[function_component]
pub(super) fn Figure(props: &Props) -> Html {
    let Props { context, chart, level } = props;
    let (text, name) = (&chart.text, chart.id.0.clone());
    let title = format!("{name}-chart-title");
    let page = &context.story.page;
    html! {
        <figure data-chart={name.clone()} aria-label={text.table.clone()}>
            // No figcaption: some readers take one for a mere label, and leave it out where they read line by line.
            <div class="caption">
                <@{*level} id={title.clone()}>{ &text.title }</@>
                <p class="subtitle">{ &text.subtitle }</p>
            </div>
            <a class="skip" href={format!("#{name}-end")}>{ &page.skip_chart }</a>
            // Where links past everything lead: it says which chart it is and its finding; once it is live, what it holds and its
            // keys as well (boot.js).
            <div
                class="plot" id={name.clone()} tabindex="-1" role="group" aria-label={text.table.clone()}
                aria-describedby={title}
            >
                { for context.fallbacks.iter().filter(|fallback| fallback.chart == chart.id).map(Fallback::html) }
                <div class="live" data-live={name.clone()}></div>
            </div>
            <p class="unseen" id={format!("{name}-outline")}>{ outline(context, chart) }</p>
            <p class="reading">{ &text.reading }</p>
            <p class="source" id={format!("{name}-end")} tabindex="-1">{ &text.source }</p>
            <div class="row">
                <details class="as-table">
                    <summary>{ &page.show_table }</summary>
                    <label class="choice">
                        <input type="checkbox" class="flip" />
                        <span>{ &page.flip }</span>
                    </label>
                    <FactTable context={context.clone()} caption={text.table.clone()} rows={rows(context, chart)} />
                    { downloads(context, chart) }
                </details>
                <button type="button" data-share={name.clone()} hidden=true>{ &page.share.button }</button>
                // Last, so that what the program adds moves nothing.
                <div class="controls" data-controls={name}></div>
            </div>
        </figure>
    }
}

/// What the chart holds, for those who do not see it at a glance.
fn outline(context: &PageContext, chart: &Chart) -> String {
    let content = context.content(chart);
    content.map(|content| charts::outline::of_chart(&context.story.words, content)).unwrap_or_default()
}

/// The chart as files. Where a file may not be downloaded, it never takes the place of the page.
fn downloads(context: &PageContext, chart: &Chart) -> Html {
    let (words, name) = (&context.story.page.share, &chart.id);
    // Links are also read apart from the chart that they belong to.
    let named = |words: &String| [words, ": ", &chart.text.table].concat();
    html! {
        <p class="take">
            <a href={format!("./charts/{name}.svg")} download="" target="_blank" aria-label={named(&words.picture)}>
                { &words.picture }
            </a>
            <a href={format!("./data/{name}.csv")} download="" target="_blank" aria-label={named(&words.data)}>
                { &words.data }
            </a>
        </p>
    }
}

/// The figures of a chart in reading order, in the words that the chart has for them.
fn rows(context: &PageContext, chart: &Chart) -> Vec<TableRow> {
    let rows = context.content(chart).into_iter().flat_map(|content| &content.rows);
    rows.map(|row| TableRow::of_row(context, row)).collect()
}

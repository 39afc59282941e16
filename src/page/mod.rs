//! The page as HTML, rendered once, at build.

mod card;
mod citation;
mod context;
mod data;
mod fallback;
mod figure;
mod share;
mod squares;
mod table;
mod value;
mod view;
mod whole;

pub use context::PageContext;
pub use view::View;

use card::Card;
use figure::Figure;
use whole::{Page, unseen};
use yew::prelude::*;

/// Renders everything within `<body>` to HTML.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render(context: PageContext) -> Result<String, String> {
    let charts = context.story.charts_on_page().into_iter().map(|chart| chart.id.clone()).collect::<Vec<_>>();
    let data = data::script(&context.graphic, &charts.iter().collect::<Vec<_>>());
    Ok(html_of::<Page>(whole::Props { context })? + &data)
}

fn html_of<C: BaseComponent>(props: C::Properties) -> Result<String, String>
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    // Nothing is hydrated (see ARCHITECTURE.md), so the marks that hydration needs are left out.
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

/// Renders everything within the `<body>` of one view alone.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render_view(context: PageContext, view: View) -> Result<String, String> {
    let data = match &view {
        View::Chart(chart) => data::script(&context.graphic, &[&chart.id]),
        View::Card(_) => String::new(),
    };
    Ok(html_of::<Alone>(AloneProps { context, view })? + &data)
}

/// Renders the dialog in which a chart is downloaded or embedded. It is a file of its own, which only those readers load
/// who open it. `height` tells how high a view is in a frame, in CSS px.
///
/// # Errors
/// If the machine gives no room for the renderer to run in.
pub fn render_share(context: PageContext, height: impl Fn(&View) -> u32) -> Result<String, String> {
    let heights = View::all(&context).into_iter().map(|view| (height(&view), view)).collect();
    html_of::<share::Share>(share::Props { context, heights })
}

#[derive(Properties, PartialEq)]
struct AloneProps {
    context: PageContext,
    view: View,
}

/// A view with the way to the whole page.
#[function_component]
fn Alone(props: &AloneProps) -> Html {
    let AloneProps { context, view } = props;
    let page = &context.story.page;
    html! {
        <>
            <main class={format!("embed {}", context.hue_class(view.section()))} data-embed={view.name().to_owned()}>
                {
                    match view.clone() {
                        View::Chart(chart) => html! { <Figure context={context.clone()} chart={*chart} level="h1" /> },
                        View::Card(section) => html! { <Card context={context.clone()} section={*section} /> },
                    }
                }
                <p class="more"><a href="../../" target="_blank" rel="noopener">{ &page.whole }</a></p>
            </main>
            { unseen(context) }
        </>
    }
}

//! The live parts: in each figure of the prerendered page a canvas, focusable targets and a tooltip.

mod canvas;
mod chart;
mod clock;
mod place;
mod ready;
mod spots;
mod tooltip;
mod watch;

use crate::charts::Chart;
use crate::story::Graphic;
pub use canvas::paint_on;
use chart::LiveChart;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};
use yew::prelude::*;

/// The story, checked and made a constant of the program when the crate was built.
static GRAPHIC: Graphic = include!(concat!(env!("OUT_DIR"), "/graphic.rs"));

/// Starts the live parts. What cannot be started leaves the page as it is.
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let hosts: Vec<(Chart, Element)> =
        Chart::ALL.into_iter().filter_map(|chart| Some((chart, host(&document, chart)?))).collect();
    let ready = ready::Ready::after(hosts.len());
    // Yew wants a root of its own; the live parts hang in the figures, so this one stays empty and outside the page.
    if let Ok(root) = document.create_element("div") {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { hosts, ready }).render();
    }
}

/// The place in the page where a chart's live parts go, emptied of what an earlier start may have left.
fn host(document: &Document, chart: Chart) -> Option<Element> {
    let host = document.query_selector(&format!("[data-live={}]", chart.name())).ok()??;
    host.set_text_content(None);
    Some(host)
}

#[derive(Properties, PartialEq)]
struct AppProps {
    hosts: Vec<(Chart, Element)>,
    ready: ready::Ready,
}

/// One application for all charts of the page. They grow one after the other, so that no task holds up a reader's tap.
#[function_component]
fn App(props: &AppProps) -> Html {
    let grown = use_state_eq(|| 1_usize);
    use_effect_with(*grown, {
        let next = (*grown < props.hosts.len()).then(|| grown.setter());
        move |grown| {
            let grown = *grown;
            let step = next.map(|next| clock::Timer::after(0, move || next.set(grown + 1)));
            move || drop(step)
        }
    });
    let grow = |(chart, host): &(Chart, Element)| {
        let live = html! {
            <LiveChart chart={*chart} host={host.clone()} ready={props.ready.clone()} />
        };
        // With a key, since Yew would else take the chart that is added for the one before it.
        html! { <key={chart.name()}>{ create_portal(live, host.clone()) }</> }
    };
    html! { <>{ for props.hosts.iter().take(*grown).map(grow) }</> }
}

/// Turns what JavaScript threw into nothing: for calls that only fail where the page is already gone.
fn ignore<T>(_: Result<T, JsValue>) {}

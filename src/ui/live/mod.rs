//! The live parts: in each figure of the prerendered page a canvas, focusable targets and a tooltip.

mod address;
mod canvas;
mod chart;
mod clock;
mod controls;
mod links;
mod listen;
mod place;
mod ready;
mod spots;
mod tooltip;
mod watch;

use crate::charts::Chart;
use crate::state::{Order, State, Yield};
use crate::story::{FactId, Family, Graphic};
pub use canvas::paint_on;
use chart::LiveChart;
use controls::Controls;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, window};
use yew::prelude::*;

/// The story, checked and made a constant of the program when the crate was built.
pub static GRAPHIC: Graphic = include!(concat!(env!("OUT_DIR"), "/graphic.rs"));

/// Starts the live parts. What cannot be started leaves the page as it is.
pub fn start() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let host = |kind, chart| host(&document, kind, chart);
    let hosts: Vec<Host> = Chart::ALL
        .into_iter()
        .filter_map(|chart| Some(Host { chart, live: host("live", chart)?, controls: host("controls", chart)? }))
        .collect();
    let Ok(Some(rem)) = document.query_selector("[data-rem]") else { return };
    let ready = ready::Ready::after(hosts.len());
    // Yew wants a root of its own; the live parts hang in the figures, so this one stays empty and outside the page.
    if let Ok(root) = document.create_element("div") {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { hosts, rem, ready }).render();
    }
}

/// The places in the page where a chart's live parts go.
#[derive(Clone, PartialEq)]
struct Host {
    chart: Chart,
    live: Element,
    controls: Element,
}

/// One such place, emptied of what an earlier start may have left.
fn host(document: &Document, kind: &str, chart: Chart) -> Option<Element> {
    let host = document.query_selector(&format!("[data-{kind}={}]", chart.name())).ok()??;
    host.set_text_content(None);
    Some(host)
}

/// Something that a reader chose.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Count(Option<Family>),
    Order(Order),
    Field(Option<Yield>),
    Year(Option<u16>),
    Fact(Option<FactId>),
}

/// The state of the page, and whether a reader has changed it.
#[derive(Clone, PartialEq)]
struct View {
    state: State,
    last: Option<Chart>,
}

impl Reducible for View {
    type Action = Choice;

    fn reduce(self: Rc<Self>, choice: Choice) -> Rc<Self> {
        let mut view = (*self).clone();
        let state = &mut view.state;
        let chart = match choice {
            Choice::Count(count) => {
                state.count = count;
                Some(Chart::Agreements)
            }
            Choice::Order(order) => {
                state.order = order;
                Some(Chart::Agreements)
            }
            Choice::Field(field) => {
                state.field = field;
                Some(Chart::Yields)
            }
            Choice::Year(year) => {
                state.year = year;
                Some(Chart::Membership)
            }
            Choice::Fact(fact) => {
                state.fact = fact;
                None
            }
        };
        view.last = chart.or(view.last);
        Rc::new(view)
    }
}

#[derive(Properties, PartialEq)]
struct AppProps {
    hosts: Vec<Host>,
    /// An element 16 rem wide, whose width tells the size of the reader's text.
    rem: Element,
    ready: ready::Ready,
}

/// One application for all charts of the page. They grow one after the other, so that no task holds up a reader's tap.
#[function_component]
fn App(props: &AppProps) -> Html {
    let view = use_reducer(|| View { state: address::read(), last: None });
    let grown = use_state_eq(|| 1_usize);
    use_effect_with(*grown, {
        let next = (*grown < props.hosts.len()).then(|| grown.setter());
        move |grown| {
            let grown = *grown;
            let step = next.map(|next| clock::Timer::after(0, move || next.set(grown + 1)));
            move || drop(step)
        }
    });
    address::use_address(&view.state);
    use_announcement(view.last.map(|chart| chart.told(&GRAPHIC, &view.state)));
    use_links(*grown == props.hosts.len(), view.state.fact.clone());
    let choose = {
        let dispatcher = view.dispatcher();
        Callback::from(move |choice| dispatcher.dispatch(choice))
    };
    let text = watch::use_width(&props.rem) / REM;
    let grow = |Host { chart, live, controls }: &Host| {
        let (chart, state, choose) = (*chart, view.state.of(*chart), choose.clone());
        let controls = create_portal(
            html! { <Controls {chart} state={state.clone()} choose={choose.clone()} /> },
            controls.clone(),
        );
        let picture =
            html! { <LiveChart {chart} {state} {choose} {text} host={live.clone()} ready={props.ready.clone()} /> };
        // With a key, since Yew would else take the chart that is added for the one before it.
        html! { <key={chart.name()}>{ controls }{ create_portal(picture, live.clone()) }</> }
    };
    html! { <>{ for props.hosts.iter().take(*grown).map(grow) }</> }
}

/// 16 rem in CSS px, as browsers come.
const REM: f32 = 256.0;

/// How long a change waits for the next before it is announced, in milliseconds.
const CALM_DOWN: i32 = 500;

/// Announces a changed view politely, once.
#[hook]
fn use_announcement(words: Option<String>) {
    use_effect_with(words, |words| {
        let words = words.clone();
        let timer = words.map(|words| clock::Timer::after(CALM_DOWN, move || announce(&words)));
        move || drop(timer)
    });
}

fn announce(words: &str) {
    let status = window().and_then(|window| window.document()?.query_selector("[data-status]").ok().flatten());
    if let Some(status) = status {
        status.set_text_content(Some(words));
    }
}

/// Joins story and charts once all charts are there, and brings the figure into focus that the address names.
#[hook]
fn use_links(grown: bool, fact: Option<FactId>) {
    use_effect_with(grown, move |grown| {
        let document = window().and_then(|window| window.document()).filter(|_| *grown);
        if let (Some(document), Some(fact)) = (&document, fact) {
            links::show(document, &fact.0);
        }
        let links = document.map(links::Links::watch);
        move || drop(links)
    });
}

/// Turns what JavaScript threw into nothing: for calls that only fail where the page is already gone.
fn ignore<T>(_: Result<T, JsValue>) {}

//! One application for all charts of the page.

use super::chart::LiveChart;
use super::controls::{Controls, Explorer};
use super::hooks::{use_typed_effect, use_typed_state};
use super::parts::{Loading, use_parts};
use super::reducer::{Action, Announced, Page, find};
use super::shared::Shared;
use super::{address, links, preferences, watch};
use charts::View;
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use web_sys::{Element, window};
use yew::prelude::*;

/// The places in the page where a chart's live parts go.
#[derive(Clone, PartialEq)]
pub(super) struct Host {
    /// The chart, by its place in the story.
    pub(super) chart: usize,
    pub(super) live: Element,
    pub(super) controls: Element,
}

#[derive(Properties, PartialEq)]
pub(super) struct AppProps {
    pub(super) graphic: Shared,
    pub(super) hosts: Vec<Host>,
    /// An element 16 rem wide, whose width tells the size of the reader's text.
    pub(super) rem: Element,
}

/// The charts become live one after the other, so that no task holds up a reader's tap.
#[function_component]
pub(super) fn App(props: &AppProps) -> Html {
    let graphic = &props.graphic;
    let page = use_reducer(|| Page::new(*graphic, address::read(graphic)));
    let mounted = use_mounted(props.hosts.len());
    address::use_address(graphic, &page);
    address::use_history(graphic, page.dispatcher());
    let open = page.state.open.as_ref().and_then(|open| find(graphic, &page.state, open));
    let (parts, want) = use_parts();
    use_announcement(graphic, &page, parts.explorer);
    let is_painted = parts.painter != Loading::Asked;
    // Of what is not chosen there is a static picture.
    let is_shown = is_painted || props.hosts.iter().all(|host| page.state.view(host.chart) == View::default());
    let is_placed = use_placed(mounted == props.hosts.len());
    use_once(is_placed && is_shown, {
        let open = page.state.open.clone();
        || start(open)
    });
    use_once(is_placed && is_painted, || super::tell("painted"));
    let act = use_callback((), {
        let dispatcher = page.dispatcher();
        move |action: Action, ()| dispatcher.dispatch(action)
    });
    let text = watch::use_width(&props.rem, true) / REM;
    let verbosity = preferences::use_verbosity();
    let live = |Host { chart, live, controls }: &Host| {
        let (chart, view, act) = (*chart, page.state.view(*chart), act.clone());
        let open = open.filter(|(place, _)| *place == chart).map(|(_, row)| row);
        let link = open.map(|_| address::link(graphic, &page.state)).unwrap_or_default();
        let controls = create_portal(
            html! {
                <Controls graphic={*graphic} {chart} view={view.clone()} act={act.clone()} {parts} want={want.clone()} />
            },
            controls.clone(),
        );
        let picture = html! {
            <LiveChart
                graphic={*graphic} {chart} {view} {open} {link} {act} {parts} want={want.clone()} {text} {verbosity}
                host={live.clone()}
            />
        };
        // With a key, since Yew would else take the chart that is added for the one before it.
        html! { <key={chart}>{ controls }{ create_portal(picture, live.clone()) }</> }
    };
    html! { <>{ for props.hosts.iter().take(mounted).map(live) }</> }
}

/// 16 rem in CSS px, as browsers come.
const REM: f32 = 256.0;

/// How many of so many charts are mounted: one more in each task.
#[hook]
fn use_mounted(charts: usize) -> usize {
    let mounted = use_typed_state(|| 1_usize);
    let now = *mounted;
    use_typed_effect(now, move |now| {
        let now = *now;
        let next = (now < charts).then(|| Timeout::new(0, move || mounted.set(now + 1)));
        move || drop(next)
    });
    now
}

/// How long an announcement waits for the next change, in milliseconds: until typing rests.
const DEBOUNCE: u32 = 800;

/// Announces a changed view politely, once.
#[hook]
fn use_announcement(graphic: &Shared, page: &UseReducerHandle<Page>, explorer: Loading<Explorer>) {
    let (graphic, page) = (*graphic, page.clone());
    use_typed_effect(page.announced.clone(), move |announced| {
        let words = match announced {
            Some((_, Announced::Words(words))) => Some(words.clone()),
            Some((_, Announced::Shown(chart))) => {
                explorer.there().and_then(|explorer| (explorer.summary)(&graphic, &page.state, *chart))
            }
            None => None,
        };
        let timeout = words.map(|words| Timeout::new(DEBOUNCE, move || announce(&words)));
        move || drop(timeout)
    });
}

/// Says something through the status of the page.
pub(super) fn announce(words: &str) {
    let status = window().and_then(|window| window.document()?.query_selector("[data-status]").ok().flatten());
    if let Some(status) = status {
        status.set_text_content(Some(words));
    }
}

/// Whether the charts near the screen are in their places, once all are mounted: marks get theirs in the renders that mounting
/// has asked for, which come before the one that this asks for.
#[hook]
fn use_placed(is_mounted: bool) -> bool {
    let is_placed = use_typed_state(|| false);
    let (now, placed) = (*is_placed, is_placed.clone());
    use_typed_effect(is_mounted, move |is_mounted| placed.set(*is_mounted));
    now
}

/// Does something when it becomes possible for the first time.
#[hook]
fn use_once(is_possible: bool, action: impl FnOnce() + 'static) {
    let is_done = use_memo((), |()| Cell::new(false));
    use_typed_effect(is_possible, move |is_possible| {
        if *is_possible && !is_done.replace(true) {
            action();
        }
    });
}

/// Joins story and charts, brings the figure into focus that the address names, and tells boot.js that the charts are live. A
/// page around a frame keeps its place and its focus: there the figure is only open.
fn start(open: Option<charts::Open>) {
    let Some(window) = window() else { return };
    let Some(document) = window.document() else { return };
    let is_framed = !matches!(document.query_selector("[data-framed]"), Ok(None));
    if let Some(open) = open.filter(|_| !is_framed) {
        links::show(&document, &open);
    }
    links::listen(document);
    super::tell("live");
}

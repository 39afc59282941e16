//! The live parts: in each figure of the prerendered page controls, a canvas, hit targets and a tooltip.

mod address;
mod amount;
mod app;
mod canvas;
mod chart;
mod choice;
mod controls;
mod find;
mod frames;
mod hooks;
mod levels;
mod links;
mod listen;
mod painting;
mod parts;
mod place;
mod preferences;
mod reducer;
mod settings;
mod shared;
mod shown;
mod targets;
mod tooltip;
mod watch;
mod year;

pub use canvas::paint_on;

use app::{App, AppProps, Host};
use shared::Shared;
use story::wire;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Event, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition, window};

/// Starts the live parts. What cannot be started leaves the page as it is.
///
/// Throws an error if the page's data is missing or was not made for this program: the page then stays static, and says
/// so.
pub fn start() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Ok(Some(data)) = document.query_selector("[data-story]") else { return };
    let Some(graphic) = wire::read(&data.text_content().unwrap_or_default()) else {
        wasm_bindgen::throw_str("the data of the page is not of this program; load the page again");
    };
    let graphic = Shared::new(graphic);
    let hosts: Vec<Host> = hosts(&document, &graphic);
    let Ok(Some(rem)) = document.query_selector("[data-rem]") else { return };
    // Yew wants a root of its own; the live parts hang in the figures, so this one stays empty and outside the page.
    if let Ok(root) = document.create_element("div") {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { graphic, hosts, rem }).render();
    }
}

/// The places for live parts, in the order of the page.
fn hosts(document: &Document, graphic: &Shared) -> Vec<Host> {
    let Ok(found) = document.query_selector_all("[data-live]") else { return Vec::new() };
    let names = (0..found.length()).filter_map(|i| {
        let live: Element = wasm_bindgen::JsCast::dyn_into(found.item(i)?).ok()?;
        live.get_attribute("data-live")
    });
    let host = |name: String| {
        let chart = graphic.charts.iter().position(|chart| chart.id.0 == name)?;
        let host = |kind| emptied(document, kind, &name);
        Some(Host { chart, live: host("live")?, controls: host("controls")? })
    };
    names.filter_map(host).collect()
}

/// A place for live parts, emptied of what an earlier start may have left.
fn emptied(document: &Document, kind: &str, name: &str) -> Option<Element> {
    let host = document.query_selector(&["[data-", kind, "='", name, "']"].concat()).ok()??;
    host.set_text_content(None);
    Some(host)
}

/// Whether an event comes without a modifier; with one it asks for something of the browser. Events of keys answer as those
/// of mice do.
fn is_plain(event: &MouseEvent) -> bool {
    !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key())
}

/// Tells boot.js something by an event of the window.
fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(event)) {
        ignore(window.dispatch_event(&event));
    }
}

/// Brings an element on the screen.
fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Turns what JavaScript threw into nothing: for calls that only fail where the page is already gone.
fn ignore<T>(_: Result<T, JsValue>) {}

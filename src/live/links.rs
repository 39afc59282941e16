//! Story and charts as one: a figure in the story lights its marks and leads to one of them, a mark leads to its figure.

use super::targets::within;
use charts::Open;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlElement, HtmlInputElement, ScrollLogicalPosition};

const EVENTS: [&str; 3] = ["click", "pointerover", "focusin"];

/// Follows links between figures and marks, and lights the marks of a figure that is pointed at, as long as the page stays.
pub(super) fn listen(document: Document) {
    let page = document.clone();
    // Following a link moves the focus, which is listened for too: the closure is called within itself, which one that
    // may change its own state must not be.
    let act = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if event.type_() != "click" {
            light(&page, &target);
        } else if super::is_plain(event.unchecked_ref()) && follow(&page, &target).is_some() {
            event.prevent_default();
        }
    });
    let act = act.into_js_value();
    for kind in EVENTS {
        super::ignore(document.add_event_listener_with_callback(kind, act.unchecked_ref()));
    }
}

/// Brings a figure into focus: its mark if a chart shows it, else its place in the story.
pub(super) fn show(document: &Document, open: &Open) {
    let marked = match &open.mark {
        Some(mark) => target(document, "data-mark-name", &mark.name()),
        None => target(document, "data-fact", &open.fact.0),
    };
    if let Some(element) = marked.or_else(|| told(document, &open.fact.0)) {
        focus(&element);
    }
}

/// Follows a link from a figure to its mark or back, if `from` is in one.
fn follow(document: &Document, from: &Element) -> Option<()> {
    let link = from.closest("a[data-mark], a[data-told]").ok()??;
    let found = match link.get_attribute("data-mark") {
        Some(mark) => target(document, "data-mark-name", &mark).inspect(turn_over),
        None => told(document, &link.get_attribute("data-told")?),
    };
    focus(&found?);
    Some(())
}

/// Brings back the chart of a mark if its table stands in its place.
fn turn_over(target: &HtmlElement) {
    let figure = target.closest("figure").ok().flatten();
    let flip = figure.and_then(|figure| figure.query_selector(".flip:checked").ok().flatten());
    if let Some(flip) = flip {
        flip.unchecked_into::<HtmlInputElement>().set_checked(false);
    }
}

/// Lights the marks of the figure that `target` belongs to, and no others.
fn light(document: &Document, target: &Element) {
    let figure = target.closest("[data-card] [data-fact]").ok().flatten();
    let fact = figure.and_then(|figure| figure.get_attribute("data-fact"));
    for target in targets(document) {
        let lit = fact.is_some() && target.get_attribute("data-fact") == fact;
        super::ignore(target.toggle_attribute_with_force("data-lit", lit));
    }
}

/// The hit targets of all charts.
fn targets(document: &Document) -> Vec<HtmlElement> {
    document.document_element().map(|page| within(&page)).unwrap_or_default()
}

/// The first hit target with this value of an attribute.
fn target(document: &Document, attribute: &str, value: &str) -> Option<HtmlElement> {
    targets(document).into_iter().find(|target| target.get_attribute(attribute).as_deref() == Some(value))
}

/// Where the story tells a fact, else its row in the table of all facts; what it is folded into is opened.
fn told(document: &Document, fact: &str) -> Option<HtmlElement> {
    let place = |kind: &str| document.get_element_by_id(&[kind, fact].concat());
    let element = place("fact-").or_else(|| place("row-"))?;
    if let Ok(Some(folded)) = element.closest("details") {
        folded.unchecked_into::<HtmlDetailsElement>().set_open(true);
    }
    // Of itself it takes no focus; where no script runs, its address leads there all the same.
    super::ignore(element.set_attribute("tabindex", "-1"));
    element.dyn_into().ok()
}

fn focus(element: &HtmlElement) {
    super::ignore(element.focus());
    super::scroll_to(element, ScrollLogicalPosition::Center);
}

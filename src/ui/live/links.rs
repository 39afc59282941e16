//! Story and charts as one: a figure in the story lights its mark and leads to it, a mark leads to its figure.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlElement};

/// What a document listens for, until it is dropped.
pub(super) struct Links {
    document: Document,
    /// Following a link moves the focus, which is listened for too: it is called within itself.
    act: Closure<dyn Fn(Event)>,
}

const EVENTS: [&str; 3] = ["click", "pointerover", "focusin"];

impl Links {
    /// Follows links between figures and marks, and lights the marks of a figure that is pointed at.
    pub(super) fn watch(document: Document) -> Self {
        let page = document.clone();
        let act = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            if event.type_() != "click" {
                light(&page, &target);
            } else if follow(&page, &target).is_some() {
                event.prevent_default();
            }
        });
        for kind in EVENTS {
            super::ignore(document.add_event_listener_with_callback(kind, act.as_ref().unchecked_ref()));
        }
        Self { document, act }
    }
}

impl Drop for Links {
    fn drop(&mut self) {
        for kind in EVENTS {
            super::ignore(self.document.remove_event_listener_with_callback(kind, self.act.as_ref().unchecked_ref()));
        }
    }
}

/// Brings a figure into focus: its mark if a chart shows it, else its place in the story.
pub(super) fn show(document: &Document, fact: &str) {
    let found = mark(document, ".spot", fact).or_else(|| told(document, fact));
    if let Some(element) = found {
        focus(&element);
    }
}

/// Follows a link from a figure to its mark or back, if `target` is in one.
fn follow(document: &Document, target: &Element) -> Option<()> {
    let link = target.closest("a[data-mark], a[data-told]").ok()??;
    let found = match link.get_attribute("data-mark") {
        Some(fact) => mark(document, &[link.get_attribute("href")?, " .spot".to_owned()].concat(), &fact),
        None => told(document, &link.get_attribute("data-told")?),
    };
    focus(&found?);
    Some(())
}

/// Lights the marks of the figure that `target` belongs to, and no others.
fn light(document: &Document, target: &Element) {
    let figure = target.closest("[data-card] [data-fact]").ok().flatten();
    let fact = figure.and_then(|figure| figure.get_attribute("data-fact"));
    let Ok(spots) = document.query_selector_all(".spot") else { return };
    for i in 0..spots.length() {
        if let Some(spot) = spots.item(i).and_then(|spot| spot.dyn_into::<Element>().ok()) {
            let lit = fact.is_some() && spot.get_attribute("data-fact") == fact;
            super::ignore(spot.toggle_attribute_with_force("data-lit", lit));
        }
    }
}

/// The first of some marks that shows a fact.
fn mark(document: &Document, among: &str, fact: &str) -> Option<HtmlElement> {
    let spots = document.query_selector_all(among).ok()?;
    let spots = (0..spots.length()).filter_map(|i| spots.item(i)?.dyn_into::<HtmlElement>().ok());
    spots.into_iter().find(|spot| spot.get_attribute("data-fact").as_deref() == Some(fact))
}

/// Where the story tells a fact, else its row in the table of all facts; what it is folded into is opened.
fn told(document: &Document, fact: &str) -> Option<HtmlElement> {
    let place = |kind: &str| document.get_element_by_id(&[kind, fact].concat());
    let element = place("fact-").or_else(|| place("row-"))?;
    if let Ok(Some(folded)) = element.closest("details") {
        folded.unchecked_into::<HtmlDetailsElement>().set_open(true);
    }
    element.dyn_into().ok()
}

fn focus(element: &HtmlElement) {
    super::ignore(element.focus());
    element.scroll_into_view_with_scroll_into_view_options(&{
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        options
    });
}

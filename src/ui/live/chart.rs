//! A live chart: the canvas, its targets and the tooltip.

use super::spots::{Act, Spots};
use super::tooltip::Tooltip;
use super::{GRAPHIC, canvas, ready::Ready, watch};
use crate::charts::Chart;
use crate::scene::Scene;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement, Node};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Chart,
    pub(super) host: Element,
    pub(super) ready: Ready,
}

#[function_component]
pub(super) fn LiveChart(props: &Props) -> Html {
    let width = watch::use_width(&props.host);
    let look = watch::use_look();
    let scene = use_memo((width.to_bits(), props.chart), |_| props.chart.scene(&GRAPHIC, width));
    let targets = use_memo((width.to_bits(), props.chart), |_| scene.targets.clone());
    let canvas = use_canvas(scene.clone(), look, props.ready.clone());
    let reading = use_reducer(Reading::default);
    let act = {
        let reading = reading.dispatcher();
        Callback::from(move |act| reading.dispatch(act))
    };
    use_closing(&props.host, reading.shown.is_some(), act.clone());
    let tooltip = format!("{}-tooltip", props.chart.name());
    let shown = reading.shown.and_then(|shown| targets.get(shown)).cloned();
    // A finger leaves whenever it is lifted; only a mouse means it.
    let onpointerleave = {
        let act = act.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                act.emit(Act::Leave);
            }
        })
    };
    html! {
        <div class="layer" {onpointerleave}>
            <canvas ref={canvas} aria-hidden="true" />
            <Spots {targets} current={reading.current} shown={reading.shown} tooltip={tooltip.clone()} {act} />
            if let Some(target) = shown {
                <Tooltip id={tooltip} {target} room={scene.size} />
            }
        </div>
    }
}

/// Where a reader is in a chart.
#[derive(Clone, Copy, Default, PartialEq)]
struct Reading {
    /// The target that Tab comes to.
    current: usize,
    /// The target whose tooltip is shown.
    shown: Option<usize>,
    /// Whether the target was shown before the press that is under way: a second press closes.
    pressed_before: bool,
}

impl Reducible for Reading {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        Rc::new(match act {
            Act::Reach(i) => Self { current: i, shown: Some(i), pressed_before: false },
            // The press that brings the focus opens; the next one on the same target closes.
            Act::Press(i) if self.shown == Some(i) && self.pressed_before => Self { current: i, ..Self::default() },
            Act::Press(i) => Self { current: i, shown: Some(i), pressed_before: true },
            Act::Leave => Self { current: self.current, ..Self::default() },
        })
    }
}

/// A canvas that shows the scene, painted anew when the scene or the look of the page changes.
#[hook]
fn use_canvas(scene: Rc<Scene>, look: u32, ready: Ready) -> NodeRef {
    let canvas = use_node_ref();
    let first = use_mut_ref(|| true);
    let size = (scene.size.width.to_bits(), scene.size.height.to_bits());
    use_effect_with((size, look), {
        let canvas = canvas.clone();
        move |_| {
            let painted = canvas.cast::<HtmlCanvasElement>().and_then(|canvas| canvas::paint_on(&canvas, &scene));
            if painted.is_some() && first.replace(false) {
                ready.painted();
            }
        }
    });
    canvas
}

/// What closes a tooltip that is shown: a tap beside the chart, and Escape wherever the focus is.
#[hook]
fn use_closing(host: &Element, watching: bool, act: Callback<Act>) {
    use_effect_with((host.clone(), watching), move |(host, watching)| {
        let document = host.owner_document().filter(|_| *watching);
        let host = host.clone();
        let pressed = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let beside = || !host.contains(event.target().and_then(|target| target.dyn_into::<Node>().ok()).as_ref());
            if event.dyn_ref::<KeyboardEvent>().map_or_else(beside, |event| event.key() == "Escape") {
                act.emit(Act::Leave);
            }
        });
        let listener = pressed.as_ref().unchecked_ref::<web_sys::js_sys::Function>().clone();
        for (document, kind) in document.iter().flat_map(|document| CLOSING.map(|kind| (document, kind))) {
            super::ignore(document.add_event_listener_with_callback(kind, &listener));
        }
        move || {
            for (document, kind) in document.iter().flat_map(|document| CLOSING.map(|kind| (document, kind))) {
                super::ignore(document.remove_event_listener_with_callback(kind, &listener));
            }
            drop(pressed);
        }
    });
}

/// The events that may close a tooltip.
const CLOSING: [&str; 2] = ["pointerdown", "keydown"];

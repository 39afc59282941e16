//! A live chart: the canvas, its targets and what is said of them.

use super::clock::Frames;
use super::spots::{Act, Spots};
use super::tooltip::Tooltip;
use super::{Choice, GRAPHIC, canvas, ready::Ready, watch};
use crate::charts::{Chart, Layout};
use crate::motion;
use crate::scene::{Scene, Size, Target};
use crate::state::State;
use crate::story::FactId;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, Node};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) chart: Chart,
    pub(super) host: Element,
    /// What the reader chose in this chart.
    pub(super) state: State,
    pub(super) choose: Callback<Choice>,
    pub(super) ready: Ready,
    /// How large the reader's text is, as a multiple of what browsers come with.
    pub(super) text: f32,
}

#[function_component]
pub(super) fn LiveChart(props: &Props) -> Html {
    let width = watch::use_width(&props.host);
    let look = watch::use_look();
    // With larger text the chart is laid out for a narrower column and drawn larger, as far as there is room.
    let scale = props.text.min(width / Layout::Narrow.narrowest()).max(1.0);
    let view = ((width.to_bits(), scale.to_bits()), props.state.clone());
    let scene = use_memo(view.clone(), |_| props.chart.scene(&GRAPHIC, &props.state, width / scale));
    let targets = use_memo(view.clone(), |_| {
        let scaled = |target: &Target| Target { bounds: target.bounds.scaled(scale), ..target.clone() };
        scene.targets.iter().map(scaled).collect::<Vec<_>>()
    });
    let room = Size { width, height: scene.size.height * scale };
    use_place(&props.host, room.height, props.state != State::default() || scale > 1.0);
    let canvas = use_canvas(scene.clone(), (view, look), props.ready.clone());
    let reading = use_reducer_eq(Reading::default);
    let act = {
        let reading = reading.dispatcher();
        Callback::from(move |act| reading.dispatch(act))
    };
    // A new choice may leave other targets in its place, or fewer.
    use_effect_with(props.state.clone(), {
        let act = act.clone();
        move |_| act.emit(Act::Close)
    });
    let current = reading.current.min(targets.len().saturating_sub(1));
    use_closing(&props.host, reading.shown.is_some(), act.clone());
    let tooltip = format!("{}-tooltip", props.chart.name());
    let shown = reading.shown.and_then(|shown| targets.get(shown)).cloned();
    let open = reading.open;
    // The address leads back to the figure that was opened.
    let first = use_mut_ref(|| true);
    use_effect_with(shown.as_ref().filter(|_| open).map(|target| target.fact.clone()), {
        let choose = props.choose.clone();
        move |fact| {
            if !first.replace(false) {
                choose.emit(Choice::Fact(fact.clone().map(FactId)));
            }
        }
    });
    // A finger leaves whenever it is lifted; only a mouse means it.
    let onpointerleave = {
        let act = act.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                act.emit(Act::Leave);
            }
        })
    };
    // Closing gives the focus back to the mark.
    let close = {
        let (host, act) = (props.host.clone(), act.clone());
        Callback::from(move |()| {
            if let Ok(Some(spot)) = host.query_selector(".spot[tabindex='0']") {
                super::ignore(spot.unchecked_into::<HtmlElement>().focus());
            }
            act.emit(Act::Close);
        })
    };
    html! {
        <div class="layer" {onpointerleave}>
            <canvas ref={canvas} aria-hidden="true" />
            <Spots
                {targets} {current} shown={reading.shown} tooltip={tooltip.clone()} {open} {act}
                keys={format!("{}-keys", props.chart.name())}
            />
            if let Some(target) = shown {
                <Tooltip id={tooltip} {target} {open} {close} {room} />
            }
        </div>
    }
}

/// Where a reader is in a chart.
#[derive(Clone, Copy, Default, PartialEq)]
struct Reading {
    /// The target that Tab comes to.
    current: usize,
    /// The target of which something is said.
    shown: Option<usize>,
    /// Whether it was opened to stay.
    open: bool,
}

impl Reducible for Reading {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        Rc::new(match act {
            // What is open stays open while its own target is reached again.
            Act::Reach(i) if self.shown == Some(i) => Self { current: i, ..*self },
            Act::Reach(i) => Self { current: i, shown: Some(i), open: false },
            Act::Press(i) => {
                let closes = self.open && self.shown == Some(i);
                Self { current: i, shown: (!closes).then_some(i), open: !closes }
            }
            Act::Leave if self.open => *self,
            Act::Leave | Act::Close => Self { current: self.current, ..Self::default() },
        })
    }
}

/// Makes room for a scene that is higher or lower than the still picture.
#[hook]
fn use_place(host: &Element, height: f32, chosen: bool) {
    let first = use_mut_ref(|| !chosen);
    use_effect_with((host.parent_element(), height.to_bits()), move |(plot, height)| {
        // The still picture keeps the place until something changes.
        if let Some(plot) = plot.as_ref().filter(|_| !first.replace(false)) {
            super::place::height(plot.unchecked_ref(), f32::from_bits(*height));
        }
    });
}

/// What a picture depends on: width and scale, what was chosen, and the look of the page.
type View = (((u32, u32), State), u32);

/// A canvas that shows the scene, painted anew when the view changes; a choice moves it to its new places.
#[hook]
fn use_canvas(scene: Rc<Scene>, view: View, ready: Ready) -> NodeRef {
    let node = use_node_ref();
    let calm = watch::use_calm();
    let shown = use_mut_ref(|| None::<(Rc<RefCell<Scene>>, View)>);
    let motion = use_mut_ref(|| None::<Frames>);
    use_effect_with(view, {
        let node = node.clone();
        move |view| {
            let Some(canvas) = node.cast::<HtmlCanvasElement>() else { return };
            let before = shown.borrow_mut().take();
            motion.replace(None);
            let scale = f32::from_bits(view.0.0.1);
            let moves = before.as_ref().filter(|(_, ((extent, state), look))| {
                !calm && is_seen(&canvas) && *extent == view.0.0 && *look == view.1 && *state != view.0.1
            });
            if let Some((now, _)) = moves {
                motion.replace(Some(travel(canvas, now.clone(), scene, scale)));
                shown.replace(Some((now.clone(), view.clone())));
                return;
            }
            if canvas::paint_on(&canvas, &scene, scale).is_some() && before.is_none() {
                ready.painted();
            }
            shown.replace(Some((Rc::new(RefCell::new((*scene).clone())), view.clone())));
        }
    });
    node
}

/// Whether any of an element is on the screen: what nobody sees need not move.
fn is_seen(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let height = element.owner_document().and_then(|document| document.document_element());
    let height = height.map_or(0, |root| root.client_height());
    rect.bottom() > 0.0 && rect.top() < f64::from(height)
}

/// Moves from what the canvas shows now to another scene; dropping the frames leaves it where it is.
fn travel(canvas: HtmlCanvasElement, now: Rc<RefCell<Scene>>, to: Rc<Scene>, scale: f32) -> Frames {
    let from = now.borrow().clone();
    let mut start = None;
    Frames::run(move |time| {
        let part = ((time - *start.get_or_insert(time)) / motion::DURATION) as f32;
        let scene = if part < 1.0 { motion::between(&from, &to, motion::ease(part)) } else { (*to).clone() };
        canvas::paint_on(&canvas, &scene, scale);
        now.replace(scene);
        part < 1.0
    })
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
                act.emit(Act::Close);
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

//! A live chart: the canvas, its hit targets and what is said of them.

use super::frames::Frames;
use super::reducer::{Action, opening};
use super::shared::Shared;
use super::targets::{HitTargets, TargetAction};
use super::tooltip::Tooltip;
use super::{canvas, place, ready::Ready, watch};
use charts::{Content, Layout, View, scene};
use drawing::motion;
use drawing::scene::{HitTarget, Scene, Size};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlCanvasElement, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) graphic: Shared,
    /// The chart, by its place in the story.
    pub(super) chart: usize,
    pub(super) host: Element,
    /// What the reader chose in this chart.
    pub(super) view: View,
    /// The row that is open, by its place in the content.
    pub(super) open: Option<usize>,
    /// The address of the page with that row open.
    pub(super) link: String,
    pub(super) act: Callback<Action>,
    pub(super) ready: Ready,
    /// How large the reader's text is, as a multiple of what browsers come with.
    pub(super) text: f32,
}

#[function_component]
pub(super) fn LiveChart(props: &Props) -> Html {
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    let width = watch::use_width(&props.host);
    let colors = watch::use_colors();
    // With larger text the chart is laid out for a narrower column and drawn larger, as far as there is room.
    let scale = props.text.min(width / Layout::Narrow.narrowest()).max(1.0);
    let content = use_memo(props.view.clone(), |view| Content::of(&props.graphic, chart, view));
    let picture = ((width.to_bits(), scale.to_bits()), props.view.clone());
    let scene = use_memo(picture.clone(), |_| scene(&props.graphic, chart, &content, &props.view, width / scale));
    let targets = use_memo(picture.clone(), |_| {
        let scaled = |target: &HitTarget| HitTarget { bounds: target.bounds.scaled(scale), ..target.clone() };
        scene.targets.iter().map(scaled).collect::<Vec<_>>()
    });
    let room = Size { width, height: scene.size.height * scale };
    let is_chosen = props.view != View::default();
    use_height(&props.host, room.height, is_chosen || scale > 1.0);
    let canvas = use_canvas(scene.clone(), (picture, colors), props.ready.clone());
    let reading = use_reducer_eq(Reading::default);
    let open = props.open.and_then(|row| targets.iter().position(|target| target.row == row));
    let act = {
        let (reading, act) = (reading.dispatcher(), props.act.clone());
        let (graphic, place, content, targets) = (props.graphic, props.chart, content.clone(), targets.clone());
        Callback::from(move |action| {
            // Activating what is open closes it.
            let closes = matches!(action, TargetAction::Activate(i) if open == Some(i));
            reading.dispatch(if closes { TargetAction::Close } else { action });
            let row = |i: usize| content.rows.get(targets.get(i)?.row);
            match action {
                TargetAction::Activate(i) if open != Some(i) => {
                    if let Some(open) = row(i).and_then(|row| opening(&graphic, place, row)) {
                        act.emit(Action::Open(open));
                    }
                }
                // What is open stays open while the pointer or the focus comes back to it.
                TargetAction::Reach(i) if open == Some(i) => {}
                TargetAction::Leave => {}
                _ if open.is_some() => act.emit(Action::Close(place)),
                _ => {}
            }
        })
    };
    // A new choice may leave other marks in the place of the one that is read.
    use_effect_with(props.view.clone(), {
        let reading = reading.dispatcher();
        move |_| reading.dispatch(TargetAction::Close)
    });
    let current = open.unwrap_or(reading.current).min(targets.len().saturating_sub(1));
    let shown = open.or(reading.reached).filter(|shown| *shown < targets.len());
    use_closing(&props.host, shown.is_some(), act.clone());
    let tooltip = format!("{}-tooltip", chart.id);
    // A finger leaves whenever it is lifted; only a mouse means it.
    let onpointerleave = {
        let act = act.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                act.emit(TargetAction::Leave);
            }
        })
    };
    let close = {
        let (host, act) = (props.host.clone(), act.clone());
        Callback::from(move |()| {
            give_focus_back(&host);
            act.emit(TargetAction::Close);
        })
    };
    let said = shown.and_then(|shown| Some((targets.get(shown)?, content.rows.get(targets.get(shown)?.row)?)));
    let said = said.map(|(target, row)| {
        html! {
            // Another mark has another tooltip: were its words changed, those that a translator has replaced would stay.
            <Tooltip
                key={target.row} graphic={props.graphic} id={tooltip.clone()} bounds={target.bounds} row={row.clone()} open={open.is_some()} link={props.link.clone()} {close} {room}
            />
        }
    });
    html! {
        <div class="layer" data-chosen={is_chosen.then_some("")} {onpointerleave}>
            <canvas ref={canvas} aria-hidden="true" />
            <HitTargets
                {targets} {content} chart={chart.id.0.clone()} {current} {shown} tooltip={tooltip.clone()}
                open={open.is_some()} {act} keys={format!("{}-keys", chart.id)}
            />
            // Always one child: Yew takes a growing unkeyed list from its end, and would rebuild the targets.
            { said.unwrap_or_default() }
        </div>
    }
}

/// Closing gives the focus back to the mark.
fn give_focus_back(host: &Element) {
    if let Ok(Some(target)) = host.query_selector(".target[tabindex='0']") {
        super::ignore(target.unchecked_into::<HtmlElement>().focus());
    }
}

/// Where a reader is in a chart.
#[derive(Clone, Copy, Default, PartialEq)]
struct Reading {
    /// The target that Tab comes to.
    current: usize,
    /// The target that the pointer or the focus has come to.
    reached: Option<usize>,
}

impl Reducible for Reading {
    type Action = TargetAction;

    fn reduce(self: Rc<Self>, action: TargetAction) -> Rc<Self> {
        Rc::new(match action {
            TargetAction::Reach(i) | TargetAction::Activate(i) => Self { current: i, reached: Some(i) },
            TargetAction::Leave | TargetAction::Close => Self { reached: None, ..*self },
        })
    }
}

/// Makes room for a scene that is higher or lower than the static picture.
#[hook]
fn use_height(host: &Element, height: f32, is_chosen: bool) {
    let first = use_mut_ref(|| !is_chosen);
    use_effect_with((host.parent_element(), height.to_bits()), move |(plot, height)| {
        // The static picture keeps the place until something changes.
        if let Some(plot) = plot.as_ref().filter(|_| !first.replace(false)) {
            place::height(plot.unchecked_ref(), f32::from_bits(*height));
        }
    });
}

/// What a picture depends on: width and scale, what was chosen, and the colours of the page.
type Picture = (((u32, u32), View), u32);

/// A canvas that shows the scene, painted anew when the picture changes; a choice moves it to its new places.
#[hook]
fn use_canvas(scene: Rc<Scene>, picture: Picture, ready: Ready) -> NodeRef {
    let node = use_node_ref();
    let prefers_reduced_motion = watch::use_prefers_reduced_motion();
    let shown = use_mut_ref(|| None::<(Rc<RefCell<Scene>>, Picture)>);
    let motion = use_mut_ref(|| None::<Frames>);
    use_effect_with(picture, {
        let node = node.clone();
        move |picture| {
            let Some(canvas) = node.cast::<HtmlCanvasElement>() else { return };
            let before = shown.borrow_mut().take();
            motion.replace(None);
            let scale = f32::from_bits(picture.0.0.1);
            let moves = before.as_ref().filter(|(_, ((extent, view), colors))| {
                let same = *extent == picture.0.0 && *colors == picture.1;
                !prefers_reduced_motion && is_seen(&canvas) && same && *view != picture.0.1
            });
            if let Some((now, _)) = moves {
                motion.replace(Some(animate(canvas, now.clone(), scene, scale)));
                shown.replace(Some((now.clone(), picture.clone())));
                return;
            }
            if canvas::paint_on(&canvas, &scene, scale).is_some() && before.is_none() {
                ready.painted();
            }
            shown.replace(Some((Rc::new(RefCell::new((*scene).clone())), picture.clone())));
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
fn animate(canvas: HtmlCanvasElement, now: Rc<RefCell<Scene>>, to: Rc<Scene>, scale: f32) -> Frames {
    let from = now.borrow().clone();
    let mut start = None;
    Frames::run(move |time| {
        let part = ((time - *start.get_or_insert(time)) / motion::DURATION) as f32;
        let scene = if part < 1.0 { motion::interpolate(&from, &to, motion::ease(part)) } else { (*to).clone() };
        canvas::paint_on(&canvas, &scene, scale);
        now.replace(scene);
        part < 1.0
    })
}

/// What closes a tooltip that is shown: a tap beside the chart, and Escape wherever the focus is.
#[hook]
fn use_closing(host: &Element, is_shown: bool, act: Callback<TargetAction>) {
    use_effect_with((host.clone(), is_shown, act), |(host, is_shown, act)| {
        let document = host.owner_document().filter(|_| *is_shown);
        let (host, act) = (host.clone(), act.clone());
        let close = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if closes(&host, &event) {
                // The focus of what closes would be lost.
                if let Ok(Some(_)) = host.query_selector(".tooltip :focus") {
                    give_focus_back(&host);
                }
                act.emit(TargetAction::Close);
            }
        });
        if let Some(document) = &document {
            for kind in CLOSING {
                super::ignore(document.add_event_listener_with_callback(kind, close.as_ref().unchecked_ref()));
            }
        }
        move || {
            if let Some(document) = &document {
                for kind in CLOSING {
                    super::ignore(document.remove_event_listener_with_callback(kind, close.as_ref().unchecked_ref()));
                }
            }
        }
    });
}

/// What may close a tooltip.
const CLOSING: [&str; 2] = ["pointerdown", "keydown"];

/// Whether an event is a tap beside the chart, or Escape.
fn closes(host: &Element, event: &Event) -> bool {
    let beside = || !host.contains(event.target().and_then(|target| target.dyn_into::<Node>().ok()).as_ref());
    event.dyn_ref::<KeyboardEvent>().map_or_else(beside, |event| event.key() == "Escape")
}

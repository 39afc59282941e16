//! A live chart: the canvas, its hit targets and what is said of them.

use super::hooks::use_typed_effect;
use super::painting::{Environment, Painter, Painting};
use super::parts::{Loading, Part, Parts};
use super::reducer::{Action, opening};
use super::shared::Shared;
use super::shown::Shown;
use super::targets::{HitTargets, TargetAction};
use super::tooltip::{self, Tooltip};
use super::watch::{self, Nearness};
use charts::{Verbosity, View};
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
    pub(super) parts: Parts,
    pub(super) want: Callback<Part>,
    /// How large the reader's text is, as a multiple of what browsers come with.
    pub(super) text: f32,
    pub(super) verbosity: Verbosity,
}

#[function_component]
pub(super) fn LiveChart(props: &Props) -> Html {
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Html::default() };
    let unrendered = use_mut_ref(Unrendered::default);
    let (canvas, shown) = use_shown(props, &unrendered);
    let reading = use_reducer_eq(Reading::default);
    // A new view may not be painted yet; the place of a row belongs to the view that is shown.
    let open = props.open.filter(|_| shown.view == props.view);
    // The same as long as nothing else is open or shown: hit targets need not be rendered for each that a pointer comes to.
    let act = {
        let (unrendered, reading, act) = (unrendered.clone(), reading.dispatcher(), props.act.clone());
        let (graphic, place) = (props.graphic, props.chart);
        use_callback((open, shown.content.clone()), move |action, (open, content)| {
            let open = *open;
            if let Ok(mut unrendered) = unrendered.try_borrow_mut() {
                match action {
                    // Where the pointer still is it tells nothing new: keys, Escape and clicks have come since.
                    TargetAction::Hover(i) if unrendered.under.replace(i) == Some(i) => return,
                    TargetAction::Leave => unrendered.under = None,
                    _ => {}
                }
            }
            // Activating what is open closes it.
            let closes = matches!(action, TargetAction::Activate(i) if open == Some(i));
            reading.dispatch(if closes { TargetAction::Close } else { action });
            match action {
                TargetAction::Activate(i) if open != Some(i) => {
                    if let Some(open) = content.rows.get(i).and_then(|row| opening(&graphic, place, row)) {
                        act.emit(Action::Open(open));
                    }
                }
                // What is open stays open while the pointer or the focus comes back to it.
                TargetAction::Focus(i) | TargetAction::Hover(i) if open == Some(i) => {}
                TargetAction::Blur | TargetAction::Leave => {}
                _ if open.is_some() => act.emit(Action::Close(place)),
                _ => {}
            }
        })
    };
    // A new choice may leave other marks in the place of the one that is read.
    use_typed_effect(props.view.clone(), {
        let reading = reading.dispatcher();
        move |_| reading.dispatch(TargetAction::Close)
    });
    let rows = &shown.content.rows;
    let current = open.unwrap_or(reading.current).min(rows.len().saturating_sub(1));
    let reached = open.or(reading.hovered).or(reading.focused).filter(|reached| *reached < rows.len());
    use_closing(&props.host, reached.is_some(), act.clone());
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
        let host = props.host.clone();
        use_callback(act.clone(), move |(), act| {
            give_focus_back(&host);
            act.emit(TargetAction::Close);
        })
    };
    let said = reached.and_then(|reached| Some((reached, *shown.areas.get(reached)?, rows.get(reached)?)));
    let said = said.map(|(place, bounds, row)| {
        let (graphic, row, open, link, room) =
            (props.graphic, row.clone(), open.is_some(), props.link.clone(), shown.room);
        (place, tooltip::Props { graphic, row, bounds, room, open, link, close })
    });
    // One with links stands beside its mark: whoever reads on comes to it next. The others have a key, since translators put
    // elements of their own in the place of texts.
    let (beside, said) = if open.is_some() { (said, None) } else { (None, said) };
    html! {
        <div class="layer" data-chosen={(shown.view != View::default()).then_some("")} {onpointerleave}>
            <canvas ref={canvas} width="0" height="0" aria-hidden="true" />
            <HitTargets
                graphic={props.graphic} areas={shown.areas.clone()} content={shown.content.clone()}
                chart={chart.id.0.clone()} {current} open={beside} {act} verbosity={props.verbosity} opened={reading.opened}
                explorer={props.parts.explorer} want={props.want.clone()}
            />
            if let Some((place, tooltip)) = said { <Tooltip key={place} ..tooltip /> }
        </div>
    }
}

/// What the chart shows, and its canvas. The canvas is painted near the screen once hands rest, and anywhere if the static
/// picture does not show the view; else the static picture is enough, and takes no memory.
#[hook]
fn use_shown(props: &Props, unrendered: &Rc<RefCell<Unrendered>>) -> (NodeRef, Shown) {
    let canvas = use_node_ref();
    let nearness = watch::use_nearness(&props.host);
    let is_near = nearness != Nearness::Far;
    // What the static picture does not show is painted anywhere, so its width is wanted anywhere.
    let is_static = props.view == View::default() && props.text <= 1.0;
    let width = watch::use_width(&props.host, is_near || !is_static || props.open.is_some());
    let environment = Environment { width, text: props.text, colors: watch::use_colors() };
    // Where the chart is folded away, as behind its table, there is nothing to paint for.
    let paints = |is_near| environment.width > 0.0 && (is_near || !environment.has_static(&props.view));
    let may_paint = paints(nearness == Nearness::Resting);
    let has_places = is_near || may_paint || props.open.is_some();
    let shown = use_state(|| {
        let host = has_places.then_some(&props.host);
        Shown::first(&props.graphic, props.chart, &props.view, host)
    });
    let painter = props.parts.painter.there();
    use_painter(props, paints(is_near));
    use_typed_effect((props.view.clone(), environment, has_places, may_paint, painter), {
        let canvas = canvas.clone();
        let (graphic, chart, host) = (props.graphic, props.chart, props.host.clone());
        let (unrendered, state) = (unrendered.clone(), shown.clone());
        move |(view, environment, has_places, may_paint, painter)| {
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            let Ok(mut unrendered) = unrendered.try_borrow_mut() else { return };
            let painting = &mut unrendered.painting;
            let painted = match painter {
                Some(Painter(paint)) if *may_paint => {
                    paint(painting, &canvas, (graphic, chart), view, *environment, is_near)
                }
                // Until what paints is there, the static picture stays.
                _ => None,
            };
            let next = painted.or_else(|| {
                painting.release(&canvas);
                let is_placed = !state.areas.is_empty();
                let is_current = state.view == *view && (!is_placed || state.room.width == environment.width);
                match *has_places {
                    true if is_current && is_placed => None,
                    true => Shown::in_static(&graphic, chart, &host),
                    // Marks out of sight get their places when they come near.
                    false => (!is_current).then(|| Shown::unplaced(&graphic, chart, view)),
                }
            });
            if let Some(next) = next {
                state.set(next);
            }
        }
    });
    (canvas, (*shown).clone())
}

/// Asks for what paints, and again once something is chosen.
///
/// Throws an error where it cannot be loaded and the static picture shows another view than the one that is chosen: then
/// nothing would be true any more. The program is started once more, and after that the page stays static.
#[hook]
fn use_painter(props: &Props, is_wanted: bool) {
    let is_needed = is_wanted && props.view != View::default();
    use_typed_effect((is_wanted, is_needed), {
        let want = props.want.clone();
        move |(is_wanted, _)| {
            if *is_wanted {
                want.emit(Part::Painter);
            }
        }
    });
    use_typed_effect(props.parts.painter == Loading::Lost, move |is_lost| {
        if *is_lost && is_needed {
            wasm_bindgen::throw_str("what paints cannot be loaded");
        }
    });
}

/// Closing gives the focus back to the mark.
fn give_focus_back(host: &Element) {
    if let Ok(Some(target)) = host.query_selector(".target[tabindex='0']") {
        super::ignore(target.unchecked_into::<HtmlElement>().focus());
    }
}

/// State of a chart whose change asks for no rendering.
#[derive(Default)]
struct Unrendered {
    painting: Painting,
    /// The target that the pointer moved over last.
    under: Option<usize>,
}

/// Where a reader is in a chart.
#[derive(Clone, Copy, Default, PartialEq)]
struct Reading {
    /// The target that Tab comes to.
    current: usize,
    /// The target that the focus has come to.
    focused: Option<usize>,
    /// The target that the pointer has come to since.
    hovered: Option<usize>,
    /// The target that was activated last, until the focus comes to another.
    opened: Option<usize>,
}

impl Reducible for Reading {
    type Action = TargetAction;

    fn reduce(self: Rc<Self>, action: TargetAction) -> Rc<Self> {
        Rc::new(match action {
            TargetAction::Focus(i) => {
                let opened = self.opened.filter(|opened| *opened == i);
                Self { current: i, focused: Some(i), hovered: None, opened }
            }
            TargetAction::Hover(i) => Self { hovered: Some(i), ..*self },
            TargetAction::Activate(i) => Self { current: i, opened: Some(i), ..*self },
            TargetAction::Blur => Self { focused: None, ..*self },
            TargetAction::Leave => Self { hovered: None, ..*self },
            TargetAction::Close => Self { focused: None, hovered: None, ..*self },
        })
    }
}

/// What closes a tooltip that is shown: a tap beside the chart, and Escape wherever the focus is.
#[hook]
fn use_closing(host: &Element, is_shown: bool, act: Callback<TargetAction>) {
    use_typed_effect((host.clone(), is_shown, act), |(host, is_shown, act)| {
        let document = host.owner_document().filter(|_| *is_shown).map(Into::into);
        let (host, act) = (host.clone(), act.clone());
        watch::on_events(document, &CLOSING, move |event| {
            if closes(&host, &event) {
                // The focus of what closes would be lost.
                if let Ok(Some(_)) = host.query_selector(".tooltip :focus") {
                    give_focus_back(&host);
                }
                act.emit(TargetAction::Close);
            }
        })
    });
}

/// What may close a tooltip.
const CLOSING: [&str; 2] = ["pointerdown", "keydown"];

/// Whether an event is a tap beside the chart, or Escape.
fn closes(host: &Element, event: &Event) -> bool {
    let beside = || !host.contains(event.target().and_then(|target| target.dyn_into::<Node>().ok()).as_ref());
    event.dyn_ref::<KeyboardEvent>().map_or_else(beside, |event| event.key() == "Escape")
}

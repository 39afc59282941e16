//! What is painted on the canvas of a chart, and the motion from one picture to the next.

use super::frames::Frames;
use super::shared::Shared;
use super::shown::Shown;
use super::watch::prefers_reduced_motion;
use super::{canvas, place};
use charts::{Content, Layout, View, scene};
use drawing::motion;
use drawing::scene::{Scene, Size};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

/// What a picture depends on besides the chosen view.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Environment {
    /// The width of the chart's column, in CSS px.
    pub(super) width: f32,
    /// How large the reader's text is, as a multiple of what browsers come with.
    pub(super) text: f32,
    /// Changes with the colours of the page, and with the pixel ratio.
    pub(super) colors: u32,
}

impl Environment {
    /// How many CSS px a px of the scene takes: with larger text the chart is laid out for a narrower column and drawn
    /// larger, as far as there is room. In a column narrower than any layout it is drawn smaller, and whole.
    pub(super) fn scale(self) -> f32 {
        self.text.max(1.0).min(self.width / Layout::Narrow.narrowest())
    }

    /// Whether the static picture shows a view here.
    pub(super) fn has_static(self, view: &View) -> bool {
        *view == View::default() && self.scale() == 1.0
    }
}

/// Set on the plot while its canvas covers the static picture.
const PAINTED: &str = "data-painted";

/// The canvas of a chart, and what is on it.
#[derive(Default)]
pub(super) struct Painting {
    /// Shared with a motion, which changes it frame by frame.
    now: Option<(Rc<RefCell<Scene>>, Environment, View)>,
    motion: Option<Frames>,
}

/// What paints: a part of the program that is loaded when it is wanted.
#[derive(Clone, Copy)]
pub(super) struct Painter(pub(super) Paint);

type Paint = fn(&mut Painting, &HtmlCanvasElement, (Shared, usize), &View, Environment, bool) -> Option<Shown>;

impl PartialEq for Painter {
    /// There is one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Painting {
    /// Releases the memory of a canvas that is far from the screen: phones have little. The static picture is shown again.
    pub(super) fn release(&mut self, canvas: &HtmlCanvasElement) {
        (self.now, self.motion) = (None, None);
        let plot = canvas.closest(".plot").ok().flatten();
        let is_painted = plot.as_ref().is_some_and(|plot| plot.has_attribute(PAINTED));
        // One that was not painted whole may have a size, and one that was painted may have none, as in a folded column.
        if is_painted || canvas.width() > 0 {
            canvas.set_width(0);
            canvas.set_height(0);
            place::size(canvas, Size::default());
            if let Some(plot) = plot {
                super::ignore(plot.remove_attribute(PAINTED));
                place::clear(&plot);
            }
        }
    }
}

/// Paints a chart in a view: at once, or by moving there from the view that is shown. Nothing where the canvas has no context
/// and the static picture shows the view.
///
/// In a new width the static picture stands again, if it shows the view: it is laid out for every width, and painting would be
/// most of the work.
///
/// Throws an error where no picture can show it: the page then stays static, and says so.
pub(super) fn show(
    painting: &mut Painting,
    canvas: &HtmlCanvasElement,
    (graphic, chart): (Shared, usize),
    view: &View,
    environment: Environment,
    is_near: bool,
) -> Option<Shown> {
    let chart = graphic.charts.get(chart)?;
    let scale = environment.scale();
    let content = Rc::new(Content::of(&graphic, chart, view));
    let to = scene(&graphic, chart, &content, view, environment.width / scale);
    let room = Size { width: environment.width, height: to.size.height * scale };
    let plot = canvas.closest(".plot").ok().flatten()?;
    let areas = Rc::new(to.targets.iter().map(|target| target.bounds.scaled(scale)).collect());
    let shown = Some(Shown { view: view.clone(), content, areas, room });
    let is_static = environment.has_static(view);
    let is_painted = plot.has_attribute(PAINTED);
    let before = painting.now.take();
    // So it stays until there is something to paint, or the chart comes near again.
    let shows_static = before.as_ref().is_some_and(|(_, before, _)| !is_painted || before.width != environment.width);
    if is_static && shows_static {
        painting.release(canvas);
        painting.now = Some((Rc::new(RefCell::new(to)), environment, view.clone()));
        return shown;
    }
    // The static picture gives the plot its height, until the first picture that it does not show.
    if !is_static || plot.has_attribute("style") {
        place::height(plot.unchecked_ref(), room.height);
    }
    painting.motion = None;
    // What nobody sees need not move.
    let may_move = is_near && !prefers_reduced_motion();
    let moves = before.filter(|(_, before, shown)| may_move && *before == environment && shown != view);
    let (now, to) = match moves {
        Some((now, ..)) => (now, Some(to)),
        None => (Rc::new(RefCell::new(to)), None),
    };
    if to.is_none() || !is_painted {
        let is_on_canvas = now.try_borrow().is_ok_and(|now| canvas::paint_on(canvas, &now, scale).is_some());
        if !is_on_canvas {
            if is_static {
                return None;
            }
            wasm_bindgen::throw_str("no canvas can be painted");
        }
        super::ignore(plot.set_attribute(PAINTED, ""));
    }
    painting.motion = to.map(|to| animate(canvas.clone(), now.clone(), to, scale));
    painting.now = Some((now, environment, view.clone()));
    shown
}

/// Moves from what the canvas shows now to another scene; dropping the frames leaves it where it is.
fn animate(canvas: HtmlCanvasElement, now: Rc<RefCell<Scene>>, to: Scene, scale: f32) -> Frames {
    let from = now.try_borrow().map_or_else(|_| to.clone(), |now| now.clone());
    let mut start = None;
    Frames::run(move |time| {
        let part = ((time - *start.get_or_insert(time)) / motion::DURATION) as f32;
        let scene = if part < 1.0 { motion::interpolate(&from, &to, motion::ease(part)) } else { to.clone() };
        canvas::paint_on(&canvas, &scene, scale);
        if let Ok(mut now) = now.try_borrow_mut() {
            *now = scene;
        }
        part < 1.0
    })
}

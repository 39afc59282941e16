//! What is painted on the canvas of a chart, and the motion from one picture to the next.

use super::frames::Frames;
use super::shared::Shared;
use super::shown::Shown;
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
    /// larger, as far as there is room.
    pub(super) fn scale(self) -> f32 {
        self.text.min(self.width / Layout::Narrow.narrowest()).max(1.0)
    }

    /// Whether the static picture shows a view here.
    pub(super) fn has_static(self, view: &View) -> bool {
        *view == View::default() && self.scale() <= 1.0
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
        if self.now.take().is_some() {
            self.motion = None;
            canvas.set_width(0);
            canvas.set_height(0);
            place::size(canvas, Size::default());
            if let Ok(Some(plot)) = canvas.closest(".plot") {
                super::ignore(plot.remove_attribute(PAINTED));
                super::ignore(plot.remove_attribute("style"));
            }
        }
    }
}

/// Paints a chart in a view: at once, or by moving there from the view that is shown. Where the canvas has no context,
/// the static picture stays.
pub(super) fn show(
    painting: &mut Painting,
    canvas: &HtmlCanvasElement,
    (graphic, chart): (Shared, usize),
    view: &View,
    environment: Environment,
    may_move: bool,
) -> Option<Shown> {
    let chart = graphic.charts.get(chart)?;
    let scale = environment.scale();
    let content = Rc::new(Content::of(&graphic, chart, view));
    let to = scene(&graphic, chart, &content, view, environment.width / scale);
    let room = Size { width: environment.width, height: to.size.height * scale };
    let plot = canvas.closest(".plot").ok().flatten()?;
    // The static picture gives the plot its height, until the first picture that it does not show.
    if !environment.has_static(view) || plot.has_attribute("style") {
        place::height(plot.unchecked_ref(), room.height);
    }
    let areas = Rc::new(to.targets.iter().map(|target| target.bounds.scaled(scale)).collect());
    painting.motion = None;
    let moves = painting.now.take().filter(|(_, before, shown)| may_move && *before == environment && shown != view);
    let now = match moves {
        Some((now, ..)) => {
            painting.motion = Some(animate(canvas.clone(), now.clone(), to, scale));
            now
        }
        None => {
            if canvas::paint_on(canvas, &to, scale).is_some() {
                super::ignore(plot.set_attribute(PAINTED, ""));
            }
            Rc::new(RefCell::new(to))
        }
    };
    painting.now = Some((now, environment, view.clone()));
    Some(Shown { view: view.clone(), content, areas, room })
}

/// Moves from what the canvas shows now to another scene; dropping the frames leaves it where it is.
fn animate(canvas: HtmlCanvasElement, now: Rc<RefCell<Scene>>, to: Scene, scale: f32) -> Frames {
    let from = now.borrow().clone();
    let mut start = None;
    Frames::run(move |time| {
        let part = ((time - *start.get_or_insert(time)) / motion::DURATION) as f32;
        let scene = if part < 1.0 { motion::interpolate(&from, &to, motion::ease(part)) } else { to.clone() };
        canvas::paint_on(&canvas, &scene, scale);
        now.replace(scene);
        part < 1.0
    })
}

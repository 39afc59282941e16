//! The drawing of a chart on its canvas, and the motion from one to the next.

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
use web_sys::{Element, HtmlCanvasElement};

/// What a drawing depends on besides the chosen view.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// The width of the chart's column, in CSS px.
    pub(super) width: f32,
    /// How large the reader's text is, as a multiple of what browsers come with.
    pub(super) text: f32,
    /// Changes with the colours of the page, and with the pixel ratio.
    pub(super) colors: u32,
}

impl Frame {
    /// How many CSS px a px of the scene takes: with larger text the chart is laid out for a narrower column and drawn
    /// larger, as far as there is room.
    pub(super) fn scale(self) -> f32 {
        self.text.min(self.width / Layout::Narrow.narrowest()).max(1.0)
    }
}

/// Set on the chart's place in the page while its canvas covers the static picture.
const PAINTED: &str = "data-painted";

/// The canvas of a chart, and what is on it.
#[derive(Default)]
pub(super) struct Drawing {
    /// Shared with a motion, which changes it frame by frame.
    now: Option<(Rc<RefCell<Scene>>, Frame, View)>,
    motion: Option<Frames>,
}

impl Drawing {
    /// Draws a chart in a view: at once, or by moving there from the view that the reader has seen. Where the canvas cannot
    /// be drawn on, the static picture stays.
    pub(super) fn show(
        &mut self,
        canvas: &HtmlCanvasElement,
        (graphic, chart): (Shared, usize),
        view: &View,
        frame: Frame,
        changes_place: bool,
        prefers_reduced_motion: bool,
    ) -> Option<Shown> {
        let chart = graphic.charts.get(chart)?;
        let scale = frame.scale();
        let content = Rc::new(Content::of(&graphic, chart, view));
        let to = scene(&graphic, chart, &content, view, frame.width / scale);
        let room = Size { width: frame.width, height: to.size.height * scale };
        let plot = canvas.closest(".plot").ok().flatten()?;
        // Until something changes, the chart's place in the page has the height of the static picture. Once it has another,
        // it keeps in step.
        if changes_place || plot.has_attribute("style") {
            place::height(plot.unchecked_ref(), room.height);
        }
        let areas = Rc::new(to.targets.iter().map(|target| target.bounds.scaled(scale)).collect());
        self.motion = None;
        let moves = self
            .now
            .take()
            .filter(|(_, drawn, shown)| !prefers_reduced_motion && *drawn == frame && shown != view && is_seen(&plot));
        let now = match moves {
            Some((now, ..)) => {
                self.motion = Some(animate(canvas.clone(), now.clone(), to, scale));
                now
            }
            None => {
                if canvas::paint_on(canvas, &to, scale).is_some() {
                    super::ignore(plot.set_attribute(PAINTED, ""));
                }
                Rc::new(RefCell::new(to))
            }
        };
        self.now = Some((now, frame, view.clone()));
        Some(Shown { view: view.clone(), content, areas, room })
    }

    /// Gives back the memory of a canvas that nobody sees: phones have little of it. The static picture has its place again.
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

/// Whether any of an element is on the screen: what nobody sees need not move.
fn is_seen(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let height = element.owner_document().and_then(|document| document.document_element());
    let height = height.map_or(0, |root| root.client_height());
    rect.bottom() > 0.0 && rect.top() < f64::from(height)
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

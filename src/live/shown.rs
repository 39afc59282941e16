//! What a chart shows: its rows, and where their marks lie.

use super::place;
use super::targets::within;
use charts::{Content, View};
use drawing::scene::{Point, Rect, Size};
use std::rc::Rc;
use story::Graphic;
use web_sys::{Element, ScrollLogicalPosition};

/// The rows of a chart in a view, with the areas of their marks.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) view: View,
    pub(super) content: Rc<Content>,
    /// The area of each row's mark, in the order of the rows.
    pub(super) areas: Rc<Vec<Rect>>,
    /// The extent of the picture.
    pub(super) room: Size,
}

impl Shown {
    /// What a chart shows before anything of it is drawn. With its host the marks have places, if its static picture shows the
    /// view.
    pub(super) fn first(graphic: &Graphic, chart: usize, view: &View, host: Option<&Element>) -> Self {
        let host = host.filter(|_| *view == View::default());
        host.and_then(|host| Self::in_static(graphic, chart, host))
            .unwrap_or_else(|| Self::unplaced(graphic, chart, view))
    }

    /// The rows of a view whose marks have no places yet.
    pub(super) fn unplaced(graphic: &Graphic, chart: usize, view: &View) -> Self {
        let content = content(graphic, chart, view);
        Self { view: view.clone(), content, areas: Rc::default(), room: Size::default() }
    }

    /// The rows of the first view, where the static picture of the chart has them: it was laid out for every width. Nothing
    /// while no picture is displayed, as where the table stands in its place.
    pub(super) fn in_static(graphic: &Graphic, chart: usize, host: &Element) -> Option<Self> {
        let view = View::default();
        let content = content(graphic, chart, &view);
        let (areas, room) = areas(host)?;
        (areas.len() == content.rows.len()).then(|| Self { view, content, areas: Rc::new(areas), room })
    }
}

/// The areas of the marks in the static picture of a chart, and its extent.
fn areas(host: &Element) -> Option<(Vec<Rect>, Size)> {
    let pictures = host.parent_element()?.query_selector_all(".fallback").ok()?;
    let pictures = (0..pictures.length()).filter_map(|i| element(pictures.item(i)?));
    let picture = pictures.into_iter().find(|picture| picture.get_bounding_client_rect().height() > 0.0)?;
    let frame = picture.get_bounding_client_rect();
    let marks = picture.query_selector_all("g[fill='transparent']").ok()?;
    let area = |mark: Element| {
        let area = mark.get_bounding_client_rect();
        let corner = |x: f64, y: f64| Point::new((x - frame.left()) as f32, (y - frame.top()) as f32);
        Rect::between(corner(area.left(), area.top()), corner(area.right(), area.bottom()))
    };
    let areas: Vec<Rect> = (0..marks.length()).filter_map(|i| element(marks.item(i)?)).map(area).collect();
    Some((areas, Size { width: frame.width() as f32, height: frame.height() as f32 }))
}

/// Brings a mark that the focus comes to on the screen. Far from it no mark has a place yet, so browsers cannot know where it
/// is.
pub(super) fn bring_into_view(target: &Element) {
    let Ok(Some(layer)) = target.closest(UNCHOSEN) else { return };
    if target.has_attribute("style") {
        return; // it is in its place
    }
    if let Some((areas, _)) = layer.parent_element().and_then(|host| areas(&host)) {
        within(&layer).iter().zip(&areas).for_each(|(target, area)| place::over(target, *area));
        super::scroll_to(target, ScrollLogicalPosition::Nearest);
    }
}

/// What is live in a chart whose static picture shows its view.
const UNCHOSEN: &str = ".layer:not([data-chosen])";

fn content(graphic: &Graphic, chart: usize, view: &View) -> Rc<Content> {
    Rc::new(graphic.charts.get(chart).map(|chart| Content::of(graphic, chart, view)).unwrap_or_default())
}

fn element(node: web_sys::Node) -> Option<Element> {
    wasm_bindgen::JsCast::dyn_into(node).ok()
}

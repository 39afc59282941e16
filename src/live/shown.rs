//! What a chart shows: its rows, and where their marks lie.

use charts::{Content, View};
use drawing::scene::{Point, Rect, Size};
use std::rc::Rc;
use story::Graphic;
use web_sys::Element;

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
    /// What a chart shows before anything of it is drawn.
    pub(super) fn first(graphic: &Graphic, chart: usize, view: &View, host: &Element) -> Self {
        let placed = if *view == View::default() { Self::in_static(graphic, chart, host) } else { None };
        placed.unwrap_or_else(|| {
            let content = content(graphic, chart, view);
            let areas = Rc::new(vec![Rect::default(); content.rows.len()]);
            Self { view: view.clone(), content, areas, room: Size::default() }
        })
    }

    /// The rows of the first view, where the static picture of the chart has them: it was laid out for every width. Nothing
    /// while no picture is displayed, as where the table stands in its place.
    pub(super) fn in_static(graphic: &Graphic, chart: usize, host: &Element) -> Option<Self> {
        let view = View::default();
        let content = content(graphic, chart, &view);
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
        let room = Size { width: frame.width() as f32, height: frame.height() as f32 };
        (areas.len() == content.rows.len()).then(|| Self { view, content, areas: Rc::new(areas), room })
    }
}

fn content(graphic: &Graphic, chart: usize, view: &View) -> Rc<Content> {
    Rc::new(graphic.charts.get(chart).map(|chart| Content::of(graphic, chart, view)).unwrap_or_default())
}

fn element(node: web_sys::Node) -> Option<Element> {
    wasm_bindgen::JsCast::dyn_into(node).ok()
}

//! A chart in all the ways in which it leaves the program.

use charts::colors::{ColorScheme, Palette};
use charts::export::{self, Format, Picture};
use charts::{Content, Control, Setting, View, controls, scene, summary};
use drawing::scene::{Mark, Point};
use drawing::text;
use story::{Chart, Graphic};

/// From a column that is not there to one that no screen has, and both sides of the step between the layouts.
const WIDTHS: [f32; 6] = [0.0, 1.0, 272.0, 639.9, 640.0, 10_000.0];

/// Draws every chart of a graphic in some views, and tells it as text and files.
pub(crate) fn all(graphic: &Graphic) {
    for chart in &graphic.charts {
        views(chart).iter().for_each(|view| one(graphic, chart, view));
    }
}

/// As it was written, and with the ends of each control.
fn views(chart: &Chart) -> Vec<View> {
    let written = View::default();
    let settings = controls(&chart.kind, &written).into_iter().flat_map(|control| match control {
        Control::Choice { options, .. } => options.last().map(|(setting, ..)| *setting).into_iter().collect(),
        Control::Amount(one) => vec![Setting::Amount(Some(one.least)), Setting::Amount(Some(one.most))],
        Control::Year(_, from, to) => vec![Setting::Year(Some(from)), Setting::Year(Some(to))],
    });
    let mut views: Vec<View> = settings.map(|setting| with(written.clone(), setting)).collect();
    views.push(written);
    views
}

fn with(mut view: View, setting: Setting) -> View {
    view.set(setting);
    view
}

/// A chart in a view: drawn at every width, told, and as files.
pub(crate) fn one(graphic: &Graphic, chart: &Chart, view: &View) {
    let content = Content::of(graphic, chart, view);
    for width in WIDTHS {
        let scene = scene(graphic, chart, &content, view, width);
        assert!(scene.size.height.is_finite(), "{} at {width} px is {} px high", chart.id, scene.size.height);
        assert!(scene.marks.iter().flat_map(corners).all(|at| at.x.is_finite() && at.y.is_finite()), "{}", chart.id);
        assert!(scene.targets.iter().all(|target| target.row < content.rows.len()), "{}", chart.id);
    }
    let _ = summary(graphic, chart, view);
    let _ = export::csv(graphic, chart, view);
    let json = export::json(graphic, chart, view);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
    let palette = Palette::new(ColorScheme::Light);
    safe(&Picture { graphic, chart, view, palette: &palette, link: "" }, Format::Social);
}

/// A picture is XML that runs nothing and loads nothing.
pub(crate) fn safe(picture: &Picture<'_>, format: Format) {
    let svg = export::compose(picture, format).expect("a picture");
    let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(!["script", "foreignObject", "style", "a", "image", "use"].contains(&name), "<{name}> in {svg}");
        let bad = |name: &str| name.starts_with("on") || name == "href" || name == "style";
        assert!(!node.attributes().any(|attribute| bad(attribute.name())), "{svg}");
    }
}

fn corners(mark: &Mark) -> Vec<Point> {
    let ends =
        |rect: drawing::scene::Rect| vec![Point::new(rect.left(), rect.top()), Point::new(rect.right(), rect.bottom())];
    match mark {
        Mark::Rect { rect, .. } => ends(*rect),
        Mark::Label(label) => ends(text::bounds(label)),
        Mark::Dot { center, radius, .. } => vec![*center, Point::new(*radius, *radius)],
        Mark::Polygon { points, .. } => points.clone(),
    }
}

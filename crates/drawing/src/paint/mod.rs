//! Painting a [`Scene`] through plotters: one drawing code for the canvas in the browser and for SVG at build.
//!
//! Painting never measures and never decides; everything was placed by the layout. Backends add one ability to
//! plotters' [`DrawingBackend`]: to fill with the colour of a [`Role`] rather than with a fixed one.

pub mod svg;

use crate::scene::{Anchor, Label, Mark, Point, Scene};
use crate::theme::{FAMILY, Role};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, Drawable, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

/// Backend coordinates to a CSS px. Plotters places everything at whole numbers; sixteenths keep motion smooth and
/// fractional layouts true.
pub const GRID: f32 = 16.0;

/// A backend that fills with the colours of a theme. Its coordinates are sixteenths of a CSS px (see [`GRID`]); y of a text
/// is its baseline.
pub trait Surface: DrawingBackend {
    /// Fills with the colour of this role from here on.
    fn fill(&mut self, role: Role);

    /// Fills a rectangle, and within its edges a rim one px wide.
    ///
    /// # Errors
    /// Only if the backend cannot draw.
    fn rimmed(
        &mut self,
        [left, top]: [i32; 2],
        [right, bottom]: [i32; 2],
        (inside, rim): (Role, Role),
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let px = GRID as i32;
        self.fill(rim);
        self.draw_rect((left, top), (right, bottom), &BLACK, true)?;
        if right - left <= 2 * px || bottom - top <= 2 * px {
            return Ok(());
        }
        self.fill(inside);
        self.draw_rect((left + px, top + px), (right - px, bottom - px), &BLACK, true)
    }
}

/// Paints a scene, from back to front.
///
/// # Errors
/// Only if the backend cannot draw.
pub fn paint<S: Surface>(
    scene: &Scene,
    area: &DrawingArea<S, Shift>,
) -> Result<(), DrawingAreaErrorKind<S::ErrorType>> {
    for mark in &scene.marks {
        paint_mark(mark, area)?;
    }
    area.present()
}

fn paint_mark<S: Surface>(mark: &Mark, area: &DrawingArea<S, Shift>) -> Result<(), DrawingAreaErrorKind<S::ErrorType>> {
    match mark {
        Mark::Rect { rect, role, rim } => {
            let corners = [Point::new(rect.left(), rect.top()), Point::new(rect.right(), rect.bottom())];
            let form = rim.map_or(Form::Rect, Form::Rimmed);
            area.draw(&Filled { role: *role, points: &corners.map(grid), form })
        }
        Mark::Polygon { points, role } => {
            let corners: Vec<_> = points.iter().copied().map(grid).collect();
            area.draw(&Filled { role: *role, points: &corners, form: Form::Polygon })
        }
        Mark::Dot { center, radius, role, rim } => {
            let points = &[grid(*center)];
            if let Some(rim) = rim {
                area.draw(&Filled { role: *rim, points, form: Form::Disc(*radius) })?;
            }
            let inside = if rim.is_some() { radius - RIM } else { *radius };
            area.draw(&Filled { role: *role, points, form: Form::Disc(inside) })
        }
        Mark::Label(label) => {
            area.draw(&Filled { role: label.role, points: &[grid(label.at)], form: Form::Text(label) })
        }
    }
}

/// The width of a dot's rim, in CSS px.
const RIM: f32 = 2.0;

fn grid(point: Point) -> BackendCoord {
    ((point.x * GRID).round() as i32, (point.y * GRID).round() as i32)
}

/// An element for plotters: one of its own, filled with the colour of a role.
struct Filled<'a> {
    role: Role,
    points: &'a [BackendCoord],
    form: Form<'a>,
}

enum Form<'a> {
    Rect,
    Rimmed(Role),
    Polygon,
    Disc(f32),
    Text(&'a Label),
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Filled<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::slice::Iter<'a, BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl<S: Surface> Drawable<S> for Filled<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        surface: &mut S,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<S::ErrorType>> {
        surface.fill(self.role);
        // The surface's fill counts, not this colour; plotters' elements want one all the same.
        let fill = BLACK.filled();
        match self.form {
            Form::Rect => Rectangle::new([(0, 0); 2], fill).draw(points, surface, size),
            Form::Rimmed(rim) => {
                let ((left, top), (right, bottom)) =
                    (points.next().unwrap_or_default(), points.next().unwrap_or_default());
                surface.rimmed([left, top], [right, bottom], (self.role, rim))
            }
            Form::Polygon => surface.fill_polygon(points, &fill.color.to_backend_color()),
            Form::Disc(radius) => Circle::new((0, 0), (radius * GRID) as u32, fill).draw(points, surface, size),
            Form::Text(label) => {
                let at = points.next().unwrap_or_default();
                surface.draw_text(&label.text, &text_style(label), at)
            }
        }
    }
}

fn text_style(label: &Label) -> TextStyle<'static> {
    let weight = if label.size.is_bold() { FontStyle::Bold } else { FontStyle::Normal };
    let font = FontDesc::new(FontFamily::Name(FAMILY), f64::from(label.size.px() * GRID), weight);
    let h_pos = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    TextStyle { font, color: BLACK.to_backend_color(), pos: Pos::new(h_pos, VPos::Bottom) }
}

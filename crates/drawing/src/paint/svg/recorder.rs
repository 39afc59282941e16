//! A plotters backend that remembers what it is asked to draw, so that shapes of two widths can be compared.

use super::shape::{Form, Shape};
use crate::paint::{GRID, Surface, paint};
use crate::scene::Scene;
use crate::theme::Role;
use plotters::drawing::IntoDrawingArea;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

/// A plotters backend that remembers what it is asked to draw.
struct Recorder<'a> {
    shapes: &'a mut Vec<Shape>,
    size: (u32, u32),
    role: Role,
}

/// Paints a scene into a list of shapes.
pub(super) fn record(scene: &Scene) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let size = ((scene.size.width * GRID) as u32, (scene.size.height * GRID) as u32);
    let area = Recorder { shapes: &mut shapes, size, role: Role::Ink }.into_drawing_area();
    // The recorder cannot fail; the only other error is a lock that is still held, and nothing else draws here.
    let painted = paint(scene, &area);
    debug_assert!(painted.is_ok(), "the recorder draws everything");
    drop(area);
    shapes
}

impl Recorder<'_> {
    fn push(&mut self, xs: Vec<i32>, form: Form) {
        self.shapes.push(Shape { role: self.role, xs: xs.into_iter().map(css).collect(), form });
    }
}

/// From the grid to CSS px.
fn css(steps: i32) -> f32 {
    steps as f32 / GRID
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Surface for Recorder<'_> {
    fn fill(&mut self, role: Role) {
        self.role = role;
    }

    fn rimmed(&mut self, [left, top]: [i32; 2], [right, bottom]: [i32; 2], (inside, rim): (Role, Role)) -> Drawn {
        self.role = inside;
        self.push(vec![left, right], Form::Rimmed { top: css(top), bottom: css(bottom), rim });
        Ok(())
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, _: BackendColor) -> Drawn {
        self.push(vec![x, x + 1], Form::Rect { top: css(y), bottom: css(y + 1) });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.push(vec![from.0, to.0], Form::Rect { top: css(from.1), bottom: css(to.1) });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        let (xs, ys) = path.into_iter().map(|(x, y)| (x, css(y))).unzip();
        self.push(xs, Form::Polygon { ys });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.push(vec![center.0], Form::Circle { y: css(center.1), radius: radius as f32 / GRID });
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let bold = matches!(style.style(), FontStyle::Bold);
        let size = style.size() as f32 / GRID;
        self.push(vec![x], Form::Text { y: css(y), text: text.to_owned(), size, bold, anchor });
        Ok(())
    }
}

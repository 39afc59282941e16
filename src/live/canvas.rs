//! The canvas as a plotters backend: sharp at any pixel ratio, in the colours of the page's style, measuring nothing.

use super::place;
use drawing::paint::{GRID, Surface, paint};
use drawing::scene::{Scene, Size};
use drawing::theme::{FAMILY, Role};
use plotters::drawing::IntoDrawingArea;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, window};

/// Device pixels to a CSS px.
fn pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// The longest side of a canvas and its largest area, in device pixels, that all browsers paint on (Firefox and Safari on
/// phones are the strictest). A larger picture is painted coarser, since beyond them nothing would be seen.
const LONGEST: f64 = 32_767.0;
const LARGEST: f64 = 16_777_216.0;

/// Paints a scene on a canvas, in the colours that the canvas's style gives to the roles; nothing if the canvas has
/// no context to draw in. `scale` is how many CSS px a px of the scene takes: 1, unless readers have larger text.
pub fn paint_on(canvas: &HtmlCanvasElement, scene: &Scene, scale: f32) -> Option<()> {
    let [width, height] = [scene.size.width, scene.size.height].map(f64::from);
    let most = (LONGEST / width.max(height)).min((LARGEST / (width * height)).sqrt());
    let wanted = pixel_ratio() * f64::from(scale);
    let ratio = wanted.min(most);
    // Rounded up, the largest canvas would be larger than that.
    let pixels = |px: f32| (if wanted < most { (f64::from(px) * ratio).round() } else { f64::from(px) * ratio }) as u32;
    let (width, height) = (pixels(scene.size.width), pixels(scene.size.height));
    let context = context(canvas)?;
    // A new size costs new memory; wiping what is there does not.
    if (canvas.width(), canvas.height()) == (width, height) {
        wipe(canvas, &context)?;
    } else {
        canvas.set_width(width);
        canvas.set_height(height);
        place::size(canvas, Size { width: scene.size.width * scale, height: scene.size.height * scale });
    }
    let surface = CanvasSurface::new(canvas, context, scene, ratio)?;
    let area = surface.into_drawing_area();
    paint(scene, &area).ok()
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Makes a canvas empty again.
fn wipe(canvas: &HtmlCanvasElement, context: &CanvasRenderingContext2d) -> Option<()> {
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
    context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    Some(())
}

/// Plotters' canvas backend on a grid of sixteenths of a CSS px, with roles in place of colours.
struct CanvasSurface {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Device pixels to a step of the grid.
    scale: f64,
    /// The colour of each role, in their order, as the canvas writes it.
    fills: Vec<String>,
    role: Role,
    /// The role that was filled with last: telling the canvas again would cost more than the filling.
    filled: Option<Role>,
}

impl CanvasSurface {
    fn new(canvas: &HtmlCanvasElement, context: CanvasRenderingContext2d, scene: &Scene, ratio: f64) -> Option<Self> {
        let fills = fills(canvas, &context)?;
        let scale = ratio / f64::from(GRID);
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        let size = ((scene.size.width * GRID) as u32, (scene.size.height * GRID) as u32);
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        let mut surface = Self { inner, context, size, scale, fills, role: Role::Halo, filled: None };
        // With a ground of its own the ink stays readable where a browser darkens the page behind the canvas.
        surface.use_fill();
        surface.context.fill_rect(0.0, 0.0, size.0.into(), size.1.into());
        Some(surface)
    }

    fn current(&self) -> &str {
        self.fills.get(self.role as usize).map_or("", String::as_str)
    }

    /// The current role's colour as plotters takes it: of `#rrggbb`, or nothing at all, as the halo may be.
    fn color(&self) -> BackendColor {
        let css = self.current();
        let part = |range| css.get(range).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let alpha = if css.starts_with('#') { 1.0 } else { 0.0 };
        BackendColor { alpha, rgb: (part(1..3), part(3..5), part(5..7)) }
    }

    /// Has the canvas fill with the current role, if it does not already.
    fn use_fill(&mut self) {
        if self.filled != Some(self.role) {
            self.filled = Some(self.role);
            self.context.set_fill_style_str(self.current());
        }
    }

    /// The nearest edge between two device pixels, so that thin rectangles stay crisp.
    fn snap(&self, step: i32) -> f64 {
        (f64::from(step) * self.scale).round() / self.scale
    }
}

/// The colours that a canvas inherits for the roles, in their order. The canvas itself turns any way of writing a
/// colour, system colours included, into `#rrggbb`.
fn fills(canvas: &Element, context: &CanvasRenderingContext2d) -> Option<Vec<String>> {
    let style = window()?.get_computed_style(canvas).ok()??;
    let fill = |role: Role| {
        context.set_fill_style_str(style.get_property_value(role.property()).ok()?.trim());
        context.fill_style().as_string()
    };
    Role::ALL.into_iter().map(fill).collect()
}

impl Surface for CanvasSurface {
    fn fill(&mut self, role: Role) {
        self.role = role;
    }
}

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for CanvasSurface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> Drawn {
        self.filled = None;
        self.inner.draw_pixel(point, self.color())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.use_fill();
        // Without any width there is nothing.
        if from.0 == to.0 {
            return Ok(());
        }
        let (left, top) = (self.snap(from.0), self.snap(from.1));
        // What is there at all stays visible: at least one device pixel.
        let width = (self.snap(to.0) - left).max(1.0 / self.scale);
        let height = (self.snap(to.1) - top).max(1.0 / self.scale);
        self.context.fill_rect(left, top, width, height);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.filled = None;
        self.inner.draw_path(path, &self.color())
    }

    /// Filled here, since plotters' own backend writes each colour with a decimal alpha: a formatter of floating-point
    /// numbers would cost readers 6.8 KB.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.use_fill();
        self.context.begin_path();
        for (x, y) in path {
            self.context.line_to(x.into(), y.into());
        }
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.use_fill();
        self.context.begin_path();
        super::ignore(self.context.arc(x.into(), y.into(), radius.into(), 0.0, std::f64::consts::TAU));
        self.context.fill();
        Ok(())
    }

    /// Text is drawn at its true size rather than scaled from the grid, so that it looks as the page's own text does;
    /// y is the baseline.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.use_fill();
        let weight = if matches!(style.style(), FontStyle::Bold) { "700" } else { "400" };
        let px = (style.size() / f64::from(GRID)).round() as u32;
        self.context.set_font(&format!("{weight} {px}px {FAMILY}"));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        let (grid, ratio) = (f64::from(GRID), self.scale * f64::from(GRID));
        let (x, y) = (f64::from(x) / grid, f64::from(y) / grid);
        super::ignore(self.context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0));
        super::ignore(self.context.fill_text(text, x, y));
        super::ignore(self.context.set_transform(self.scale, 0.0, 0.0, self.scale, 0.0, 0.0));
        Ok(())
    }

    /// Layouts place text by themselves; asking the page would cost a reflow and break its security policy.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        Ok((0, style.size() as u32))
    }
}

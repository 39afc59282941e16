//! Legends: what marks mean, for the marks that a chart holds.

use crate::Layout;
use drawing::scene::{Point, Rect, Scene};
use drawing::text;
use drawing::theme::{Role, TextSize};

/// Draws a mark into an area.
pub(crate) type Draw<'a> = Box<dyn Fn(&mut Scene, Rect) + 'a>;

/// An entry of a legend.
pub(crate) struct LegendItem<'a> {
    /// Draws the mark; the area given is [`LegendItem::LENGTH`] wide.
    pub(crate) draw: Draw<'a>,
    /// How much room the mark takes along x, in CSS px; 0 for words alone.
    pub(crate) length: f32,
    /// What it means.
    pub(crate) words: &'a str,
}

impl LegendItem<'_> {
    /// How long the bar of an entry is, in CSS px.
    pub(crate) const LENGTH: f32 = 28.0;
}

/// The height of a line, in CSS px.
const LINE: f32 = 20.0;

/// Draws a legend from `y` downwards: its entries side by side, in as many lines as the layout needs where it is narrowest.
/// Returns where it ends. Its lines stand on a halo as far as `halo` CSS px, so that no gridline runs through them.
pub(crate) fn legend(scene: &mut Scene, layout: Layout, y: f32, halo: f32, items: &[LegendItem<'_>]) -> f32 {
    if items.is_empty() {
        return y;
    }
    let placed = place(layout, y, items);
    let end = placed.iter().map(|item| item.top + LINE * item.lines.len().max(1) as f32).fold(y, f32::max);
    if halo > 0.0 {
        scene.rect(Rect::new(0.0, y, halo, end - y), Role::Halo);
    }
    for (item, placed) in items.iter().zip(&placed) {
        (item.draw)(scene, Rect::new(placed.x, placed.top + 4.0, LegendItem::LENGTH, 10.0));
        let first = Point::new(placed.x + placed.indent, placed.top + 13.0);
        crate::layout::lines(scene, first, &placed.lines, TextSize::Small, Role::Muted);
    }
    end
}

/// An entry in its place.
struct Placed {
    x: f32,
    top: f32,
    /// How far the words stand off the mark's left edge.
    indent: f32,
    lines: Vec<String>,
}

fn place(layout: Layout, y: f32, items: &[LegendItem<'_>]) -> Vec<Placed> {
    let (mut x, mut top, mut height) = (0.0, y, LINE);
    let place = |item: &LegendItem<'_>| {
        let indent = item.length + if item.length > 0.0 { 6.0 } else { 0.0 };
        let lines = text::wrap(item.words, TextSize::Small, layout.narrowest() - indent);
        let words = lines.iter().map(|line| text::width(line, TextSize::Small)).fold(0.0, f32::max);
        if x > 0.0 && x + indent + words > layout.narrowest() {
            (x, top, height) = (0.0, top + height, LINE);
        }
        height = height.max(LINE * lines.len() as f32);
        let placed = Placed { x, top, indent, lines };
        x += indent + words + 18.0;
        placed
    };
    items.iter().map(place).collect()
}

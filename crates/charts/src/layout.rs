//! How a chart is arranged: two layouts, and what layouts of all kinds share.

use drawing::axis::Scale;
use drawing::scene::{Anchor, Label, Mark, Point, Rect, Scene};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Bound, Chart, Graphic, Number, SectionId};

/// How a chart is arranged, by the width at hand.
///
/// Within a layout nothing moves vertically and every x is linear in the width, so text is wrapped for the narrowest width
/// that the layout serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Labels above their marks, one column: phones and narrow columns.
    Narrow,
    /// Labels beside their marks, two columns.
    Wide,
}

impl Layout {
    /// Both layouts.
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// The layout for a width in CSS px.
    #[must_use]
    pub fn of(width: f32) -> Self {
        if width < Self::Wide.narrowest() { Self::Narrow } else { Self::Wide }
    }

    /// The narrowest width in CSS px that the layout is made for.
    #[must_use]
    pub fn narrowest(self) -> f32 {
        match self {
            Self::Narrow => 272.0,
            Self::Wide => 640.0,
        }
    }

    /// The narrowest width of the layout for `width` (CSS px), as a part of `width`: what has room there has it everywhere.
    pub(crate) fn shrink(width: f32) -> f32 {
        Self::of(width).narrowest() / width
    }

    /// The name used in class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Wide => "wide",
        }
    }
}

/// The colour of some marks, full and pale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tint {
    pub(crate) full: Role,
    pub(crate) pale: Role,
}

impl Tint {
    /// The colour of a chart: the hue of its section.
    pub(crate) fn of(graphic: &Graphic, chart: &Chart) -> Self {
        Self::of_section(graphic, &chart.section).unwrap_or(Self { full: Role::hue(0), pale: Role::pale(0) })
    }

    /// The hue of a section, if it has one.
    pub(crate) fn of_section(graphic: &Graphic, id: &SectionId) -> Option<Self> {
        let hue = graphic.section(id)?.hue?.number();
        Some(Self { full: Role::hue(hue), pale: Role::pale(hue) })
    }
}

/// A scale from zero to a largest figure, in units of as many decimals as its figures have.
pub(crate) struct FigureScale {
    pub(crate) scale: Scale,
    decimals: u8,
}

impl FigureScale {
    /// The scale that puts zero at `left` and the largest figure at `right`, in CSS px. `bounds` are all that stand on it.
    pub(crate) fn new(bounds: &mut dyn Iterator<Item = Bound>, left: f32, right: f32) -> Self {
        let (mut decimals, mut largest) = (0, Number::default());
        for bound in bounds {
            let (low, high) = (bound.least_stated(), bound.largest_stated());
            decimals = decimals.max(low.decimals()).max(high.decimals());
            largest = largest.max(high);
        }
        Self { scale: Scale::new(0..largest.scaled(decimals), left, right), decimals }
    }

    /// Where a figure stands, in CSS px.
    pub(crate) fn position(&self, figure: Number) -> f32 {
        self.scale.position(figure.scaled(self.decimals))
    }

    /// A value of the scale as a number.
    pub(crate) fn number(&self, value: i64) -> Number {
        Number::shortest(value, self.decimals).unwrap_or_default()
    }
}

/// How far a halo reaches beyond its text to the left, in CSS px. Text on a halo needs as much room before it.
pub(crate) const HALO: f32 = 2.0;

/// A line of text on a halo, so that no gridline runs through it. From line to line it is of whole px.
pub(crate) fn halo_label(scene: &mut Scene, label: Label) {
    let area = text::bounds(&label);
    let left = (area.left() - HALO).max(0.0);
    let corner = Point::new(area.right(), area.bottom().ceil());
    scene.rect(Rect::between(Point::new(left, area.top().floor()), corner), Role::Halo);
    scene.marks.push(Mark::Label(label));
}

/// Lines of text below each other, beginning at a first baseline.
pub(crate) fn lines(scene: &mut Scene, first: Point, lines: &[String], size: TextSize, role: Role) {
    for (i, line) in lines.iter().enumerate() {
        let at = Point::new(first.x, first.y + i as f32 * size.line_height());
        scene.label(at, Anchor::Start, line.as_str(), size, role);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_counts_the_decimals_of_both_ends_of_a_range() {
        let [low, high] = ["0.8", "61738"].map(|text| Number::parse(text).expect("a number"));
        let scale = FigureScale::new(&mut [Bound::Between { low, high }].into_iter(), 0.0, 100.0);
        assert!(scale.position(low) < 0.01 && scale.position(high) == 100.0, "{}", scale.position(low));
    }
}

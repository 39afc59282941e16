//! Bars that tell an exact figure from a lower bound.

use super::Layout;
use crate::scene::{Anchor, Point, Rect, Scene};
use crate::story::Bound;
use crate::text;
use crate::theme::{Role, TextSize};

/// The width of the open edge that follows a lower bound, in CSS px.
pub(super) const OPEN_EDGE: f32 = 20.0;

/// Draws a bar. One for a lower bound is as long as what was stated and no longer; an open edge of fixed width follows.
pub(super) fn bar(scene: &mut Scene, rect: Rect, bound: Bound, role: Role) {
    scene.rect(rect, role);
    if let Bound::AtLeast(_) = bound {
        open_edge(scene, rect, role);
    }
}

/// Two thinning slats and an arrowhead: it goes on, and how far is not known.
pub(super) fn open_edge(scene: &mut Scene, rect: Rect, role: Role) {
    let (top, height) = (rect.top(), rect.height());
    scene.rect(Rect::new(rect.right() + 2.0, top, 3.0, height), role);
    scene.rect(Rect::new(rect.right() + 7.0, top, 2.0, height), role);
    let (x, y, half) = (rect.right() + 11.0, rect.center().y, height.min(14.0) / 2.0);
    let arrow = vec![Point::new(x, y - half), Point::new(x + 8.0, y), Point::new(x, y + half)];
    scene.polygon(arrow, role);
}

/// Draws a pale bar with a rim one px wide: background, or what came before.
pub(super) fn pale_bar(scene: &mut Scene, rect: Rect, fill: Role, rim: Role) {
    scene.rect(rect, fill);
    for y in [rect.top(), rect.bottom() - 1.0] {
        scene.rect(Rect::new(rect.left(), y, rect.width(), 1.0), rim);
    }
    // A bar without width has no rim either.
    let side = rect.width().min(1.0);
    for x in [rect.left(), rect.right() - side] {
        scene.rect(Rect::new(x, rect.top(), side, rect.height()), rim);
    }
}

/// An entry of a key: what draws the sample into its place, what the sample takes beyond it (CSS px), and the words.
pub(super) type Sample<'a> = (&'a dyn Fn(&mut Scene, Rect), f32, &'a str);

/// Draws a key from `y` downwards: its samples side by side, or one below the other where there is no room. Returns
/// where it ends.
pub(super) fn key(scene: &mut Scene, layout: Layout, y: f32, samples: &[Sample<'_>]) -> f32 {
    const LENGTH: f32 = 28.0;
    const LINE: f32 = 20.0;
    let (mut x, mut top) = (0.0, y);
    for (draw, beyond, words) in samples {
        draw(scene, Rect::new(x, top + 4.0, LENGTH, 10.0));
        let start = x + LENGTH + beyond + 6.0;
        scene.label(Point::new(start, top + 13.0), Anchor::Start, *words, TextSize::Small, Role::Muted);
        match layout {
            Layout::Narrow => top += LINE,
            Layout::Wide => x = start + text::width(words, TextSize::Small) + 18.0,
        }
    }
    if layout == Layout::Wide { top + LINE } else { top }
}

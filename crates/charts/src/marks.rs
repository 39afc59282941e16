//! Marks that tell hedges apart: each hedge has a form of its own, and no bar is longer than what was stated.

use crate::layout::Tint;
use drawing::scene::{Point, Rect, Scene};
use drawing::theme::Role;
use story::Hedge;

/// The room that an open end takes behind a bar, in CSS px.
pub(crate) const OPEN_END: f32 = 20.0;

/// Draws a bar from zero to a stated figure (`rect`), in the form of its hedge. The bar of a range goes to its low end, and
/// `high` says where its high end stands. As with all bars here, what has room on it is decided for the layout's narrowest
/// width, which is `shrink` times the present one. A `pale` bar is pale whatever its hedge.
pub(crate) fn bar(scene: &mut Scene, rect: Rect, hedge: Hedge, high: f32, tint: Tint, shrink: f32, pale: bool) {
    if pale || is_pale(hedge) {
        pale_bar(scene, rect, tint);
    } else {
        scene.rect(rect, tint.full);
    }
    if hedge == Hedge::Between {
        let corner = Point::new(high.max(rect.right()), rect.bottom());
        pale_bar(scene, Rect::between(Point::new(rect.right(), rect.top()), corner), tint);
    }
    end(scene, rect, hedge, tint, shrink);
}

/// Whether nothing of a figure is certain: the true one is below the stated one, or at most that.
pub(crate) fn is_pale(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::LessThan | Hedge::AtMost)
}

/// Draws what tells the hedge at the end of a bar, apart from the bar itself.
pub(crate) fn end(scene: &mut Scene, rect: Rect, hedge: Hedge, tint: Tint, shrink: f32) {
    match hedge {
        // What lies between the ends of a range is pale.
        Hedge::Exact | Hedge::Between => {}
        Hedge::MoreThan => chevrons(scene, rect, 1.0, tint.full),
        Hedge::AtLeast => {
            end_line(scene, rect, tint.full, shrink);
            chevrons(scene, rect, 1.0, tint.full);
        }
        Hedge::LessThan => chevrons(scene, rect, -1.0, tint.full),
        Hedge::AtMost => end_line(scene, rect, tint.full, shrink),
        Hedge::About => waves(scene, rect, tint.full),
    }
}

/// How far a mark of this hedge reaches beyond its last stated figure, in CSS px.
pub(crate) fn beyond(hedge: Hedge) -> f32 {
    match hedge {
        Hedge::Exact | Hedge::Between | Hedge::AtMost => 0.0,
        Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::About => OPEN_END,
    }
}

/// Two chevrons behind the end, open forms where the bar is a full one. Pointing on (1), they say that the true figure is
/// above; pointing back (-1), that it is below; how far is not known.
fn chevrons(scene: &mut Scene, rect: Rect, way: f32, role: Role) {
    let half = rect.height().min(16.0) / 2.0;
    // Each is mirrored within its own room.
    let tip = half * 0.75 + STROKE;
    for step in [4.0, 11.0] {
        let x = rect.right() + step + if way < 0.0 { tip } else { 0.0 };
        chevron(scene, Point::new(x, rect.center().y), half, way, role);
    }
}

/// The stroke of open forms, in CSS px.
const STROKE: f32 = 2.5;

/// A chevron from `half` above `at` to `half` below it, that points on (1) or back (-1).
fn chevron(scene: &mut Scene, at: Point, half: f32, way: f32, role: Role) {
    let tip = half * 0.75;
    let corner = |x: f32, y: f32| Point::new(at.x + x * way, at.y + y);
    let points = vec![
        corner(0.0, -half),
        corner(STROKE, -half),
        corner(STROKE + tip, 0.0),
        corner(STROKE, half),
        corner(0.0, half),
        corner(tip, 0.0),
    ];
    scene.polygon(points, role);
}

/// A line across the end that is higher than the bar: the stated figure itself is included. Slim marks may stand close
/// together, so it reaches less far beyond them.
fn end_line(scene: &mut Scene, rect: Rect, role: Role, shrink: f32) {
    const WIDTH: f32 = 2.0;
    // A bar that is slimmer than the line has it behind its end, so that it does not begin before the axis.
    let inset = if rect.width() * shrink >= WIDTH { WIDTH } else { 0.0 };
    let reach = (rect.height() - 7.0).clamp(0.0, 3.0);
    scene.rect(Rect::new(rect.right() - inset, rect.top() - reach, WIDTH, rect.height() + 2.0 * reach), role);
}

/// Two wavy lines behind the end: near the stated figure, on either side.
fn waves(scene: &mut Scene, rect: Rect, role: Role) {
    const SWING: f32 = 3.0;
    const TURNS: u8 = 4;
    for step in [4.0, 11.0] {
        let turn = |i: u8| {
            let x = rect.right() + step + if i.is_multiple_of(2) { 0.0 } else { SWING };
            Point::new(x, rect.top() + rect.height() * f32::from(i) / f32::from(TURNS))
        };
        let down = (0..=TURNS).map(turn);
        let up = (0..=TURNS).rev().map(|i| Point::new(turn(i).x + STROKE, turn(i).y));
        scene.polygon(down.chain(up).collect(), role);
    }
}

/// A pale bar with a rim: background, what came before, or what is not certain.
pub(crate) fn pale_bar(scene: &mut Scene, rect: Rect, tint: Tint) {
    scene.rimmed(rect, tint.pale, tint.full);
}

/// An arrowhead behind the end of a bar: what it stands for still held when the source was written.
pub(crate) fn still_true(scene: &mut Scene, rect: Rect, role: Role) {
    let (x, y, half) = (rect.right() + 3.0, rect.center().y, rect.height().min(16.0) / 2.0);
    scene.polygon(vec![Point::new(x, y - half), Point::new(x + half * 1.1, y), Point::new(x, y + half)], role);
}

/// How far an arrowhead reaches beyond its bar, in CSS px.
pub(crate) const ARROW: f32 = 12.0;

/// A line across the end of a bar: what it stands for ended there.
pub(crate) fn ended(scene: &mut Scene, rect: Rect, role: Role, shrink: f32) {
    end_line(scene, rect, role, shrink);
}

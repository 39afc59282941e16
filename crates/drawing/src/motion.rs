//! Motion: the scene between one view and the next.

use crate::scene::{Label, Mark, Point, Rect, Scene};

/// How long a change of view takes, in milliseconds.
pub const DURATION: f64 = 400.0;

/// The progress of a motion after a part of its time, both from 0 to 1: quick at first, then settling.
#[must_use]
pub fn ease(time: f32) -> f32 {
    let rest = 1.0 - time.clamp(0.0, 1.0);
    1.0 - rest * rest * rest
}

/// The scene at a progress from 0 to 1. Marks of groups that both scenes have are interpolated; rectangles that enter grow
/// from their left edge, other marks that enter stand where they belong, and marks that exit are gone.
#[must_use]
pub fn interpolate(from: &Scene, to: &Scene, progress: f32) -> Scene {
    let mut scene = Scene::default();
    scene.size = to.size;
    scene.targets.clone_from(&to.targets);
    for (name, marks) in to.groups() {
        if !name.is_empty() {
            scene.group(name);
        }
        let old = from.groups().find(|(old, _)| *old == name).map_or(&[][..], |(_, marks)| marks);
        // A group of other marks than before enters anew.
        let same = old.len() == marks.len() && old.iter().zip(marks).all(|(old, new)| old.is_like(new));
        let moved = marks.iter().enumerate().map(|(i, mark)| match old.get(i) {
            Some(old) if same => interpolate_mark(old, mark, progress),
            _ => enter(mark, progress),
        });
        scene.marks.extend(moved);
    }
    scene
}

fn interpolate_mark(from: &Mark, to: &Mark, progress: f32) -> Mark {
    match (from, to) {
        (Mark::Rect { rect: old, .. }, Mark::Rect { rect, role, rim }) => {
            Mark::Rect { rect: interpolate_rect(*old, *rect, progress), role: *role, rim: *rim }
        }
        (Mark::Polygon { points: old, .. }, Mark::Polygon { points, role }) => {
            let points = old.iter().zip(points).map(|(old, new)| point(*old, *new, progress)).collect();
            Mark::Polygon { points, role: *role }
        }
        (Mark::Dot { center: old, .. }, Mark::Dot { center, radius, role, rim }) => {
            Mark::Dot { center: point(*old, *center, progress), radius: *radius, role: *role, rim: *rim }
        }
        (Mark::Label(old), Mark::Label(label)) => {
            Mark::Label(Label { at: point(old.at, label.at, progress), ..label.clone() })
        }
        _ => to.clone(),
    }
}

fn enter(mark: &Mark, progress: f32) -> Mark {
    match mark {
        Mark::Rect { rect, role, rim } => {
            let right = number(rect.left(), rect.right(), progress);
            let rect = Rect::between(Point::new(rect.left(), rect.top()), Point::new(right, rect.bottom()));
            Mark::Rect { rect, role: *role, rim: *rim }
        }
        _ => mark.clone(),
    }
}

fn interpolate_rect(from: Rect, to: Rect, progress: f32) -> Rect {
    let corner = |a: Point, b: Point| point(a, b, progress);
    Rect::between(
        corner(Point::new(from.left(), from.top()), Point::new(to.left(), to.top())),
        corner(Point::new(from.right(), from.bottom()), Point::new(to.right(), to.bottom())),
    )
}

fn point(from: Point, to: Point, progress: f32) -> Point {
    Point::new(number(from.x, to.x, progress), number(from.y, to.y, progress))
}

fn number(from: f32, to: f32, progress: f32) -> f32 {
    from + (to - from) * progress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Role;

    fn scene(name: &str, left: f32) -> Scene {
        let mut scene = Scene::default();
        scene.group(name);
        scene.rect(Rect::new(left, 0.0, 10.0, 10.0), Role::Ink);
        scene
    }

    fn rect(scene: &Scene) -> Rect {
        match scene.marks.first() {
            Some(Mark::Rect { rect, .. }) => *rect,
            other => panic!("{other:?} is no rectangle"),
        }
    }

    #[test]
    fn a_group_moves_from_its_old_place_and_ends_exactly_in_the_new_one() {
        let (from, to) = (scene("row", 0.0), scene("row", 100.0));
        assert_eq!(rect(&interpolate(&from, &to, 0.25)).left(), 25.0);
        assert_eq!(interpolate(&from, &to, 1.0), to);
        assert_eq!(interpolate(&from, &to, 0.0).marks, from.marks);
    }

    #[test]
    fn a_motion_can_be_turned_midway_without_a_jump() {
        let (from, to) = (scene("row", 0.0), scene("row", 100.0));
        let midway = interpolate(&from, &to, 0.5);
        assert_eq!(interpolate(&midway, &from, 0.0).marks, midway.marks);
    }

    #[test]
    fn what_is_new_grows() {
        let to = scene("new", 100.0);
        assert_eq!(rect(&interpolate(&scene("old", 0.0), &to, 0.5)), Rect::new(100.0, 0.0, 5.0, 10.0));
    }

    #[test]
    fn easing_starts_at_nothing_and_ends_at_all() {
        assert_eq!((ease(0.0), ease(1.0), ease(2.0)), (0.0, 1.0, 1.0));
        assert!(ease(0.5) > 0.5);
    }
}

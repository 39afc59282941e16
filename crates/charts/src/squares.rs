//! Figures of one unit as a picture: squares, each of which stands for as many of it. The end tells the hedge, as the ends of
//! bars do.

use crate::layout::Tint;
use crate::marks::{OPEN_END, end, is_pale, pale_bar};
use drawing::scene::{Point, Rect, Scene, Size};
use drawing::theme::Role;
use story::{Bound, Hedge, Number};

/// How many squares stand in a line.
const LINE: u16 = 30;

/// The most squares that the largest of some figures takes.
const MOST: i64 = 150;

/// The side of a square and the way from one to the next, in px of the picture, which is drawn at any size.
const SIDE: f32 = 8.0;
const STEP: f32 = 10.0;

/// How many of a unit a square stands for, so that the largest of some figures takes at most 150 squares: 1, 2 or 5 times
/// a power of ten. None where no figure is as large as one of the unit.
#[must_use]
pub fn each(bounds: &[Bound]) -> Option<Number> {
    let largest = bounds.iter().map(|bound| bound.largest_stated()).max()?;
    let one = 10_i64.checked_pow(largest.decimals().into())?;
    let amount = largest.scaled(largest.decimals());
    if amount < one {
        return None;
    }
    let powers = std::iter::successors(Some(1_i64), |power| power.checked_mul(10));
    let steps = powers.flat_map(|power| [1, 2, 5].map(|step| power.saturating_mul(step)));
    let step = steps.into_iter().find(|step| amount <= step.saturating_mul(MOST).saturating_mul(one))?;
    Number::new(step, 0)
}

/// A figure as squares of `each` of its unit, in the hue of this number. A range is pale between its ends, a figure that the
/// true one is below or at most is pale as a whole. Empty for a figure that is not above zero.
///
/// ```
/// use charts::squares;
/// use story::{Bound, Number};
/// let [countries, people] = [150, 16_000].map(|number| Bound::MoreThan(Number::from(number)));
/// assert_eq!(squares::each(&[countries]), Some(Number::from(1)));
/// assert_eq!(squares::each(&[people]), Some(Number::from(200)));
/// // 150 squares, and two chevrons behind the last.
/// assert_eq!(squares::scene(countries, Number::from(1), 1).marks.len(), 152);
/// ```
#[must_use]
pub fn scene(bound: Bound, each: Number, hue: u8) -> Scene {
    let tint = Tint { full: Role::hue(hue), pale: Role::pale(hue) };
    let [low, high] = [bound.least_stated(), bound.largest_stated()].map(|number| number.to_f32() / each.to_f32());
    let hedge = bound.hedge();
    // How far squares are in full colour; what is beyond is pale.
    let sure = if is_pale(hedge) { 0.0 } else { low };
    let mut scene = Scene::default();
    let mut last = Rect::default();
    let count = high.max(0.0).ceil() as u16;
    for square in 0..count {
        let corner = Point::new(f32::from(square % LINE) * STEP, f32::from(square / LINE) * STEP);
        let part = |until: f32| (until - f32::from(square)).clamp(0.0, 1.0) * SIDE;
        last = Rect::new(corner.x, corner.y, part(high), SIDE);
        if part(sure) > 0.0 {
            scene.rect(Rect::new(corner.x, corner.y, part(sure), SIDE), tint.full);
        }
        if part(high) > part(sure) {
            pale_bar(&mut scene, Rect::new(corner.x + part(sure), corner.y, part(high) - part(sure), SIDE), tint);
        }
    }
    if count > 0 {
        end(&mut scene, last, hedge, tint, 1.0);
    }
    let lines = f32::from(count.div_ceil(LINE));
    scene.size = Size { width: f32::from(LINE) * STEP + OPEN_END, height: (lines * STEP - (STEP - SIDE)).max(0.0) };
    scene
}

/// What tells a hedge at the end of squares, alone, to be explained. Empty for a figure that was stated plainly.
#[must_use]
pub fn ending(hedge: Hedge, hue: u8) -> Scene {
    let tint = Tint { full: Role::hue(hue), pale: Role::pale(hue) };
    let mut scene = Scene::default();
    scene.size = Size { width: OPEN_END, height: SIDE };
    match hedge {
        Hedge::Between => pale_bar(&mut scene, Rect::new(0.0, 0.0, SIDE, SIDE), tint),
        _ => end(&mut scene, Rect::new(0.0, 0.0, 0.0, SIDE), hedge, tint, 1.0),
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawing::scene::Mark;

    fn number(text: &str) -> Number {
        Number::parse(text).expect("a number")
    }

    fn areas(scene: &Scene, wanted: Role) -> Vec<Rect> {
        let of = |mark: &Mark| match mark {
            Mark::Rect { rect, role, .. } if *role == wanted => Some(*rect),
            _ => None,
        };
        scene.marks.iter().filter_map(of).collect()
    }

    #[test]
    fn a_square_stands_for_a_round_amount() {
        let steps = [
            ("5", "1"),
            ("150", "1"),
            ("150.5", "2"),
            ("151", "2"),
            ("449.2", "5"),
            ("16000", "200"),
            ("150000001", "2000000"),
        ];
        for (figure, step) in steps {
            assert_eq!(each(&[Bound::Exact(number(figure))]), Some(number(step)), "{figure}");
        }
        assert_eq!(each(&[Bound::Exact(number("5")), Bound::About(number("700"))]), Some(number("5")));
        assert_eq!(each(&[Bound::Exact(number("0.5"))]), None);
        assert_eq!(each(&[Bound::Exact(number("-3"))]), None);
        assert_eq!(each(&[]), None);
    }

    #[test]
    fn squares_add_up_to_the_figure() {
        let about = scene(Bound::About(number("449.2")), number("5"), 2);
        let full = areas(&about, Role::Hue2);
        assert_eq!(full.len(), 90);
        let covered: f32 = full.iter().map(|rect| rect.width()).sum();
        assert!((covered / SIDE - 449.2 / 5.0).abs() < 0.01, "{covered}");
        assert_eq!(about.size.height, 28.0);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test may fail loudly")]
    fn no_end_touches_the_squares_of_another_line() {
        let hedges = [Bound::MoreThan, Bound::AtLeast, Bound::LessThan, Bound::AtMost, Bound::About];
        for bound in hedges.map(|hedged| hedged(number("45"))) {
            let plain = scene(Bound::Exact(number("45")), number("1"), 1).marks.len();
            let scene = scene(bound, number("1"), 1);
            let (squares, ends) = scene.marks.split_at(plain);
            let area = |mark: &Mark| match mark {
                Mark::Rect { rect, .. } => *rect,
                Mark::Polygon { points, .. } => {
                    points.iter().fold(Rect::between(points[0], points[0]), |area, point| {
                        let low = Point::new(area.left().min(point.x), area.top().min(point.y));
                        Rect::between(low, Point::new(area.right().max(point.x), area.bottom().max(point.y)))
                    })
                }
                other => panic!("{other:?} is no end"),
            };
            assert!(!ends.is_empty());
            for end in ends.iter().map(area) {
                let touched = squares.iter().map(area).filter(|square| square.top() != 10.0 && square.overlaps(end));
                assert_eq!(touched.count(), 0, "{bound:?}");
            }
        }
    }

    #[test]
    fn what_lies_between_two_ends_is_pale() {
        let range = scene(Bound::Between { low: number("30.5"), high: number("60") }, number("1"), 3);
        assert_eq!((areas(&range, Role::Hue3).len(), areas(&range, Role::Pale3).len()), (31, 30));
        let shared = areas(&range, Role::Pale3)[0];
        assert_eq!((shared.left(), shared.right(), shared.top()), (4.0, 8.0, 10.0), "half of a square that has both");
    }

    #[test]
    fn a_figure_that_is_less_is_pale_and_one_of_nothing_is_empty() {
        let less = scene(Bound::LessThan(number("7")), number("1"), 1);
        assert_eq!((areas(&less, Role::Pale1).len(), areas(&less, Role::Hue1).len()), (7, 0));
        for nothing in ["0", "-4"] {
            assert!(scene(Bound::Exact(number(nothing)), number("1"), 1).marks.is_empty());
        }
    }

    #[test]
    fn each_hedge_has_an_end_of_its_own() {
        let seven = number("7");
        let hedged = [Bound::Exact, Bound::MoreThan, Bound::AtLeast, Bound::LessThan, Bound::AtMost, Bound::About];
        let scenes = hedged.map(|hedged| scene(hedged(seven), number("1"), 1));
        for (i, one) in scenes.iter().enumerate() {
            assert!(scenes[i + 1..].iter().all(|other| other.marks != one.marks), "{:?}", hedged[i](seven));
        }
    }
}

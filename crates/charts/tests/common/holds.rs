//! What holds for every chart at every width. Each function says what is wrong, if anything is.

use super::Case;
use super::hedges::no_hedge_lost;
use charts::{Layout, Row};
use drawing::paint::svg::{self, RowWords};
use drawing::scene::{Label, Mark, Point, Rect, Scene};
use drawing::text;
use drawing::theme::Role;
use story::{Kind, Number, Shows};

pub type Holds = Result<(), String>;

/// All that holds at one width.
pub fn at(case: &Case<'_>, width: f32) -> Holds {
    let scene = case.scene(width);
    labels_apart(&scene)
        .and_then(|()| nothing_cut(&scene))
        .and_then(|()| every_row_can_be_hit(case, &scene))
        .and_then(|()| no_hedge_lost(case, &scene))
        .and_then(|()| bars_as_long_as_stated(case, &scene))
        .and_then(|()| every_member_is_named(case, &scene))
        .map_err(|problem| format!("{} at {width} px: {problem}", case.name))
}

pub fn labels(scene: &Scene) -> Vec<&Label> {
    let labels = scene.marks.iter().filter_map(|mark| if let Mark::Label(label) = mark { Some(label) } else { None });
    labels.collect()
}

pub fn labels_apart(scene: &Scene) -> Holds {
    let mut labels: Vec<(&Label, Rect)> = labels(scene).into_iter().map(|label| (label, text::bounds(label))).collect();
    labels.sort_by(|(_, a), (_, b)| a.top().total_cmp(&b.top()));
    for (i, (one, bounds)) in labels.iter().enumerate() {
        let near = labels[i + 1..].iter().take_while(|(_, other)| other.top() < bounds.bottom());
        if let Some((other, _)) = near.into_iter().find(|(_, other)| other.overlaps(*bounds)) {
            return Err(format!("`{}` at {:?} overlaps `{}` at {:?}", one.text, one.at, other.text, other.at));
        }
    }
    Ok(())
}

/// The area that a mark covers.
pub fn bounds(mark: &Mark) -> Rect {
    match mark {
        Mark::Rect { rect, .. } => *rect,
        Mark::Label(label) => text::bounds(label),
        Mark::Dot { center, radius, .. } => Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius),
        Mark::Polygon { points, .. } => {
            let end =
                |of: fn(f32, f32) -> f32, at: fn(&Point) -> f32| points.iter().map(at).reduce(of).expect("a corner");
            let (left, right) = (end(f32::min, |p| p.x), end(f32::max, |p| p.x));
            let (top, bottom) = (end(f32::min, |p| p.y), end(f32::max, |p| p.y));
            Rect::between(Point::new(left, top), Point::new(right, bottom))
        }
    }
}

fn frame(scene: &Scene) -> Rect {
    Rect::new(0.0, 0.0, scene.size.width, scene.size.height)
}

/// Whether one rectangle lies within another, but for what rounding leaves.
fn within(outer: Rect, inner: Rect) -> bool {
    const LEAST: f32 = 0.01;
    let corner = |x: f32, y: f32| Point::new(x, y);
    let outer = Rect::between(
        corner(outer.left() - LEAST, outer.top() - LEAST),
        corner(outer.right() + LEAST, outer.bottom() + LEAST),
    );
    outer.contains(inner)
}

pub fn nothing_cut(scene: &Scene) -> Holds {
    let frame = frame(scene);
    match scene.marks.iter().find(|mark| !within(frame, bounds(mark))) {
        Some(mark) => Err(format!("{mark:?}, {:?}, leaves the frame {frame:?}", bounds(mark))),
        None => Ok(()),
    }
}

/// Each row has a target within the frame, no two targets share a place, and each is as large as fingers need: 24 px both
/// ways, or as wide as there is room where the steps of a timeline are more than that.
pub fn every_row_can_be_hit(case: &Case<'_>, scene: &Scene) -> Holds {
    let frame = frame(scene);
    let steps = case.content.rows.iter().filter(|row| matches!(row.datum, charts::Datum::Step(..))).count();
    let least = (scene.size.width / steps.max(1) as f32).min(24.0) - 0.01;
    for (i, target) in scene.targets.iter().enumerate() {
        let (bounds, row) = (target.bounds, case.content.rows.get(target.row));
        let row = row.ok_or_else(|| format!("a target leads to row {}, which is not there", target.row))?;
        if !within(frame, bounds) || bounds.width() < least || bounds.height() < 24.0 - 0.01 {
            return Err(format!("the target of `{}` is {bounds:?} in {frame:?}", row.name(&case.graphic.words)));
        }
        let apart = |other: &Rect| {
            let common = bounds.right().min(other.right()) - bounds.left().max(other.left());
            common < 0.01 || !bounds.overlaps(*other)
        };
        if let Some(other) = scene.targets[i + 1..].iter().find(|other| !apart(&other.bounds)) {
            return Err(format!(
                "the target of `{}`, {bounds:?}, lies on {:?}",
                row.name(&case.graphic.words),
                other.bounds
            ));
        }
    }
    let hit = |place: usize| scene.targets.iter().filter(|target| target.row == place).count() == 1;
    match (0..case.content.rows.len()).find(|place| !hit(*place)) {
        Some(place) => {
            Err(format!("`{}` has no target of its own", case.content.rows[place].name(&case.graphic.words)))
        }
        None => Ok(()),
    }
}

/// Every bar ends where its axis has the stated figure, and a range floats between its two.
pub fn bars_as_long_as_stated(case: &Case<'_>, scene: &Scene) -> Holds {
    for target in &scene.targets {
        let row = &case.content.rows[target.row];
        let Some(amount) = row.amount().filter(|_| !matches!(row.datum, charts::Datum::Step(..))) else { continue };
        let Some((axis, largest, floats)) = axis_of(case, row, target.bounds) else { continue };
        let place = |number: Number| axis.left() + axis.width() * part(number, largest);
        let low = if floats { place(amount.bound.least_stated()) } else { axis.left() };
        let high = place(amount.bound.largest_stated());
        let found = bar(scene, target.bounds);
        let (left, right) = found.map_or((axis.left(), axis.left()), |bar| (bar.left(), bar.right()));
        // Where nothing is drawn, nothing can be seen to be missing.
        let close = |a: f32, b: f32| (a - b).abs() < 0.11;
        if !close(right, high) || !(close(left, low) || high - low < 0.11) {
            return Err(format!(
                "the bar of `{}` runs from {left} to {right} px, not {low} to {high}",
                row.name(&case.graphic.words)
            ));
        }
    }
    Ok(())
}

/// Each bar of a member has the member's name on its row, or at least how it begins.
pub fn every_member_is_named(case: &Case<'_>, scene: &Scene) -> Holds {
    for target in &scene.targets {
        let row = &case.content.rows[target.row];
        let charts::Datum::Span(..) = row.datum else { continue };
        let begins = |label: &&Label| {
            let start = label.text.trim_end_matches(['…', '*']).trim_end();
            target.bounds.contains(text::bounds(label)) && !start.is_empty() && row.label.starts_with(start)
        };
        if !labels(scene).iter().any(begins) {
            return Err(format!("the row of `{}` does not say so", row.label));
        }
    }
    Ok(())
}

fn part(number: Number, largest: Number) -> f32 {
    if largest == Number::default() { 0.0 } else { number.to_f32() / largest.to_f32() }
}

/// The axis of a row, the figure at its end, and whether the row's bar floats over it.
fn axis_of(case: &Case<'_>, row: &Row, band: Rect) -> Option<(Rect, Number, bool)> {
    let rows = case.content.group(row.group).filter_map(Row::amount);
    let largest = rows.map(|amount| amount.bound.largest_stated()).max()?;
    let share = |from: f32, to: f32| {
        let x = |part: f32| band.left() + band.width() * part;
        Rect::between(Point::new(x(from), band.top()), Point::new(x(to), band.bottom()))
    };
    match &case.chart.kind {
        Kind::Bars(bars) => {
            let to = bars.panels.get(case.view.panel.unwrap_or(row.group)).and_then(|panel| panel.to);
            let (from, end) = if Layout::of(band.width()) == Layout::Wide { (0.31, 0.68) } else { (0.0, 0.92) };
            Some((share(from, end), to.map_or(largest, |to| largest.max(to)), false))
        }
        Kind::Ranges(ranges) => match ranges.panels.get(row.group).map(|panel| &panel.shows) {
            Some(Shows::Intervals { to, rows, .. }) => {
                let place = case.content.group(row.group).position(|other| other == row)?;
                let drawn = case.content.group(row.group).take(rows.len()).filter_map(Row::amount);
                let largest = drawn.map(|amount| amount.bound.largest_stated()).chain(*to).max()?;
                (place < rows.len()).then(|| (share(0.0, 0.92), largest, true))
            }
            Some(Shows::Change { before, after, .. }) => {
                let ends = [before, after].map(|entry| case.graphic.fact(&entry.fact)?.quantity());
                let largest = ends.into_iter().flatten().map(|quantity| quantity.value.largest_stated()).max()?;
                // The change between the two is a span of its own.
                let place = case.content.group(row.group).position(|other| other == row)?;
                let last = case.content.group(row.group).count() - 1;
                (place == 0 || place == last).then(|| (share(0.0, 0.92), largest, false))
            }
            None => Some((share(0.0, 0.92), largest, case.content.group(row.group).next() != Some(row))),
        },
        Kind::Timeline(_) => None,
    }
}

/// The bar within a band, all its parts together: rectangles in the colours of marks, as high as bars are.
pub fn bar(scene: &Scene, band: Rect) -> Option<Rect> {
    let rects = scene.marks.iter().filter_map(|mark| match mark {
        // Without a hue of their own, marks have the colour of the zero line, which is 2 px wide.
        Mark::Rect { rect, role: Role::Axis, .. } if rect.width() == 2.0 => None,
        Mark::Rect { rect, role, .. } if is_of_marks(*role) && within(band, *rect) && is_bar(rect.height()) => {
            Some(*rect)
        }
        _ => None,
    });
    rects.filter(|rect| rect.width() > 0.0).reduce(|a, b| {
        Rect::between(
            Point::new(a.left().min(b.left()), a.top().min(b.top())),
            Point::new(a.right().max(b.right()), a.bottom().max(b.bottom())),
        )
    })
}

/// The heights of bars: of narrow and wide panels, and of ranges between their tall ends.
fn is_bar(height: f32) -> bool {
    [12.0, 16.0, 20.0, 28.0].into_iter().any(|bar: f32| (height - bar).abs() < 0.01)
}

/// Whether a colour is one that figures are drawn in.
pub fn is_of_marks(role: Role) -> bool {
    (0..=4).any(|hue| role == Role::hue(hue) || role == Role::pale(hue))
}

/// Within a layout every x is linear in the width and nothing moves up or down: pictures without a script rely on it.
pub fn fluid(case: &Case<'_>, layout: Layout, width: f32) -> Holds {
    let row = |_: usize| RowWords::default();
    let words = svg::Words { class: "fallback", label: "", row: &row };
    let [narrowest, scene] = [layout.narrowest(), width].map(|width| case.scene(width));
    let problem = |problem: String| format!("{} ({}, {width} px): {problem}", case.name, layout.name());
    svg::fluid(&narrowest, &scene, &words).map_err(problem)?;
    let half = case.scene((layout.narrowest() + width) / 2.0);
    let marks = || narrowest.marks.iter().zip(&scene.marks).zip(&half.marks);
    let ends = |mark: &Mark| [bounds(mark).left(), bounds(mark).right()];
    for ((a, b), half) in marks() {
        for ((a, b), half) in ends(a).into_iter().zip(ends(b)).zip(ends(half)) {
            if (half - (a + b) / 2.0).abs() > 0.1 {
                return Err(problem(format!("{half} is not halfway between {a} and {b}")));
            }
        }
    }
    if half.size.height != narrowest.size.height || half.marks.len() != narrowest.marks.len() {
        return Err(problem("the layout changes halfway".to_owned()));
    }
    Ok(())
}

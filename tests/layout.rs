//! Layouts at the widths that matter: nothing cut, nothing overlapping, everything reachable, no bar longer than stated.

mod common;

use charts::Layout;
use common::{Shown, shown};
use drawing::paint::svg;
use drawing::scene::{Label, Mark, Rect, Scene};
use drawing::text;
use drawing::theme::Role;
use story::{Bound, Kind};

/// Widths of a chart's column: the narrowest of each layout, and those of pages from 320 to 2560 px.
const WIDTHS: [f32; 9] = [272.0, 288.0, 320.0, 360.0, 480.0, 639.0, 640.0, 760.0, 1200.0];

/// Every kind of view that a reader can choose.
const VIEWS: [(&str, &str); 11] = [
    ("agreements", ""),
    ("agreements", "?order=source"),
    ("agreements", "?count=countries"),
    ("agreements", "?count=people&order=source"),
    ("yields", ""),
    ("yields", "?field=0.1"),
    ("yields", "?field=99.9"),
    ("membership", ""),
    ("membership", "?year=2009"),
    ("membership", "?year=2017"),
    ("membership", "?year=2024"),
];

/// Every view at every width.
fn each(test: impl Fn(&Shown<'_>, &Scene, &str)) {
    let graphic = common::story().graphic();
    for (id, query) in VIEWS {
        let shown = shown(&graphic, id, query);
        for width in WIDTHS {
            test(&shown, &shown.scene(width), &format!("{id}{query} at {width} px"));
        }
    }
}

fn labels(scene: &Scene) -> Vec<&Label> {
    let labels = scene.marks.iter().filter_map(|mark| if let Mark::Label(label) = mark { Some(label) } else { None });
    labels.collect()
}

#[test]
fn no_two_labels_overlap() {
    each(|_, scene, name| {
        let labels = labels(scene);
        for (i, one) in labels.iter().enumerate() {
            for other in &labels[i + 1..] {
                let overlap = text::bounds(one).overlaps(text::bounds(other));
                assert!(!overlap, "{name}: `{}` overlaps `{}`", one.text, other.text);
            }
        }
    });
}

#[test]
fn nothing_is_cut() {
    each(|_, scene, name| {
        let frame = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
        for mark in &scene.marks {
            let bounds = match mark {
                Mark::Rect { rect, .. } => *rect,
                Mark::Label(label) => text::bounds(label),
                Mark::Dot { center, radius, .. } => {
                    Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
                }
                Mark::Polygon { points, .. } => {
                    let (first, rest) = points.split_first().expect("corners");
                    let rect = |a: Rect, p: &drawing::scene::Point| {
                        let (left, right) = (a.left().min(p.x), a.right().max(p.x));
                        let (top, bottom) = (a.top().min(p.y), a.bottom().max(p.y));
                        Rect::new(left, top, right - left, bottom - top)
                    };
                    rest.iter().fold(Rect::between(*first, *first), rect)
                }
            };
            assert!(frame.contains(bounds), "{name}: {mark:?} leaves the frame {frame:?}");
        }
    });
}

#[test]
fn targets_can_be_hit_and_lie_within_the_frame() {
    each(|shown, scene, name| {
        let frame = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
        assert_eq!(scene.targets.len(), shown.content.rows.len(), "{name}: one target for each row");
        for target in &scene.targets {
            let (width, height) = (target.bounds.width(), target.bounds.height());
            let row = shown.content.rows[target.row].name(&shown.graphic.words);
            assert!(width >= 24.0 && height >= 24.0, "{name}: {row} is {width} x {height} px");
            assert!(frame.contains(target.bounds), "{name}: {row} leaves the frame");
        }
    });
}

#[test]
fn every_row_has_a_fact_and_keeps_its_hedge() {
    each(|shown, _, name| {
        assert!(!shown.content.rows.is_empty(), "{name} has no rows");
        for row in &shown.content.rows {
            let fact = shown.graphic.fact(&row.fact);
            assert!(fact.is_some() || row.origin == charts::Origin::Arithmetic, "{name}: {}", row.fact);
            if let Some(Bound::MoreThan(_)) = row.amount().map(|amount| amount.bound) {
                assert!(
                    row.name(&shown.graphic.words).starts_with("more than "),
                    "{name}: {}",
                    row.name(&shown.graphic.words)
                );
            }
        }
    });
}

#[test]
fn labels_that_show_a_lower_bound_say_so() {
    each(|shown, scene, name| {
        for quantity in shown.graphic.facts.iter().filter_map(|fact| fact.quantity()) {
            if let Bound::MoreThan(value) = quantity.value {
                let number = shown.graphic.number(value);
                let bare = shown.graphic.with_unit(&number, &quantity.unit, Bound::Exact(value));
                let lost = labels(scene).into_iter().find(|label| label.text == bare);
                assert!(lost.is_none(), "{name}: {bare} lost its hedge");
            }
        }
    });
}

#[test]
fn no_text_is_smaller_than_twelve_px() {
    each(|_, scene, name| {
        assert!(labels(scene).iter().all(|label| label.size.px() >= 12.0), "{name}");
    });
}

/// The bars of one panel are as long as their stated figures, in one proportion.
#[test]
fn a_bar_ends_at_exactly_the_stated_figure() {
    let graphic = common::story().graphic();
    let shown = shown(&graphic, "agreements", "");
    for width in WIDTHS {
        let scene = shown.scene(width);
        for (group, panel) in shown.content.groups.iter().enumerate() {
            let targets = scene.targets.iter().filter(|target| shown.content.rows[target.row].group == group);
            let rows: Vec<(f32, f32)> = targets
                .map(|target| {
                    let bound = shown.content.rows[target.row].amount().expect("a figure").bound;
                    (bound.least_stated().to_f32(), bar(&scene, target.bounds).width())
                })
                .collect();
            let scale = rows[0].1 / rows[0].0;
            for (value, length) in rows {
                assert!((length - value * scale).abs() < 0.1, "{} at {width} px: {value} is {length} px", panel.title);
            }
        }
    }
}

/// The widest rectangle within a band that is neither a gridline nor the ground behind a label.
fn bar(scene: &Scene, band: Rect) -> Rect {
    let rects = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { rect, role, .. } if *role != Role::Halo && band.contains(*rect) && rect.height() >= 10.0 => {
            Some(*rect)
        }
        _ => None,
    });
    rects.max_by(|a, b| a.width().total_cmp(&b.width())).expect("a bar in the band")
}

#[test]
fn the_interval_floats_between_its_ends_on_a_scale_of_a_hundred() {
    let graphic = common::story().graphic();
    let shown = shown(&graphic, "yields", "");
    let scene = shown.scene(300.0);
    let (place, _) = shown.row("africa-yield-gain");
    let target = scene.targets.iter().find(|target| target.row == place).expect("a target");
    let bar = bar(&scene, target.bounds);
    let whole = 300.0 * 0.92;
    assert!((bar.left() - 0.3 * whole).abs() < 0.1 && (bar.right() - 0.6 * whole).abs() < 0.1, "{bar:?}");
}

/// Within a layout every x is linear in the width and nothing moves up or down: the static pictures rely on it.
#[test]
fn each_layout_is_fluid() {
    let graphic = common::story().graphic();
    let words = svg::Words { class: "fallback", label: "", row: &|_| svg::RowWords::default() };
    for chart in &graphic.charts {
        let shown = shown(&graphic, &chart.id.0, "");
        for (layout, widest) in [(Layout::Narrow, 639.0), (Layout::Wide, 1200.0)] {
            let scene = |width| shown.scene(width);
            let narrowest = scene(layout.narrowest());
            let fluid = svg::fluid(&narrowest, &scene(widest), &words);
            assert!(fluid.is_ok(), "{} ({}): {:?}", chart.id, layout.name(), fluid.err());
            let middle = scene((layout.narrowest() + widest) / 2.0);
            assert_eq!(middle.size.height, narrowest.size.height);
            for ((a, b), m) in narrowest.marks.iter().zip(&scene(widest).marks).zip(&middle.marks) {
                if let (Mark::Rect { rect: a, .. }, Mark::Rect { rect: b, .. }, Mark::Rect { rect: m, .. }) = (a, b, m)
                {
                    let expected = (a.left() + b.left()) / 2.0;
                    assert!((m.left() - expected).abs() < 0.1, "{}: {m:?} is not halfway", chart.id);
                }
            }
        }
    }
}

#[test]
fn rows_stand_by_stated_figure_or_as_the_source_has_them() {
    let graphic = common::story().graphic();
    for family in ["countries", "institutions", "work", "people"] {
        let order = |order: &str| {
            let shown = shown(&graphic, "agreements", &format!("?count={family}&order={order}"));
            let place = |row: &charts::Row| graphic.facts.iter().position(|fact| fact.id == row.fact).expect("a fact");
            shown.content.rows.iter().map(place).collect::<Vec<_>>()
        };
        let stated = order("stated");
        let minimum = |place: &usize| graphic.facts[*place].quantity().expect("a quantity").value.least_stated();
        assert!(stated.is_sorted_by_key(|place| std::cmp::Reverse(minimum(place))), "{family}");
        let source = order("source");
        assert!(source.is_sorted() && source.len() == stated.len(), "{family}");
    }
}

/// Largest first is a promise of the program, not of the file.
#[test]
fn rows_stand_by_stated_figure_however_the_file_has_them() {
    let mut story = common::story();
    for chart in &mut story.charts {
        if let Kind::Bars(bars) = &mut chart.kind {
            bars.panels.iter_mut().for_each(|panel| panel.rows.reverse());
        }
    }
    let graphic = story.graphic();
    let shown = shown(&graphic, "agreements", "?count=countries");
    let least =
        shown.content.rows.iter().map(|row| std::cmp::Reverse(row.amount().map(|one| one.bound.least_stated())));
    assert!(least.is_sorted());
}

#[test]
fn a_year_shows_its_members_and_only_hints_at_later_ones() {
    let graphic = common::story().graphic();
    let at = |year: &str| shown(&graphic, "membership", &format!("?year={year}"));
    let told = |year| at(year).summary();
    assert_eq!(told("2009"), "End of 2009: 4 countries: Brazil, Russia, India, China. That year: Founders, June 2009.");
    assert_eq!(told("2012"), "End of 2012: 5 countries: Brazil, Russia, India, China, South Africa.");
    assert!(told("2024").starts_with("End of 2024: 10 countries: ") && told("2024").contains("Ethiopia"));
    assert!(told("2024").ends_with("Five countries join; Summit in Kazan, scheduled for 22 to 24 October 2024."));
    let inked = |scene: &Scene| {
        let rects = scene.marks.iter().filter(|mark| matches!(mark, Mark::Rect { role: Role::Hue2, .. }));
        rects.count()
    };
    let (chosen, whole) = (at("2012").scene(320.0), at("").scene(320.0));
    assert!(inked(&chosen) < inked(&whole));
    assert_eq!(chosen.targets, whole.targets, "what can be reached stays where it is");
}

#[test]
fn groups_of_equal_size_are_told_apart() {
    let graphic = common::story().graphic();
    let told = |query| shown(&graphic, "agreements", query).summary();
    assert_eq!(told("?count=institutions"), "Institutions: 4 figures shown");
    assert_eq!(told("?count=work"), "Joint work: 4 figures shown");
    assert_eq!(told("?count=people"), "People: 1 figure shown");
}

#[test]
fn a_field_is_answered_with_arithmetic_that_says_so() {
    let graphic = common::story().graphic();
    let of = |field: &str| shown(&graphic, "yields", &format!("?field={field}"));
    let told = of("2.5").summary();
    assert!(told.starts_with("From 2.5, a gain of 30 to 60 percent on average would make 3.25 to 4 tonnes"), "{told}");
    assert!(told.contains("arithmetic"), "{told}");
    let drawn = of("2.5").scene(320.0);
    let labels: Vec<&str> = labels(&drawn).iter().map(|label| label.text.as_str()).collect();
    assert!(labels.contains(&"3.25 to 4 tonnes per hectare"), "{labels:?}");
    assert!(
        of("2.75").summary().starts_with("From 2.75, a gain of 30 to 60 percent on average would make 3.575 to 4.4 ")
    );
}

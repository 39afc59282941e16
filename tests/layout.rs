//! Layouts at the widths that matter: nothing cut, nothing overlapping, everything reachable, no bar longer than stated.

mod common;

use tech_ties::charts::{Chart, Layout};
use tech_ties::paint::svg;
use tech_ties::scene::{Label, Mark, Rect, Scene};
use tech_ties::state::{Order, State, Yield};
use tech_ties::story::{Bound, Family, Graphic};
use tech_ties::text;
use tech_ties::theme::Role;

/// Widths of a chart's column: the narrowest of each layout, and those of pages from 320 to 2560 px.
const WIDTHS: [f32; 9] = [272.0, 288.0, 320.0, 360.0, 480.0, 639.0, 640.0, 760.0, 1200.0];

/// Every kind of view that a reader can choose.
const VIEWS: [(Chart, &str); 11] = [
    (Chart::Agreements, ""),
    (Chart::Agreements, "?order=source"),
    (Chart::Agreements, "?count=countries"),
    (Chart::Agreements, "?count=people&order=source"),
    (Chart::Yields, ""),
    (Chart::Yields, "?field=0.1"),
    (Chart::Yields, "?field=99.9"),
    (Chart::Membership, ""),
    (Chart::Membership, "?year=2009"),
    (Chart::Membership, "?year=2017"),
    (Chart::Membership, "?year=2024"),
];

/// Every view at every width.
fn each(test: impl Fn(&Graphic, &Scene, &str)) {
    let graphic = common::story().graphic();
    for (chart, query) in VIEWS {
        let state = State::read(query, &graphic.charts.membership);
        for width in WIDTHS {
            let name = format!("{}{query} at {width} px", chart.name());
            test(&graphic, &chart.scene(&graphic, &state, width), &name);
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
                    let rect = |a: Rect, p: &tech_ties::scene::Point| {
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
    each(|_, scene, name| {
        let frame = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
        for target in &scene.targets {
            let (width, height) = (target.bounds.width(), target.bounds.height());
            assert!(width >= 24.0 && height >= 24.0, "{name}: {} is {width} x {height} px", target.name());
            assert!(frame.contains(target.bounds), "{name}: {} leaves the frame", target.name());
        }
    });
}

#[test]
fn every_target_leads_to_a_fact() {
    each(|graphic, scene, name| {
        assert!(!scene.targets.is_empty(), "{name} has no targets");
        for target in &scene.targets {
            assert!(graphic.facts.iter().any(|fact| fact.id.0 == target.fact), "{name}: {}", target.fact);
            let number = graphic.facts.iter().find(|fact| fact.id.0 == target.fact).and_then(|fact| fact.quantity());
            if let Some(Bound::AtLeast(_)) = number.map(|quantity| quantity.value) {
                assert!(target.name().starts_with("more than "), "{name}: {}", target.name());
            }
        }
    });
}

#[test]
fn labels_that_show_a_lower_bound_say_so() {
    each(|graphic, scene, name| {
        let words = &graphic.words;
        for quantity in graphic.facts.iter().filter_map(|fact| fact.quantity()) {
            if let Bound::AtLeast(value) = quantity.value {
                let bare = words.with_unit(&words.number(value), quantity.unit);
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
    for width in WIDTHS {
        let scene = Chart::Agreements.scene(&graphic, &State::default(), width);
        for panel in graphic.charts.agreements.panels.iter() {
            let rows = panel.rows.iter().map(|row| {
                let target = scene.targets.iter().find(|target| target.fact == row.fact.0).expect("a target");
                let value = graphic.fact(&row.fact).and_then(|fact| fact.quantity()).expect("a quantity").value;
                (value.minimum() as f32, bar(&scene, target.bounds).width())
            });
            let rows: Vec<(f32, f32)> = rows.collect();
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
        Mark::Rect { rect, role } if *role != Role::Clear && band.contains(*rect) && rect.height() >= 10.0 => {
            Some(*rect)
        }
        _ => None,
    });
    rects.max_by(|a, b| a.width().total_cmp(&b.width())).expect("a bar in the band")
}

#[test]
fn the_interval_floats_between_its_ends_on_a_scale_of_a_hundred() {
    let graphic = common::story().graphic();
    let scene = Chart::Yields.scene(&graphic, &State::default(), 300.0);
    let target = scene.targets.iter().find(|target| target.fact == "africa-yield-gain").expect("a target");
    let bar = bar(&scene, target.bounds);
    let whole = 300.0 * 0.92;
    assert!((bar.left() - 0.3 * whole).abs() < 0.1 && (bar.right() - 0.6 * whole).abs() < 0.1, "{bar:?}");
}

/// Within a layout every x is linear in the width and nothing moves up or down: the still pictures rely on it.
#[test]
fn each_layout_is_fluid() {
    let graphic = common::story().graphic();
    let words = svg::Words { class: "still", label: "", title: &|_| String::new() };
    for chart in Chart::ALL {
        for (layout, widest) in [(Layout::Narrow, 639.0), (Layout::Wide, 1200.0)] {
            let scene = |width| chart.scene(&graphic, &State::default(), width);
            let narrowest = scene(layout.narrowest());
            let still = svg::fluid(&narrowest, &scene(widest), &words);
            assert!(still.is_ok(), "{} ({}): {:?}", chart.name(), layout.name(), still.err());
            let middle = scene((layout.narrowest() + widest) / 2.0);
            assert_eq!(middle.size.height, narrowest.size.height);
            for ((a, b), m) in narrowest.marks.iter().zip(&scene(widest).marks).zip(&middle.marks) {
                if let (Mark::Rect { rect: a, .. }, Mark::Rect { rect: b, .. }, Mark::Rect { rect: m, .. }) = (a, b, m)
                {
                    let expected = (a.left() + b.left()) / 2.0;
                    assert!((m.left() - expected).abs() < 0.1, "{}: {m:?} is not halfway", chart.name());
                }
            }
        }
    }
}

#[test]
fn rows_stand_by_stated_figure_or_as_the_source_has_them() {
    let graphic = common::story().graphic();
    for family in Family::ALL {
        let order = |order| {
            let state = State { count: Some(family), order, ..State::default() };
            let scene = Chart::Agreements.scene(&graphic, &state, 320.0);
            let place = |fact: &str| graphic.facts.iter().position(|other| other.id.0 == fact).expect("a fact");
            scene.targets.iter().map(|target| place(&target.fact)).collect::<Vec<_>>()
        };
        let stated = order(Order::Stated);
        let minimum = |place: &usize| graphic.facts[*place].quantity().expect("a quantity").value.minimum();
        assert!(stated.is_sorted_by_key(|place| std::cmp::Reverse(minimum(place))), "{}", family.name());
        let source = order(Order::Source);
        assert!(source.is_sorted() && source.len() == stated.len(), "{}", family.name());
    }
}

#[test]
fn a_year_shows_its_members_and_only_hints_at_later_ones() {
    let graphic = common::story().graphic();
    let told = |year| Chart::Membership.told(&graphic, &State { year: Some(year), ..State::default() });
    assert_eq!(told(2009), "End of 2009: 4 countries: Brazil, Russia, India, China. That year: Founders, June 2009.");
    assert_eq!(told(2012), "End of 2012: 5 countries: Brazil, Russia, India, China, South Africa.");
    assert!(told(2024).starts_with("End of 2024: 10 countries: ") && told(2024).contains("Ethiopia"));
    assert!(told(2024).ends_with("Five countries join; Summit in Kazan, scheduled for 22 to 24 October 2024."));
    let at = |year| Chart::Membership.scene(&graphic, &State { year, ..State::default() }, 320.0);
    let inked = |scene: &Scene| {
        let rects = scene.marks.iter().filter(|mark| matches!(mark, Mark::Rect { role: Role::Brics, .. }));
        rects.count()
    };
    assert!(inked(&at(Some(2012))) < inked(&at(None)));
    assert_eq!(at(Some(2012)).targets, at(None).targets, "what can be reached stays where it is");
}

#[test]
fn a_field_is_answered_with_arithmetic_that_says_so() {
    let graphic = common::story().graphic();
    let state = State { field: Yield::parse("2.5"), ..State::default() };
    let told = Chart::Yields.told(&graphic, &state);
    assert!(told.starts_with("From 2.5, a gain of 30 to 60 percent on average would make 3.25 to 4 tonnes"), "{told}");
    assert!(told.contains("arithmetic"), "{told}");
    let drawn = Chart::Yields.scene(&graphic, &state, 320.0);
    let labels: Vec<&str> = labels(&drawn).iter().map(|label| label.text.as_str()).collect();
    assert!(labels.contains(&"3.25 to 4 tonnes per hectare"), "{labels:?}");
}

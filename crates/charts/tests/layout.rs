//! Layouts at the widths that matter: nothing cut, nothing overlapping, everything reachable, no bar longer than stated.

mod common;

use charts::{Content, Layout, Order, Row, View};
use common::{Case, as_written, cases, hedges, holds, published, stories, synthetic};
use drawing::scene::{Mark, Scene};
use story::{Graphic, Kind};

/// Widths of a chart's column: the narrowest of each layout, and those of pages from 320 to 2560 px.
const WIDTHS: [f32; 10] = [272.0, 288.0, 320.0, 360.0, 480.0, 639.0, 640.0, 760.0, 1200.0, 2560.0];

/// Every view of some stories at every width.
fn each(stories: Vec<(String, Graphic)>, test: impl Fn(&Case<'_>, &Scene, &str)) {
    for (file, graphic) in &stories {
        for case in cases(graphic) {
            for width in WIDTHS {
                test(&case, &case.scene(width), &format!("{file}: {} at {width} px", case.name));
            }
        }
    }
}

fn assert_holds(holds: holds::Holds, name: &str) {
    holds.unwrap_or_else(|problem| panic!("{name}: {problem}"));
}

#[test]
fn no_two_labels_overlap() {
    each(stories(), |_, scene, name| assert_holds(holds::labels_apart(scene), name));
}

#[test]
fn nothing_is_cut() {
    each(stories(), |_, scene, name| assert_holds(holds::nothing_cut(scene), name));
}

/// The page finds the targets of a static picture by the places of its rows.
#[test]
fn targets_follow_the_order_of_rows() {
    each(stories(), |case, scene, name| {
        let rows: Vec<usize> = scene.targets.iter().map(|target| target.row).collect();
        assert_eq!(rows, (0..case.content.rows.len()).collect::<Vec<_>>(), "{name}");
    });
}

#[test]
fn every_row_has_a_target_that_can_be_hit_within_the_frame() {
    each(stories(), |case, scene, name| assert_holds(holds::every_row_can_be_hit(case, scene), name));
}

#[test]
fn targets_of_published_stories_are_24_px_both_ways() {
    each(published(), |case, scene, name| {
        assert!(!scene.targets.is_empty(), "{name} has no targets");
        for target in &scene.targets {
            let (width, height) = (target.bounds.width(), target.bounds.height());
            let row = &case.content.rows[target.row];
            assert!(
                width >= 24.0 && height >= 24.0,
                "{name}: {} is {width} x {height} px",
                row.name(&case.graphic.words)
            );
        }
    });
}

#[test]
fn every_row_leads_to_a_fact_unless_it_is_arithmetic() {
    each(stories(), |case, _, name| {
        for row in &case.content.rows {
            let arithmetic = row.origin == charts::Origin::Arithmetic;
            assert_eq!(case.graphic.fact(&row.fact).is_none(), arithmetic, "{name}: {}", row.name(&case.graphic.words));
        }
    });
}

#[test]
fn what_is_drawn_says_its_hedge() {
    each(stories(), |case, scene, name| assert_holds(hedges::no_hedge_lost(case, scene), name));
}

#[test]
fn every_member_is_named() {
    each(stories(), |case, scene, name| assert_holds(holds::every_member_is_named(case, scene), name));
}

#[test]
fn no_text_is_smaller_than_twelve_px() {
    each(stories(), |_, scene, name| {
        assert!(holds::labels(scene).iter().all(|label| label.size.px() >= 12.0), "{name}");
    });
}

#[test]
fn a_bar_ends_at_exactly_the_stated_figure() {
    each(stories(), |case, scene, name| assert_holds(holds::bars_as_long_as_stated(case, scene), name));
}

#[test]
fn each_layout_is_fluid() {
    for (file, graphic) in &stories() {
        for case in as_written(graphic) {
            for (layout, widest) in [(Layout::Narrow, 639.0), (Layout::Wide, 960.0), (Layout::Wide, 2560.0)] {
                assert_holds(holds::fluid(&case, layout, widest), file);
            }
        }
    }
}

#[test]
fn rows_stand_by_stated_figure_or_as_the_source_has_them() {
    let stories = stories();
    for (graphic, chart) in
        stories.iter().flat_map(|(_, graphic)| graphic.charts.iter().map(move |chart| (graphic, chart)))
    {
        let Kind::Bars(bars) = &chart.kind else { continue };
        for (panel, _) in bars.panels.iter().enumerate() {
            let rows = |order| Content::of(graphic, chart, &View { panel: Some(panel), order, ..View::default() }).rows;
            let stated = rows(Order::Stated);
            let least = |row: &Row| std::cmp::Reverse(row.amount().expect("a figure").bound.least_stated());
            assert!(stated.is_sorted_by_key(least), "{} {panel}", chart.id);
            let place = |row: &Row| graphic.facts.iter().position(|fact| fact.id == row.fact);
            let source = rows(Order::Source);
            assert!(source.is_sorted_by_key(place) && source.len() == stated.len(), "{} {panel}", chart.id);
        }
    }
}

#[test]
fn a_year_inks_no_more_than_the_whole_and_moves_nothing_that_can_be_reached() {
    let stories = stories();
    for (graphic, chart) in
        stories.iter().flat_map(|(_, graphic)| graphic.charts.iter().map(move |chart| (graphic, chart)))
    {
        let Kind::Timeline(timeline) = &chart.kind else { continue };
        let at = |year| Case::new(graphic, chart, View { year, ..View::default() }).scene(320.0);
        let inked = |scene: &Scene| {
            let areas = scene.marks.iter().filter_map(|mark| match mark {
                Mark::Rect { rect, role, .. } if holds::is_of_marks(*role) => Some(rect.width() * rect.height()),
                _ => None,
            });
            areas.sum::<f32>()
        };
        let (whole, mut before) = (at(None), 0.0);
        for year in timeline.years() {
            let scene = at(Some(year));
            let ink = inked(&scene);
            assert!(ink >= before, "{}: less is inked in {year} than a year before", chart.id);
            assert_eq!(scene.targets, whole.targets, "{}: what can be reached stays where it is in {year}", chart.id);
            before = ink;
        }
    }
}

#[test]
fn a_panel_of_zeros_draws_no_bar() {
    let mut found = 0;
    for (_, graphic) in &synthetic() {
        for case in as_written(graphic) {
            let scene = case.scene(360.0);
            for (group, _) in case.content.groups.iter().enumerate() {
                let rows: Vec<&Row> = case.content.group(group).collect();
                let zero = |row: &&Row| row.amount().is_some_and(|amount| amount.bound.largest_stated() == 0.into());
                if rows.is_empty() || !rows.iter().all(zero) {
                    continue;
                }
                for target in scene.targets.iter().filter(|target| case.content.rows[target.row].group == group) {
                    assert_eq!(
                        holds::bar(&scene, target.bounds),
                        None,
                        "{}",
                        case.content.rows[target.row].name(&case.graphic.words)
                    );
                    found += 1;
                }
            }
        }
    }
    assert!(found > 2, "a story with a panel of zeros");
}

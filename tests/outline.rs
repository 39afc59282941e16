//! Charts by levels: what their groups hold, where the ends are, braille, and finding a figure by words.

mod common;

use charts::outline::{self, Ends};
use charts::sound::{PitchRange, meanings, notes};
use charts::{Content, Datum, Verbosity, View};
use common::{read, shown, story};
use story::{Bound, Graphic, Hedge, Number};

/// Every chart of every story that comes with the project.
fn each(check: impl Fn(&Graphic, &Content)) {
    for folder in ["static", "examples/nobel", "examples/european-union", "tests/stories"] {
        let file = if folder == "tests/stories" { "hedges.json".to_owned() } else { "story.json".to_owned() };
        let graphic = story::file::parse(&read(&format!("{folder}/{file}"))).expect("a story").story.graphic();
        for chart in &graphic.charts {
            check(&graphic, &Content::of(&graphic, chart, &View::default()));
        }
    }
}

fn groups(content: &Content) -> impl Iterator<Item = usize> + '_ {
    (0..content.groups.len()).filter(|group| content.group(*group).count() > 0)
}

#[test]
fn the_ends_of_a_group_are_within_it_and_nothing_lies_beyond() {
    each(|graphic, content| {
        for group in groups(content) {
            let units: Vec<_> = content.group(group).map(|row| row.amount().map(|amount| &amount.family)).collect();
            let Some(Ends { low, high, are_dates }) = outline::ends(content, group) else {
                let told = |row: &charts::Row| match &row.datum {
                    Datum::Amount(amount) | Datum::Step(amount, _) => format!("{:?}", amount.bound),
                    Datum::Span(start, _) => start.first_month().to_string(),
                    Datum::Event(when, _) => when.start.first_month().to_string(),
                };
                let told: Vec<_> = content.group(group).map(told).collect();
                let alike = told.iter().all(|one| *one == told[0]);
                assert!(units.iter().any(|unit| *unit != units[0]) || alike, "{units:?}");
                continue;
            };
            assert!(units.iter().all(|unit| *unit == units[0]), "figures of several units have no order");
            let [low, high] = [low, high].map(|place| &content.rows[place]);
            assert!(low.group == group && high.group == group);
            assert_eq!(are_dates, low.amount().is_none(), "{}", low.name(&graphic.words));
            for amount in content.group(group).filter_map(|row| row.amount()) {
                let ends = (low.amount().expect("a figure").bound, high.amount().expect("a figure").bound);
                assert!(ends.0.least_stated() <= amount.bound.least_stated());
                assert!(ends.1.largest_stated() >= amount.bound.largest_stated());
            }
        }
    });
}

#[test]
fn of_two_figures_with_one_number_the_hedge_decides() {
    let graphic = story().graphic();
    let mut content = shown(&graphic, "agreements", "").content;
    content.rows.truncate(3);
    let number = story::Number::from(5);
    for (row, bound) in
        content.rows.iter_mut().zip([Bound::MoreThan(number), Bound::Exact(number), Bound::LessThan(number)])
    {
        row.group = 0;
        if let Datum::Amount(amount) = &mut row.datum {
            amount.bound = bound;
            amount.family = "one".to_owned();
        }
    }
    let ends = outline::ends(&content, 0).expect("figures");
    assert_eq!((ends.low, ends.high), (2, 0));
}

#[test]
fn a_chart_says_how_many_figures_it_has_and_its_ends_with_their_hedges() {
    let graphic = story().graphic();
    let content = shown(&graphic, "agreements", "").content;
    let said = outline::of_chart(&graphic.words, &content);
    assert!(said.starts_with(&format!("{} figures in ", content.rows.len())), "{said}");
    for group in groups(&content) {
        let ends = outline::ends(&content, group).expect("figures");
        for place in [ends.low, ends.high].into_iter().filter(|_| ends.low != ends.high) {
            let (value, name) = (&content.rows[place].value, content.rows[place].name(&graphic.words));
            assert!(said.contains(value.as_str()), "“{value}” is not in “{said}”");
            let of_group = outline::of_group(&graphic.words, &content, group);
            assert!(of_group.contains(&name), "“{name}” is not in “{of_group}”");
        }
        assert!(said.contains(&content.groups[group].title));
    }
}

#[test]
fn what_is_computed_says_so_in_the_outline_too_and_units_are_not_put_in_order() {
    let graphic = story().graphic();
    let membership = outline::of_chart(&graphic.words, &shown(&graphic, "membership", "").content);
    assert!(membership.contains("from 4 countries (computed) to 10 countries (computed)"), "{membership}");
    assert!(membership.contains("Founders, June 2009: 4 figures."), "{membership}");
    assert!(
        membership.contains("Invited December 2010: South Africa, background, not in the article."),
        "{membership}"
    );
    let yields = outline::of_chart(&graphic.words, &shown(&graphic, "yields", "").content);
    assert!(!yields.contains("from 24 centres") && !yields.contains("to +100"), "{yields}");
}

#[test]
fn the_title_of_a_group_is_not_said_twice() {
    each(|graphic, content| {
        let said = outline::of_chart(&graphic.words, content);
        for group in content.groups.iter().filter(|group| !group.title.is_empty()) {
            let twice = format!("{0}: {0}.", group.title);
            assert!(!said.contains(&twice), "{said}");
        }
    });
}

#[test]
fn a_range_below_and_above_all_others_is_no_end() {
    let graphic = story().graphic();
    let mut content = shown(&graphic, "yields", "").content;
    let row = content.rows.iter().find(|row| row.amount().is_some_and(|amount| amount.bound.hedge() == Hedge::Between));
    let mut wide = row.expect("a range").clone();
    wide.group = 0;
    let (mut narrow, mut other) = (wide.clone(), wide.clone());
    let Datum::Amount(within) = &mut narrow.datum else { panic!("an amount") };
    within.bound = Bound::Exact(Number::from(45));
    other.group = 1;
    content.rows = vec![narrow, wide, other];
    let said = outline::of_chart(&graphic.words, &content);
    assert!(!said.contains("from"), "{said}");
}

#[test]
fn one_group_needs_no_word_of_groups() {
    let graphic = story().graphic();
    let content = shown(&graphic, "agreements", "?count=people").content;
    assert_eq!(groups(&content).count(), 1);
    let said = outline::of_chart(&graphic.words, &content);
    assert!(said.starts_with("1 figure.") && !said.contains("group"), "{said}");
}

#[test]
fn braille_has_a_cell_for_each_figure_and_a_sign_for_each_hedge() {
    const HEIGHTS: [char; 4] = ['⣀', '⠤', '⠒', '⠉'];
    each(|graphic, content| {
        let key = outline::braille_legend(&graphic.words, content);
        for group in groups(content) {
            let line = outline::braille(content, group);
            let ranges =
                content.group(group).filter_map(|row| row.amount()).filter(|a| a.bound.hedge() == Hedge::Between);
            let cells = line.chars().filter(|cell| HEIGHTS.contains(cell) || *cell == '⠿').count();
            assert_eq!(cells, content.group(group).count() + ranges.count(), "{line}");
            // Every sign is in the key.
            assert!(line.chars().all(|cell| key.contains(cell)), "{line}: {key}");
            let hedged = content.group(group).filter_map(|row| row.amount()).any(|a| a.bound.hedge() != Hedge::Exact);
            let signs = line.chars().filter(|cell| !HEIGHTS.contains(cell) && !['⠿', '⠢'].contains(cell)).count();
            assert_eq!(signs > 0, hedged, "{line}");
        }
    });
}

#[test]
fn the_highest_figure_is_the_highest_cell_and_a_quarter_of_it_the_lowest() {
    let graphic = story().graphic();
    let mut content = shown(&graphic, "agreements", "").content;
    content.rows.truncate(5);
    let numbers = [100, 76, 51, 26, 25].map(story::Number::from);
    for (row, number) in content.rows.iter_mut().zip(numbers) {
        row.group = 0;
        if let Datum::Amount(amount) = &mut row.datum {
            amount.bound = Bound::Exact(number);
            amount.family = "one".to_owned();
        }
    }
    assert_eq!(outline::braille(&content, 0), "⠉⠉⠒⠤⣀");
}

#[test]
fn a_figure_is_found_by_its_words_its_group_and_its_digits() {
    let graphic = story().graphic();
    let content = shown(&graphic, "agreements", "").content;
    let found = |typed: &str| {
        let places = outline::find(&graphic.words, &content, typed, str::to_lowercase).into_iter();
        places.map(|place| content.rows[place].name(&graphic.words)).collect::<Vec<_>>()
    };
    let all = content.rows.iter().map(|row| row.name(&graphic.words));
    for name in all {
        assert_eq!(found(&name).first(), Some(&name));
    }
    assert!(found("16000").iter().all(|name| name.contains("16,000")) && !found("16000").is_empty());
    assert!(
        found("  INTELLECTUAL  ").iter().all(|name| name.contains("intellectual") || name.contains("Intellectual"))
    );
    let of_group = found(&content.groups[0].title);
    for row in content.group(0) {
        assert!(of_group.contains(&row.name(&graphic.words)), "{of_group:?}");
    }
    assert!(found("").is_empty() && found(" ").is_empty() && found("zebra").is_empty());
}

#[test]
fn a_reader_may_have_the_label_first_and_leave_the_source_out_but_never_the_hedge() {
    each(|graphic, content| {
        let verbosity = Verbosity { label_first: true, no_source: true };
        for row in &content.rows {
            let name = row.name_with(&graphic.words, verbosity);
            assert!(name.starts_with(&row.label) && name.contains(&row.value), "{name}");
            assert_eq!(name.len(), row.name(&graphic.words).len());
            let said = row.description(verbosity);
            assert!(row.spoken.citation.is_empty() || !said.contains(&row.spoken.citation), "{said}");
        }
    });
}

#[test]
fn a_story_may_have_words_of_its_own_for_exploring_and_is_english_in_the_others() {
    let own = read("static/story.json").replacen(
        "\"to_story\":",
        "\"exploring\": { \"outline\": \"Gliederung\" }, \"to_story\":",
        1,
    );
    let graphic = story::file::parse(&own).expect("a story").story.graphic();
    let carried = story::wire::read(&story::wire::write(&graphic)).expect("what was written");
    let exploring = &carried.words.controls.exploring;
    assert_eq!((exploring.outline(), exploring.sound()), ("Gliederung", "Sound"));
}

#[test]
fn time_goes_from_left_to_right() {
    let graphic = story().graphic();
    let membership = shown(&graphic, "membership", "");
    let notes = notes(&graphic.words, &membership.content, &membership.view, PitchRange::USUAL);
    let pans: Vec<f32> = notes.iter().map(|note| note.pan).collect();
    assert!(pans.iter().all(|pan| (-1.0..=1.0).contains(pan)));
    assert!(pans.contains(&-1.0) && pans.contains(&1.0));
    for note in &notes {
        assert_eq!(note.said, membership.content.rows[note.place].name(&graphic.words));
    }
}

#[test]
fn each_hedge_has_a_sound_of_its_own_in_every_range() {
    let graphic = story().graphic();
    for range in [PitchRange::NARROW, PitchRange::USUAL, PitchRange::WIDE] {
        let meanings = meanings(&graphic.words, &shown(&graphic, "agreements", "").content, range);
        assert_eq!(meanings.len(), Hedge::ALL.len());
        for (i, one) in meanings.iter().enumerate() {
            assert!(!one.said.is_empty());
            assert!(meanings.iter().skip(i + 1).all(|other| other.tones != one.tones), "{}", one.said);
            for tone in &one.tones {
                assert!((range.low..=(range.low + range.span) * 1.13).contains(&tone.from), "{tone:?}");
            }
        }
        let timeline = charts::sound::meanings(&graphic.words, &shown(&graphic, "membership", "").content, range);
        assert_eq!(timeline.len(), 3);
    }
}

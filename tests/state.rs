//! The page's address: every view has one, a bad one means the default, and what is not ours is kept.

mod common;

use charts::{Mark, Open, State};
use story::{FactId, Graphic};

fn graphic() -> Graphic {
    common::story().graphic()
}

fn read(query: &str) -> State {
    State::read(query, &graphic())
}

fn write(state: &State, query: &str) -> String {
    state.write(query, &graphic())
}

#[test]
fn an_address_leads_back_to_its_view() {
    for query in [
        "",
        "?count=people",
        "?order=source",
        "?field=2.5",
        "?field=2.75",
        "?year=2015",
        "?fact=africa-yield-gain",
        "?count=work&order=source&field=0.1&year=2024&fact=brics-mou",
        "?fact=brics-joiners-2024&mark=membership.iran",
    ] {
        assert_eq!(write(&read(query), ""), query);
        assert_eq!(read(&write(&read(query), "")), read(query));
    }
}

#[test]
fn bad_values_mean_the_default() {
    for query in [
        "?count=cows&order=up&field=-1&year=1999",
        "?year=2025&field=1000&count=",
        "?year=20151&field=NaN&fact=",
        "?&&=&===&year",
        "?count=%6&order=%zz&field=%2C",
        "?field=2.5555",
    ] {
        assert_eq!(read(query), State::new(&graphic()), "{query}");
    }
}

#[test]
fn values_mean_the_same_however_they_are_encoded() {
    for (encoded, plain) in [
        ("?count=%63ountries", "?count=countries"),
        ("?cou%6Et=people", "?count=people"),
        ("?field=2%2C5", "?field=2.5"),
        ("?year=2015%20", "?year=2015"),
        ("?year=%EF%BC%92%EF%BC%90%EF%BC%91%EF%BC%95", "?year=2015"),
        ("?mark=membership%2Eiran&fact=brics-joiners-2024", "?fact=brics-joiners-2024&mark=membership.iran"),
    ] {
        assert_eq!(read(encoded), read(plain), "{encoded}");
    }
}

#[test]
fn what_is_not_ours_is_kept_as_it_was_written() {
    assert_eq!(
        write(&read("?year=2015"), "?utm_source=a%20b&year=2010&lang=en&flag"),
        "?utm_source=a%20b&lang=en&flag&year=2015"
    );
    let written = State::new(&graphic());
    assert_eq!(write(&written, "?theme=dark&count=people"), "?theme=dark");
    assert_eq!(write(&written, "?count=people"), "");
}

#[test]
fn an_address_that_means_the_state_already_is_not_rewritten() {
    for query in ["?token=&x=1", "?x&&y=", "?cou%6Et=people&x=", "?year=2015%20"] {
        assert_eq!(write(&read(query), query), query);
    }
}

/// The host's own parameters of a frame, and what the reader chose, stay when a figure is opened.
#[test]
fn a_link_to_a_figure_keeps_what_else_the_address_says() {
    let query = "?childId=graphic-1&theme=dark&accent=aa0000&count=people&controls=0";
    let mut state = read(query);
    state.open = Some(Open { fact: FactId::from("bri-professionals-trained"), mark: None });
    assert_eq!(
        write(&state, query),
        "?childId=graphic-1&theme=dark&accent=aa0000&controls=0&count=people&fact=bri-professionals-trained"
    );
}

#[test]
fn rows_that_share_a_fact_have_names_of_their_own() {
    let graphic = graphic();
    for chart in &graphic.charts {
        let content = common::shown(&graphic, &chart.id.0, "").content;
        let mut keys: Vec<&str> = content.rows.iter().map(|row| row.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), content.rows.len(), "{}", chart.id);
    }
    let mark = Mark { chart: "membership".to_owned(), row: "iran".to_owned() };
    assert_eq!(Mark::parse(&mark.name()), Some(mark));
}

#[test]
fn what_is_shown_is_told_as_a_query_without_what_is_open() {
    let state = read("?count=work&fact=brics-mou&theme=dark&year=2015");
    assert_eq!(state.query(&graphic()), "count=work&year=2015");
}

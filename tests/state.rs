//! The page's address: every view has one, a bad one means the default, and what is not ours is kept.

mod common;

use tech_ties::state::State;

fn read(query: &str) -> State {
    State::read(query, &common::story().charts.membership)
}

#[test]
fn an_address_leads_back_to_its_view() {
    for query in [
        "",
        "?count=people",
        "?order=source",
        "?field=2.5",
        "?year=2015",
        "?fact=africa-yield-gain",
        "?count=work&order=source&field=0.1&year=2024&fact=brics-mou",
    ] {
        assert_eq!(read(query).write(""), query);
        assert_eq!(read(&read(query).write("")), read(query));
    }
}

#[test]
fn bad_values_mean_the_default() {
    for query in [
        "?count=cows&order=up&field=-1&year=1999",
        "?year=2025&field=1000&count=",
        "?year=20151&field=NaN&fact=",
        "?&&=&===&year",
        "?count=%63ountries",
    ] {
        assert_eq!(read(query), State::default(), "{query}");
    }
}

#[test]
fn what_is_not_ours_is_kept_as_it_was_written() {
    assert_eq!(
        read("?year=2015").write("?utm_source=a%20b&year=2010&lang=en&flag"),
        "?utm_source=a%20b&lang=en&flag&year=2015"
    );
    assert_eq!(State::default().write("?theme=dark&count=people"), "?theme=dark");
    assert_eq!(State::default().write("?count=people"), "");
}

//! The page: figures at the top, lengths, hues, titles.

use super::*;

#[test]
fn the_page_has_a_language_and_its_figures_stand_on_cards() {
    for tag in ["", "e", "english", "en_GB", "en-", "en-toolongtag", "12"] {
        assert_faults(vec![(vec![("page.lang", json!(tag))], "page.lang", "is no language tag", "\"")]);
    }
    for tag in ["de", "pt-BR", "zh-Hans-CN", "gsw"] {
        assert_good(&vec![("page.lang", json!(tag))]);
    }
    let figure = "page.key_figures.0";
    assert_faults(vec![(
        vec![(figure, json!("brics-members-2024"))],
        figure,
        "no card shows `brics-members-2024`; expected a figure of a section",
        "\"brics",
    )]);
}

#[test]
fn the_picture_at_the_top_compares_figures_of_one_unit() {
    let (second, lead) = ("page.lead.1", "page.lead");
    let four = json!([
        "bri-cooperation-countries",
        "bri-st-agreement-countries",
        "bri-ip-countries",
        "bri-alliance-countries"
    ]);
    assert_faults(vec![
        (
            vec![(second, json!("bri-alliance-institutions"))],
            second,
            "is in institutions, the first figure in countries; expected figures of one unit",
            "\"bri",
        ),
        (
            vec![(second, json!("overview-platforms"))],
            second,
            "is no figure; expected a fact with a quantity",
            "\"over",
        ),
        (vec![(second, json!("bri-st-countries"))], second, "bri-st-countries", "\"bri"),
        (
            vec![("facts.bri-st-agreement-countries.content.quantity.value", json!({ "about": 0.5 }))],
            second,
            "is less than one, so no square can be drawn of it; expected a figure of one or more",
            "\"bri",
        ),
        (vec![(lead, four)], lead, "4 figures in the picture at the top; expected one to three", "["),
    ]);
    assert_good(&vec![(lead, json!([]))]);
}

#[test]
fn lengths_are_told() {
    let title = "charts.yields.text.title";
    assert_warnings(vec![
        (
            vec![("sections.asean.text", json!(["word ".repeat(121)]))],
            "sections.asean.text",
            "has 121 words; expected 60 to 120",
            "[",
        ),
        (vec![("sections.asean.text", json!(["Short."]))], "sections.asean.text", "the card has 1 words", "["),
        (vec![(title, json!("word ".repeat(16)))], title, "the title has 16 words; expected at most 15", "\"word"),
    ]);
}

#[test]
fn a_figure_twice_in_one_place_is_told() {
    let more = "sections.bri.more_figures.+";
    assert_warnings(vec![
        (
            vec![("page.key_figures.1", json!("bri-cooperation-countries"))],
            "page.key_figures.1",
            "twice at the top",
            "\"bri",
        ),
        (
            vec![(more, json!("bri-ip-countries"))],
            "sections.bri.more_figures.10",
            "is shown twice on one card",
            "\"bri",
        ),
    ]);
}

#[test]
fn the_first_section_has_a_chart() {
    let away = json!("brics");
    assert_warnings(vec![(
        vec![("charts.agreements.section", away)],
        "sections.0",
        "`bri` comes first and has no chart",
        "{",
    )]);
}

#[test]
fn charts_have_hues_that_tell_them_apart() {
    assert_warnings(vec![
        (
            vec![("charts.0.section", json!("overview"))],
            "charts.0.section",
            "stands in `overview`, which has no hue",
            "\"over",
        ),
        (
            vec![("sections.africa.hue", json!(1))],
            "sections.africa.hue",
            "`africa` and `bri` have charts in one hue",
            "1",
        ),
    ]);
    assert_good(&vec![("sections.asean.hue", json!(1))]);
}

#[test]
fn titles_keep_hedges() {
    let title = "charts.agreements.text.title";
    let gain = "charts.yields.text.title";
    let headline = "sections.bri.headline";
    assert_warnings(vec![
        (
            vec![(title, json!("150 countries have agreements"))],
            title,
            "says 150 without its hedge; expected “more than 150 countries”",
            "\"150",
        ),
        (
            vec![(gain, json!("Centres raised yields by 30 to 60 percent"))],
            gain,
            "expected “30 to 60 percent on average”",
            "\"Centres",
        ),
        (
            vec![(title, json!("More than 150 countries have agreements, 82 with science"))],
            title,
            "no figure of the story is 82; expected a number that a fact has",
            "\"More",
        ),
        (vec![(headline, json!("Training for 16,000 people"))], headline, "16,000 without its hedge", "\"Training"),
        (
            vec![("page.headline", json!("At least 150 countries"))],
            "page.headline",
            "150 without its hedge",
            "\"At least",
        ),
    ]);
    for good in ["In 2015 things began", "More than 150 countries", "81 countries", "No number at all"] {
        assert_good(&vec![(title, json!(good))]);
    }
}

//! The prerendered page: complete before any script runs.

mod common;

use story::{Bound, Provenance, wire};
use tech_ties::page::{PageContext, View, render, render_view};

fn page() -> String {
    render(PageContext::new(common::story()).expect("pictures")).expect("a page")
}

/// Whether a text is in a page, where one that begins a line has a capital.
fn has(page: &str, text: &str) -> bool {
    page.to_lowercase().contains(&text.to_lowercase())
}

/// What follows each element that shows a fact, up to the next such element.
fn showing<'a>(page: &'a str, id: &str) -> Vec<&'a str> {
    page.split("data-fact=\"").skip(1).filter(|part| part.starts_with(&format!("{id}\""))).collect()
}

#[test]
fn every_fact_is_shown_with_its_value_hedge_and_place() {
    let (story, page) = (common::story(), page());
    let graphic = story.graphic();
    for fact in &story.facts {
        let said = graphic.say(fact);
        let shown = showing(&page, &fact.id.0);
        assert!(!shown.is_empty(), "{} is not on the page", fact.id);
        let whole = shown.iter().any(|part| has(part, &said.value) && has(part, &said.place));
        assert!(whole, "{} is not shown as `{}` with `{}`", fact.id, said.value, said.place);
    }
    let sourced = story.facts.iter().filter(|fact| matches!(fact.provenance(), Provenance::Source(_)));
    assert_eq!(sourced.count(), 35);
}

#[test]
fn no_lower_bound_stands_without_more_than() {
    let (story, page) = (common::story(), page());
    let graphic = story.graphic();
    for fact in &story.facts {
        let Some(quantity) = fact.quantity() else { continue };
        if let Bound::MoreThan(value) = quantity.value {
            let bare = graphic.with_unit(&graphic.number(value), &quantity.unit, Bound::Exact(value));
            let mentions = page.match_indices(&bare).map(|(at, _)| &page[..at]);
            // The end of a longer number is another number.
            let longer = |before: &&str| before.ends_with(|last: char| last.is_ascii_digit() || last == ',');
            for before in mentions.filter(|before| !longer(before)) {
                assert!(
                    before.ends_with("more than ") || before.ends_with("More than "),
                    "{} near …{}",
                    bare,
                    tail(before)
                );
            }
        }
    }
}

#[test]
fn what_begins_a_line_begins_with_a_capital_in_its_text() {
    let page = page();
    for before in ["<strong>", "<strong><span>", "<strong><b>", "<small>", "<span class=\"note\">", "<td"] {
        for part in page.split(before).skip(1) {
            let text = if before == "<td" { part.split_once('>').expect("its end").1 } else { part };
            assert!(!text.starts_with(char::is_lowercase), "{before} {}", &text[..text.len().min(40)]);
        }
    }
    // Style would make a word of its own of it.
    for style in ["static/style.css", "static/deferred.css"] {
        assert!(!common::read(style).contains("first-letter"), "{style}");
    }
}

fn tail(text: &str) -> String {
    text.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect()
}

#[test]
fn the_page_has_one_heading_of_the_first_rank_and_its_landmarks() {
    let page = page();
    let count = |what: &str| page.matches(what).count();
    assert_eq!((count("<h1"), count("<main"), count("<header"), count("<nav"), count("<footer")), (1, 1, 1, 1, 1));
    assert_eq!((count("<article"), count("<figure "), count("class=\"caption\"")), (5, 3, 3));
}

#[test]
fn a_view_that_stands_alone_says_its_title_as_its_one_heading_of_the_first_rank() {
    let context = PageContext::new(common::story()).expect("pictures");
    for view in View::all(&context) {
        let page = render_view(context.clone(), view.clone()).expect("a page");
        let headings: Vec<&str> = page.split("<h1").skip(1).filter_map(|part| part.split("</h1>").next()).collect();
        assert_eq!(headings.len(), 1, "{}", view.name());
        assert!(headings[0].ends_with(view.title()), "{}", headings[0]);
        assert!(!page.contains("<h2"), "{}", view.name());
    }
}

#[test]
fn a_card_tells_the_whole_place_of_a_figure_only_where_it_is_asked_for() {
    let (story, page) = (common::story(), page());
    let graphic = story.graphic();
    for card in page.split("<article").skip(1).filter_map(|part| part.split("</article>").next()) {
        for said in story.facts.iter().map(|fact| graphic.say(fact)) {
            let folded = format!("{}</summary><p>{}</p></details>", said.citation, said.place);
            assert_eq!(card.matches(&said.place).count(), card.matches(&folded).count(), "{}", said.place);
        }
    }
}

#[test]
fn links_have_one_name_that_begins_with_what_is_seen() {
    let page = page();
    let links: Vec<&str> = page.split("<a ").skip(1).filter_map(|part| part.split("</a>").next()).collect();
    let named: Vec<&&str> = links.iter().filter(|link| link.contains("aria-label")).collect();
    assert!(links.iter().filter(|link| link.contains("data-mark")).all(|link| link.contains("aria-label")));
    assert!(named.len() > 20, "{}", named.len());
    for link in links {
        let (attributes, text) = link.split_once('>').expect("its text");
        assert!(!text.contains('<'), "{text}");
        let name = attributes.split("aria-label=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(name.is_none_or(|name| name.starts_with(&format!("{text}: "))), "{link}");
    }
}

#[test]
fn each_chart_is_there_as_two_pictures_and_a_table() {
    let page = page();
    for chart in common::story().charts {
        let figure = page.split(&format!("data-chart=\"{}\"", chart.id)).nth(1).expect("a figure");
        let figure = figure.split("</figure>").next().expect("its end");
        assert_eq!(figure.matches("role=\"img\"").count(), 2, "{}", chart.id);
        assert!(figure.contains("<caption>") && figure.contains("scope=\"row\"") && figure.contains("scope=\"col\""));
    }
}

#[test]
fn the_page_needs_no_inline_script_or_style() {
    let page = page();
    // The data of the page runs nothing.
    let page = page.replacen("<script type=\"text/plain\" data-story>", "", 1);
    for inline in ["<script", "<style", " style=\"", " onclick", "javascript:"] {
        assert!(!page.contains(inline), "the page has `{inline}`");
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    for folder in ["static", "examples/nobel", "examples/european-union"] {
        let story = story::file::parse(&common::read(&format!("{folder}/story.json"))).expect("a story").story;
        assert_ids(&render(PageContext::new(story).expect("pictures")).expect("a page"));
    }
}

fn assert_ids(page: &str) {
    let values = |attribute: &str| -> Vec<String> {
        let parts = page.split(attribute).skip(1);
        parts.filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
    };
    let ids = values(" id=\"");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for link in values(" href=\"#") {
        assert!(ids.contains(&link), "#{link} leads nowhere");
    }
}

#[test]
fn the_page_carries_the_data_of_its_charts() {
    let page = page();
    let data =
        page.split("<script type=\"text/plain\" data-story>").nth(1).and_then(|rest| rest.split("</script>").next());
    let graphic = wire::read(data.expect("data")).expect("data that can be read");
    let story = common::story().graphic();
    assert_eq!((&graphic.charts, &graphic.words), (&story.charts, &story.words));
    for fact in graphic.charts.iter().flat_map(|chart| chart.kind.facts()) {
        assert_eq!(graphic.fact(fact), story.fact(fact));
    }
}

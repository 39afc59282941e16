//! The page and its figures as JSON-LD in the words of schema.org: an article, and the data set that it tells.

use super::Site;
use crate::page::PageContext;
use serde_json::{Map, Value, json};
use story::{Fact, Number, Quantity, When};

/// A data block, which the strict policy lets pass since nothing in it runs.
pub(super) fn script(context: &PageContext, site: &Site) -> String {
    // No text in it can end the element.
    let data = graph(context, site).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>\n")
}

fn graph(context: &PageContext, site: &Site) -> Value {
    json!({ "@context": "https://schema.org", "@graph": [article(context, site), data_set(context, site)] })
}

fn article(context: &PageContext, site: &Site) -> Value {
    let (story, page) = (&context.story, &context.story.page);
    json!({
        "@type": "Article",
        "@id": site.to("#article"),
        "headline": page.headline,
        "description": page.description,
        "url": site.to(""),
        "image": site.to("preview.png"),
        "inLanguage": page.lang,
        "license": licences(),
        "isBasedOn": {
            "@type": "Article",
            "description": page.method.first().map(|remark| &remark.text),
            "dateCreated": String::from(story.article.written),
        },
        "mainEntity": { "@id": site.to("#data") },
    })
}

fn data_set(context: &PageContext, site: &Site) -> Value {
    let page = &context.story.page;
    let name = [page.name.as_str(), &page.all_figures].join(": ");
    let description = [page.description.as_str(), &page.all_figures_note].join(" ");
    let measured: Vec<Value> = context.story.facts.iter().filter_map(|fact| variable(context, fact)).collect();
    json!({
        "@type": "Dataset",
        "@id": site.to("#data"),
        "name": name,
        "description": description,
        "url": site.to("#figures"),
        "license": licences(),
        "isAccessibleForFree": true,
        "temporalCoverage": coverage(context),
        "variableMeasured": measured,
        "distribution": distribution(context, site),
    })
}

/// A figure with its hedge: a lower bound has no maximum and no value, a range has both ends and no value.
fn variable(context: &PageContext, fact: &Fact) -> Option<Value> {
    let quantity = fact.quantity()?;
    let said = context.graphic.say(fact);
    let note = [said.value, said.dated, said.place, said.note];
    let mut property = json!({
        "@type": "PropertyValue",
        "propertyID": fact.id.0,
        "name": fact.label,
        "unitText": context.graphic.unit_word(&quantity.unit),
        "description": note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "),
    });
    if let Some(members) = property.as_object_mut() {
        members.extend(bounds(quantity));
    }
    Some(property)
}

fn bounds(quantity: &Quantity) -> Map<String, Value> {
    let bound = quantity.value;
    let ends = match bound.exact() {
        Some(exact) => [("value", Some(exact)), ("minValue", None), ("maxValue", None)],
        // About a number is neither at least nor at most that number: only its words say it.
        None if bound.low() == bound.high() => [("value", None), ("minValue", None), ("maxValue", None)],
        None => [("value", None), ("minValue", bound.low()), ("maxValue", bound.high())],
    };
    ends.into_iter().filter_map(|(name, end)| Some((name.to_owned(), number(end?)))).collect()
}

/// A number as JSON has it.
fn number(number: Number) -> Value {
    serde_json::from_str(&number.to_string()).unwrap_or_default()
}

/// From the first to the last date that any fact speaks of.
fn coverage(context: &PageContext) -> Option<String> {
    let dates = || context.story.facts.iter().filter_map(Fact::when);
    let first = dates().map(|when| when.start).min_by_key(|date| date.first_month())?;
    let last = dates().map(When::last).max_by_key(|date| date.end_month())?;
    Some(format!("{first}/{last}"))
}

fn distribution(context: &PageContext, site: &Site) -> Vec<Value> {
    let file = |path: String, format: &str| json!({ "@type": "DataDownload", "contentUrl": site.to(&path), "encodingFormat": format });
    let charts = context.story.charts_on_page().into_iter().flat_map(|chart| {
        let name = &chart.id;
        [file(format!("data/{name}.csv"), "text/csv"), file(format!("data/{name}.json"), "application/json")]
    });
    std::iter::once(file("data/story.json".to_owned(), "application/json")).chain(charts).collect()
}

/// The licences of the project's own words and files, any of which may be chosen.
fn licences() -> Vec<String> {
    env!("CARGO_PKG_LICENSE").split(" OR ").map(|name| format!("https://spdx.org/licenses/{name}")).collect()
}

//! The page and its figures as JSON-LD in the words of schema.org: an article, and the data set that it tells.

use super::Site;
use crate::charts::Chart;
use crate::story::{Bound, Fact, Quantity, Spoken, When};
use crate::ui::page::Told;
use serde_json::{Value, json};

/// A data block, which the strict policy lets pass since nothing in it runs.
pub(super) fn script(told: &Told, site: &Site) -> String {
    // No text in it can end the element.
    let data = graph(told, site).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>\n")
}

fn graph(told: &Told, site: &Site) -> Value {
    json!({ "@context": "https://schema.org", "@graph": [article(told, site), data_set(told, site)] })
}

fn article(told: &Told, site: &Site) -> Value {
    let (story, page) = (&told.story, &told.story.page);
    json!({
        "@type": "Article",
        "@id": site.to("#article"),
        "headline": page.headline,
        "description": page.description,
        "url": site.to(""),
        "image": site.to("preview.png"),
        "inLanguage": "en",
        "license": licences(),
        "isBasedOn": {
            "@type": "Article",
            "description": page.method.first().map(|remark| &remark.text),
            "dateCreated": String::from(story.article.written),
        },
        "mainEntity": { "@id": site.to("#data") },
    })
}

fn data_set(told: &Told, site: &Site) -> Value {
    let page = &told.story.page;
    let name = [page.name.as_str(), &page.all_figures].join(": ");
    let description = [page.description.as_str(), &page.all_figures_note].join(" ");
    let measured: Vec<Value> = told.story.facts.iter().filter_map(|fact| variable(told, fact)).collect();
    json!({
        "@type": "Dataset",
        "@id": site.to("#data"),
        "name": name,
        "description": description,
        "url": site.to("#figures"),
        "license": licences(),
        "isAccessibleForFree": true,
        "temporalCoverage": coverage(told),
        "variableMeasured": measured,
        "distribution": distribution(site),
    })
}

/// A figure with its hedge: a lower bound has no maximum and no value, a range has both ends and no value.
fn variable(told: &Told, fact: &Fact) -> Option<Value> {
    let quantity = fact.quantity()?;
    let said = Spoken::of(fact, &told.graphic.words);
    let note = [said.value, said.dated, said.place, said.note];
    let mut property = json!({
        "@type": "PropertyValue",
        "propertyID": fact.id.0,
        "name": fact.label,
        "unitText": told.graphic.words.with_unit("", quantity.unit).trim(),
        "description": note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "),
    });
    if let Some(members) = property.as_object_mut() {
        members.extend(bounds(quantity).into_iter().map(|(name, value)| (name.to_owned(), value.into())));
    }
    Some(property)
}

fn bounds(quantity: &Quantity) -> Vec<(&'static str, u32)> {
    match quantity.value {
        Bound::Exact(value) => vec![("value", value)],
        Bound::AtLeast(value) => vec![("minValue", value)],
        Bound::Interval { low, high } => vec![("minValue", low), ("maxValue", high)],
    }
}

/// From the first to the last date that any fact speaks of.
fn coverage(told: &Told) -> Option<String> {
    let dates = || told.story.facts.iter().filter_map(Fact::when);
    let first = dates().map(|when| when.start).min_by_key(|date| date.first_month())?;
    let last = dates().map(When::last).max_by_key(|date| date.end_month())?;
    Some(format!("{first}/{last}"))
}

fn distribution(site: &Site) -> Vec<Value> {
    let file = |path: String, format: &str| json!({ "@type": "DataDownload", "contentUrl": site.to(&path), "encodingFormat": format });
    let charts = Chart::ALL.into_iter().flat_map(|chart| {
        let name = chart.name();
        [file(format!("data/{name}.csv"), "text/csv"), file(format!("data/{name}.json"), "application/json")]
    });
    std::iter::once(file("data/story.json".to_owned(), "application/json")).chain(charts).collect()
}

/// The licences of the project's own words and files, any of which may be chosen.
fn licences() -> Vec<String> {
    env!("CARGO_PKG_LICENSE").split(" OR ").map(|name| format!("https://spdx.org/licenses/{name}")).collect()
}

//! What scripts and tests need to know of the views: `data/views.json`.

use crate::page::{PageContext, View};
use serde_json::{Value, json};

/// The views with their names and titles, and the parameters that addresses may carry for the charts.
pub(super) fn describe(context: &PageContext) -> Value {
    let views = View::all(context).into_iter().map(|view| {
        let kind = if matches!(view, View::Chart(_)) { "chart" } else { "card" };
        json!({ "name": view.name(), "title": view.title(), "kind": kind })
    });
    let charts = &context.graphic.charts;
    let parameters: Vec<&str> = charts.iter().flat_map(|chart| chart.kind.parameters()).collect();
    json!({ "views": views.collect::<Vec<_>>(), "parameters": parameters })
}

//! That no hedge is lost on the way from a figure to what is told and drawn of it.

use super::Case;
use super::holds::{Holds, labels};
use charts::Row;
use drawing::scene::Scene;
use story::{Bound, Hedge, Number};

/// The words of a hedge, without its numbers: in order, as they stand around them.
pub fn hedge_words(case: &Case<'_>, hedge: Hedge) -> Vec<String> {
    let hedges = &case.graphic.words.hedges;
    let template = match hedge {
        Hedge::Exact => return Vec::new(),
        Hedge::MoreThan => &hedges.more_than,
        Hedge::AtLeast => &hedges.at_least,
        Hedge::LessThan => &hedges.less_than,
        Hedge::AtMost => &hedges.at_most,
        Hedge::About => &hedges.about,
        Hedge::Between => &hedges.between,
    };
    let parts = template.split(['{', '}']).filter(|part| !["low", "high"].contains(part));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// What a figure must say: each of its numbers and the words of its hedge.
pub fn says(case: &Case<'_>, text: &str, bound: Bound) -> bool {
    let number = |number: Number| text.contains(&case.graphic.number(number.abs()));
    let words = hedge_words(case, bound.hedge()).into_iter().all(|words| text.contains(&words));
    words && number(bound.least_stated()) && number(bound.largest_stated())
}

/// Figures say their hedge where they are told, and where they are drawn: as a whole, or not at all.
pub fn no_hedge_lost(case: &Case<'_>, scene: &Scene) -> Holds {
    let drawn: String = labels(scene).iter().map(|label| label.text.as_str()).collect();
    let drawn = spaceless(&drawn);
    for row in &case.content.rows {
        let Some(amount) = row.amount() else { continue };
        let average = case.graphic.words.average.replace("{}", "");
        if !says(case, &row.name(&case.graphic.words), amount.bound) {
            return Err(format!("`{}` lost its hedge", row.name(&case.graphic.words)));
        }
        if row.fact.0.is_empty() {
            continue;
        }
        if row.value.contains(average.trim()) != amount.average {
            return Err(format!("`{}` lost its average", row.name(&case.graphic.words)));
        }
        // Labels of steps leave their unit out, or all of it, where there is no room.
        let is_step = matches!(row.datum, charts::Datum::Step(..));
        if !is_step && !drawn.contains(&spaceless(&row.value)) {
            return Err(format!("`{}` is not drawn", row.value));
        }
    }
    no_bare_label(case, scene)
}

/// No label is the number of a hedged figure alone. Where a figure is wrapped, the line before has its hedge.
fn no_bare_label(case: &Case<'_>, scene: &Scene) -> Holds {
    let labels = labels(scene);
    let values: Vec<&str> = case.content.rows.iter().map(|row| row.value.as_str()).collect();
    for amount in case.content.rows.iter().filter_map(Row::amount) {
        let number = amount.bound.least_stated();
        if matches!(amount.bound.hedge(), Hedge::Exact | Hedge::Between) {
            continue;
        }
        let bare = case.graphic.with_unit(&case.graphic.number(number), &amount.unit, amount.bound);
        let tick = case.graphic.unit(&amount.unit).and_then(|unit| unit.tick.as_ref());
        if values.contains(&bare.as_str()) || tick.is_some_and(|tick| tick.replace("{}", "") == bare) {
            continue;
        }
        let words = hedge_words(case, amount.bound.hedge()).join(" ");
        let hedged = |i: usize| i > 0 && words.ends_with(labels[i - 1].text.rsplit(' ').next().unwrap_or_default());
        if let Some(i) = (0..labels.len()).find(|i| labels[*i].text == bare && !hedged(*i)) {
            return Err(format!("`{}` lost its hedge", labels[i].text));
        }
    }
    Ok(())
}

fn spaceless(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

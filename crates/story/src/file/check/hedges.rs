//! Titles name figures that the story has, and keep their hedges.

use super::dates::YEARS;
use super::{Check, charts, facts};
use crate::file::{Path, Problem};
use crate::{Citations, FactId, Graphic, Quantity, fill};
use std::collections::HashSet;

impl Check<'_> {
    pub(super) fn hedges(&mut self) {
        let parts = self.parts;
        let Some((words, article)) = parts.words.as_ref().zip(parts.article.as_ref()) else { return };
        let speech = Graphic {
            charts: Vec::new(),
            facts: Vec::new(),
            units: parts.units.each().map(|(_, unit)| unit.clone()).collect(),
            sections: Vec::new(),
            words: words.clone(),
            citations: Citations::default(),
            written: article.written,
        };
        let known = self.known(&speech);
        for (path, chart) in charts(parts) {
            self.hedged(&chart.text.title, &chart.kind.facts(), &speech, path.to("text.title"));
            self.invented(&chart.text.title, &known, path.to("text.title"));
        }
        for (i, section) in parts.sections.each() {
            let figures: Vec<&FactId> = section.key_figures.iter().chain(&section.more_figures).collect();
            let path = Path::of("sections").item(i).to("headline");
            self.hedged(&section.headline, &figures, &speech, path.clone());
            self.invented(&section.headline, &known, path);
        }
        if let Some(page) = &parts.page {
            let figures: Vec<&FactId> = page.figures().collect();
            self.hedged(&page.headline, &figures, &speech, Path::of("page.headline"));
            self.invented(&page.headline, &known, Path::of("page.headline"));
        }
    }

    /// The digits of every number that a fact has.
    fn known(&self, speech: &Graphic) -> HashSet<String> {
        let quantities = facts(self.parts).filter_map(|(_, fact)| fact.quantity());
        let ends = quantities.flat_map(|quantity| [quantity.value.least_stated(), quantity.value.largest_stated()]);
        ends.map(|number| digits(&speech.number(number.abs()))).collect()
    }

    /// Warns where a title has a number that no fact has. Years are dates.
    fn invented(&mut self, title: &str, known: &HashSet<String>, path: Path) {
        let strange = numbers(title).find(|number| !known.contains(&digits(number)) && !is_year(number));
        if let Some(number) = strange {
            let message = format!("no figure of the story is {number}");
            self.warn(Problem::Hedge, path, message, "a number that a fact has, as it is stated");
        }
    }

    /// Warns where a title has the number of a figure, and no figure states it like that.
    fn hedged(&mut self, title: &str, figures: &[&FactId], speech: &Graphic, path: Path) {
        let title = title.to_lowercase();
        let figures: Vec<&Quantity> = figures.iter().filter_map(|id| self.quantity(id)).collect();
        let (right, wrong): (Vec<&Quantity>, Vec<&Quantity>) =
            figures.iter().partition(|quantity| keeps(&title, quantity, speech));
        // Numbers that are said as they are stated are no evidence against a figure with the same number.
        let (plain, hedged): (Vec<&Quantity>, Vec<&Quantity>) =
            right.into_iter().partition(|quantity| quantity.value.exact().is_some());
        let rest = hedged.iter().fold(title, |rest, quantity| without(&rest, &said(quantity, speech)));
        let plain: Vec<String> = plain.iter().map(|quantity| speech.digits(quantity)).collect();
        for quantity in wrong {
            let number = speech.digits(quantity);
            if !plain.contains(&number) && places(&rest, &number.to_lowercase()).next().is_some() {
                let expected = format!("“{}”, as it is stated", speech.quantity(quantity));
                self.warn(
                    Problem::Hedge,
                    path.clone(),
                    format!("the title says {number} without its hedge"),
                    &expected,
                );
            }
        }
    }
}

/// The numbers in a text, with what stands between their digits.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    // Spaces that do not break stand between thousands in some languages.
    let inside = |one: char| one.is_ascii_digit() || ['.', ',', '\u{a0}', '\u{202f}'].contains(&one);
    let parts = text.split(move |one| !inside(one)).map(|part| part.trim_matches(|one: char| !one.is_ascii_digit()));
    parts.filter(|part| !part.is_empty())
}

/// A number without what stands between its digits: that is a matter of taste.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn is_year(number: &str) -> bool {
    number.parse().is_ok_and(|year: u16| YEARS.contains(&year))
}

/// A figure with its hedge, as a title has it.
fn said(quantity: &Quantity, speech: &Graphic) -> String {
    speech.bound(quantity.value).to_lowercase()
}

/// Whether a title says a figure with its hedge, and with "on average" if that belongs to it.
fn keeps(title: &str, quantity: &Quantity, speech: &Graphic) -> bool {
    let average = fill(&speech.words.average, "").trim().to_lowercase();
    let hedged = places(title, &said(quantity, speech)).next().is_some();
    hedged && (!quantity.average || title.contains(&average))
}

/// A text without what a figure says in it.
#[expect(clippy::disallowed_methods, reason = "places lie within the text and apart")]
fn without(text: &str, said: &str) -> String {
    let found: Vec<usize> = places(text, said).collect();
    let mut rest = text.to_owned();
    for at in found.into_iter().rev() {
        rest.replace_range(at..at + said.len(), " ");
    }
    rest
}

/// Where a text says a number that is not part of a longer one.
fn places<'t>(text: &'t str, number: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(number).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).unwrap_or_default().chars().rev();
        let after = text.get(at + number.len()..).unwrap_or_default().chars();
        !goes_on(before) && !goes_on(after)
    })
}

/// Whether what stands beside a number belongs to it: a digit, perhaps after a point or a comma.
fn goes_on(mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some('.' | ',') => beside.next().is_some_and(char::is_numeric),
        next => next.is_some_and(char::is_numeric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_a_part_of_another() {
        let holds = |text, number| places(text, number).next().is_some();
        assert!(holds("more than 150 countries", "150") && holds("150, and 81.", "81"));
        assert!(!holds("1,150 countries", "150") && !holds("150,000", "150") && !holds("81.5", "81"));
    }

    #[test]
    fn numbers_are_found_whole() {
        let found: Vec<&str> = numbers("In 2024, 1,230 km and 4.5 of 30: 1\u{a0}000.").collect();
        assert_eq!(found, ["2024", "1,230", "4.5", "30", "1\u{a0}000"]);
        assert!(is_year("2024") && !is_year("1,230") && !is_year("30"));
    }

    #[test]
    fn what_is_said_rightly_is_taken_out() {
        assert_eq!(without("30 to 60 percent of 130 to 60", "30 to 60"), "  percent of 130 to 60");
    }
}

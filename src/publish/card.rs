//! Social cards: what a link looks like where it is shared. A chart shows itself; words show their key figures.

use super::{Site, png, write};
use crate::charts::Chart;
use crate::export::{Format, Picture, Sheet, compose};
use crate::look::Look;
use crate::paint::svg::escape;
use crate::state::State;
use crate::story::{FactId, Family, Section};
use crate::text;
use crate::theme::{FAMILY, Role};
use crate::ui::page::{Told, View};
use std::path::Path;

/// The width of a card in CSS px, and of its PNG in pixels.
pub(super) const WIDTH: u32 = 1200;
/// The height of the same.
pub(super) const HEIGHT: u32 = 630;

/// Writes a card for each view, and one for the whole page.
pub(super) fn write_all(dist: &Path, told: &Told, site: Option<&Site>) -> Result<(), String> {
    let link = site.map(|site| site.to("")).unwrap_or_default();
    write(&dist.join("preview.png"), png(&whole(told, &link))?)?;
    for view in View::all() {
        let svg = match view {
            View::Chart(chart) => of_chart(told, chart, &link)?,
            View::Card(section) => of_section(told, section, &link),
        };
        write(&dist.join("embed").join(view.name()).join("preview.png"), png(&svg)?)?;
    }
    Ok(())
}

/// A chart; of the agreements, which are too many to be read so small, the countries.
fn of_chart(told: &Told, chart: Chart, link: &str) -> Result<String, String> {
    let state = State { count: Some(Family::Countries), ..State::default() };
    let picture = Picture { chart, graphic: &told.graphic, state: &state, look: Look::Light, link };
    compose(&picture, Format::Social)
}

fn of_section(told: &Told, section: Section, link: &str) -> String {
    let card = told.story.cards.iter().find(|card| card.section == section);
    let hue = hue(section);
    let (kicker, headline, figures) = match card {
        Some(card) => (card.kicker.as_str(), card.headline.as_str(), card.key_figures.as_slice()),
        None => ("", "", [].as_slice()),
    };
    words(told, kicker, headline, &figures.iter().map(|id| (id, hue)).collect::<Vec<_>>(), hue, link)
}

fn whole(told: &Told, link: &str) -> String {
    let page = &told.story.page;
    let cards = &told.story.cards;
    let coloured = |id| {
        let card = cards.iter().find(|card| card.key_figures.contains(id) || card.more_figures.contains(id));
        (id, card.map_or(hue(Section::Overview), |card| hue(card.section)))
    };
    let figures: Vec<_> = page.key_figures.iter().map(coloured).collect();
    words(told, &page.kicker, &page.headline, &figures, hue(Section::Overview), link)
}

/// The colour of a section.
fn hue(section: Section) -> &'static str {
    Look::Light.property(&["--", section.name()].concat()).unwrap_or_default()
}

const MARGIN: f32 = 64.0;
const GAP: f32 = 32.0;
/// The least distance from the top to the figures, and the place of the credit, in CSS px.
const FIGURES: f32 = 290.0;
const CREDIT: f32 = HEIGHT as f32 - MARGIN - 20.0;

/// A kicker, a headline and at most four figures side by side.
fn words(told: &Told, kicker: &str, headline: &str, figures: &[(&FactId, &str)], hue: &str, link: &str) -> String {
    let room = WIDTH as f32 - 2.0 * MARGIN;
    let mut sheet = Sheet { look: Look::Light, left: MARGIN, width: room, y: MARGIN, body: String::new() };
    sheet.paragraph(kicker, 24.0, true, Role::Muted);
    sheet.y += 6.0;
    sheet.paragraph(headline, 48.0, true, Role::Ink);
    let top = (sheet.y + 30.0).max(FIGURES);
    // Of things named without a number the name would be all that is seen.
    let counted = |(id, _): &&(&FactId, &str)| told.story.fact(id).is_some_and(|fact| fact.when().is_some());
    let shown: Vec<_> = figures.iter().filter(counted).take(4).copied().collect();
    // Long words are set smaller rather than cut.
    let sizes = [1.0, 0.9, 0.8, 0.7].map(|size| columns(told, &shown, top, size));
    let [first, .., last] = &sizes;
    let fitting =
        sizes.iter().find(|columns| columns.y < CREDIT).unwrap_or(if first.y < last.y { first } else { last });
    sheet.body.push_str(&fitting.body);
    sheet.y = CREDIT;
    let credit = [told.story.page.footer.as_str(), link].join(" ");
    sheet.paragraph(&credit, 18.0, false, Role::Muted);
    document(headline, hue, &sheet.body)
}

/// Figures side by side, their text so many times its usual size; `y` of the sheet tells where the longest ends.
fn columns(told: &Told, figures: &[(&FactId, &str)], top: f32, size: f32) -> Sheet {
    let count = figures.len().max(1) as f32;
    let column = (WIDTH as f32 - 2.0 * MARGIN - GAP * (count - 1.0)) / count;
    let mut sheet = Sheet { look: Look::Light, left: MARGIN, width: column, y: top, body: String::new() };
    let mut end = top;
    for (id, hue) in figures {
        sheet.y = top;
        figure(&mut sheet, told, id, hue, size);
        sheet.left += column + GAP;
        end = end.max(sheet.y);
    }
    sheet.y = end;
    sheet
}

/// A figure with its hedge, under a line in its section's colour, with its date.
fn figure(sheet: &mut Sheet, told: &Told, id: &FactId, hue: &str, size: f32) {
    let Some((_, said)) = told.said(id) else { return };
    let (x, y, width) = (sheet.left, sheet.y, sheet.width);
    sheet.body.push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"5\" fill=\"{hue}\"/>\n"));
    sheet.y += 16.0;
    sheet.paragraph(&text::capital(&said.value), 30.0 * size, true, Role::Ink);
    sheet.paragraph(&said.label, 19.0 * size, false, Role::Ink);
    sheet.paragraph(&said.dated, 17.0 * size, false, Role::Muted);
}

fn document(title: &str, hue: &str, body: &str) -> String {
    let ground = Look::Light.colour(Role::Ground);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"{FAMILY}\">\n<title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{ground}\"/>\n\
         <rect width=\"{WIDTH}\" height=\"14\" fill=\"{hue}\"/>\n{body}</svg>\n",
        escape(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story;
    use crate::theme::TextSize;

    #[test]
    fn a_long_link_stays_on_the_card() {
        let told = Told::new(story::parse(include_str!("../../static/story.json")).expect("the story")).expect("told");
        let link =
            ["https://infographics.a-publisher-with-a-long-name.example.org/", &"a-long-folder/".repeat(6)].concat();
        for svg in [whole(&told, &link), of_section(&told, Section::Africa, &link)] {
            for line in svg.split("<text ").skip(1).filter(|line| line.contains("font-size=\"18\"")) {
                let (place, words) = line.split_once('>').expect("an element");
                let words = words.split('<').next().expect("words");
                let y: f32 = place.split('"').nth(3).and_then(|y| y.parse().ok()).expect("a baseline");
                let width = text::width(words, TextSize::Body) * 18.0 / TextSize::Body.px();
                assert!(width <= WIDTH as f32 - 2.0 * MARGIN && y < HEIGHT as f32 - 8.0, "{words} at {y}");
            }
        }
    }
}

//! Social images: what a link looks like where it is shared. A chart shows itself; words show their key figures.

use super::{Site, png, write};
use crate::page::{PageContext, View};
use charts::colors::{ColorScheme, Palette};
use charts::export::{Format, Picture, Sheet, compose};
use drawing::paint::svg::escape;
use drawing::text;
use drawing::theme::{FAMILY, Role};
use std::path::Path;
use story::{Chart, FactId, Kind, Section, SectionId};

/// The width of an image in CSS px, and of its PNG in pixels.
pub(super) const WIDTH: u32 = 1200;
/// The height of the same.
pub(super) const HEIGHT: u32 = 630;

/// Writes an image for each view, and one for the whole page.
pub(super) fn write_all(dist: &Path, context: &PageContext, site: Option<&Site>) -> Result<(), String> {
    let palette = Palette::new(ColorScheme::Light);
    let link = site.map(|site| site.to("")).unwrap_or_default();
    let images = Images { context, palette: &palette, link: &link };
    write(&dist.join("preview.png"), png(&images.whole())?)?;
    for view in View::all(context) {
        let svg = match &view {
            View::Chart(chart) => images.chart(chart)?,
            View::Card(section) => images.section(section),
        };
        write(&dist.join("embed").join(view.name()).join("preview.png"), png(&svg)?)?;
    }
    Ok(())
}

/// What all images are made from.
#[derive(Clone, Copy)]
struct Images<'a> {
    context: &'a PageContext,
    palette: &'a Palette,
    link: &'a str,
}

const MARGIN: f32 = 64.0;
const GAP: f32 = 32.0;
/// The least distance from the top to the figures, and the place of the credit, in CSS px.
const FIGURES: f32 = 290.0;
const CREDIT: f32 = HEIGHT as f32 - MARGIN - 20.0;

impl<'a> Images<'a> {
    /// A chart; of panels of bars, which are too many to be read so small, the first.
    fn chart(self, chart: &Chart) -> Result<String, String> {
        let several = matches!(&chart.kind, Kind::Bars(bars) if bars.panels.len() > 1);
        let view = charts::View { panel: several.then_some(0), ..charts::View::default() };
        let Self { context, palette, link } = self;
        compose(&Picture { graphic: &context.graphic, chart, view: &view, palette, link }, Format::Social)
    }

    fn section(self, section: &Section) -> String {
        let hue = self.hue(&section.id);
        let figures: Vec<_> = section.key_figures.iter().map(|id| (id, hue)).collect();
        self.words(&section.kicker, &section.headline, &figures, hue)
    }

    fn whole(self) -> String {
        let page = &self.context.story.page;
        let coloured = |id| (id, self.context.section_of(id).map_or(Role::Ink, |section| self.hue(&section.id)));
        let figures: Vec<_> = page.figures().map(coloured).collect();
        self.words(&page.kicker, &page.headline, &figures, Role::Ink)
    }

    /// The hue of a section; of a neutral one that of text.
    fn hue(self, section: &SectionId) -> Role {
        let hue = self.context.graphic.section(section).and_then(|section| section.hue);
        hue.map_or(Role::Ink, |hue| Role::hue(hue.number()))
    }

    /// A kicker, a headline and at most four figures side by side.
    fn words(self, kicker: &str, headline: &str, figures: &[(&FactId, Role)], hue: Role) -> String {
        let mut sheet = Sheet::new(self.palette, MARGIN, WIDTH as f32 - 2.0 * MARGIN, MARGIN);
        sheet.paragraph(kicker, 24.0, true, Role::Muted);
        sheet.y += 6.0;
        sheet.paragraph(headline, 48.0, true, Role::Ink);
        let top = (sheet.y + 30.0).max(FIGURES);
        // Of things named without a number the name would be all that is seen.
        let counted =
            |(id, _): &&(&FactId, Role)| self.context.story.fact(id).is_some_and(|fact| fact.when().is_some());
        let shown: Vec<_> = figures.iter().filter(counted).take(4).copied().collect();
        // Long words are set smaller rather than cut.
        let sizes = [1.0, 0.9, 0.8, 0.7].map(|size| self.columns(&shown, top, size));
        let [first, .., last] = &sizes;
        let fitting =
            sizes.iter().find(|columns| columns.y < CREDIT).unwrap_or(if first.y < last.y { first } else { last });
        sheet.body.push_str(&fitting.body);
        sheet.y = CREDIT;
        let credit = [self.context.story.page.footer.as_str(), self.link].join(" ");
        sheet.paragraph(&credit, 18.0, false, Role::Muted);
        document(headline, self.palette.colour(Role::Ground), self.palette.colour(hue), &sheet.body)
    }

    /// Figures side by side, their text so many times its usual size; `y` of the sheet tells where the longest ends.
    fn columns(self, figures: &[(&FactId, Role)], top: f32, size: f32) -> Sheet<'a> {
        let count = figures.len().max(1) as f32;
        let column = (WIDTH as f32 - 2.0 * MARGIN - GAP * (count - 1.0)) / count;
        let mut sheet = Sheet::new(self.palette, MARGIN, column, top);
        let mut end = top;
        for (id, hue) in figures {
            sheet.y = top;
            self.figure(&mut sheet, id, *hue, size);
            sheet.left += column + GAP;
            end = end.max(sheet.y);
        }
        sheet.y = end;
        sheet
    }

    /// A figure with its hedge, under a line in its section's colour, with its date.
    fn figure(self, sheet: &mut Sheet<'_>, id: &FactId, hue: Role, size: f32) {
        let Some((_, said)) = self.context.said(id) else { return };
        let (x, y, width, hue) = (sheet.left, sheet.y, sheet.width, self.palette.colour(hue));
        sheet.body.push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"5\" fill=\"{hue}\"/>\n"));
        sheet.y += 16.0;
        sheet.paragraph(&text::capital(&said.value), 30.0 * size, true, Role::Ink);
        sheet.paragraph(&said.label, 19.0 * size, false, Role::Ink);
        sheet.paragraph(&said.dated, 17.0 * size, false, Role::Muted);
    }
}

fn document(title: &str, ground: &str, hue: &str, body: &str) -> String {
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
    use drawing::theme::TextSize;

    #[test]
    fn a_long_link_stays_on_the_image() {
        let story = story::file::parse(include_str!("../../static/story.json")).expect("the story").story;
        let context = PageContext::new(story).expect("a context");
        let palette = Palette::new(ColorScheme::Light);
        let link =
            ["https://infographics.a-publisher-with-a-long-name.example.org/", &"a-long-folder/".repeat(6)].concat();
        let images = Images { context: &context, palette: &palette, link: &link };
        for svg in [images.whole(), images.section(&context.story.sections[3])] {
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

//! A chart as a picture that opens alone: SVG with its words, its legend, its source and its link inside, on a ground of
//! its own, in literal colours.

use super::Sheet;
use crate::colors::Palette;
use crate::{Content, Layout, View, chosen, outline, shown};
use drawing::paint::svg::{escape, px};
use drawing::scene::{Scene, Size};
use drawing::theme::{FAMILY, Role};
use story::{Chart, Graphic};

/// How a picture is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    /// A chart so many CSS px wide, and as high as it needs to be.
    Page {
        /// The width of the chart in CSS px.
        width: f32,
    },
    /// 1200 by 630 CSS px, as social networks show links; the chart is drawn as large as it fits.
    Social,
}

/// What a picture shows.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The story.
    pub graphic: &'a Graphic,
    /// The chart.
    pub chart: &'a Chart,
    /// What the reader chose in it.
    pub view: &'a View,
    /// The colours.
    pub palette: &'a Palette,
    /// Where the live chart stands; empty where that is not known.
    pub link: &'a str,
}

/// Writes the picture.
///
/// # Errors
/// If a shape cannot be written; what a layout produces always can.
pub fn compose(picture: &Picture<'_>, format: Format) -> Result<String, String> {
    match format {
        Format::Page { width } => page(picture, width),
        Format::Social => social(picture),
    }
}

/// Around a picture of a page's width, in CSS px.
const MARGIN: f32 = 24.0;

fn page(picture: &Picture<'_>, width: f32) -> Result<String, String> {
    let width = width.max(Layout::Narrow.narrowest());
    let words = &picture.chart.text;
    let mut sheet = Sheet::new(picture.palette, MARGIN, width, MARGIN);
    sheet.paragraph(&words.title, 20.0, true, Role::Ink);
    sheet.paragraph(&words.subtitle, 14.0, false, Role::Muted);
    if let Some(chosen) = chosen(picture.graphic, picture.chart, picture.view) {
        sheet.paragraph(&chosen, 14.0, true, Role::Ink);
    }
    sheet.y += 14.0;
    let scene = picture.scene(width);
    sheet.scene(&scene, 1.0)?;
    sheet.y += 16.0;
    sheet.paragraph(&words.reading, 12.0, false, Role::Muted);
    sheet.paragraph(&words.source, 12.0, false, Role::Muted);
    sheet.paragraph(picture.link, 12.0, false, Role::Muted);
    // Whole pixels, since programs that draw it round a size each in their way.
    let size = Size { width: (width + 2.0 * MARGIN).ceil(), height: (sheet.y + MARGIN).ceil() };
    Ok(picture.document(size, &sheet.body))
}

/// The size of a social card and the margin within, in CSS px.
const CARD: Size = Size { width: 1200.0, height: 630.0 };
const INSET: f32 = 44.0;

/// Words above or beside the chart, whichever leaves the chart larger.
fn social(picture: &Picture<'_>) -> Result<String, String> {
    let whole = CARD.width - 2.0 * INSET;
    let above = Card::new(picture, whole, 0.0, 0.0);
    let beside = Card::new(picture, 370.0, 370.0 + 36.0, INSET);
    let card = if above.scale >= beside.scale { above } else { beside };
    card.finish(picture)
}

/// A social card as it is tried out.
struct Card<'a> {
    words: Sheet<'a>,
    notes: Sheet<'a>,
    scene: Scene,
    scale: f32,
    left: f32,
    top: f32,
}

impl<'a> Card<'a> {
    /// Words in a column so many CSS px wide; the chart begins `left` CSS px from the margin, below the words or, if
    /// `top` is not 0, there.
    fn new(picture: &Picture<'a>, column: f32, left: f32, top: f32) -> Self {
        let text = &picture.chart.text;
        let sheet = || Sheet::new(picture.palette, INSET, column, INSET);
        let mut words = sheet();
        words.paragraph(&text.title, 34.0, true, Role::Ink);
        if let Some(chosen) = chosen(picture.graphic, picture.chart, picture.view) {
            words.paragraph(&chosen, 18.0, false, Role::Ink);
        }
        let mut notes = sheet();
        notes.y = 0.0;
        for note in [text.subtitle.as_str(), &text.reading, &text.source, picture.link] {
            notes.paragraph(note, 14.0, false, Role::Muted);
        }
        let bottom = notes.y + INSET + 18.0;
        // Words beside the chart must leave each other room.
        let fits = top == 0.0 || words.y + bottom <= CARD.height;
        let (top, bottom) = if top > 0.0 { (top, INSET) } else { (words.y + 22.0, bottom) };
        let room = Size { width: CARD.width - 2.0 * INSET - left, height: CARD.height - top - bottom };
        let (scene, scale) = picture.largest(room);
        let scale = if fits { scale } else { 0.0 };
        Self { words, notes, scene, scale, left: INSET + left, top }
    }

    fn finish(self, picture: &Picture<'_>) -> Result<String, String> {
        let mut sheet = self.words;
        sheet.left = self.left;
        sheet.y = self.top;
        sheet.scene(&self.scene, self.scale)?;
        let down = px(CARD.height - INSET - self.notes.y);
        sheet.body.push_str(&format!("<g transform=\"translate(0 {down})\">\n{}</g>\n", self.notes.body));
        Ok(picture.document(CARD, &sheet.body))
    }
}

impl Picture<'_> {
    fn content(&self) -> Content {
        Content::of(self.graphic, self.chart, self.view)
    }

    fn scene(&self, width: f32) -> Scene {
        crate::scene(self.graphic, self.chart, &self.content(), self.view, width)
    }

    /// The chart at the width at which it can be drawn largest within some room, and by how much it is enlarged.
    fn largest(&self, room: Size) -> (Scene, f32) {
        let widths = (0..=30_u8).map(|step| Layout::Wide.narrowest() + 24.0 * f32::from(step));
        let scenes = widths.map(|width| {
            let scene = self.scene(width);
            let scale = (room.width / width).min(room.height / scene.size.height).max(0.1);
            (scene, scale)
        });
        // Of pictures of one scale the widest fills the room best.
        scenes.max_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap_or_default()
    }

    fn document(&self, size: Size, body: &str) -> String {
        let words = &self.chart.text;
        let (width, height) = (px(size.width), px(size.height));
        let (title, ground) = (escape(&words.title), self.palette.colour(Role::Ground));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILY}\">\n<title>{title}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n{body}</svg>\n",
            escape(&self.description())
        )
    }

    /// What the picture holds and what was chosen in it, and every figure with its date and its place, for those who cannot
    /// see it.
    fn description(&self) -> String {
        let (content, words) = (self.content(), &self.graphic.words);
        let rows = shown(&content).map(|row| row.whole(words)).collect::<Vec<_>>().join("; ");
        let chosen = chosen(self.graphic, self.chart, self.view);
        [Some(outline::of_chart(words, &content)), chosen, Some(rows)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

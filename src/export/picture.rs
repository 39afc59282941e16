//! A chart as a picture that opens alone: SVG with its words, its key, its source and its link inside, on a ground of its
//! own, in literal colours.

use crate::charts::{Chart, Layout};
use crate::look::Look;
use crate::paint::svg::{escape, px, shapes};
use crate::scene::{Scene, Size};
use crate::state::State;
use crate::story::{FactId, Family, Graphic, Spoken};
use crate::text;
use crate::theme::{FAMILY, Role, TextSize};

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
    /// The chart.
    pub chart: Chart,
    /// The story.
    pub graphic: &'a Graphic,
    /// What the reader chose.
    pub state: &'a State,
    /// The colours.
    pub look: Look,
    /// Where the live chart stands; empty where that is not known.
    pub link: &'a str,
}

/// What a reader chose in a chart, in words; nothing if the chart is as it was written.
#[must_use]
pub fn choice(chart: Chart, graphic: &Graphic, state: &State) -> Option<String> {
    let state = state.of(chart);
    if state == State::default() {
        return None;
    }
    let controls = &graphic.charts.controls;
    let families = Family::ALL.into_iter().zip(&controls.families);
    let counted = families.filter(|(family, _)| state.count == Some(*family));
    let counted: String = counted.map(|(_, name)| [&*controls.count, ": ", name, ". "].concat()).collect();
    let told = chart.told(graphic, &state);
    let end = if told.ends_with('.') { "" } else { "." };
    Some([&counted, &*told, end].concat())
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
    let words = picture.chart.text(picture.graphic);
    let mut sheet = Sheet { look: picture.look, left: MARGIN, width, y: MARGIN, body: String::new() };
    sheet.paragraph(&words.title, 20.0, true, Role::Ink);
    sheet.paragraph(&words.subtitle, 14.0, false, Role::Muted);
    if let Some(choice) = choice(picture.chart, picture.graphic, picture.state) {
        sheet.paragraph(&choice, 14.0, true, Role::Ink);
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
struct Card {
    words: Sheet,
    notes: Sheet,
    scene: Scene,
    scale: f32,
    left: f32,
    top: f32,
}

impl Card {
    /// Words in a column so many CSS px wide; the chart begins `left` CSS px from the margin, below the words or, if
    /// `top` is not 0, there.
    fn new(picture: &Picture<'_>, column: f32, left: f32, top: f32) -> Self {
        let text = picture.chart.text(picture.graphic);
        let sheet = || Sheet { look: picture.look, left: INSET, width: column, y: INSET, body: String::new() };
        let mut words = sheet();
        words.paragraph(&text.title, 34.0, true, Role::Ink);
        if let Some(choice) = choice(picture.chart, picture.graphic, picture.state) {
            words.paragraph(&choice, 18.0, false, Role::Ink);
        }
        let mut notes = sheet();
        notes.y = 0.0;
        for note in [&*text.subtitle, &*text.reading, &*text.source, picture.link] {
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
    fn scene(&self, width: f32) -> Scene {
        self.chart.scene(self.graphic, &self.state.of(self.chart), width)
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
        let words = self.chart.text(self.graphic);
        let (width, height) = (px(size.width), px(size.height));
        let (title, ground) = (escape(&words.title), self.look.colour(Role::Ground));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILY}\">\n<title>{title}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n{body}</svg>\n",
            escape(&self.description())
        )
    }

    /// Every figure of the picture with its date and its place, for those who cannot see it.
    fn description(&self) -> String {
        let scene = self.scene(Layout::Wide.narrowest());
        let said = scene.targets.iter().map(|target| {
            let fact = self.graphic.fact(&FactId(target.fact.clone()));
            let said = fact.map(|fact| Spoken::of(fact, &self.graphic.words));
            let (dated, place) = said.map(|said| (said.dated, said.place)).unwrap_or_default();
            [target.name(), dated, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

/// A picture as it grows downwards.
pub(crate) struct Sheet {
    pub(crate) look: Look,
    /// Where text begins, in CSS px.
    pub(crate) left: f32,
    /// The widest that text may be, in CSS px.
    pub(crate) width: f32,
    /// How far down it has grown, in CSS px.
    pub(crate) y: f32,
    /// The elements so far.
    pub(crate) body: String,
}

impl Sheet {
    /// Wrapped text of a size in CSS px. An empty text takes no room.
    pub(crate) fn paragraph(&mut self, text: &str, size: f32, bold: bool, role: Role) {
        let like = if bold { TextSize::Strong } else { TextSize::Body };
        let room = self.width * like.px() / size;
        for line in text::wrap(text, like, room).iter().flat_map(|line| broken(line, like, room)) {
            self.y += (size * 1.3).round();
            let weight = if bold { " font-weight=\"700\"" } else { "" };
            let (x, y, size) = (px(self.left), px(self.y - (size * 0.3).round()), px(size));
            let (fill, line) = (self.look.colour(role), escape(&line));
            let text =
                format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{fill}\">{line}</text>\n");
            self.body.push_str(&text);
        }
        if !text.is_empty() {
            self.y += (size * 0.4).round();
        }
    }

    fn scene(&mut self, scene: &Scene, scale: f32) -> Result<(), String> {
        let look = self.look;
        let shapes = shapes(scene, &|role| look.colour(role).to_owned())?;
        // Places of shapes are whole hundredths, which is too coarse for a factor.
        let factor = (scale * 10_000.0).round() as u32;
        let factor = format!("{}.{:04}", factor / 10_000, factor % 10_000);
        let (x, y) = (px(self.left), px(self.y));
        self.body.push_str(&format!("<g transform=\"translate({x} {y}) scale({factor})\">\n{shapes}</g>\n"));
        self.y += scene.size.height * scale;
        Ok(())
    }
}

/// A line that fits as it is; of a link that is wider than the room as many lines as it needs, each ending where
/// addresses may be broken.
fn broken(line: &str, like: TextSize, room: f32) -> Vec<String> {
    if text::width(line, like) <= room {
        return vec![line.to_owned()];
    }
    let mut lines = vec![String::new()];
    for part in line.split_inclusive(['/', '?', '&', '.', '-', ' ']) {
        match lines.last_mut() {
            Some(last) if last.is_empty() || text::width(&[last.as_str(), part].concat(), like) <= room => {
                last.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

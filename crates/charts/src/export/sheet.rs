//! A picture in words and marks, as it grows downwards.

use crate::colors::Palette;
use drawing::paint::svg::{escape, px, shapes};
use drawing::scene::Scene;
use drawing::text;
use drawing::theme::{Role, TextSize};

/// A picture as it grows downwards.
pub struct Sheet<'a> {
    palette: &'a Palette,
    /// Where text begins, in CSS px.
    pub left: f32,
    /// The widest that text may be, in CSS px.
    pub width: f32,
    /// How far down it has grown, in CSS px.
    pub y: f32,
    /// The elements so far.
    pub body: String,
}

impl<'a> Sheet<'a> {
    /// An empty picture whose text begins at `left`, is at most `width` wide and goes on from `y`, all in CSS px.
    #[must_use]
    pub fn new(palette: &'a Palette, left: f32, width: f32, y: f32) -> Self {
        Self { palette, left, width, y, body: String::new() }
    }

    /// Wrapped text of a size in CSS px. An empty text takes no room.
    pub fn paragraph(&mut self, text: &str, size: f32, bold: bool, role: Role) {
        let like = if bold { TextSize::Strong } else { TextSize::Body };
        let room = self.width * like.px() / size;
        for line in text::wrap(text, like, room).iter().flat_map(|line| broken(line, like, room)) {
            self.y += (size * 1.3).round();
            let weight = if bold { " font-weight=\"700\"" } else { "" };
            let (x, y, size) = (px(self.left), px(self.y - (size * 0.3).round()), px(size));
            let (fill, line) = (self.palette.colour(role), escape(&line));
            let text =
                format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{fill}\">{line}</text>\n");
            self.body.push_str(&text);
        }
        if !text.is_empty() {
            self.y += (size * 0.4).round();
        }
    }

    /// A scene, enlarged so many times.
    pub(super) fn scene(&mut self, scene: &Scene, scale: f32) -> Result<(), String> {
        let palette = self.palette;
        let shapes = shapes(scene, &|role| palette.colour(role).to_owned())?;
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

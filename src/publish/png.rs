//! SVG as PNG, for networks that show nothing else. Text is set in Arimo, whose widths are those of Arial.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use std::sync::Arc;

const FONTS: [&[u8]; 2] =
    [include_bytes!("../../assets/fonts/Arimo-Regular.ttf"), include_bytes!("../../assets/fonts/Arimo-Bold.ttf")];

/// Draws an SVG of this project as PNG, one pixel for each CSS px.
///
/// # Errors
/// If the text is no SVG, or the picture is too large to draw.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Arimo");
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| format!("the picture is no SVG: {error}"))?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("the picture cannot be written as PNG: {error}"))
}

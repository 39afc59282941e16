//! What is written at build: the page, each view alone, the charts as pictures and figures, and what makes all of it
//! known to editors, search engines and social networks.

mod head;
mod headers;
mod heights;
mod json_ld;
mod oembed;
mod pages;
mod png;
mod site;
mod social_image;
mod source;
mod views;

pub use heights::Heights;
pub use pages::inline;
pub use png::png;
pub use site::Site;
pub use source::Source;

use crate::page::{PageContext, View};
use charts::colors::{ColorScheme, Palette};
use charts::export::{self, Format, Picture};
use std::fs;
use std::path::Path;
use story::Chart;

/// Which pictures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// SVG only: quick.
    Vector,
    /// SVG and, for social networks, PNG.
    All,
}

/// Fills the shell in `dist/index.html` and writes all files beside it.
///
/// # Errors
/// If the shell has no place for the page, something cannot be drawn, or a file cannot be written.
pub fn publish(dist: &Path, source: &Source, site: Option<&Site>, pictures: Pictures) -> Result<(), String> {
    let context = PageContext::new(source.story.clone())?;
    pages::write_all(dist, &context, &source.heights)?;
    source.write(dist)?;
    write(&dist.join("data/views.json"), views::describe(&context).to_string())?;
    for chart in &context.graphic.charts {
        figures(dist, &context, chart, site)?;
    }
    if pictures == Pictures::All {
        social_image::write_all(dist, &context, site)?;
    }
    site.map_or(Ok(()), |site| address_of(dist, &context, &source.heights, site))
}

/// Gives a published site its address: what must be absolute is added to its pages and written beside them. Copies
/// that were compressed before do not know of it; so this is for tests, which serve none.
///
/// # Errors
/// If the site has an address already, or a file cannot be written.
pub fn address(dist: &Path, source: &Source, site: &Site) -> Result<(), String> {
    address_of(dist, &PageContext::new(source.story.clone())?, &source.heights, site)
}

fn address_of(dist: &Path, context: &PageContext, heights: &Heights, site: &Site) -> Result<(), String> {
    head::write_all(dist, context, site)?;
    headers::name_origin(dist, site)?;
    for view in View::all(context) {
        let file = dist.join("embed").join(view.name()).join("oembed.json");
        write(&file, oembed::describe(context, &view, heights, site).to_string())?;
    }
    write(&dist.join("sitemap.xml"), site.map())?;
    write(&dist.join("robots.txt"), site.robots())
}

/// The width of a chart that is published as a picture, in CSS px.
const WIDTH: f32 = 760.0;

/// A chart as it was written: as a picture, and as figures in two forms.
fn figures(dist: &Path, context: &PageContext, chart: &Chart, site: Option<&Site>) -> Result<(), String> {
    let (graphic, view, name) = (&*context.graphic, &charts::View::default(), &chart.id);
    let link = site.map(|site| site.to(&format!("#{name}"))).unwrap_or_default();
    let picture = Picture { graphic, chart, view, palette: &Palette::new(ColorScheme::Light), link: &link };
    let svg = export::compose(&picture, Format::Page { width: WIDTH })?;
    write(&dist.join(format!("charts/{name}.svg")), svg)?;
    write(&dist.join(format!("data/{name}.csv")), export::csv(graphic, chart, view))?;
    write(&dist.join(format!("data/{name}.json")), export::json(graphic, chart, view))
}

/// Writes a file, and the folder that it lies in.
fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, content));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

//! What is written at build: the page, each view alone, the charts as pictures and figures, and what makes all of it
//! known to editors, search engines and social networks.

mod card;
mod head;
mod heights;
mod linked;
mod oembed;
mod pages;
mod png;
mod site;

pub use png::png;
pub use site::Site;

use crate::charts::Chart;
use crate::export::{self, Format, Picture};
use crate::look::Look;
use crate::state::State;
use crate::story::Story;
use crate::ui::page::{Told, View};
use std::fs;
use std::path::Path;

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
pub fn publish(dist: &Path, story: Story, site: Option<&Site>, pictures: Pictures) -> Result<(), String> {
    let told = Told::new(story)?;
    pages::write_all(dist, &told)?;
    for chart in Chart::ALL {
        figures(dist, &told, chart, site)?;
    }
    if pictures == Pictures::All {
        card::write_all(dist, &told, site)?;
    }
    site.map_or(Ok(()), |site| address_of(dist, &told, site))
}

/// Gives a published site its address: what must be absolute is added to its pages and written beside them. Copies
/// that were compressed before do not know of it; so this is for tests, which serve none.
///
/// # Errors
/// If the site has an address already, or a file cannot be written.
pub fn address(dist: &Path, story: Story, site: &Site) -> Result<(), String> {
    address_of(dist, &Told::new(story)?, site)
}

fn address_of(dist: &Path, told: &Told, site: &Site) -> Result<(), String> {
    head::write_all(dist, told, site)?;
    for view in View::all() {
        let file = dist.join("embed").join(view.name()).join("oembed.json");
        write(&file, oembed::describe(told, view, site).to_string())?;
    }
    write(&dist.join("sitemap.xml"), site.map())?;
    write(&dist.join("robots.txt"), site.robots())
}

/// The width of a chart that is published as a picture, in CSS px.
const WIDTH: f32 = 760.0;

/// A chart as it was written: as a picture, and as figures in two forms.
fn figures(dist: &Path, told: &Told, chart: Chart, site: Option<&Site>) -> Result<(), String> {
    let (graphic, state) = (&*told.graphic, &State::default());
    let link = site.map(|site| site.to(&format!("#{}", chart.name()))).unwrap_or_default();
    let picture = Picture { chart, graphic, state, look: Look::Light, link: &link };
    let name = chart.name();
    let svg = export::compose(&picture, Format::Page { width: WIDTH })?;
    write(&dist.join(format!("charts/{name}.svg")), svg)?;
    write(&dist.join(format!("data/{name}.csv")), export::csv(chart, graphic, state))?;
    write(&dist.join(format!("data/{name}.json")), export::json(chart, graphic, state))
}

/// Writes a file, and the folder that it lies in.
fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, content));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

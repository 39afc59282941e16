//! oEmbed: what a content system needs to turn the address of a view into a frame.

use super::{Site, card, heights};
use crate::paint::svg::escape;
use crate::ui::page::{Told, View};
use serde_json::{Value, json};

/// How wide a view is proposed to be, in CSS px.
const WIDTH: u32 = 720;

/// The description of a view, as version 1.0 of oEmbed has it.
pub(super) fn describe(told: &Told, view: View, site: &Site) -> Value {
    let page = &told.story.page;
    let path = format!("embed/{}/", view.name());
    json!({
        "version": "1.0",
        "type": "rich",
        "title": view.title(told),
        "provider_name": page.name,
        "provider_url": site.to(""),
        "cache_age": 86400,
        "html": html(told, view, site),
        "width": WIDTH,
        "height": height(view),
        "thumbnail_url": site.to(&format!("{path}preview.png")),
        "thumbnail_width": card::WIDTH,
        "thumbnail_height": card::HEIGHT,
    })
}

/// A plain frame, and words with a link for systems and readers that take none.
fn html(told: &Told, view: View, site: &Site) -> String {
    let address = escape(&site.to(&format!("embed/{}/", view.name())));
    let title = escape(&view.title(told));
    format!(
        "<blockquote><p><a href=\"{address}\">{title}</a></p></blockquote>\
         <iframe src=\"{address}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{}\" loading=\"lazy\" \
         style=\"border:0\"></iframe>",
        height(view)
    )
}

/// How high a view is at that width, in CSS px: frames that hear the graphic follow its true height.
pub(super) fn height(view: View) -> u32 {
    heights::at(view, WIDTH)
}

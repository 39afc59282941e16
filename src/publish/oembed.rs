//! oEmbed: what a content system needs to turn the address of a view into a frame.

use super::{Site, heights::Heights, social_image};
use crate::page::{PageContext, View};
use drawing::paint::svg::escape;
use serde_json::{Value, json};

/// How wide a view is proposed to be, in CSS px.
const WIDTH: u32 = 720;

/// The description of a view, as version 1.0 of oEmbed has it.
pub(super) fn describe(context: &PageContext, view: &View, heights: &Heights, site: &Site) -> Value {
    let page = &context.story.page;
    let path = format!("embed/{}/", view.name());
    json!({
        "version": "1.0",
        "type": "rich",
        "title": view.title(),
        "provider_name": page.name,
        "provider_url": site.to(""),
        "cache_age": 86400,
        "html": html(view, heights, site),
        "width": WIDTH,
        "height": height(heights, view),
        "thumbnail_url": site.to(&format!("{path}preview.png")),
        "thumbnail_width": social_image::WIDTH,
        "thumbnail_height": social_image::HEIGHT,
    })
}

/// A plain frame, and words with a link for systems and readers that take none.
fn html(view: &View, heights: &Heights, site: &Site) -> String {
    let address = escape(&site.to(&format!("embed/{}/", view.name())));
    let title = escape(view.title());
    format!(
        "<blockquote><p><a href=\"{address}\">{title}</a></p></blockquote>\
         <iframe src=\"{address}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{}\" loading=\"lazy\" \
         style=\"border:0;max-width:100%\"></iframe>",
        height(heights, view)
    )
}

/// How high a view is at that width, in CSS px: frames that hear the graphic follow its true height.
pub(super) fn height(heights: &Heights, view: &View) -> u32 {
    heights.at(view.name(), WIDTH)
}

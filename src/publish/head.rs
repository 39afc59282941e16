//! What pages say of themselves in their head, once they have an address: to search engines, to social networks and to
//! content systems that know oEmbed.

use super::{Site, json_ld, pages, read, social_image, write};
use crate::page::{PageContext, View};
use drawing::paint::svg::escape;
use std::path::Path;

/// Adds to the whole page and to each view what needs an address.
pub(super) fn write_all(dist: &Path, context: &PageContext, site: &Site) -> Result<(), String> {
    let page = &context.story.page;
    let whole = Tags {
        title: &pages::whole_title(context),
        description: &page.description,
        path: "",
        image: "preview.png",
        alt: &page.headline,
    };
    let data = json_ld::script(context, site);
    add(&dist.join("index.html"), &whole.html(context, site), &data)?;
    for view in View::all(context) {
        let path = format!("embed/{}/", view.name());
        let (title, image) = (view.title(), format!("{path}preview.png"));
        let tags = Tags { title, description: &page.description, path: &path, image: &image, alt: title };
        let discovery = format!(
            "    <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            escape(&site.to(&format!("{path}oembed.json"))),
            escape(title)
        );
        add(&dist.join(&path).join("index.html"), &[tags.html(context, site), discovery].concat(), "")?;
    }
    Ok(())
}

/// Puts tags at the end of the head, and data at the end of the body, where it holds up nothing.
fn add(file: &Path, tags: &str, data: &str) -> Result<(), String> {
    let page = read(file)?;
    if page.contains("rel=\"canonical\"") {
        return Err(format!("{} has an address already; build it anew to give it another", file.display()));
    }
    let (head, body) = page.split_once("</head>").ok_or_else(|| format!("{} has no </head>", file.display()))?;
    let (body, end) = body.rsplit_once("</body>").ok_or_else(|| format!("{} has no </body>", file.display()))?;
    write(file, [head.trim_end(), "\n", tags, "  </head>", body, data, "</body>", end].concat())
}

/// What a page says of itself when it is shared.
struct Tags<'a> {
    title: &'a str,
    description: &'a str,
    /// Where it lies in the site.
    path: &'a str,
    /// Its picture.
    image: &'a str,
    /// The picture in words.
    alt: &'a str,
}

impl Tags<'_> {
    fn html(&self, context: &PageContext, site: &Site) -> String {
        let (width, height) = (social_image::WIDTH.to_string(), social_image::HEIGHT.to_string());
        let properties = [
            ("og:type", "article"),
            ("og:site_name", &context.story.page.name),
            ("og:title", self.title),
            ("og:description", self.description),
            ("og:url", &site.to(self.path)),
            ("og:image", &site.to(self.image)),
            ("og:image:width", &width),
            ("og:image:height", &height),
            ("og:image:alt", self.alt),
        ];
        // Search engines take a view for a part of the whole.
        let mut html = format!("    <link rel=\"canonical\" href=\"{}\">\n", escape(&site.to("")));
        for (property, content) in properties {
            html.push_str(&format!("    <meta property=\"{property}\" content=\"{}\">\n", escape(content)));
        }
        html.push_str("    <meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        html
    }
}

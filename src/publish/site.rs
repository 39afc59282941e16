//! The address of the site, known only to whoever builds it for a place.

use std::env;

/// The absolute address under which the site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Ends with a slash.
    url: String,
}

impl Site {
    /// The setting that holds it.
    pub const SETTING: &str = "TECH_TIES_URL";

    /// Said at build where there is none.
    pub const ABSENT: &str = "TECH_TIES_URL is not set: canonical links, social cards' tags, oEmbed, JSON-LD, \
                              sitemap.xml and robots.txt are left out, since each needs the site's address";

    /// The address in the environment, if there is one.
    ///
    /// # Errors
    /// If it is no address of a site; the message says why.
    pub fn from_env() -> Result<Option<Self>, String> {
        match env::var(Self::SETTING) {
            Ok(text) if !text.trim().is_empty() => Self::parse(&text).map(Some),
            Ok(_) | Err(env::VarError::NotPresent) => Ok(None),
            Err(error) => Err(format!("{}: {error}", Self::SETTING)),
        }
    }

    /// Reads an address such as `https://example.org/tech-ties/`; the last slash may be missing.
    ///
    /// # Errors
    /// If it is no address of a folder on a web server; the message says why.
    pub fn parse(text: &str) -> Result<Self, String> {
        let fault = |what: &str| {
            Err(format!("{}={text:?} {what}; write it like https://example.org/tech-ties/", Self::SETTING))
        };
        let text = text.trim();
        let Some((scheme, rest)) = text.split_once("://") else { return fault("has no scheme") };
        if !["https", "http"].contains(&scheme) {
            return fault("is neither https nor http");
        }
        if text.contains(['?', '#']) {
            return fault("has a query or a fragment");
        }
        let host = rest.split('/').next().unwrap_or_default();
        let in_host = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if !host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') || !host.chars().all(in_host) {
            return fault("names no host");
        }
        let in_path = |c: char| c.is_ascii_alphanumeric() || "/-._~%!$&'()*+,;=:@[]".contains(c);
        if !rest.chars().all(in_path) {
            return fault("has characters that an address must write as %XX");
        }
        Ok(Self { url: format!("{}/", text.trim_end_matches('/')) })
    }

    /// The absolute address of something in the site.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        [&self.url, path].concat()
    }

    /// Where it is served from, as policies write it: scheme and host, without a path.
    pub(super) fn origin(&self) -> &str {
        let host = self.url.find("://").map_or(0, |at| at + 3);
        self.url
            .get(host..)
            .and_then(|rest| rest.find('/'))
            .and_then(|end| self.url.get(..host + end))
            .unwrap_or(&self.url)
    }

    /// The map of the site: the whole page; what else there is are parts of it.
    pub(super) fn map(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
             <url><loc>{}</loc></url>\n</urlset>\n",
            drawing::paint::svg::escape(&self.url)
        )
    }

    /// Everything may be read by everybody. Robots look for this file at the root of a host only.
    pub(super) fn robots(&self) -> String {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.to("sitemap.xml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_a_folder() {
        for text in
            ["https://example.org/tech-ties", "https://example.org/tech-ties/", " https://example.org/tech-ties// "]
        {
            assert_eq!(Site::parse(text).expect(text).to("embed/"), "https://example.org/tech-ties/embed/");
        }
        for (text, origin) in [
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1:1/", "http://127.0.0.1:1"),
            ("http://[::1]:80/a%20b/", "http://[::1]:80"),
        ] {
            assert_eq!(Site::parse(text).expect(text).origin(), origin);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_a_reason() {
        let faults = [
            ("example.org", "no scheme"),
            ("ftp://example.org/", "neither https nor http"),
            ("javascript://example.org/", "neither https nor http"),
            ("https://example.org/?a=b", "query"),
            ("https://example.org/#top", "query or a fragment"),
            ("https:///path", "names no host"),
            ("https://user@example.org/", "names no host"),
            ("https://example.org/\"><script>", "%XX"),
            ("https://example.org/a b", "%XX"),
        ];
        for (text, why) in faults {
            let fault = Site::parse(text).expect_err(text);
            assert!(fault.contains(why) && fault.contains("https://example.org/tech-ties/"), "{text}: {fault}");
        }
    }
}

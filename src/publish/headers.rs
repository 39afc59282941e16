//! The policy of `_headers`, once the site has an address.

use super::{Site, read, write};
use std::path::Path;

/// What a frame in a sandbox loads. It has no origin of its own there, so to WebKit its `'self'` matches nothing.
const LOADED: [&str; 5] = ["script-src", "connect-src", "style-src", "img-src", "font-src"];

/// Names the site's origin beside `'self'`, where the shell has come with headers.
pub(super) fn name_origin(dist: &Path, site: &Site) -> Result<(), String> {
    let file = dist.join("_headers");
    if !file.is_file() {
        return Ok(());
    }
    let headers = read(&file)?;
    let named = headers.lines().map(|line| match line.split_once("Content-Security-Policy: ") {
        Some((before, policy)) => format!("{before}Content-Security-Policy: {}\n", named(policy, site.origin())),
        None => format!("{line}\n"),
    });
    write(&file, named.collect::<String>())
}

/// The policy with an origin beside each `'self'` that a sandbox needs.
fn named(policy: &str, origin: &str) -> String {
    let directives = policy.split("; ").map(|directive| match directive.split_once(' ') {
        Some((name, sources)) if LOADED.contains(&name) => {
            format!("{name} {}", sources.replace("'self'", &format!("'self' {origin}")))
        }
        _ => directive.to_owned(),
    });
    directives.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn what_is_loaded_may_come_from_the_origin_by_name() {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; frame-src 'self'";
        let wanted = "default-src 'none'; script-src 'self' https://a.b 'wasm-unsafe-eval'; \
                      img-src 'self' https://a.b data:; frame-src 'self'";
        assert_eq!(named(policy, "https://a.b"), wanted);
    }
}

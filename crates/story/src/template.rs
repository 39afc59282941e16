//! Templates: texts of a story in which something is filled in.

/// Puts a text where a template says `{}`.
///
/// ```
/// assert_eq!(story::fill("more than {}", "150"), "more than 150");
/// ```
#[must_use]
pub fn fill(template: &str, text: &str) -> String {
    fill_named(template, &[("", text)])
}

/// Puts a text where a template has its name in braces. What is filled in is no template; braces around other names stay.
///
/// ```
/// assert_eq!(story::fill_named("{low} to {high}", &[("low", "30"), ("high", "60")]), "30 to 60");
/// assert_eq!(story::fill_named("{low} to {high}", &[("low", "{high}")]), "{high} to {high}");
/// ```
#[must_use]
pub fn fill_named(template: &str, texts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    // By single characters, since looking for words costs more of the program than all else here.
    while let Some((before, after)) = rest.split_once('{') {
        let named = after.split_once('}').and_then(|(name, after)| {
            let (_, text) = texts.iter().find(|(named, _)| *named == name)?;
            Some((*text, after))
        });
        filled += before;
        (rest, filled) = match named {
            Some((text, after)) => (after, filled + text),
            None => (after, filled + "{"),
        };
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::{fill, fill_named};

    #[test]
    fn texts_take_the_places_of_their_names() {
        assert_eq!(fill("", "a"), "");
        assert_eq!(fill("{}", ""), "");
        assert_eq!(fill("{} and {}, not {name}", "a"), "a and a, not {name}");
        assert_eq!(fill_named("{b}{a}{b}", &[("a", "é"), ("b", "1")]), "1é1");
    }

    #[test]
    fn other_braces_stay() {
        assert_eq!(fill("{ {} } { {", "a"), "{ a } { {");
        assert_eq!(fill("{{}}", "a"), "{a}");
        assert_eq!(fill("} {}", "a"), "} a");
    }

    #[test]
    fn what_is_filled_in_is_no_template() {
        assert_eq!(fill_named("{a} {b}", &[("a", "{b}"), ("b", "{a}")]), "{b} {a}");
    }
}

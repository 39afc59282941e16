//! Placeholders: `{}` and `{low}`.

/// The names of all placeholders in a text; that of `{}` is empty.
pub(super) fn placeholders(text: &str) -> Vec<&str> {
    let after = text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name);
    after.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).collect()
}

/// The placeholders that a template should have, in words.
pub(super) fn expected(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    if names.is_empty() { "a text without placeholders".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_found_between_braces() {
        assert_eq!(placeholders("{low} to {high}"), ["low", "high"]);
        assert_eq!(placeholders("more than {}"), [""]);
        assert_eq!(placeholders("{low to {high}, } {A b}"), ["high"]);
    }
}

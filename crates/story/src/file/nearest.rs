//! "Did you mean …?"

/// Longer names are not compared: nobody misspells them, and comparing takes time.
const LONGEST: usize = 100;

/// The candidate that differs from a name by a few letters at most, if there is one.
pub(super) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    let close = |candidate: &&str| candidate.len().abs_diff(name.len()) <= 4 * allowed && *candidate != name;
    let measured =
        candidates.into_iter().filter(close).map(|candidate| (strsim::osa_distance(name, candidate), candidate));
    measured.filter(|(distance, _)| *distance <= allowed).min_by_key(|(distance, _)| *distance).map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_few_letters_are_forgiven() {
        assert_eq!(nearest("contries", ["centres", "countries"]), Some("countries"));
        assert_eq!(nearest("headlien", ["headline", "kicker"]), Some("headline"));
        assert_eq!(nearest("gone", ["left", "yield-gain"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}

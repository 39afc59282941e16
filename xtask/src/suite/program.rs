//! One program for all stories: a story is content of the page, never of the wasm.

use crate::run::{Outcome, shown};
use crate::story::Story;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Sees that the site of each story has the default story's program: its name is a hash of its content.
pub(crate) fn is_one(stories: &[Story]) -> Outcome {
    let default = programs(&Story::Default.dist())?;
    stories.iter().try_for_each(|story| same(&default, &programs(&story.dist())?, &story.name()))
}

fn same(default: &BTreeSet<String>, other: &BTreeSet<String>, story: &str) -> Outcome {
    if default == other {
        return Ok(());
    }
    let names = |programs: &BTreeSet<String>| programs.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Err(format!(
        "{story} has the program {}, the default story {}: something of a story is in the program",
        names(other),
        names(default)
    ))
}

/// The names of the programs in a built site.
fn programs(dist: &Path) -> Outcome<BTreeSet<String>> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}/: {error}", shown(dist)))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let programs: BTreeSet<_> = names.filter(|name| is_program(name)).collect();
    if programs.is_empty() { Err(format!("{}/ has no tech-ties-*.wasm", shown(dist))) } else { Ok(programs) }
}

fn is_program(name: &str) -> bool {
    name.starts_with("tech-ties-") && name.ends_with(".wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_told_from_what_lies_beside_it() {
        assert!(is_program("tech-ties-0123456789abcdef.wasm"));
        for other in ["tech-ties-0123456789abcdef.wasm.br", "tech-ties-01.js", "export-01.wasm", "tech-ties.html"] {
            assert!(!is_program(other), "{other}");
        }
    }

    #[test]
    fn another_program_is_told_with_both_names() {
        let set = |name: &str| BTreeSet::from([name.to_owned()]);
        assert_eq!(same(&set("tech-ties-a.wasm"), &set("tech-ties-a.wasm"), "one"), Ok(()));
        let said = same(&set("tech-ties-a.wasm"), &set("tech-ties-b.wasm"), "one").expect_err("they differ");
        assert!(["one", "tech-ties-a.wasm", "tech-ties-b.wasm"].iter().all(|part| said.contains(part)), "{said}");
    }

    #[test]
    fn a_site_without_a_program_is_told() {
        assert!(programs(Path::new("src")).expect_err("only sources").contains("has no tech-ties-*.wasm"));
    }
}

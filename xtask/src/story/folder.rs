//! Folders that hold a story.

use crate::run::Outcome;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, path};

/// The variable of the environment that names a story's folder.
pub(crate) const VARIABLE: &str = "TECH_TIES_STORY";
/// The file in it.
pub(crate) const FILE: &str = "story.json";

/// The folder that `TECH_TIES_STORY` names, if it is set.
pub(crate) fn folder() -> Outcome<Option<PathBuf>> {
    env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(|name| named(&name)).transpose()
}

/// An absolute path, since children run in another folder than the user's.
fn named(given: &OsStr) -> Outcome<PathBuf> {
    let said = format!("{VARIABLE}={}", given.to_string_lossy());
    let folder = path::absolute(given).map_err(|error| format!("{said}: {error}"))?;
    if !folder.is_dir() {
        return Err(format!("{said}: there is no folder {}", folder.display()));
    }
    if !folder.join(FILE).is_file() {
        return Err(format!("{said}: the folder {} has no {FILE}; name one that has", folder.display()));
    }
    Ok(folder)
}

/// The folders in a folder that hold a story, by name.
pub(crate) fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|folder| folder.join(FILE).is_file()).collect();
    folders.sort();
    folders
}

/// Whether two paths lead to one place.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The name of a folder, also when the path ends in `.` or in a link.
pub(crate) fn name(folder: &Path) -> String {
    let real = folder.canonicalize();
    let name = real.as_deref().unwrap_or(folder).file_name();
    name.map_or_else(|| "story".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of a test's own, with empty stories in these folders of it.
    fn folder_with(test: &str, stories: &[&str]) -> PathBuf {
        let folder = env::temp_dir().join(format!("xtask-{test}-{}", std::process::id()));
        for story in stories {
            fs::create_dir_all(folder.join(story)).expect("a folder");
            fs::write(folder.join(story).join(FILE), "{}").expect("a file");
        }
        folder
    }

    #[test]
    fn a_folder_that_is_not_there_or_has_no_story_is_told() {
        let folder = folder_with("faults", &["one"]);
        assert_eq!(named(folder.join("one").as_os_str()), Ok(folder.join("one")));
        let missing = named(folder.join("nowhere").as_os_str()).expect_err("it is not there");
        assert!(missing.contains("there is no folder") && missing.contains("TECH_TIES_STORY="), "{missing}");
        let file = named(folder.join("one").join(FILE).as_os_str()).expect_err("it is a file");
        assert!(file.contains("there is no folder"), "{file}");
        let empty = named(folder.as_os_str()).expect_err("it has no story");
        assert!(empty.contains("has no story.json"), "{empty}");
        fs::remove_dir_all(folder).expect("it is there");
    }

    #[test]
    fn a_relative_folder_is_taken_from_where_one_stands() {
        // Cargo runs the tests of a package in its folder.
        let folder = named(OsStr::new("../static")).expect("the default story");
        assert!(folder.is_absolute() && is_same(&folder, Path::new("../static")));
        assert!(!is_same(&folder, Path::new("../nowhere")));
    }

    #[test]
    fn stories_are_found_by_their_file_and_in_order() {
        let folder = folder_with("within", &["two", "one"]);
        fs::create_dir_all(folder.join("draft")).expect("a folder");
        assert_eq!(within(&folder), [folder.join("one"), folder.join("two")]);
        assert_eq!(within(&folder.join("nowhere")), [] as [PathBuf; 0]);
        fs::remove_dir_all(folder).expect("it is there");
    }

    #[test]
    fn a_folder_has_a_name_however_it_is_named() {
        assert_eq!(name(Path::new(".")), "xtask");
        assert_eq!(name(Path::new("src/..")), "xtask");
        assert_eq!(name(Path::new("/nowhere/one")), "one");
    }
}

//! The program `check`.

use super::*;
use std::path::PathBuf;
use std::process::{Command, Output};

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_check")).args(arguments).output().unwrap()
}

/// A folder with a story in it, made anew for each test.
fn folder(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("story.json"), text).unwrap();
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_good_story_is_accepted() {
    let folder = folder("good", &shipped().to_string());
    let output = check(&[folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).ends_with("story.json is accepted: 0 errors, 0 warnings\n"), "{}", said(&output));
}

#[test]
fn faults_are_shown_with_their_lines() {
    let story = changed(&vec![("page.key_figures.0", json!("bri-ip-country"))]);
    let folder = folder("faults", &serde_json::to_string_pretty(&story).unwrap());
    let output = check(&[folder.join("story.json").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    let (line, rest) = said.split_once("\n").unwrap();
    assert!(line.contains("story.json:") && line.ends_with(": error: no fact has the id `bri-ip-country`"), "{said}");
    let rest: Vec<&str> = rest.lines().collect();
    assert!(rest[1].ends_with(" |       \"bri-ip-country\","), "{said}");
    assert!(rest[2].ends_with(" |       ^^^^^^^^^^^^^^^^"), "{said}");
    assert!(rest[3].ends_with(" = at: page.key_figures[0]"), "{said}");
    assert!(rest[4].ends_with(" = help: did you mean `bri-ip-countries`?"), "{said}");
    assert!(said.ends_with("is refused: 1 error, 0 warnings\n"), "{said}");
}

#[test]
fn editors_read_json() {
    let story = changed(&vec![("page.lang", json!("x")), ("sections.asean.text", json!(["Short."]))]);
    let folder = folder("json", &serde_json::to_string_pretty(&story).unwrap());
    let output = check(&["--json", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found[0]["level"], "error");
    assert_eq!(found[0]["path"], "page.lang");
    assert_eq!(found[0]["message"], "`x` is no language tag");
    assert_eq!(found[0]["expected"], "a tag such as `en`, `pt-BR` or `zh-Hans`");
    assert_eq!(found[0]["suggestion"], Value::Null);
    assert!(found[0]["line"].is_u64() && found[0]["column"].is_u64());
    assert_eq!(found[1]["level"], "warning");
}

#[test]
fn warnings_are_accepted() {
    let folder = folder("warnings", &changed(&vec![("sections.asean.text", json!(["Short."]))]).to_string());
    let output = check(&[folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).ends_with("is accepted: 0 errors, 1 warning\n"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let none = folder("none", "{}").join("other.json");
    let binary = folder("binary", "{}").join("binary.json");
    std::fs::write(&binary, [0x7b, 0xff, 0x7d]).unwrap();
    let told = |arguments: &[&str]| {
        let output = check(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(told(&[none.to_str().unwrap()]).contains("other.json cannot be read"));
    assert!(told(&[binary.to_str().unwrap()]).contains("it is not UTF-8 after byte 1"));
    assert!(told(&[]).contains("no file is named"));
    assert!(told(&["a", "b"]).contains("only one file"));
    assert!(told(&["--yaml", "a"]).contains("there is no option `--yaml`"));
    assert_eq!(check(&["--help"]).status.code(), Some(0));
    assert_eq!(said(&check(&["--schema"])), file::schema());
}

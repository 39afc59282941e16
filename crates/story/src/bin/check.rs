//! Checks a story file: `check FILE [--json]`; writes its schema: `check --schema`.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use story::file::{as_json, parse, report, schema};

const USAGE: &str = "\
Checks a story file.

Usage: check FILE [--json]
       check --schema

FILE is a story file, or a folder with story.json in it. With --json the findings are a list of objects
{level, path, line, column, message, expected, suggestion}. With --schema the JSON schema of story files is
written, for editors.

Exit code: 0 if the story is accepted, perhaps with warnings; 1 if it has faults; 2 if it cannot be read.
";

/// What was asked for.
enum Asked {
    Help,
    Schema,
    Check { file: PathBuf, json: bool },
}

fn main() -> ExitCode {
    let code = match asked(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => say(USAGE).map(|()| 0),
        Ok(Asked::Schema) => say(&schema()).map(|()| 0),
        Ok(Asked::Check { file, json }) => check(&file, json),
        Err(what) => Err(io::Error::other(format!("{what}\n\n{USAGE}"))),
    };
    ExitCode::from(code.unwrap_or_else(|error| {
        eprintln!("check: {error}");
        2
    }))
}

fn asked(arguments: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let (mut file, mut json) = (None, false);
    for argument in arguments {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Help),
            Some("--schema") => return Ok(Asked::Schema),
            Some("--json") => json = true,
            Some(option) if option.starts_with('-') => return Err(format!("there is no option `{option}`")),
            _ if file.is_some() => return Err("only one file can be checked at a time".to_owned()),
            _ => file = Some(PathBuf::from(argument)),
        }
    }
    file.map(|file| Asked::Check { file, json }).ok_or_else(|| "no file is named".to_owned())
}

fn check(file: &Path, json: bool) -> io::Result<u8> {
    let file = if file.is_dir() { file.join("story.json") } else { file.to_owned() };
    let name = file.display().to_string();
    let text = read(&file).map_err(|error| io::Error::other(format!("{name} cannot be read: {error}")))?;
    let (code, findings) = match parse(&text) {
        Ok(parsed) => (0, parsed.warnings),
        Err(findings) => (1, findings),
    };
    say(&if json { as_json(&findings) } else { report(&name, &findings) })?;
    Ok(code)
}

/// Reads a file that is not absurdly large.
fn read(file: &Path) -> io::Result<String> {
    const ENOUGH: u64 = 1 << 24;
    let mut bytes = Vec::new();
    if File::open(file)?.take(ENOUGH).read_to_end(&mut bytes)? as u64 == ENOUGH {
        return Err(io::Error::other("it is larger than any story"));
    }
    String::from_utf8(bytes)
        .map_err(|error| io::Error::other(format!("it is not UTF-8 after byte {}", error.utf8_error().valid_up_to())))
}

/// Writes to standard output; a reader that has seen enough is no error.
fn say(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

//! Findings as people and editors read them.

use super::{Finding, Level, Position};
use serde_json::{Value, json};
use std::fmt::Write;

/// The findings of a file as text: each with its line, and their numbers at the end.
#[must_use]
pub fn report(file: &str, findings: &[Finding]) -> String {
    let mut text: String = findings.iter().map(|finding| one(file, finding)).collect();
    let count = |level, one: &str, many: &str| match findings.iter().filter(|finding| finding.level == level).count() {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    let faults = count(Level::Fault, "error", "errors");
    let warnings = count(Level::Warning, "warning", "warnings");
    let verdict = if findings.iter().any(Finding::is_fault) { "refused" } else { "accepted" };
    // Writing to a String never fails.
    let _ = writeln!(text, "{file} is {verdict}: {faults}, {warnings}");
    text
}

fn one(file: &str, finding: &Finding) -> String {
    let (level, message) = (finding.level.name(), &finding.message);
    let mut text = match &finding.position {
        Some(at) => format!("{file}:{}:{}: {level}: {message}\n{}", at.line, at.column, marked(at)),
        None => format!("{file}: {level}: {message}\n"),
    };
    let margin = margin(finding.position.as_ref());
    let mut add = |word: &str, what: &str| {
        let _ = writeln!(text, "{margin} = {word}: {what}");
    };
    if !finding.path.steps().is_empty() {
        add("at", &finding.path.to_string());
    }
    finding.expected.iter().for_each(|expected| add("expected", expected));
    finding.suggestion.iter().for_each(|name| add("help", &format!("did you mean `{name}`?")));
    text + "\n"
}

/// The line with a caret under the place.
fn marked(at: &Position) -> String {
    let (margin, line) = (margin(Some(at)), at.line);
    let (indent, carets) = (" ".repeat(at.caret), "^".repeat(at.width));
    format!("{margin} |\n{line} | {}\n{margin} | {indent}{carets}\n", at.excerpt)
}

fn margin(at: Option<&Position>) -> String {
    " ".repeat(at.map_or(1, |at| at.line.to_string().len()))
}

/// The findings as a list in JSON, for editors.
#[must_use]
pub fn as_json(findings: &[Finding]) -> String {
    let objects: Vec<Value> = findings.iter().map(object).collect();
    let text = serde_json::to_string_pretty(&objects).unwrap_or_default();
    text + "\n"
}

fn object(finding: &Finding) -> Value {
    json!({
        "level": finding.level.name(),
        "path": finding.path.to_string(),
        "line": finding.position.as_ref().map(|at| at.line),
        "column": finding.position.as_ref().map(|at| at.column),
        "message": finding.message,
        "expected": finding.expected,
        "suggestion": finding.suggestion,
    })
}

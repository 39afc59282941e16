//! The text of the story file: whether it is JSON, and where in it each value stands.

use super::excerpt::position;
use super::findings::Findings;
use super::nearest::nearest;
use super::{Finding, Path, Position, Problem, Step};
use crate::Number;
use jsonc_parser::ast::{Object, ObjectProp, Value as Node};
use jsonc_parser::common::{Range, Ranged};
use serde_json::Value;
use std::str::FromStr;

/// The most bytes that a story file may have: more than any reader would read.
pub(super) const LARGEST: usize = 1 << 20;

/// A text that is JSON.
pub(super) struct Source<'a> {
    text: &'a str,
    /// Where each line starts.
    lines: Vec<usize>,
    root: Node<'a>,
}

impl<'a> Source<'a> {
    /// Reads a text, if it is JSON of bounded size and depth.
    pub(super) fn read(text: &'a str) -> Result<Self, Box<Finding>> {
        if text.len() > LARGEST {
            let message = format!("the file has {} bytes", text.len());
            let fault = Finding::fault(Problem::Size, Path::default(), message);
            return Err(Box::new(fault.expecting(format!("at most {LARGEST}"))));
        }
        let lines: Vec<usize> = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        // The stricter reader goes first: it refuses deep nesting before the second one could run out of stack.
        let strict = serde_json::from_str::<Value>(text);
        strict.map_err(|error| Box::new(syntax(text, &lines, &error)))?;
        let root = tree(text).ok_or_else(|| Box::new(unreadable(text, &lines, 0, "the file is not JSON")))?;
        Ok(Self { text, lines, root })
    }

    /// The value as a whole. Of fields with one name the first counts, and the others are faults.
    pub(super) fn value(&self, findings: &mut Findings) -> Value {
        self.node(&self.root, &Path::default(), findings)
    }

    fn node(&self, node: &Node<'_>, path: &Path, findings: &mut Findings) -> Value {
        match node {
            Node::StringLit(text) => Value::String(text.value.to_string()),
            Node::NumberLit(number) => exact(number.value),
            Node::BooleanLit(truth) => Value::Bool(truth.value),
            Node::NullKeyword(_) => Value::Null,
            Node::Array(list) => {
                let items = list.elements.iter().enumerate();
                items.map(|(i, item)| self.node(item, &path.item(i), findings)).collect()
            }
            Node::Object(object) => self.object(object, path, findings),
        }
    }

    fn object(&self, object: &Object<'_>, path: &Path, findings: &mut Findings) -> Value {
        let mut fields = serde_json::Map::new();
        for field in &object.properties {
            let name = field.name.as_str();
            let inner = path.field(name);
            if fields.contains_key(name) {
                let message = format!("the field `{name}` is there twice");
                let fault = Finding::fault(Problem::Duplicate, inner, message).expecting("one of them");
                findings.add(Finding { position: Some(self.position(field.name.range())), ..fault });
            } else {
                fields.insert(name.to_owned(), self.node(&field.value, &inner, findings));
            }
        }
        Value::Object(fields)
    }

    /// Tells where a finding stands, unless it knows that already.
    pub(super) fn locate(&self, finding: Finding) -> Finding {
        let range = self.range(&finding.path, finding.problem == Problem::Field);
        Finding { position: finding.position.clone().or_else(|| Some(self.position(range))), ..finding }
    }

    /// Where a value stands, or its name; the nearest value around it if it is missing.
    fn range(&self, path: &Path, by_name: bool) -> Range {
        let mut node = &self.root;
        let mut name = None;
        for step in path.steps() {
            let next = match (step, node) {
                (Step::Field(field), Node::Object(object)) => {
                    let found = find(object, field);
                    name = found.map(|found| found.name.range());
                    found.map(|found| &found.value)
                }
                (Step::Item(index), Node::Array(list)) => {
                    name = None;
                    list.elements.get(*index)
                }
                _ => None,
            };
            let Some(next) = next else { return node.range() };
            node = next;
        }
        name.filter(|_| by_name).unwrap_or_else(|| node.range())
    }

    fn position(&self, range: Range) -> Position {
        position(self.text, &self.lines, range.start, range.end)
    }
}

/// The field with this name, else the one whose name was misspelt.
fn find<'n, 'a>(object: &'n Object<'a>, name: &str) -> Option<&'n ObjectProp<'a>> {
    let names = object.properties.iter().map(|field| field.name.as_str());
    object.get(name).or_else(|| object.get(nearest(name, names)?))
}

/// A number as it is written, as a text where floating point would change it.
fn exact(text: &str) -> Value {
    let float = serde_json::Number::from_str(text).ok();
    let kept =
        |float: &serde_json::Number| !float.is_f64() || float.as_f64().is_some_and(|one| one.to_string() == text);
    match float {
        Some(float) if kept(&float) || Number::parse(text).is_none() => Value::Number(float),
        _ => Value::String(text.to_owned()),
    }
}

/// The tree of values with their places.
fn tree(text: &str) -> Option<Node<'_>> {
    let strict = jsonc_parser::ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    jsonc_parser::parse_to_ast(text, &Default::default(), &strict).ok()?.value
}

/// What the reader of JSON stumbled over, and where.
fn syntax(text: &str, lines: &[usize], error: &serde_json::Error) -> Finding {
    let line = lines.get(error.line().saturating_sub(1)).copied().unwrap_or_default();
    let column = (0..error.column()).rev().find(|column| text.is_char_boundary(line + column)).unwrap_or_default();
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    let what = &what.replace("EOF while parsing", "the file ends within");
    let what = match what.as_str() {
        "recursion limit exceeded" => "the file is nested too deeply",
        _ if text.starts_with('\u{feff}') => "the file begins with a byte order mark; save it without one",
        _ if text.trim().is_empty() => "the file is empty",
        what => what,
    };
    let at = line + column;
    let fault = unreadable(text, lines, at, what);
    match slip(text, at, what) {
        Some(expected) => fault.expecting(expected),
        None => fault,
    }
}

/// What was probably meant where JSON cannot be read: slips of people who write it by hand.
fn slip(text: &str, at: usize, what: &str) -> Option<&'static str> {
    const CURLY: [char; 5] = ['“', '”', '„', '‘', '’'];
    let (before, after) = text.split_at_checked(at)?;
    let (before, after) = (before.trim_end(), after.trim_start());
    let (last, here) = (before.chars().next_back().unwrap_or(' '), after.chars().next().unwrap_or(' '));
    let digit = |one: char| one.is_ascii_digit();
    let thousands = before.strip_suffix(',').is_some_and(|before| before.ends_with(digit)) && here.is_ascii_digit();
    let expected = match what {
        _ if what.starts_with("the file ends") => "the rest; at least what closes it: `]` or `}`",
        _ if what.starts_with("control character") => "each text on one line",
        _ if CURLY.contains(&here) || CURLY.contains(&last) || here == '\'' => {
            "straight double quotes (\") around names and texts"
        }
        _ if thousands => "a number without a sign between thousands: 1094",
        _ if after.starts_with("//") || after.starts_with("/*") => "no comments; they are not part of JSON",
        "trailing comma" => "no comma after the last item",
        "invalid number" => "digits on both sides of the point: 0.5",
        _ if here == '.' || here == '+' => "a number with a digit first: 0.5",
        _ if what.starts_with("expected `,`") => "a comma between two items; within a text, \\\" for a quote",
        _ => return None,
    };
    Some(expected)
}

fn unreadable(text: &str, lines: &[usize], start: usize, what: &str) -> Finding {
    let problem = if what.contains("nested") { Problem::Size } else { Problem::Syntax };
    let fault = Finding::fault(problem, Path::default(), what);
    Finding { position: Some(position(text, lines, start, start)), ..fault }
}

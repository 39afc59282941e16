//! Compares the file with the schema of its types, tells every difference at once, and mends what can be mended, so
//! that one misspelt name hides nothing else.

use super::findings::Findings;
use super::nearest::nearest;
use super::schema::{Schema, Type};
use super::{Finding, Path, Problem};
use crate::{Number, When};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Compares a value with a schema. What is misspelt is put right; texts that are missing are left empty.
pub(super) struct Shape<'a> {
    pub(super) findings: &'a mut Findings,
}

impl Shape<'_> {
    /// Compares one value.
    pub(super) fn value(&mut self, value: &mut Value, schema: Schema<'_>, path: &Path) {
        match schema.kind() {
            Type::Optional(_) if value.is_null() => {}
            Type::Optional(inner) => self.value(value, inner, path),
            Type::Named("Number") => self.leaf::<Number>(value, schema, path),
            Type::Named("When") => self.leaf::<When>(value, schema, path),
            Type::Words(names) => self.word(value, &names, schema, path),
            Type::Variants(variants) => self.variant(value, &variants, schema, path),
            Type::Object => self.object(value, schema, path),
            Type::List(items) => self.list(value, schema, items, path),
            Type::Text if !value.is_string() => {
                self.findings.replace(wrong(value, schema, path), path.clone());
                *value = Value::String(String::new());
            }
            Type::Integer { least, most } if !value.as_u64().is_some_and(|n| (least..=most).contains(&n)) => {
                self.findings.add(wrong(value, schema, path));
            }
            Type::Truth if !value.is_boolean() => self.findings.add(wrong(value, schema, path)),
            _ => {}
        }
    }

    /// A value that its own type reads.
    fn leaf<T: DeserializeOwned>(&mut self, value: &Value, schema: Schema<'_>, path: &Path) {
        if T::deserialize(value).is_err() {
            self.findings.add(wrong(value, schema, path));
        }
    }

    fn word(&mut self, value: &mut Value, names: &[&str], schema: Schema<'_>, path: &Path) {
        let Some(word) = value.as_str() else { return self.findings.add(wrong(value, schema, path)) };
        if names.contains(&word) {
            return;
        }
        let meant = nearest(word, names.iter().copied());
        self.findings.add(unknown(Problem::Word, word, path.clone(), schema, meant));
        if let Some(meant) = meant {
            *value = meant.into();
        }
    }

    /// An object with one field, whose name says what it is.
    fn variant(&mut self, value: &mut Value, variants: &[(&str, Schema<'_>)], schema: Schema<'_>, path: &Path) {
        let Some(object) = value.as_object_mut() else { return self.findings.add(wrong(value, schema, path)) };
        let names = || variants.iter().map(|(name, _)| *name);
        let strange: Vec<String> = object.keys().filter(|key| !names().any(|name| name == *key)).cloned().collect();
        for key in &strange {
            let meant = nearest(key, names());
            self.findings.add(unknown(Problem::Field, key, path.field(key), schema, meant));
            rename(object, key, meant);
        }
        if object.len() > 1 || (object.is_empty() && strange.is_empty()) {
            let message = if object.is_empty() { "nothing is said here" } else { "only one of these fields can be" };
            self.findings.add(Finding::fault(Problem::Type, path.clone(), message).expecting(schema.describe()));
        }
        for (name, schema) in variants {
            if let Some(inner) = object.get_mut(*name) {
                self.value(inner, *schema, &path.field(name));
            }
        }
    }

    fn object(&mut self, value: &mut Value, schema: Schema<'_>, path: &Path) {
        let Some(object) = value.as_object_mut() else { return self.findings.add(wrong(value, schema, path)) };
        self.strange(object, schema, path);
        for (name, field) in schema.fields() {
            let path = path.field(name);
            match object.get_mut(name) {
                Some(value) => self.value(value, field, &path),
                None if schema.requires(name) => self.missing(object, name, field, path),
                None => {}
            }
        }
    }

    /// Fields that the format does not have.
    fn strange(&mut self, object: &mut Map<String, Value>, schema: Schema<'_>, path: &Path) {
        let known = |key: &str| schema.fields().any(|(name, _)| name == key);
        let strange: Vec<String> = object.keys().filter(|key| !known(key)).cloned().collect();
        for key in strange {
            let meant = nearest(&key, schema.fields().map(|(name, _)| name));
            self.findings.add(unknown(Problem::Field, &key, path.field(&key), schema, meant));
            rename(object, &key, meant);
        }
    }

    fn missing(&mut self, object: &mut Map<String, Value>, name: &str, schema: Schema<'_>, path: Path) {
        let message = format!("the field `{name}` is missing");
        let fault = Finding::fault(Problem::Missing, path.clone(), message).expecting(schema.describe());
        if matches!(schema.kind(), Type::Text) {
            self.findings.replace(fault, path);
            object.insert(name.to_owned(), Value::String(String::new()));
        } else {
            self.findings.add(fault);
        }
    }

    fn list(&mut self, value: &mut Value, schema: Schema<'_>, items: Schema<'_>, path: &Path) {
        let Some(list) = value.as_array_mut() else { return self.findings.add(wrong(value, schema, path)) };
        if let Some(length) = schema.length().filter(|length| *length != list.len()) {
            let message = format!("the list has {} items", list.len());
            self.findings.replace(
                Finding::fault(Problem::Missing, path.clone(), message).expecting(length.to_string()),
                path.clone(),
            );
            list.resize(length, Value::String(String::new()));
        }
        for (i, item) in list.iter_mut().enumerate() {
            self.value(item, items, &path.item(i));
        }
    }
}

/// Gives a field the name that was meant, or takes it out if there is none or it is there already.
fn rename(object: &mut Map<String, Value>, key: &str, meant: Option<&str>) {
    let Some(value) = object.remove(key) else { return };
    if let Some(meant) = meant.filter(|meant| !object.contains_key(*meant)) {
        object.insert(meant.to_owned(), value);
    }
}

fn unknown(problem: Problem, name: &str, path: Path, schema: Schema<'_>, meant: Option<&str>) -> Finding {
    let message = format!("`{}` is not known here", clipped(name));
    let fault = Finding::fault(problem, path, message).suggest(meant);
    if meant.is_some() { fault } else { fault.expecting(schema.names()) }
}

fn wrong(value: &Value, schema: Schema<'_>, path: &Path) -> Finding {
    let found = match value {
        Value::String(text) if matches!(schema.kind(), Type::Named("When")) => {
            format!("“{}” is no date", clipped(text))
        }
        Value::Null => "this is null".to_owned(),
        Value::Bool(truth) => format!("this is {truth}"),
        Value::Number(number) => format!("this is the number {number}"),
        Value::String(text) => format!("this is the text “{}”", clipped(text)),
        Value::Array(_) => "this is a list".to_owned(),
        Value::Object(_) => "this is an object".to_owned(),
    };
    Finding::fault(Problem::Type, path.clone(), found).expecting(schema.describe())
}

/// As much of a text as a message can hold.
fn clipped(text: &str) -> String {
    let mut chars = text.chars();
    let mut clipped: String = chars.by_ref().take(60).collect();
    if chars.next().is_some() {
        clipped.push('…');
    }
    clipped
}

//! The schema of the story file, as it follows from the types, and what the check reads from it.

use crate::Story;
use serde_json::{Map, Value};

/// The JSON schema of the story file, for editors.
#[must_use]
pub fn schema() -> String {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(Story)).unwrap_or_default();
    schema + "\n"
}

/// The schema as a value.
pub(super) fn root() -> Value {
    schemars::schema_for!(Story).to_value()
}

/// The schema of one value, within that of the file.
#[derive(Clone, Copy)]
pub(super) struct Schema<'a> {
    root: &'a Value,
    /// The place where the schema is used, which describes what it is used for.
    used: &'a Value,
    /// The schema itself, which may stand elsewhere under a name.
    here: &'a Value,
    name: Option<&'a str>,
}

/// What a schema asks for.
pub(super) enum Type<'a> {
    /// Null or a value.
    Optional(Schema<'a>),
    /// A value that a type of this name reads by itself.
    Named(&'a str),
    /// One of these words.
    Words(Vec<&'a str>),
    /// An object with one of these fields.
    Variants(Vec<(&'a str, Schema<'a>)>),
    /// An object with the fields of the schema.
    Object,
    /// A list of such items.
    List(Schema<'a>),
    /// A text.
    Text,
    /// A whole number within limits.
    Integer {
        /// The least.
        least: u64,
        /// The greatest.
        most: u64,
    },
    /// True or false.
    Truth,
    /// Anything.
    Any,
}

impl<'a> Schema<'a> {
    /// The schema of the file.
    pub(super) fn of(root: &'a Value) -> Self {
        Self { root, used: root, here: root, name: None }
    }

    fn at(self, used: &'a Value) -> Self {
        let name = used["$ref"].as_str().and_then(|link| link.strip_prefix("#/$defs/"));
        Self { used, here: name.and_then(|name| self.root["$defs"].get(name)).unwrap_or(used), name, ..self }
    }

    /// What the schema asks for.
    pub(super) fn kind(self) -> Type<'a> {
        if let Some(name) = self.name.filter(|name| ["Number", "When"].contains(name)) {
            return Type::Named(name);
        }
        if let Some(inner) = self.here["anyOf"].as_array().and_then(|any| any.first()) {
            return Type::Optional(self.at(inner));
        }
        if let Some(variants) = self.here["oneOf"].as_array() {
            return self.variants(variants);
        }
        let optional = self.here["type"].as_array().is_some_and(|types| types.iter().any(|one| one == "null"));
        match self.here["type"].as_str() {
            None if optional => Type::Optional(self.at(&TEXT)),
            Some("object") => Type::Object,
            Some("array") => Type::List(self.at(&self.here["items"])),
            Some("string") => Type::Text,
            Some("boolean") => Type::Truth,
            Some("integer") => {
                let limit = |name: &str, other| self.here[name].as_u64().unwrap_or(other);
                Type::Integer { least: limit("minimum", 0), most: limit("maximum", u64::MAX) }
            }
            _ => Type::Any,
        }
    }

    fn variants(self, variants: &'a [Value]) -> Type<'a> {
        let words: Vec<&str> = variants.iter().filter_map(|one| one["const"].as_str()).collect();
        if !words.is_empty() {
            return Type::Words(words);
        }
        let fields = variants.iter().filter_map(|one| one["properties"].as_object()).flatten();
        Type::Variants(fields.map(|(name, schema)| (name.as_str(), self.at(schema))).collect())
    }

    /// The fields of an object.
    pub(super) fn fields(self) -> impl Iterator<Item = (&'a str, Self)> {
        let fields = self.here["properties"].as_object().into_iter().flat_map(Map::iter);
        fields.map(move |(name, schema)| (name.as_str(), self.at(schema)))
    }

    /// Whether an object must have a field.
    pub(super) fn requires(self, name: &str) -> bool {
        self.here["required"].as_array().is_some_and(|required| required.iter().any(|one| one == name))
    }

    /// How many items a list must have, if that is fixed.
    pub(super) fn length(self) -> Option<usize> {
        self.here["minItems"].as_u64().and_then(|length| usize::try_from(length).ok())
    }

    /// The names that can stand here.
    pub(super) fn names(self) -> String {
        let names: Vec<String> = match self.kind() {
            Type::Words(words) => words.into_iter().map(quoted).collect(),
            Type::Variants(variants) => variants.into_iter().map(|(name, _)| quoted(name)).collect(),
            _ => self.fields().map(|(name, _)| quoted(name)).collect(),
        };
        [if names.len() == 1 { "" } else { "one of " }, &names.join(", ")].concat()
    }

    /// What should stand here, in words.
    pub(super) fn describe(self) -> String {
        let kind = match self.kind() {
            Type::Optional(inner) => return inner.describe(),
            Type::Named("Number") => {
                "a number of at most six decimals, from -10¹² to 10¹², such as 150, 33.3 or \"2.50\"".to_owned()
            }
            Type::Named(_) => {
                "a date as a text: \"2012\", \"2023-08\", \"2009-06-16\", or two of them with a / between".to_owned()
            }
            Type::Words(_) => self.names(),
            Type::Variants(_) => format!("an object with {}", self.names()),
            Type::Object => "an object".to_owned(),
            Type::List(_) => "a list".to_owned(),
            Type::Text => "a text".to_owned(),
            Type::Integer { least, most } => format!("a whole number from {least} to {most}"),
            Type::Truth => "true or false".to_owned(),
            Type::Any => "a value".to_owned(),
        };
        match self.used["description"].as_str().and_then(|text| text.lines().next()) {
            Some(text) => format!("{kind} ({})", text.trim_end_matches('.')),
            None => kind,
        }
    }
}

static TEXT: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| serde_json::json!({ "type": "string" }));

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

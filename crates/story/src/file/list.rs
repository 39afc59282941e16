//! A list of parts that have names.

use std::collections::HashMap;

/// One part of a list: its name, and the part itself if it could be read.
pub(super) struct Part<T> {
    pub(super) id: String,
    pub(super) item: Option<T>,
}

/// A list of parts.
pub(super) struct List<T> {
    parts: Vec<Part<T>>,
    /// The first part of each name.
    places: HashMap<String, usize>,
    /// Whether every name is known.
    named: bool,
}

impl<T> List<T> {
    pub(super) fn new(parts: Vec<Part<T>>) -> Self {
        let mut places = HashMap::new();
        for (i, part) in parts.iter().enumerate() {
            places.entry(part.id.clone()).or_insert(i);
        }
        let named = parts.iter().all(|part| !part.id.is_empty());
        Self { parts, places, named }
    }

    /// A list of which nothing is known.
    pub(super) fn unknown() -> Self {
        Self { parts: Vec::new(), places: HashMap::new(), named: false }
    }

    /// The list of parts that are all there.
    pub(super) fn of(items: Vec<T>, id: impl Fn(&T) -> &str) -> Self {
        Self::new(items.into_iter().map(|item| Part { id: id(&item).to_owned(), item: Some(item) }).collect())
    }

    /// The parts that could be read, with their places.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, &T)> {
        self.parts.iter().enumerate().filter_map(|(i, part)| Some((i, part.item.as_ref()?)))
    }

    /// The part with this name, if it could be read.
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        self.parts.get(*self.places.get(id)?)?.item.as_ref()
    }

    /// Whether no part has this name, not even one that could not be read.
    pub(super) fn lacks(&self, id: &str) -> bool {
        self.named && !self.places.contains_key(id)
    }

    /// The names, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.id.as_str())
    }

    /// Whether every part could be read.
    pub(super) fn is_whole(&self) -> bool {
        self.named && self.parts.iter().all(|part| part.item.is_some())
    }

    /// The parts, if every one could be read.
    pub(super) fn into_items(self) -> Option<Vec<T>> {
        self.parts.into_iter().map(|part| part.item).collect()
    }
}

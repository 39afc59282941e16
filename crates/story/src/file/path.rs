//! Where in the story file something stands: `facts[3].content.quantity.unit`.

use std::fmt;

/// The way from the root of the file to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(Vec<Step>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into the field with this name.
    Field(String),
    /// Into the item at this place of a list, counted from 0.
    Item(usize),
}

impl Path {
    /// The path into these fields of the root, with a dot between them.
    #[must_use]
    pub fn of(fields: &str) -> Self {
        Self::default().to(fields)
    }

    /// The path on into these fields, with a dot between them.
    #[must_use]
    pub fn to(&self, fields: &str) -> Self {
        fields.split('.').fold(self.clone(), |path, field| path.field(field))
    }

    /// The path on into one field, whose name may hold anything.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.with(Step::Field(name.to_owned()))
    }

    /// The path on into an item, counted from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index))
    }

    fn with(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether the path is this one or leads through it.
    #[must_use]
    pub fn is_within(&self, outer: &Self) -> bool {
        self.0.starts_with(&outer.0)
    }

    /// The name of the last field.
    #[must_use]
    pub fn last_field(&self) -> &str {
        let fields = self.0.iter().rev().find_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        fields.unwrap_or_default()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(index) => write!(f, "[{index}]")?,
                Step::Field(name) if i == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_programmers_write_it() {
        let path = Path::of("facts").item(3).to("content.quantity.unit");
        assert_eq!(path.to_string(), "facts[3].content.quantity.unit");
        assert_eq!(path.last_field(), "unit");
        assert!(path.is_within(&Path::of("facts").item(3)) && !path.is_within(&Path::of("facts").item(4)));
    }
}

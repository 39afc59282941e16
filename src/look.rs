//! The colours of a look as literals, for pictures that leave the page and its style sheet. `build.rs` takes them from
//! `static/style.css`, where each stands once.

use crate::theme::Role;

include!(concat!(env!("OUT_DIR"), "/colours.rs"));

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Look {
    /// Both looks.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The look that an address asks for; light if it asks for none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        if name == Self::Dark.name() { Self::Dark } else { Self::Light }
    }

    /// The colour of a role, as `#rrggbb`.
    #[must_use]
    pub fn colour(self, role: Role) -> &'static str {
        self.property(role.property()).unwrap_or_default()
    }

    /// The colour that a custom property of the style sheet has, as `#rrggbb`; what a look does not name it takes from
    /// the light one.
    #[must_use]
    pub fn property(self, name: &str) -> Option<&'static str> {
        let own = match self {
            Self::Light => LIGHT,
            Self::Dark => DARK,
        };
        own.iter().chain(LIGHT).find(|(property, _)| *property == name).map(|(_, colour)| *colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_colour_of_its_own_in_both_looks() {
        for role in Role::ALL {
            let colours = Look::ALL.map(|look| look.colour(role));
            assert!(colours.iter().all(|colour| colour.len() == 7 && colour.starts_with('#')), "{role:?}: {colours:?}");
            assert_ne!(colours[0], colours[1], "{role:?}");
        }
    }

    #[test]
    fn what_is_not_a_look_is_light() {
        assert_eq!((Look::named("dark"), Look::named("auto"), Look::named("")), (Look::Dark, Look::Light, Look::Light));
    }
}

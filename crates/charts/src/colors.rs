//! The colours of each color scheme as literals, for pictures that leave the page and its style sheet. `build.rs` takes
//! them from `static/style.css`, where each stands once.

use drawing::theme::Role;

include!(concat!(env!("OUT_DIR"), "/colours.rs"));

/// A color scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl ColorScheme {
    /// Both color schemes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The name used in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The color scheme of this name; light for any other name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        if name == Self::Dark.name() { Self::Dark } else { Self::Light }
    }

    /// The colour of a role, as `#rrggbb`.
    #[must_use]
    pub fn colour(self, role: Role) -> &'static str {
        self.property(role.property()).unwrap_or_default()
    }

    /// The colour that a custom property of the style sheet has, as `#rrggbb`; what a scheme does not name it takes from
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

/// The colours of a picture: those of a scheme, with a host page's own colour in place of one hue.
#[derive(Clone, Debug)]
pub struct Palette {
    scheme: ColorScheme,
    accent: Option<Accent>,
}

/// A host page's colour in place of a hue, as `#rrggbb`.
#[derive(Clone, Debug)]
struct Accent {
    hue: u8,
    full: String,
    pale: String,
    on: String,
}

impl Palette {
    /// The colours of a scheme.
    #[must_use]
    pub fn new(scheme: ColorScheme) -> Self {
        Self { scheme, accent: None }
    }

    /// The same with an accent in place of a hue, 1 to 4: `#rrggbb #rrggbb #rrggbb`, full, pale, and for text on it.
    /// Anything else is no accent.
    #[must_use]
    pub fn with_accent(mut self, hue: u8, accent: &str) -> Self {
        let colours: Vec<&str> = accent.split(' ').filter(|colour| is_hex(colour)).collect();
        if let [full, pale, on] = colours.as_slice() {
            self.accent = Some(Accent { hue, full: (*full).into(), pale: (*pale).into(), on: (*on).into() });
        }
        self
    }

    /// The colour of a role, as `#rrggbb`.
    #[must_use]
    pub fn colour(&self, role: Role) -> &str {
        match &self.accent {
            Some(accent) if role == Role::hue(accent.hue) => &accent.full,
            Some(accent) if role == Role::pale(accent.hue) => &accent.pale,
            Some(accent) if role == Role::OnHue => &accent.on,
            _ => self.scheme.colour(role),
        }
    }
}

fn is_hex(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_colour_of_its_own_in_both_schemes() {
        for role in Role::ALL {
            let colours = ColorScheme::ALL.map(|scheme| scheme.colour(role));
            assert!(colours.iter().all(|colour| colour.len() == 7 && colour.starts_with('#')), "{role:?}: {colours:?}");
            assert_ne!(colours[0], colours[1], "{role:?}");
        }
    }

    #[test]
    fn an_accent_takes_the_place_of_one_hue_or_of_none() {
        let light = || Palette::new(ColorScheme::Light);
        let palette = light().with_accent(2, "#aa0000 #ffdddd #ffffff");
        assert_eq!((palette.colour(Role::Hue2), palette.colour(Role::Pale2)), ("#aa0000", "#ffdddd"));
        assert_eq!(palette.colour(Role::Hue1), ColorScheme::Light.colour(Role::Hue1));
        for wrong in ["", "#aa0000", "red #ffdddd #ffffff", "#aa0000 #ffdddd \"><script>"] {
            assert_eq!(light().with_accent(2, wrong).colour(Role::Hue2), ColorScheme::Light.colour(Role::Hue2));
        }
    }

    #[test]
    fn what_is_no_color_scheme_is_light() {
        assert_eq!(
            (ColorScheme::named("dark"), ColorScheme::named("auto"), ColorScheme::named("")),
            (ColorScheme::Dark, ColorScheme::Light, ColorScheme::Light)
        );
    }
}

//! Colour roles and text sizes: what a mark is for, never which colour it has.
//!
//! The colours themselves stand in `static/style.css` as custom properties, for light, dark and forced colours, and in
//! `static/deferred.css` as far as paper has others; SVG refers to them and the canvas reads them, so a change there
//! reaches every picture.

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground that everything lies on.
    Ground,
    /// Text and strong lines.
    Ink,
    /// Text of second rank.
    Muted,
    /// Gridlines.
    Grid,
    /// The zero line and other axes.
    Axis,
    /// Marks in the first hue. The hues tell themes of a story apart.
    Hue1,
    /// Marks in the second hue.
    Hue2,
    /// Marks in the third hue.
    Hue3,
    /// Marks in the fourth hue.
    Hue4,
    /// The first hue, pale: background, what came before, and what is not certain.
    Pale1,
    /// The second hue, pale.
    Pale2,
    /// The third hue, pale.
    Pale3,
    /// The fourth hue, pale.
    Pale4,
    /// Text on a mark in full colour.
    OnHue,
    /// What lies after a chosen year: there, but only just.
    Hint,
    /// The halo behind words that gridlines would run through: the ground, or nothing where the ground is the host page's.
    Halo,
}

impl Role {
    /// All roles; a role's place in this list is its `index`.
    pub const ALL: [Self; 16] = [
        Self::Ground,
        Self::Ink,
        Self::Muted,
        Self::Grid,
        Self::Axis,
        Self::Hue1,
        Self::Hue2,
        Self::Hue3,
        Self::Hue4,
        Self::Pale1,
        Self::Pale2,
        Self::Pale3,
        Self::Pale4,
        Self::OnHue,
        Self::Hint,
        Self::Halo,
    ];

    /// The hue of this number, 1 to 4; neutral for any other.
    #[must_use]
    pub fn hue(number: u8) -> Self {
        match number {
            1 => Self::Hue1,
            2 => Self::Hue2,
            3 => Self::Hue3,
            4 => Self::Hue4,
            _ => Self::Axis,
        }
    }

    /// The pale of the hue of this number, 1 to 4; neutral for any other.
    #[must_use]
    pub fn pale(number: u8) -> Self {
        match number {
            1 => Self::Pale1,
            2 => Self::Pale2,
            3 => Self::Pale3,
            4 => Self::Pale4,
            _ => Self::Hint,
        }
    }

    /// The custom property that holds the role's colour.
    #[must_use]
    pub fn property(self) -> &'static str {
        match self {
            Self::Ground => "--ground",
            Self::Ink => "--ink",
            Self::Muted => "--muted",
            Self::Grid => "--grid",
            Self::Axis => "--axis",
            Self::Hue1 => "--hue-1",
            Self::Hue2 => "--hue-2",
            Self::Hue3 => "--hue-3",
            Self::Hue4 => "--hue-4",
            Self::Pale1 => "--hue-1-pale",
            Self::Pale2 => "--hue-2-pale",
            Self::Pale3 => "--hue-3-pale",
            Self::Pale4 => "--hue-4-pale",
            Self::OnHue => "--on-hue",
            Self::Hint => "--hint",
            Self::Halo => "--halo",
        }
    }
}

/// The family of all text in charts. Its first names share one set of widths, which [`crate::text`] knows.
pub const FAMILY: &str = "Arial, Helvetica, Liberation Sans, Arimo, sans-serif";

/// A size and weight of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSize {
    /// Titles of panels.
    Title,
    /// Figures.
    Strong,
    /// Labels.
    Body,
    /// Ticks and side notes.
    Small,
}

impl TextSize {
    /// The font size, in CSS px.
    #[must_use]
    pub fn px(self) -> f32 {
        match self {
            Self::Title => 16.0,
            Self::Strong | Self::Body => 14.0,
            Self::Small => 12.0,
        }
    }

    /// The distance from one baseline to the next, in CSS px.
    #[must_use]
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title => 20.0,
            Self::Strong | Self::Body => 18.0,
            Self::Small => 16.0,
        }
    }

    /// Whether the text is bold.
    #[must_use]
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Title | Self::Strong)
    }
}

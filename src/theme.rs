//! Colour roles and text sizes: what a mark is for, never which colour it has.
//!
//! The colours themselves stand in `static/style.css` as custom properties, for light, dark, forced colours and print;
//! SVG refers to them and the canvas reads them, so a change there reaches every picture.

/// What an ink is for.
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
    /// Marks of what the source states about the Belt and Road.
    Bri,
    /// Marks of what the source states about BRICS.
    Brics,
    /// The same theme for background that is not in the source.
    BricsPale,
    /// Marks of what the source states about Africa.
    Africa,
    /// The same theme for what came before.
    AfricaPale,
    /// Text on a mark in full colour.
    OnHue,
    /// What lies after a chosen year: there, but only just.
    Hint,
    /// Behind words that gridlines would run through: the ground, or nothing where the ground is the host page's.
    Clear,
}

impl Role {
    /// All roles; a role's place in this list is its `index`.
    pub const ALL: [Self; 13] = [
        Self::Ground,
        Self::Ink,
        Self::Muted,
        Self::Grid,
        Self::Axis,
        Self::Bri,
        Self::Brics,
        Self::BricsPale,
        Self::Africa,
        Self::AfricaPale,
        Self::OnHue,
        Self::Hint,
        Self::Clear,
    ];

    /// The custom property that holds the role's colour.
    #[must_use]
    pub fn property(self) -> &'static str {
        match self {
            Self::Ground => "--ground",
            Self::Ink => "--ink",
            Self::Muted => "--muted",
            Self::Grid => "--grid",
            Self::Axis => "--axis",
            Self::Bri => "--bri",
            Self::Brics => "--brics",
            Self::BricsPale => "--brics-pale",
            Self::Africa => "--africa",
            Self::AfricaPale => "--africa-pale",
            Self::OnHue => "--on-hue",
            Self::Hint => "--hint",
            Self::Clear => "--clear",
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

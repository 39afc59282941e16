//! What is said where a chart is explored by ear, by touch and by words. It is English unless a story has words of its own,
//! so that only pages that need others carry any.

use serde::{Deserialize, Serialize};

/// Optional words, each with the English that stands for it.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $field:ident = $english:literal;)*) => {
        /// Words around exploring a chart; what is left out is said in English. `{}` stands for what is filled in.
        #[derive(Default, Serialize, Deserialize)]
        #[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "check", schemars(rename = "Exploring"))]
        #[serde(deny_unknown_fields)]
        struct Named {
            $(
                $(#[doc = $doc])+
                #[serde(default, skip_serializing_if = "Option::is_none")]
                $field: Option<String>,
            )*
        }

        #[expect(non_camel_case_types, reason = "they are the names of fields")]
        enum Place { $($field,)* }

        impl From<Named> for Exploring {
            fn from(named: Named) -> Self {
                Self(vec![$(named.$field.unwrap_or_default()),*])
            }
        }

        impl From<Exploring> for Named {
            fn from(Exploring(words): Exploring) -> Self {
                let mut words = words.into_iter().map(|word| Some(word).filter(|word| !word.is_empty()));
                Self { $($field: words.next().flatten()),* }
            }
        }

        impl Exploring {
            $(
                $(#[doc = $doc])+
                #[must_use]
                pub fn $field(&self) -> &str {
                    self.word(Place::$field as usize, $english)
                }
            )*
        }
    };
}

// A list costs the browser less than a field for each.
/// Words around exploring a chart; what is left out is said in English. `{}` stands for what is filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(from = "Named", into = "Named")]
pub struct Exploring(pub(crate) Vec<String>);

impl Exploring {
    pub(crate) fn is_english(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }

    fn word<'a>(&'a self, place: usize, english: &'a str) -> &'a str {
        self.0.get(place).map(String::as_str).filter(|word| !word.is_empty()).unwrap_or(english)
    }
}

words! {
    /// Label of the field that finds a figure.
    find = "Find a figure";
    /// Button beside that field.
    go = "Find";
    /// Said where several figures are found: which one of how many, `{i}` of `{n}`.
    found = "{i} of {n} found; once more for the next";
    /// Said where no figure is found.
    not_found = "No figure of this chart has “{}”.";
    /// Title of the outline.
    outline = "Outline";
    /// One figure.
    figure = "1 figure";
    /// Several figures.
    figures = "{} figures";
    /// How many groups.
    groups = "in {} groups";
    /// From the lowest figure or date of a group to the highest, `{low}` and `{high}`.
    range = "{}, from {low} to {high}";
    /// The lowest figure of a group.
    lowest = "Lowest figure: {}";
    /// The highest figure of a group.
    highest = "Highest figure: {}";
    /// The first of a group of dates.
    earliest = "Earliest: {}";
    /// The last of a group of dates.
    latest = "Latest: {}";
    /// What stands before a group in braille.
    braille = "In braille: {}";
    /// The legend of figures in braille.
    braille_figures = "one cell a figure, by quarters of the highest in its group, ⣀ ⠤ ⠒ ⠉";
    /// The legend of memberships in braille.
    braille_members = "one cell a member, higher with every one that joined, ⣀ ⠤ ⠒ ⠉";
    /// The legend of events in braille.
    braille_events = "⠿ an event";
    /// Title of the list of keys.
    keys = "Keys within the chart";
    /// Keys for the next and the previous figure.
    key_next = "Arrow keys: the next and the previous figure, or group";
    /// Keys for groups.
    key_group = "Page Down, Page Up: the next and the previous group";
    /// Keys for both ends.
    key_ends = "Home, End: the first and the last figure";
    /// Keys for extremes.
    key_extremes = "[ and ]: the lowest and the highest of the group, or the earliest and the latest";
    /// Keys for levels.
    key_levels = "Shift with Up, Down: a level up, to the group and the chart, and down again";
    /// Key that opens.
    key_open = "Enter: open the figure, with its source and links; Escape: close it";
    /// Key for this list.
    key_help = "?: this list";
    /// Title of the settings of sound.
    sound = "Sound";
    /// A check box.
    sound_moves = "Sound each figure that I come to";
    /// Button.
    previous = "Previous";
    /// Button.
    next = "Next";
    /// Title of a choice.
    speed = "Speed";
    /// A choice.
    slow = "Slow";
    /// A choice.
    usual = "Usual";
    /// A choice.
    fast = "Fast";
    /// Title of a choice.
    pitch = "Range of pitch";
    /// A choice.
    narrow = "Narrow";
    /// A choice.
    wide = "Wide";
    /// Button.
    introduction = "What the sounds mean";
    /// Title of the settings of speech.
    speech = "Speech";
    /// Title of a choice.
    begins = "A figure begins with";
    /// A choice.
    value = "Its value";
    /// A choice.
    label = "What it is";
    /// A check box.
    source = "Say where it stands";
}

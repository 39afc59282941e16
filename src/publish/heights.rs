//! How high views and sections are, as a browser measured it: `cargo xtask heights` renews `heights.json` beside the story.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What a frame gets whose view was never measured, in CSS px.
const UNKNOWN: u32 = 900;

/// What was measured for a story; empty if nothing was.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct Heights {
    /// The heights of sections of the page at 390, 768 and 1440 px, in rem.
    #[serde(default)]
    sections: BTreeMap<String, [f32; 3]>,
    /// The heights of views, by name.
    #[serde(default)]
    views: BTreeMap<String, View>,
}

/// The heights of a view at some widths, both in CSS px, from the narrowest to the widest.
#[derive(Clone, Debug, Deserialize, PartialEq)]
struct View {
    whole: Vec<(u32, u32)>,
}

impl Heights {
    /// Reads the file; where there is none, nothing is known.
    ///
    /// # Errors
    /// If the file is there and cannot be read.
    pub fn read(file: &Path) -> Result<Self, String> {
        if !file.is_file() {
            return Ok(Self::default());
        }
        let text = super::read(file)?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}; run `cargo xtask heights`", file.display()))
    }

    /// How high a view is at a width, both in CSS px: in proportion between the two widths that were measured beside it.
    #[must_use]
    pub fn at(&self, view: &str, width: u32) -> u32 {
        let heights = self.views.get(view).map(|view| view.whole.as_slice()).unwrap_or_default();
        let next = heights.iter().find(|(at, _)| *at >= width).or(heights.last());
        let before = heights.iter().rev().find(|(at, _)| *at <= width).or(heights.first());
        match (before, next) {
            (Some((from, low)), Some((to, high))) if to > from => {
                let share = f64::from(width.clamp(*from, *to) - from) / f64::from(to - from);
                (f64::from(*low) + (f64::from(*high) - f64::from(*low)) * share).ceil() as u32
            }
            (_, Some((_, height))) => *height,
            _ => UNKNOWN,
        }
    }

    /// The rules of a style sheet that keep the height of sections far from the screen until they are laid out.
    #[must_use]
    pub fn rules(&self) -> String {
        const FROM: [&str; 3] = ["", "@media (min-width: 40rem) ", "@media (min-width: 70rem) "];
        let mut css = String::new();
        for (i, media) in FROM.into_iter().enumerate() {
            let rule = |(id, heights): (&String, &[f32; 3])| {
                heights.get(i).map(|height| format!("#{id} {{ --height: {height}rem; }}\n"))
            };
            let rules: String = self.sections.iter().filter_map(rule).collect();
            css.push_str(&if media.is_empty() || rules.is_empty() { rules } else { format!("{media}{{\n{rules}}}\n") });
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights() -> Heights {
        let json = r#"{ "sections": { "one": [10, 8.5, 7] }, "views": { "view": { "whole": [[280, 900], [480, 700], [1240, 700]] } } }"#;
        serde_json::from_str(json).expect("heights")
    }

    #[test]
    fn a_height_lies_between_those_measured_beside_it() {
        let heights = heights();
        assert_eq!((heights.at("view", 380), heights.at("view", 1), heights.at("view", 9999)), (800, 900, 700));
        assert_eq!(heights.at("other", 380), UNKNOWN);
    }

    #[test]
    fn sections_have_a_rule_for_each_width() {
        let css = heights().rules();
        assert!(css.starts_with("#one { --height: 10rem; }"), "{css}");
        assert!(css.contains("@media (min-width: 40rem) {\n#one { --height: 8.5rem; }\n}"), "{css}");
        assert_eq!(Heights::default().rules(), "");
    }
}

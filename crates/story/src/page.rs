//! The words of the page around sections and charts.

use crate::FactId;
use serde::{Deserialize, Serialize};

/// The words of the page outside the cards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The language of all words, as a tag of BCP 47: `en`.
    pub lang: String,
    /// The name of the graphic.
    pub name: String,
    /// A line above the headline.
    pub kicker: String,
    /// The point of it all.
    pub headline: String,
    /// One sentence more.
    pub standfirst: String,
    /// The figures of the picture at the top, of one unit, so that they can be compared: one to three. Empty for no picture.
    #[serde(default)]
    pub lead: Vec<FactId>,
    /// The other figures shown at the top.
    pub key_figures: Vec<FactId>,
    /// What a square in that picture stands for, with `{}` for the amount: `Each square: {}`.
    pub square: String,
    /// The description that search engines and link previews show.
    pub description: String,
    /// The link past the navigation.
    pub skip: String,
    /// Text of the links that lead past everything to a chart; `{}` is what it shows.
    pub skip_to: String,
    /// Legend of the choice of a color scheme.
    pub color_scheme: String,
    /// The color schemes: the system's, light, dark.
    pub color_schemes: [String; 3],
    /// Text of the link from a view that stands alone to the whole page.
    pub whole: String,
    /// Label of the choice to see a chart's table in its place.
    pub flip: String,
    /// Text of the links past a chart.
    pub skip_chart: String,
    /// Text of the links from a figure to its mark in a chart.
    pub to_chart: String,
    /// The name of the navigation.
    pub contents: String,
    /// The action that shows a chart's table.
    pub show_table: String,
    /// The action that shows the rest of a card's figures.
    pub more_figures: String,
    /// The names of the table columns: what, figure, date, place in the source.
    pub columns: [String; 4],
    /// The title of the table of every figure.
    pub all_figures: String,
    /// What that table is.
    pub all_figures_note: String,
    /// The title of the closing section.
    pub method_title: String,
    /// How the graphic was made and what it does not say.
    pub method: Vec<Remark>,
    /// What is shown where the live charts could not start.
    pub failed: String,
    /// The closing line.
    pub footer: String,
    /// Links in the closing line.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Where figures stand, in short.
    pub citations: Citations,
    /// What is said where a chart is taken along or embedded.
    pub share: Share,
}

impl Page {
    /// All figures shown at the top, in order.
    pub fn figures(&self) -> impl Iterator<Item = &FactId> {
        self.lead.iter().chain(&self.key_figures)
    }
}

/// Where a figure stands, in a word or two; the whole of it is one press away.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citations {
    /// In the source: its section and paragraph, `{section}` and `{paragraph}`.
    pub place: String,
    /// In a cited work.
    pub work: String,
    /// Background.
    pub background: String,
    /// Worked out from other figures.
    pub computed: String,
}

/// The words around taking a chart along and embedding a view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Link to the chart as an SVG picture.
    pub picture: String,
    /// Link to the chart's figures as CSV.
    pub data: String,
    /// The button that opens the dialog.
    pub button: String,
    /// The dialog's title.
    pub open: String,
    /// Title of the part that takes a chart along.
    pub take: String,
    /// Button: PNG of double size.
    pub png: String,
    /// Button: PNG as social networks show it.
    pub social: String,
    /// Button: SVG.
    pub svg: String,
    /// Button: CSV.
    pub csv: String,
    /// Button: JSON.
    pub json: String,
    /// Button: copy the address of what is shown.
    pub link: String,
    /// Button: print.
    pub print: String,
    /// Title of the part that embeds.
    pub embed: String,
    /// Label of the choice of a view.
    pub view: String,
    /// Label of the choice of a snippet.
    pub form: String,
    /// The snippets: frame, element, AMP, oEmbed address, Markdown.
    pub forms: [String; 5],
    /// Label of the snippet itself.
    pub snippet: String,
    /// Link to the view that is chosen.
    pub try_it: String,
    /// Button: copy the snippet.
    pub copy: String,
    /// Said when something was copied.
    pub copied: String,
    /// Said where copying is forbidden and the text was selected instead.
    pub by_hand: String,
    /// Said when a file was made and handed to the browser.
    pub saved: String,
    /// Said where the browser alters pictures that are read from a canvas.
    pub altered: String,
    /// How to open the CSV file where lists are not separated by commas, as in much of Europe.
    pub spreadsheets: String,
    /// Said in a frame, where the page around may forbid downloads.
    pub framed: String,
    /// Said in a sandbox, which forbids downloads.
    pub forbids: String,
    /// Name of the field that shows a file that was made.
    pub content: String,
    /// Link that opens a file that was made.
    pub open_file: String,
    /// Said when a file could not be made.
    pub failed: String,
    /// Said where the dialog could not be loaded.
    pub lost: String,
}

/// Something to know about the graphic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// What it is about, in a few words.
    pub title: String,
    /// What is to be known.
    pub text: String,
}

/// A link in the closing line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The address, relative to the page.
    pub href: String,
}

//! The page around the charts: the story file as a whole, its cards and its closing words.

use super::{Charts, Fact, FactId, Graphic, Section, When, Words};
use serde::{Deserialize, Serialize};

/// The story file, `static/story.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Where editors find the schema of this file.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The source article.
    pub article: Article,
    /// The words of the page outside the cards.
    pub page: Page,
    /// The five cards, in the order of the source.
    pub cards: Vec<Card>,
    /// The three charts.
    pub charts: Charts,
    /// Every figure, in the order of the source.
    pub facts: Vec<Fact>,
    /// Words and templates for labels and sentences.
    pub words: Words,
}

impl Story {
    /// The part that the browser needs: the charts, and of the facts only those that they show.
    #[must_use]
    pub fn graphic(&self) -> Graphic {
        let shown = self.charts.facts();
        Graphic {
            charts: self.charts.clone(),
            facts: self.facts.iter().filter(|fact| shown.contains(&&fact.id)).cloned().collect(),
            words: self.words.clone(),
            written: self.article.written,
        }
    }

    /// The fact with this id, if the story has it.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }
}

/// The source article: when it was written and how long it is, so that places in it can be checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// When it was written, as far as that is known.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub written: When,
    /// Its sections in order.
    pub sections: Vec<Chapter>,
}

/// A section of the source article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Which section.
    pub section: Section,
    /// The number of sentences in each paragraph.
    pub sentences: Vec<u8>,
}

/// The words of the page outside the cards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The name of the graphic.
    pub name: String,
    /// A line above the headline.
    pub kicker: String,
    /// The point of it all.
    pub headline: String,
    /// One sentence more.
    pub standfirst: String,
    /// The figures shown at the top.
    pub key_figures: Vec<FactId>,
    /// The description that search engines and link previews show.
    pub description: String,
    /// The link past the navigation.
    pub skip: String,
    /// Text of the links that lead past everything to a chart; `{}` is what it shows.
    pub skip_to: String,
    /// Legend of the choice of a look.
    pub look: String,
    /// The looks: the system's, light, dark.
    pub looks: [String; 3],
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
    /// What is said where a chart is taken along or embedded.
    pub share: Share,
}

/// The words around taking a chart along and embedding a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Link to the chart as an SVG picture.
    pub picture: String,
    /// Link to the chart's figures as CSV.
    pub data: String,
    /// The button that opens the dialog, and the dialog's title.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// What it is about, in a few words.
    pub title: String,
    /// What is to be known.
    pub text: String,
}

/// A link in the closing line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The words.
    pub text: String,
    /// The address, relative to the page.
    pub href: String,
}

/// A card: one section of the source, retold in the project's own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Which section it retells.
    pub section: Section,
    /// A word or two above the headline.
    pub kicker: String,
    /// The finding.
    pub headline: String,
    /// The text, by paragraph; 60 to 120 words in all.
    pub text: Vec<String>,
    /// The figures that stand out, biggest first.
    pub key_figures: Vec<FactId>,
    /// Every further figure of the section.
    pub more_figures: Vec<FactId>,
}

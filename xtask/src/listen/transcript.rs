//! What was heard: parts with a title, and in them a line for each step, `[key] words | words`.

/// What was heard on a journey.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    pub(super) parts: Vec<Part>,
}

/// A part of a journey.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) title: String,
    pub(super) steps: Vec<Step>,
}

/// A key, and what was said then.
#[derive(Debug)]
pub(super) struct Step {
    key: String,
    /// The words of each utterance: those of the page alone.
    pub(super) said: Vec<Vec<String>>,
}

/// What a screen reader says by itself. It differs from one version to the next, and with what was visited before.
const OWN: [&str; 12] = [
    "push button",
    "radio button",
    "toggle button",
    "check box",
    "combo box",
    "selected",
    "collapsed",
    "visited",
    "link",
    "panel",
    "figure",
    "blank",
];

/// Beginnings of utterances that are a screen reader's own from the first word to the last: where it is, and how it works.
/// Some are said once and not at the next time.
const OWN_BEGINNINGS: [&str; 12] = [
    "leaving ",
    "region ",
    "main content",
    "banner",
    "list with ",
    "table with ",
    "focus mode",
    "browse mode",
    "wrapping to ",
    "row ",
    "column header",
    "(nothing)",
];

impl Transcript {
    pub(super) fn read(text: &str) -> Self {
        let mut transcript = Self::default();
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                transcript.parts.push(Part { title: title.to_owned(), steps: Vec::new() });
            } else if let (Some(step), Some(part)) = (Step::read(line), transcript.parts.last_mut()) {
                part.steps.push(step);
            }
        }
        transcript
    }

    /// How many steps there were.
    pub(super) fn steps(&self) -> usize {
        self.parts.iter().map(|part| part.steps.len()).sum()
    }

    /// What is in this one, and missing in the other or not in this order there; and what the other says twice.
    pub(super) fn not_in(&self, heard: &Self) -> Vec<String> {
        let mut faults = Vec::new();
        for part in &self.parts {
            match heard.parts.iter().find(|other| other.title == part.title) {
                None => faults.push(format!("\"{}\": not walked", part.title)),
                Some(heard) => {
                    let found = part.missing(heard).into_iter().chain(part.doubled(heard));
                    faults.extend(found.map(|fault| format!("\"{}\": {fault}", part.title)));
                }
            }
        }
        faults
    }
}

impl Part {
    /// The first utterance that the other part does not have at its place. What follows would only follow from it.
    fn missing(&self, heard: &Self) -> Option<String> {
        // Lines of a page break elsewhere with other fonts, so words are looked for, not lines.
        let stream: Vec<&String> = heard.steps.iter().flat_map(|step| step.said.iter().flatten()).collect();
        let mut rest = stream.as_slice();
        for step in &self.steps {
            for words in step.said.iter().filter(|words| !words.is_empty()) {
                let begins = |window: &[&String]| window.iter().copied().eq(words.iter());
                let Some(place) = rest.windows(words.len()).position(begins) else {
                    let then: Vec<&str> = rest.iter().take(24).map(|word| word.as_str()).collect();
                    return Some(format!(
                        "[{}] \"{}\" is not heard; but: {}",
                        step.key,
                        words.join(" "),
                        then.join(" ")
                    ));
                };
                rest = rest.get(place + words.len()..).unwrap_or_default();
            }
        }
        None
    }

    /// What is said twice at one key there, and is not here.
    fn doubled(&self, heard: &Self) -> Vec<String> {
        let here: Vec<&[String]> = self.steps.iter().flat_map(Step::twice).collect();
        let new = heard.steps.iter().flat_map(|step| step.twice().into_iter().map(move |words| (step, words)));
        let new = new.filter(|(_, words)| !here.contains(words));
        new.map(|(step, words)| format!("[{}] \"{}\" is said twice", step.key, words.join(" "))).collect()
    }
}

impl Step {
    /// `[key] words | words`, or nothing if it is another line.
    fn read(line: &str) -> Option<Self> {
        let (key, said) = line.strip_prefix('[')?.split_once("] ")?;
        Some(Self { key: key.to_owned(), said: said.split(" | ").map(words).collect() })
    }

    /// Utterances of some length that another one of the same step has in it.
    fn twice(&self) -> Vec<&[String]> {
        let all = self.said.iter().enumerate();
        let long = all.filter(|(_, words)| words.len() > 2);
        let again =
            |(i, words): &(usize, &Vec<String>)| self.said.iter().skip(i + 1).any(|other| contains(other, words));
        long.filter(again).map(|(_, words)| words.as_slice()).collect()
    }
}

/// Whether words stand in others, one after the other.
pub(super) fn contains(all: &[String], words: &[String]) -> bool {
    !words.is_empty() && all.windows(words.len()).any(|window| window == words)
}

/// The page's own words of an utterance, without case and without what only divides sentences.
pub(super) fn words(said: &str) -> Vec<String> {
    let said = said.to_lowercase();
    if OWN_BEGINNINGS.iter().any(|own| said.starts_with(own)) {
        return Vec::new();
    }
    let divides = |c: char| !c.is_alphanumeric() && !['+', '−', '%', '¶'].contains(&c);
    let words = said.split_whitespace().map(|word| word.trim_matches(divides)).filter(|word| !word.is_empty());
    let said = format!(" {} ", words.collect::<Vec<_>>().join(" "));
    let page = OWN.iter().fold(said, |said, own| said.replace(&format!(" {own} "), " "));
    page.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(kept: &str, heard: &str) -> Vec<String> {
        let part = |lines: &str| Transcript::read(&format!("# A journey\n\n## A part\n{lines}"));
        part(kept).not_in(&part(heard))
    }

    const KEPT: &str = "[Down] List with 4 items. | more than 50 trees, In the park push button. | As of May.
[Down] 9 trees, In the street push button.
[Return] expanded";

    #[test]
    fn the_screen_readers_own_words_may_differ() {
        assert_eq!(faults(KEPT, KEPT), Vec::<String>::new());
        let other = "[Tab] leaving list. | In the garden
[Down] more than 50 trees, in the park collapsed button. | As of May. | 1 of 4
[Down] (nothing)
[Down] List with 2 items. | 9 trees, In the street visited link.
[Return] expanded | blank";
        assert_eq!(faults(KEPT, other), Vec::<String>::new());
    }

    #[test]
    fn lines_may_break_elsewhere() {
        assert_eq!(
            faults("[Down] more than 50 trees\n[Down] in the park", "[Down] more than\n[Down] 50 trees in the park"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_word_a_hedge_or_the_order_may_not() {
        for heard in [
            KEPT.replace("more than ", ""),
            KEPT.replace("As of May.", "As of June."),
            KEPT.replace("expanded", "(nothing)"),
            KEPT.lines().rev().collect::<Vec<_>>().join("\n"),
            String::new(),
        ] {
            let faults = faults(KEPT, &heard);
            assert_eq!(faults.len(), 1, "{heard}");
            assert!(faults[0].contains("is not heard"), "{faults:?}");
        }
        let hedge = faults(KEPT, &KEPT.replace("more than ", ""));
        assert_eq!(
            hedge,
            ["\"A part\": [Down] \"more than 50 trees in the park\" is not heard; \
              but: 50 trees in the park as of may 9 trees in the street expanded"]
        );
    }

    #[test]
    fn what_is_said_twice_is_told_unless_it_was_accepted() {
        let twice = "[Down] 9 trees, In the street push button. | Planted in May: 9 trees, in the street";
        assert_eq!(
            faults("[Down] 9 trees, In the street", twice),
            ["\"A part\": [Down] \"9 trees in the street\" is said twice"]
        );
        assert_eq!(faults(twice, twice), Vec::<String>::new());
    }

    #[test]
    fn a_part_that_was_not_walked_is_missing() {
        let kept = Transcript::read("## One\n[Tab] a\n## Two\n[Tab] b");
        assert_eq!(kept.not_in(&Transcript::read("## One\n[Tab] a")), ["\"Two\": not walked"]);
    }

    #[test]
    fn words_keep_what_tells_figures_apart() {
        assert_eq!(words("+100 percent (computed), change push button."), ["+100", "percent", "computed", "change"]);
        assert_eq!(words("More than 1,000 projects"), ["more", "than", "1,000", "projects"]);
        assert_eq!(words("Row 2, column 1."), Vec::<String>::new());
        assert_eq!(words("linked panels"), ["linked", "panels"]);
    }
}

//! Every figure of every chart must be heard, whole and in its group.

use super::transcript::{Part, Transcript, contains, words};

/// A figure as it is to be heard.
#[derive(Debug, PartialEq)]
pub(super) struct Figure {
    chart: String,
    /// What its group is about.
    group: String,
    /// The figure with hedge and unit, its label, and what it rests on where the source does not state it.
    name: String,
}

/// The ways in which every figure is heard, as the parts of journeys are named.
const WAYS: [&str; 2] = ["in browse mode", "by arrow keys"];

/// Reads what `tests/heard/figures.py` prints.
pub(super) fn read(lines: &str) -> Vec<Figure> {
    let figure = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        Some(Figure { chart: fields.next()?, group: fields.next()?, name: fields.next()? })
    };
    lines.lines().filter_map(figure).collect()
}

/// The figures that were not heard where all figures of a chart should be.
pub(super) fn unheard(figures: &[Figure], heard: &Transcript) -> Vec<String> {
    let mut faults = Vec::new();
    for part in &heard.parts {
        let Some((chart, way)) = part.title.split_once(": every figure, ") else { continue };
        let figures: Vec<&Figure> = figures.iter().filter(|figure| figure.chart == chart).collect();
        if figures.is_empty() || !WAYS.contains(&way) {
            faults.push(format!("\"{}\": no figures are known for this", part.title));
        }
        faults.extend(missing(&figures, part).into_iter().map(|fault| format!("\"{}\": {fault}", part.title)));
    }
    faults
}

/// What is missing of the figures of a chart: their names, each in one utterance, in their order, each group before its first.
fn missing(figures: &[&Figure], part: &Part) -> Vec<String> {
    let utterances: Vec<&Vec<String>> = part.steps.iter().flat_map(|step| &step.said).collect();
    let mut faults = Vec::new();
    let (mut at, mut group) = (0, "");
    for figure in figures {
        let after = |words: &[String], from: usize| {
            let rest = utterances.iter().enumerate().skip(from);
            rest.filter(|(_, said)| contains(said, words)).map(|(place, _)| place).next()
        };
        if figure.group != group {
            group = &figure.group;
            match after(&words(group), at) {
                Some(place) => at = place,
                None => faults.push(format!("the group \"{group}\" is not heard before its figures")),
            }
        }
        match after(&words(&figure.name), at) {
            Some(place) => at = place + 1,
            None => faults.push(format!("\"{}\" is not heard whole", figure.name)),
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURES: &str = "trees\tThe park\tmore than 50 trees, Planted
trees\tThe park\t9 trees (computed), Felled
trees\tThe street. Counted apart.\t9 trees, Planted, background
birds\tAll\t2 birds";

    const HEARD: &str = "## trees: every figure, by arrow keys
[Home] The park panel. | List with 2 items. | more than 50 trees, Planted push button. | As of May.
[Down] 9 trees (computed), Felled push button.
[Down] leaving list. | The street. Counted apart. panel. | 9 trees, Planted, background push button.";

    fn faults(heard: &str) -> Vec<String> {
        unheard(&read(FIGURES), &Transcript::read(heard))
    }

    #[test]
    fn all_that_is_heard_is_enough() {
        assert_eq!(faults(HEARD), Vec::<String>::new());
        assert_eq!(faults("## The opening\n[Down] Welcome"), Vec::<String>::new());
    }

    #[test]
    fn a_damaged_name_is_told() {
        for (damage, lost) in [
            ("more than ", "more than 50 trees, Planted"),
            (" (computed)", "9 trees (computed), Felled"),
            (", background", "9 trees, Planted, background"),
            (", Felled", "9 trees (computed), Felled"),
        ] {
            let faults = faults(&HEARD.replace(damage, ""));
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].contains(&format!("\"{lost}\" is not heard whole")), "{faults:?}");
        }
    }

    #[test]
    fn a_name_in_pieces_is_not_whole() {
        let faults = faults(&HEARD.replace("more than 50", "more than | 50"));
        assert!(faults.len() == 1 && faults[0].contains("more than 50 trees"), "{faults:?}");
    }

    #[test]
    fn a_group_that_is_not_named_is_told() {
        let faults = faults(&HEARD.replace(" Counted apart.", ""));
        assert!(faults.len() == 1 && faults[0].contains("The street. Counted apart."), "{faults:?}");
    }

    #[test]
    fn a_figure_in_the_place_of_another_is_told() {
        let lines: Vec<&str> = HEARD.lines().collect();
        let faults = faults(&[lines[0], lines[2], lines[1], lines[3]].join("\n"));
        assert!(faults.len() == 1 && faults[0].contains("Felled"), "{faults:?}");
    }

    #[test]
    fn a_chart_without_figures_is_told() {
        assert_eq!(faults("## stones: every figure, by arrow keys\n[Down] a stone").len(), 1);
    }
}

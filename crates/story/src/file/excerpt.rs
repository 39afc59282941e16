//! Lines and columns, and what is shown of a line.

use super::Position;

/// How many characters of a line are shown.
const SHOWN: usize = 120;

/// How many of them stand before the place, where a line is too long to be shown from its beginning.
const BEFORE: usize = 40;

/// The position of a range of bytes in a text whose lines start at these bytes.
pub(super) fn position(text: &str, lines: &[usize], start: usize, end: usize) -> Position {
    let line = lines.partition_point(|line| *line <= start).max(1);
    let first = lines.get(line - 1).copied().unwrap_or_default();
    let whole = text.get(first..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let before = text.get(first..start).unwrap_or_default().chars().count();
    let covered = text.get(start..end).and_then(|range| range.lines().next()).unwrap_or_default().chars().count();
    let (excerpt, caret) = excerpt(whole, before);
    let room = excerpt.chars().count().saturating_sub(caret);
    Position { line, column: before + 1, excerpt, caret, width: covered.min(room).max(1) }
}

/// A part of a line that holds the character at a place, and where it stands in it.
fn excerpt(line: &str, at: usize) -> (String, usize) {
    let length = line.chars().count();
    let skipped = if length <= SHOWN { 0 } else { at.saturating_sub(BEFORE) };
    let shown = line.chars().skip(skipped).take(SHOWN).map(|one| if one.is_control() { ' ' } else { one });
    let (start, end) = (if skipped > 0 { "…" } else { "" }, if skipped + SHOWN < length { "…" } else { "" });
    let excerpt = start.chars().chain(shown).chain(end.chars()).collect();
    (excerpt, at - skipped + start.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "{\n\t\"é\": \"x\"\n}";
        let at = position(text, &[0, 2, 14], text.find("\"x").unwrap_or(0), text.find("\n}").unwrap_or(0));
        assert_eq!((at.line, at.column, at.width), (2, 7, 3));
        assert_eq!(at.excerpt, " \"é\": \"x\"");
    }

    #[test]
    fn of_a_long_line_a_part_is_shown() {
        let text = "x".repeat(1_000);
        let at = position(&text, &[0], 500, 900);
        assert_eq!((at.column, at.caret, at.excerpt.chars().count()), (501, 41, SHOWN + 2));
        assert!(at.caret + at.width <= at.excerpt.chars().count());
    }
}

//! A chart by levels, for those who do not see it: the chart, its groups, their figures. Each level says how many there are
//! below it, and the lowest and the highest with their hedges; a group is also a line of braille.

use crate::rows::{Content, Datum, Row};
use crate::sound::largest;
use drawing::text::capital;
use story::{Bound, Date, Exploring, Hedge, Number, Words, fill, fill_named};

/// The rows at both ends of a group, by their places in the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The lowest figure, or the earliest date.
    pub low: usize,
    /// The highest figure, or the latest date.
    pub high: usize,
    /// Whether they are the ends of dates.
    pub are_dates: bool,
}

impl Ends {
    /// The words for the low end and for the high one, each with a place for a name.
    #[must_use]
    pub fn words(self, said: &Exploring) -> (&str, &str) {
        if self.are_dates { (said.earliest(), said.latest()) } else { (said.lowest(), said.highest()) }
    }
}

/// The ends of a group; nothing where there is no order from one to another: if its figures cannot be compared, or its rows
/// are all alike. Of equal numbers, what may be more is higher.
#[must_use]
pub fn ends(content: &Content, group: usize) -> Option<Ends> {
    let rows = || content.rows.iter().enumerate().filter(|(_, row)| row.group == group);
    let (_, first) = rows().next()?;
    if rows().any(|(_, row)| family(row) != family(first)) {
        return None;
    }
    let are_dates = family(first).is_none();
    let low = rows().min_by_key(|(_, row)| measure(row, Bound::least_stated))?;
    let high = rows().rev().max_by_key(|(_, row)| measure(row, Bound::largest_stated))?;
    let are_alike = measure(low.1, Bound::least_stated) == measure(high.1, Bound::largest_stated);
    (!are_alike || rows().count() == 1).then_some(Ends { low: low.0, high: high.0, are_dates })
}

/// What a figure can be compared with; nothing for dates.
fn family(row: &Row) -> Option<&str> {
    row.amount().map(|amount| amount.family.as_str())
}

/// What a row is put in order by: the number of a figure and where the true one lies of it; of dates the month.
fn measure(row: &Row, number: fn(Bound) -> Number) -> (Number, i8) {
    match &row.datum {
        Datum::Amount(amount) | Datum::Step(amount, _) => (number(amount.bound), direction(amount.bound)),
        Datum::Span(start, _) => (months(*start), 0),
        Datum::Event(when, _) => (months(when.start), 0),
    }
}

fn months(date: Date) -> Number {
    Number::from(date.first_month().unsigned_abs())
}

/// Where the true figure lies of the stated one: below, at or about it, above.
fn direction(bound: Bound) -> i8 {
    match bound.hedge() {
        Hedge::LessThan => -2,
        Hedge::AtMost => -1,
        Hedge::Exact | Hedge::About | Hedge::Between => 0,
        Hedge::AtLeast => 1,
        Hedge::MoreThan => 2,
    }
}

/// What a group holds: `5 figures. Lowest figure: 20 countries, … Highest figure: more than 150 countries, …`
#[must_use]
pub fn of_group(words: &Words, content: &Content, group: usize) -> String {
    let said = &words.controls.exploring;
    let name = |place: usize| content.rows.get(place).map(|row| row.name(words)).unwrap_or_default();
    let mut parts = vec![count(words, content, group)];
    if let Some(ends) = ends(content, group).filter(|ends| ends.low != ends.high) {
        let (lowest, highest) = ends.words(said);
        let Ends { low, high, .. } = ends;
        parts.extend([fill(lowest, &name(low)), fill(highest, &name(high))]);
    }
    parts.join(". ") + "."
}

/// What a chart holds: how many figures in how many groups, and what each of them holds.
#[must_use]
pub fn of_chart(words: &Words, content: &Content) -> String {
    let said = &words.controls.exploring;
    let all = figures(said, content.rows.len());
    let used: Vec<usize> = (0..content.groups.len()).filter(|group| content.group(*group).count() > 0).collect();
    let [_, _, ..] = used.as_slice() else {
        return used.first().map(|group| of_group(words, content, *group)).unwrap_or_default();
    };
    let all = [&all, " ", &fill(said.groups(), &used.len().to_string()), "."].concat();
    let title = |group: usize| content.groups.get(group).map_or("", |group| group.title.as_str());
    let groups =
        used.into_iter().map(|group| [title(group), ": ", &range_of_group(words, content, group), "."].concat());
    std::iter::once(all).chain(groups).collect::<Vec<_>>().join(" ")
}

/// How many figures a group holds and the values at its ends, `5, from 20 countries to more than 150 countries`.
fn range_of_group(words: &Words, content: &Content, group: usize) -> String {
    let Some(Ends { low, high, .. }) = ends(content, group) else { return count(words, content, group) };
    let value = |place: usize| content.rows.get(place).map(|row| row.full_value(words)).unwrap_or_default();
    let size = content.group(group).count();
    if size == 1 {
        return content.rows.get(low).map(|row| alone(words, content, row)).unwrap_or_default();
    }
    // A range may reach below and above all others.
    if low == high {
        return count(words, content, group);
    }
    let range = words.controls.exploring.range();
    fill_named(range, &[("", &size.to_string()), ("low", &value(low)), ("high", &value(high))])
}

/// The only row of its group: a figure by its value; what has a date by its name, less what the title of the group says.
fn alone(words: &Words, content: &Content, row: &Row) -> String {
    let is_in_title = content.groups.get(row.group).is_some_and(|group| group.title == row.value);
    match row.amount() {
        Some(_) => row.full_value(words),
        None if is_in_title => row.with_background(words, &row.label),
        None => row.name(words),
    }
}

/// How many figures a group holds: `5 figures`.
#[must_use]
pub fn count(words: &Words, content: &Content, group: usize) -> String {
    figures(&words.controls.exploring, content.group(group).count())
}

fn figures(said: &Exploring, count: usize) -> String {
    if count == 1 { said.figure().to_owned() } else { fill(said.figures(), &count.to_string()) }
}

/// Heights of a cell of braille: a quarter, half, three quarters, all.
const HEIGHTS: [char; 4] = ['⣀', '⠤', '⠒', '⠉'];
/// Between the two ends of a range.
const TO: char = '⠐';
const LEFT: char = '⠢';
const EVENT: char = '⠿';

/// What stands behind a cell whose figure has this hedge; a range has a cell for each of its ends instead.
fn sign(hedge: Hedge) -> Option<char> {
    match hedge {
        Hedge::Exact | Hedge::Between => None,
        Hedge::MoreThan => Some('⠜'),
        Hedge::AtLeast => Some('⠌'),
        Hedge::LessThan => Some('⠣'),
        Hedge::AtMost => Some('⠡'),
        Hedge::About => Some('⠶'),
    }
}

/// A group as a line of braille: a cell for each figure, as high as its part of the highest that it can be compared with, and
/// its hedge behind it; a member as high as many have joined by then.
#[must_use]
pub fn braille(content: &Content, group: usize) -> String {
    let members = content.group(group).filter(|row| matches!(row.datum, Datum::Span(..))).count();
    let mut joined = 0;
    let mut line = String::new();
    for row in content.group(group) {
        match &row.datum {
            Datum::Amount(amount) | Datum::Step(amount, _) => {
                let highest = largest(content, group, &amount.family);
                line.push(height(amount.bound.least_stated(), highest));
                if let Bound::Between { high, .. } = amount.bound {
                    line.extend([TO, height(high, highest)]);
                }
                line.extend(sign(amount.bound.hedge()));
            }
            Datum::Span(_, left) => {
                joined += 1;
                line.push(step(joined as f32 / members.max(1) as f32));
                line.extend(left.map(|_| LEFT));
            }
            Datum::Event(..) => line.push(EVENT),
        }
    }
    line
}

fn height(value: Number, highest: Number) -> char {
    step(value.to_f32() / highest.to_f32().max(f32::MIN_POSITIVE))
}

/// The cell for a part of the whole; what is below the lowest quarter, or below zero, has its height.
fn step(share: f32) -> char {
    let [quarter, half, most, all] = HEIGHTS;
    match share {
        share if share > 0.75 => all,
        share if share > 0.5 => most,
        share if share > 0.25 => half,
        _ => quarter,
    }
}

/// The legend of the braille of a chart: of the signs that it holds.
#[must_use]
pub fn braille_legend(words: &Words, content: &Content) -> String {
    let said = &words.controls.exploring;
    let rows = || content.rows.iter();
    let has = |is: fn(&Datum) -> bool| rows().any(|row| is(&row.datum));
    let mut parts = Vec::new();
    if rows().any(|row| row.amount().is_some()) {
        parts.push(said.braille_figures().to_owned());
    }
    if has(|datum| matches!(datum, Datum::Span(..))) {
        parts.push(said.braille_members().to_owned());
    }
    if has(|datum| matches!(datum, Datum::Span(_, Some(_)))) {
        parts.push([&LEFT.to_string(), " ", &words.legend.left].concat());
    }
    let hedges = Hedge::ALL
        .into_iter()
        .filter(|hedge| rows().any(|row| row.amount().is_some_and(|amount| amount.bound.hedge() == *hedge)));
    for hedge in hedges {
        let sign = if hedge == Hedge::Between { Some(TO) } else { sign(hedge) };
        parts.extend(sign.map(|sign| [&sign.to_string(), " ", words.legend.hedge(hedge)].concat()));
    }
    if has(|datum| matches!(datum, Datum::Event(..))) {
        parts.push(said.braille_events().to_owned());
    }
    capital(&parts.join("; ")) + "."
}

/// The rows that have all the words that were typed, in reading order: in their name, the name of their group, or the
/// fact's own label. Nothing if nothing was typed. `lower` makes letters small: a browser knows how, and Rust's own tables
/// would be bytes for every reader.
#[must_use]
pub fn find(words: &Words, content: &Content, typed: &str, lower: impl Fn(&str) -> String) -> Vec<usize> {
    // 16,000 is found by 16000.
    let plain = |text: &str| lower(text).replace([',', '.', '’', '\''], "");
    let typed = plain(typed);
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let has = |row: &Row| {
        let group = content.groups.get(row.group).map_or("", |group| group.title.as_str());
        let text = plain(&[&row.name(words), " ", group, " ", &row.spoken.label].concat());
        !typed.is_empty() && typed.iter().all(|word| text.contains(word))
    };
    content.rows.iter().enumerate().filter(|(_, row)| has(row)).map(|(place, _)| place).collect()
}

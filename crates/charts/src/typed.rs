//! Numbers as people type them: with blanks around, in digits of other scripts, with a comma.

use story::{Calculator, Number};

/// The most decimals of a figure that is tried: what is computed from it is then exact.
const DECIMALS: u8 = 3;

/// A figure for a calculator, as it was typed; nothing if it is no number, has more than three decimals or lies beyond
/// the limits.
#[must_use]
pub fn amount(text: &str, calculator: &Calculator) -> Option<Number> {
    let number = number(text)?;
    let within = (calculator.least..=calculator.most).contains(&number) && number.decimals() <= DECIMALS;
    within.then_some(number)
}

/// A decimal number as it was typed, such as ` 2,5`, `.5`, `３.` or `٢٫٥`; nothing if it is none. A comma before exactly
/// three digits at the end groups thousands, unless only a zero stands before it: `1,000` is a thousand, `0,125` an
/// eighth.
#[must_use]
pub fn number(text: &str) -> Option<Number> {
    let text = plain(text)?;
    let grouped = grouped(&text);
    let text = grouped.unwrap_or_else(|| text.replace(',', "."));
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let whole = if whole.is_empty() && !decimals.is_empty() { "0" } else { whole };
    Number::shortest_of(&if decimals.is_empty() { whole.to_owned() } else { [whole, ".", decimals].concat() })
}

/// The text without blanks around it, its digits and separators in ASCII; nothing if nothing is left.
#[must_use]
pub fn plain(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().map(ascii).collect();
    Some(plain).filter(|text| !text.is_empty())
}

/// The ASCII character for a digit or separator of another script; any other character as it is.
fn ascii(character: char) -> char {
    const ZEROS: [char; 4] = ['０', '٠', '۰', '०'];
    let digit =
        ZEROS.into_iter().find_map(|zero| (character as u32).checked_sub(zero as u32).filter(|digit| *digit < 10));
    match (digit.and_then(|digit| char::from_digit(digit, 10)), character) {
        (Some(digit), _) => digit,
        (_, '．' | '٫') => '.',
        (_, '，' | '、' | '،') => ',',
        (_, other) => other,
    }
}

/// The number without the commas that group its thousands; nothing if its commas do something else.
fn grouped(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let whole = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let (last, before) = rest.split_last()?;
    let last_whole = last.split('.').next().unwrap_or_default();
    let grouped =
        !matches!(first, "" | "0") && first.len() <= 3 && whole(last_whole) && before.iter().all(|part| whole(part));
    grouped.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Option<String> {
        number(text).map(|number| number.to_string())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let written = [
            ("2", "2"),
            ("2.5", "2.5"),
            ("2,5", "2.5"),
            (".1", "0.1"),
            (",1", "0.1"),
            ("3.", "3"),
            ("7.49", "7.49"),
            (" 2.75 ", "2.75"),
            ("\u{a0}2", "2"),
            ("２．５", "2.5"),
            ("٢٫٥", "2.5"),
            ("۲", "2"),
            ("1,000", "1000"),
            ("12,345.5", "12345.5"),
            ("0,125", "0.125"),
            ("2,50", "2.5"),
            ("1,2345", "1.2345"),
        ];
        for (text, number) in written {
            assert_eq!(typed(text).as_deref(), Some(number), "{text}");
        }
        for text in ["", " ", ".", ",", "two", "2.x", "2e1", "1.2.3", "1,2,3", "--2", "99999999999999999999"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    #[test]
    fn a_figure_beyond_the_limits_or_too_fine_is_none() {
        let [least, most] = ["0.1", "100"].map(|text| Number::parse(text).expect("a number"));
        let calculator = Calculator { least, most, ..Calculator::default() };
        for (text, taken) in [
            ("0.1", true),
            ("100", true),
            ("2.755", true),
            ("0.04", false),
            ("100.1", false),
            ("2.7555", false),
            ("1,000", false),
            ("-2", false),
        ] {
            assert_eq!(amount(text, &calculator).is_some(), taken, "{text}");
        }
    }
}

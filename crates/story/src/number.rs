//! Decimal numbers as they are stated: exact, never rounded.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;

/// A decimal number of at most six decimals, from -10¹² to 10¹². `2.50` and `2.5` are equal, and each keeps its form.
///
/// ```
/// use story::Number;
/// let number = Number::parse("2.50").unwrap();
/// assert_eq!(number.to_string(), "2.50");
/// assert!(number < Number::from(3));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Number {
    /// The number times ten to the power of `decimals`.
    digits: i64,
    /// How many of the digits stand behind the point, at most [`Number::DECIMALS`].
    decimals: u8,
}

impl Number {
    /// The most decimals that a number can have.
    pub const DECIMALS: u8 = 6;

    /// The largest amount, in whole units.
    const LARGEST: i64 = 1_000_000_000_000;

    /// The number `digits` / 10^`decimals`; none if it has too many decimals or is too large.
    #[must_use]
    pub fn new(digits: i64, decimals: u8) -> Option<Self> {
        let number = Self { digits, decimals };
        let largest = Self::LARGEST.checked_mul(power(decimals))?;
        (decimals <= Self::DECIMALS && digits.checked_abs()? <= largest).then_some(number)
    }

    /// Reads `150`, `33.3` or `-0.25`: ASCII digits with one point at most, digits on both sides of it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return None;
        }
        let fraction = fraction.unwrap_or_default();
        let all: i64 = [whole, fraction].concat().parse().ok()?;
        Self::new(sign * all, u8::try_from(fraction.len()).ok()?)
    }

    /// Its digits when written with so many decimals, which should not be fewer than its own.
    #[must_use]
    pub fn scaled(self, decimals: u8) -> i64 {
        self.digits.saturating_mul(power(decimals.saturating_sub(self.decimals)))
    }

    /// How many decimals it is written with.
    #[must_use]
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { digits: self.digits.abs(), ..self }
    }

    /// The nearest floating-point number, for places in a picture.
    #[must_use]
    pub fn to_f32(self) -> f32 {
        (self.digits as f64 / power(self.decimals) as f64) as f32
    }

    /// The number changed by so many percent of itself, exact; none if it has more decimals than a number can have.
    ///
    /// ```
    /// use story::Number;
    /// let [field, gain] = ["2.75", "30"].map(|text| Number::parse(text).unwrap());
    /// assert_eq!(field.changed(gain).unwrap().to_string(), "3.575");
    /// ```
    #[must_use]
    pub fn changed(self, percent: Self) -> Option<Self> {
        let whole = percent.digits.checked_add(100 * power(percent.decimals))?;
        Self::shortest(self.digits.checked_mul(whole)?, self.decimals + percent.decimals + 2)
    }

    /// The number less another one, exact; none if it cannot be written.
    ///
    /// ```
    /// use story::Number;
    /// let [least, step] = ["0.5", "0.25"].map(|text| Number::parse(text).unwrap());
    /// assert_eq!(least.less(step).unwrap().to_string(), "0.25");
    /// ```
    #[must_use]
    pub fn less(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        Self::shortest(self.scaled(decimals).checked_sub(other.scaled(decimals))?, decimals)
    }

    /// Reads a number as [`Number::parse`] does, without zeros at the end of its decimals.
    #[must_use]
    pub fn shortest_of(text: &str) -> Option<Self> {
        let number = Self::parse(text)?;
        Self::shortest(number.digits, number.decimals)
    }

    /// The number `digits` / 10^`decimals` without zeros at the end of its decimals; none if what is left cannot be written.
    #[must_use]
    pub fn shortest(mut digits: i64, mut decimals: u8) -> Option<Self> {
        while decimals > 0 && digits % 10 == 0 {
            digits /= 10;
            decimals -= 1;
        }
        Self::new(digits, decimals)
    }

    /// The number in millionths: numbers with different decimals compare by it.
    fn millionths(self) -> i64 {
        self.scaled(Self::DECIMALS)
    }
}

/// Ten to the power of so many decimals.
fn power(decimals: u8) -> i64 {
    10_i64.saturating_pow(decimals.into())
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self { digits: value.into(), decimals: 0 }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.millionths() == other.millionths()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

/// As in files and addresses: `-1234.50`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = power(self.decimals).unsigned_abs();
        let (whole, rest) = (self.digits.unsigned_abs() / power, self.digits.unsigned_abs() % power);
        let sign = if self.is_negative() { "-" } else { "" };
        if self.decimals == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{rest:0decimals$}", decimals = usize::from(self.decimals))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.to_string().parse() {
            Ok(whole) => serializer.serialize_i64(whole),
            // A number in JSON would lose zeros at its end.
            Err(_) => serializer.serialize_str(&self.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of at most six decimals, such as 150, 33.3 or \"2.50\"")
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
                Number::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(feature = "check")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number of at most six decimals; as a string it keeps zeros at its end: 150, 33.3, \"2.50\".",
            "type": ["number", "string"],
            "pattern": "^-?[0-9]+([.][0-9]{1,6})?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn a_number_is_written_as_it_was_read() {
        for text in ["0", "150", "33.3", "2.50", "-0.25", "1000000000000", "0.000001"] {
            assert_eq!(number(text).to_string(), text);
        }
        for text in ["", ".", "1.", ".5", "1e3", "+1", "1,5", "0.0000001", "1000000000001", "--1", "٣"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_compare_by_value() {
        assert!(number("2.5") == number("2.50") && number("2.5") < number("2.51") && number("-3") < number("0.1"));
    }

    #[test]
    fn a_change_in_percent_is_exact_or_refused() {
        let changed = |value, percent| number(value).changed(number(percent)).map(|changed| changed.to_string());
        assert_eq!(changed("2", "30").as_deref(), Some("2.6"));
        assert_eq!(changed("0.1", "30").as_deref(), Some("0.13"));
        assert_eq!(changed("100", "60").as_deref(), Some("160"));
        assert_eq!(changed("80", "-12.5").as_deref(), Some("70"));
        assert_eq!(changed("0.00001", "0.01"), None);
        assert_eq!(changed("1000000000000", "30"), None);
    }
}

//! The data that a page carries for its charts, and how the program reads it back.
//!
//! One value a line, in the order of the types: a text as it is, a number in digits, a choice by its number, a list after
//! its length. The form is made for readers: it needs next to no code in the browser, and a compressor folds its texts
//! into the words of the page around. Page and program are built together, so the form has a version and no field names.

mod records;

use crate::{Date, Graphic, Hue, Number};
use std::fmt::Write as _;
use std::str::Split;

/// The first line. A page of another form is refused as a whole.
const VERSION: &str = "tech-ties 1";
/// The last line, by which a truncated page is known.
const END: &str = "end";

/// Writes a graphic as lines. Nothing in them can end the element that holds them.
#[must_use]
pub fn write(graphic: &Graphic) -> String {
    let mut text = String::from(VERSION);
    graphic.write(&mut text);
    text.push('\n');
    text.push_str(END);
    text
}

/// Reads what [`write()`] wrote; nothing if the text is of another version, cut short or changed in a way that shows.
#[must_use]
pub fn read(text: &str) -> Option<Graphic> {
    let mut lines = Lines { lines: text.trim().split('\n'), sound: true };
    if lines.next() != VERSION {
        return None;
    }
    let graphic = Graphic::read(&mut lines);
    (lines.next() == END && lines.lines.next().is_none() && lines.sound).then_some(graphic)
}

/// The lines that are still to be read. Reading goes on after a fault, which is cheaper in code than stopping; `sound`
/// tells of it at the end.
struct Lines<'a> {
    lines: Split<'a, char>,
    sound: bool,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> &'a str {
        self.lines.next().unwrap_or_else(|| {
            self.sound = false;
            ""
        })
    }

    /// A whole number, below a limit.
    fn number(&mut self, below: u32) -> u32 {
        let number = self.next().parse().ok().filter(|number| *number < below);
        self.sound &= number.is_some();
        number.unwrap_or_default()
    }

    /// The value that a choice stands for; the default if there is no such value.
    fn valid<T: Default>(&mut self, value: Option<T>) -> T {
        self.sound &= value.is_some();
        value.unwrap_or_default()
    }
}

/// A value as lines.
trait Wire: Sized {
    fn write(&self, to: &mut String);
    fn read(from: &mut Lines<'_>) -> Self;
}

fn line(to: &mut String, value: impl std::fmt::Display) {
    // Writing into a String cannot fail.
    let _ = write!(to, "\n{value}");
}

impl Wire for String {
    fn write(&self, to: &mut String) {
        line(to, self.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('<', "\\l"));
    }

    fn read(from: &mut Lines<'_>) -> Self {
        let line = from.next();
        let Some((start, rest)) = line.split_once('\\') else { return line.to_owned() };
        let mut text = start.to_owned();
        let mut escaped = true;
        for character in rest.chars() {
            match (escaped, character) {
                (true, 'n') => text.push('\n'),
                (true, 'r') => text.push('\r'),
                (true, 'l') => text.push('<'),
                (false, '\\') => {
                    escaped = true;
                    continue;
                }
                (_, other) => text.push(other),
            }
            escaped = false;
        }
        text
    }
}

impl Wire for bool {
    fn write(&self, to: &mut String) {
        line(to, u8::from(*self));
    }

    fn read(from: &mut Lines<'_>) -> Self {
        from.number(2) == 1
    }
}

impl Wire for u8 {
    fn write(&self, to: &mut String) {
        line(to, self);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        from.number(256) as u8
    }
}

impl Wire for u16 {
    fn write(&self, to: &mut String) {
        line(to, self);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        from.number(65_536) as u16
    }
}

impl Wire for Number {
    fn write(&self, to: &mut String) {
        line(to, self);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        let number = Number::parse(from.next());
        from.valid(number)
    }
}

impl Wire for Date {
    fn write(&self, to: &mut String) {
        (self.year, self.month.unwrap_or(0), self.day.unwrap_or(0)).write(to);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        let (year, month, day) = Wire::read(from);
        let known = |part: u8| Some(part).filter(|part| *part > 0);
        Self { year, month: known(month), day: known(day) }
    }
}

impl<A: Wire, B: Wire, C: Wire> Wire for (A, B, C) {
    fn write(&self, to: &mut String) {
        self.0.write(to);
        self.1.write(to);
        self.2.write(to);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        (A::read(from), B::read(from), C::read(from))
    }
}

/// Lists longer than this are a fault: no story has them, and no memory is asked for.
const LONGEST: u32 = 100_000;

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, to: &mut String) {
        line(to, self.len());
        self.iter().for_each(|item| item.write(to));
    }

    fn read(from: &mut Lines<'_>) -> Self {
        let length = from.number(LONGEST);
        let mut list = Vec::new();
        for _ in 0..length {
            if !from.sound {
                break;
            }
            list.push(T::read(from));
        }
        list
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, to: &mut String) {
        self.is_some().write(to);
        self.iter().for_each(|value| value.write(to));
    }

    fn read(from: &mut Lines<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl Wire for [String; 12] {
    fn write(&self, to: &mut String) {
        self.iter().for_each(|text| text.write(to));
    }

    fn read(from: &mut Lines<'_>) -> Self {
        std::array::from_fn(|_| String::read(from))
    }
}

impl Wire for Hue {
    fn write(&self, to: &mut String) {
        self.number().write(to);
    }

    fn read(from: &mut Lines<'_>) -> Self {
        let hue = Hue::new(u8::read(from));
        from.valid(hue)
    }
}

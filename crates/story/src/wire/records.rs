//! The records, names and choices of a story as lines. What belongs to each stands here once more, in the order of its
//! lines; a field or a variant that is left out does not compile.

use super::{Lines, Wire, line};
use crate::{
    Bars, Bound, Calculator, Chart, ChartId, ChartText, Citations, Content, Controls, Counted, Dated, Departure, Entry,
    Event, Exploring, Fact, FactId, Graphic, Group, Hedges, Kind, Legend, Member, Named, Number, OrderChoice, Panel,
    PanelChoice, Place, Provenance, Quantity, RangePanel, Ranges, Rule, SectionId, SectionName, Shows, Status,
    Timeline, Unit, UnitId, When, Words, YearChoice,
};

/// Records are written field by field; one that is left out here does not compile.
macro_rules! records {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Wire for $name {
            fn write(&self, text: &mut String) {
                let Self { $($field),* } = self;
                $($field.write(text);)*
            }

            fn read(lines: &mut Lines<'_>) -> Self {
                $(let $field = Wire::read(lines);)*
                Self { $($field),* }
            }
        }
    )*};
}

records! {
    Graphic { charts, facts, units, sections, words, citations, written }
    When { start, end }
    Fact { id, label, content, note }
    Quantity { value, unit, average, as_of, provenance }
    Dated { when, status, provenance }
    Named { names, provenance }
    Place { section, paragraph, sentence }
    Unit { id, other, one, tick, family }
    Counted { one, other }
    SectionName { id, name, hue }
    Citations { place, work, background, computed }
    Chart { id, section, text, kind }
    ChartText { title, subtitle, reading, source, table }
    Entry { fact, label }
    Bars { choose, order, panels }
    PanelChoice { parameter, legend, all }
    OrderChoice { parameter, legend, stated, source }
    Panel { id, title, name, note, to, rows }
    Ranges { panels, calculator }
    RangePanel { title, scope, shows }
    Calculator {
        parameter, range, unit, least, most, step, label, invitation, answer, refused, title, scope, before, after
    }
    Timeline {
        choose, from, to, count_title, members_title, events_title, written, groups, departures, events
    }
    YearChoice { parameter, label, invitation, answer, events }
    Group { joined, count, label, members }
    Member { name, note, left }
    Departure { left, count, label }
    Event { fact, label, announced }
    Words {
        hedges, average, thousands, decimal, negative, as_of, period, undated, span, months, since, scheduled, left, place,
        work, background, computed, computed_short, increase, decrease, legend, controls
    }
    Hedges { more_than, at_least, less_than, at_most, about, between }
    Legend {
        exact, more_than, at_least, less_than, at_most, about, between, scales, stated, background, member, left, done,
        announced, scheduled, year
    }
    Controls {
        shown, explore, play, pause, reset, listen, transcript, listening, clear, keys, to_story, to_figure, close,
        exploring
    }
}

/// What is written as what it holds: names, and a list of words.
macro_rules! names {
    ($($name:ident)*) => {$(
        impl Wire for $name {
            fn write(&self, to: &mut String) {
                self.0.write(to);
            }

            fn read(from: &mut Lines<'_>) -> Self {
                Self(Wire::read(from))
            }
        }
    )*};
}

names! { FactId UnitId SectionId ChartId Exploring }

/// Choices are written as a number and what belongs to it.
macro_rules! choices {
    ($($name:ident { $($number:literal => $variant:ident $(($value:ident))? $({ $($field:ident),* })?,)* } else $default:expr;)*) => {$(
        impl Wire for $name {
            fn write(&self, text: &mut String) {
                match self {$(
                    Self::$variant $(($value))? $({ $($field),* })? => {
                        line(text, $number);
                        $($value.write(text);)?
                        $($($field.write(text);)*)?
                    }
                )*}
            }

            fn read(lines: &mut Lines<'_>) -> Self {
                match lines.number(u32::MAX) {
                    $($number => {
                        $(let $value = Wire::read(lines);)?
                        $($(let $field = Wire::read(lines);)*)?
                        Self::$variant $(($value))? $({ $($field),* })?
                    })*
                    _ => {
                        lines.sound = false;
                        $default
                    }
                }
            }
        }
    )*};
}

choices! {
    Content { 0 => Quantity(value), 1 => Dated(value), 2 => Named(value), } else Self::default();
    Provenance {
        0 => Source(value), 1 => Work { title, at }, 2 => Background { work }, 3 => Computed { rule, from },
    } else Self::default();
    Rule { 0 => PercentChange, 1 => MemberCount, } else Self::PercentChange;
    Status { 0 => Past, 1 => Since, 2 => Scheduled, } else Self::default();
    Bound {
        0 => Exact(value), 1 => MoreThan(value), 2 => AtLeast(value), 3 => LessThan(value), 4 => AtMost(value),
        5 => About(value), 6 => Between { low, high },
    } else Self::Exact(Number::default());
    Kind { 0 => Bars(value), 1 => Ranges(value), 2 => Timeline(value), } else Self::default();
    Shows { 0 => Intervals { to, rows, also }, 1 => Change { before, after, change }, } else Self::default();
}

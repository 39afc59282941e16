//! Stories made at random that the check accepts: any figures, hedges, labels and dates.
#![expect(clippy::disallowed_methods, reason = "tests may fail loudly")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A quantity as it stands in a story file.
type Bound = Value;

/// One panel of 1 to 40 bars, and some more of few; the axis of some ends behind every figure.
pub fn bars() -> impl Strategy<Value = String> {
    let panel = |most| (vec((bound(), label(), any::<bool>()), 1..=most), any::<bool>());
    (panel(40), vec(panel(4), 0..3), any::<bool>()).prop_map(|(first, others, choose)| {
        let mut story = Made::default();
        let panels = [first].into_iter().chain(others).enumerate().map(|(i, (rows, ends))| {
            let unit = format!("unit-{i}");
            let rows: Vec<Value> = rows.into_iter().map(|row| story.row(row, &unit)).collect();
            let to = ends.then_some(10_000_000);
            json!({ "id": unit, "title": format!("Panel {i}"), "to": to, "rows": rows })
        });
        let panels: Vec<Value> = panels.collect();
        let mut bars = json!({ "order": {
            "parameter": "order", "legend": "Order", "stated": "Largest first", "source": "As told"
        }});
        if choose && panels.len() > 1 {
            bars["choose"] = json!({ "parameter": "count", "legend": "What is shown", "all": "All" });
        }
        bars["panels"] = panels.into();
        story.with(json!({ "bars": bars }))
    })
}

/// Panels of ranges, and of changes from one figure to another.
pub fn ranges() -> impl Strategy<Value = String> {
    let interval = (between(), label(), any::<bool>());
    let shown = prop_oneof![
        vec(interval, 1..6).prop_map(|rows| (rows, true)),
        [(bound(), label(), any::<bool>()), (bound(), label(), any::<bool>())].prop_map(|ends| (ends.into(), false)),
    ];
    vec(shown, 1..6).prop_map(|panels| {
        let mut story = Made::default();
        let panels: Vec<Value> = panels
            .into_iter()
            .enumerate()
            .map(|(i, (rows, intervals))| {
                let rows: Vec<Value> = rows.into_iter().map(|row| story.row(row, &format!("unit-{i}"))).collect();
                let shows = match &rows[..] {
                    [before, after] if !intervals => json!({ "change": { "before": before, "after": after } }),
                    rows => json!({ "intervals": { "rows": rows } }),
                };
                json!({ "title": format!("Panel {i}"), "scope": "Made at random", "shows": shows })
            })
            .collect();
        story.with(json!({ "ranges": { "panels": panels } }))
    })
}

/// Up to 60 members that join and leave in up to 70 years, and events; or events alone.
pub fn timeline() -> impl Strategy<Value = String> {
    let step = (1_u32..8, date(), vec(label(), 1..8), any::<bool>());
    let event = (0_u32..70, 1_u32..=12, label());
    let parts = (vec(step, 0..8), vec(event, 0..6));
    let parts = parts.prop_filter("something", |(steps, events)| !(steps.is_empty() && events.is_empty()));
    parts.prop_map(|(steps, events)| {
        const FROM: u32 = 1950;
        let mut story = Made::default();
        let (mut year, mut names) = (FROM, 0);
        // The members of each group with the group's place, and those who are still there.
        let (mut groups, mut present) = (Vec::<Value>::new(), Vec::<(usize, usize)>::new());
        let (mut departures, mut dates) = (Vec::<Value>::new(), Vec::<String>::new());
        for (years, date, labels, leave) in steps {
            year += years;
            let when = date.replace("YEAR", &year.to_string());
            let leaves = leave && present.len() > 1;
            let dated = story.dated(&when);
            dates.push(dated.clone());
            if leaves {
                let going = labels.len().min(present.len() - 1);
                for (group, member) in present.drain(..going) {
                    groups[group]["members"][member]["left"] = dated.clone().into();
                }
            } else {
                let members: Vec<Value> = labels
                    .iter()
                    .map(|label| {
                        names += 1;
                        json!({ "name": format!("{label} {names}") })
                    })
                    .collect();
                present.extend((0..members.len()).map(|member| (groups.len(), member)));
                groups.push(json!({ "joined": dated, "label": format!("In {year}"), "members": members }));
            }
            let count = story.count(present.len(), &dates);
            if leaves {
                departures.push(json!({ "left": dated, "label": format!("Some left in {year}"), "count": count }));
            } else if let Some(group) = groups.last_mut() {
                group["count"] = count.into();
            }
        }
        let to = year + 3;
        let mut events: Vec<_> =
            events.into_iter().map(|(years, month, label)| (FROM + years % (to - FROM), month, label)).collect();
        events.sort_by_key(|(year, month, _)| (*year, *month));
        let events: Vec<Value> = events
            .into_iter()
            .map(|(year, month, label)| json!({ "fact": story.dated(&format!("{year}-{month:02}")), "label": label }))
            .collect();
        let choose = (!groups.is_empty()).then(|| {
            json!({
                "parameter": "year", "label": "Year", "invitation": "Choose a year.",
                "answer": "End of {year}: {members}", "events": "That year: {}"
            })
        });
        story.with(json!({ "timeline": {
            "choose": choose,
            "from": FROM, "to": to, "count_title": "Members", "members_title": "Names", "events_title": "Events",
            "written": "made up", "groups": groups, "departures": departures, "events": events
        }}))
    })
}

/// A year, a month or a day, for the year to be put in.
fn date() -> impl Strategy<Value = &'static str> {
    select(vec!["YEAR", "YEAR-01", "YEAR-06", "YEAR-12", "YEAR-02-28", "YEAR-12-31"])
}

/// A figure: nothing, one, or up to seven digits with up to three decimals.
fn figure() -> impl Strategy<Value = (u64, u32)> {
    prop_oneof![Just((0, 0)), Just((1, 0)), (1_u64..100, 0_u32..1), (1_u64..9_999_999, 0_u32..4)]
}

fn number((digits, decimals): (u64, u32)) -> Value {
    let text = match decimals {
        0 => digits.to_string(),
        decimals => {
            let one = 10_u64.pow(decimals);
            format!("{}.{:0width$}", digits / one, digits % one, width = decimals as usize)
        }
    };
    serde_json::from_str(&text).expect("a number")
}

fn between() -> impl Strategy<Value = Bound> {
    (figure(), figure()).prop_filter_map("two figures that differ", |(a, b)| {
        let size = |(digits, decimals): (u64, u32)| digits * 10_u64.pow(3 - decimals);
        let (low, high) = if size(a) < size(b) { (a, b) } else { (b, a) };
        (size(low) < size(high)).then(|| json!({ "between": { "low": number(low), "high": number(high) } }))
    })
}

/// A figure with one of the seven hedges.
fn bound() -> impl Strategy<Value = Bound> {
    let hedge = select(vec!["exact", "more_than", "at_least", "at_most", "about"]);
    // Nothing is less than nothing.
    let less = figure().prop_filter("above zero", |(digits, _)| *digits > 0);
    prop_oneof![
        5 => (hedge, figure()).prop_map(|(hedge, figure)| json!({ hedge: number(figure) })),
        1 => less.prop_map(|figure| json!({ "less_than": number(figure) })),
        1 => between(),
    ]
}

/// Words, one long word, a text of 500 characters, and scripts that the fonts lack.
fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[A-Z][a-z]{1,11}( [a-z]{1,12}){0,6}",
        1 => "[A-Z][a-z]{59}",
        1 => "[A-Z][a-z]{1,11}( [a-z]{4,9}){60}",
        1 => "(🌾|🚀|水|稻|ш|é|“|–| ){1,20}[a-z]",
    ]
}

/// A story in the making: its facts and the units that they use.
#[derive(Default)]
struct Made {
    facts: Vec<Value>,
    units: Vec<String>,
}

impl Made {
    fn fact(&mut self, content: Value) -> String {
        let id = format!("fact-{}", self.facts.len());
        self.facts.push(json!({ "id": id, "label": "Made at random", "content": content }));
        id
    }

    fn unit(&mut self, unit: &str) {
        if !self.units.iter().any(|known| known == unit) {
            self.units.push(unit.to_owned());
        }
    }

    /// A fact of a quantity, with the row that shows it.
    fn row(&mut self, (value, label, average): (Bound, String, bool), unit: &str) -> Value {
        self.unit(unit);
        let mut quantity = json!({ "value": value, "unit": unit, "as_of": "2024", "provenance": work() });
        if average {
            quantity["average"] = true.into();
        }
        json!({ "fact": self.fact(json!({ "quantity": quantity })), "label": label })
    }

    fn dated(&mut self, when: &str) -> String {
        self.fact(json!({ "dated": { "when": when, "provenance": work() } }))
    }

    /// How many members there are after so many comings and goings.
    fn count(&mut self, members: usize, dates: &[String]) -> String {
        self.unit("members");
        let provenance = json!({ "computed": { "rule": "member_count", "from": dates } });
        self.fact(json!({ "quantity": { "value": { "exact": members }, "unit": "members", "provenance": provenance } }))
    }

    /// The whole story as JSON: a small one, with other facts and this chart.
    fn with(self, kind: Value) -> String {
        let least = std::fs::read_to_string(super::repo("tests/stories/least.json")).expect("a story");
        let mut story: Value = serde_json::from_str(&least).expect("JSON");
        let ids: Vec<&Value> = self.facts.iter().map(|fact| &fact["id"]).collect();
        let (key, more) = ids.split_at(ids.len().min(3));
        // Marks in a hue of their own cannot be taken for lines of the axis.
        story["sections"][0]["hue"] = 1.into();
        story["sections"][0]["key_figures"] = json!(key);
        story["sections"][0]["more_figures"] = json!(more);
        story["page"]["key_figures"] = json!(key);
        let mut chart = story["charts"][0].clone();
        chart["kind"] = kind;
        story["charts"] = json!([chart]);
        let units = self.units.iter().map(|unit| json!({ "id": unit, "other": format!("{{}} {unit}") }));
        story["units"] = units.collect();
        story["facts"] = self.facts.into();
        story.to_string()
    }
}

fn work() -> Value {
    json!({ "work": { "title": "Invented for tests, May 2024" } })
}

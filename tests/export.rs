//! What leaves the page: figures keep their hedges, cells are no formulas, pictures open alone.

mod common;

use charts::colors::{ColorScheme, Palette};
use charts::export::{self, Format, Picture, compose};
use common::{Shown, shown};
use drawing::text;
use drawing::theme::TextSize;
use story::Graphic;

/// Queries with something chosen in every chart, and none.
const QUERIES: [&str; 5] = ["", "?count=institutions", "?order=source", "?year=2015", "?field=2.5"];

/// Every chart in every view.
fn views(graphic: &Graphic) -> Vec<Shown<'_>> {
    let ids = graphic.charts.iter().map(|chart| chart.id.0.as_str());
    ids.flat_map(|id| QUERIES.map(|query| shown(graphic, id, query))).collect()
}

fn csv(shown: &Shown<'_>) -> String {
    export::csv(shown.graphic, shown.chart, &shown.view)
}

fn json(shown: &Shown<'_>) -> String {
    export::json(shown.graphic, shown.chart, &shown.view)
}

fn picture(shown: &Shown<'_>, scheme: ColorScheme, link: &str, format: Format) -> String {
    let palette = Palette::new(scheme);
    let picture = Picture { graphic: shown.graphic, chart: shown.chart, view: &shown.view, palette: &palette, link };
    compose(&picture, format).expect("a picture")
}

/// Reads CSV as RFC 4180 has it.
fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let (mut lines, mut line, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'), "a line ends with CR LF");
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            other => cell.push(other),
        }
    }
    assert!(line.is_empty() && cell.is_empty() && !quoted, "the last line ends");
    lines
}

fn column(lines: &[Vec<String>], name: &str) -> Vec<String> {
    let place = lines[0].iter().position(|column| column == name).expect(name);
    lines[1..].iter().map(|line| line[place].clone()).collect()
}

#[test]
fn every_line_has_every_column_and_no_cell_is_a_formula() {
    let graphic = common::story().graphic();
    for shown in views(&graphic) {
        let lines = parse(&csv(&shown));
        assert!(lines.len() > 1, "{}", shown.chart.id);
        for line in &lines {
            assert_eq!(line.len(), lines[0].len(), "{line:?}");
            assert!(!line.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])), "{line:?}");
        }
    }
}

#[test]
fn figures_keep_hedge_bounds_unit_date_and_place() {
    let graphic = common::story().graphic();
    for chart in &graphic.charts {
        let shown = shown(&graphic, &chart.id.0, "");
        let lines = parse(&csv(&shown));
        for (row, figure) in shown.content.rows.iter().zip(column(&lines, "figure")) {
            assert_eq!(figure.trim_start_matches('\''), row.value);
        }
    }
    let lines = parse(&csv(&shown(&graphic, "yields", "")));
    let row = |id: &str| {
        let line = lines.iter().find(|line| line[0] == id).expect(id);
        let named = lines[0].iter().zip(line).map(|(name, cell)| (name.as_str(), cell.as_str()));
        named.collect::<std::collections::HashMap<_, _>>()
    };
    let gain = row("africa-yield-gain");
    let found = ["figure", "qualifier", "average", "value_low", "value_high", "unit", "date"].map(|name| gain[name]);
    assert_eq!(found, ["30 to 60 percent on average", "between", "yes", "30", "60", "percent", "2023-12"]);
    let place = ["provenance", "section", "paragraph", "sentence"].map(|name| gain[name]);
    assert_eq!(place, ["source", "africa", "1", "2"]);
    let change = row("africa-cassava-change");
    assert_eq!(change["figure"], "'+100 percent");
    assert_eq!(
        (change["provenance"], change["computed_from"]),
        ("computed", "africa-cassava-before africa-cassava-after")
    );
    let lines = parse(&csv(&shown(&graphic, "agreements", "")));
    let more_than = column(&lines, "qualifier")
        .iter()
        .zip(column(&lines, "figure"))
        .zip(column(&lines, "value_high"))
        .filter(|((qualifier, _), _)| *qualifier == "more_than")
        .map(|((_, figure), high)| assert!(figure.starts_with("more than ") && high.is_empty(), "{figure}"))
        .count();
    assert_eq!(more_than, 8);
}

#[test]
fn what_a_reader_chose_is_what_leaves() {
    let graphic = common::story().graphic();
    let ids = |chart, query| column(&parse(&csv(&shown(&graphic, chart, query))), "id");
    assert_eq!(ids("agreements", "?count=people"), ["bri-professionals-trained"]);
    assert_eq!(ids("agreements", "?count=people&year=2015&field=2").len(), 1);
    let lines = parse(&csv(&shown(&graphic, "yields", "?field=2.5")));
    let last = lines.last().expect("a line");
    let cell = |name: &str| &last[lines[0].iter().position(|column| column == name).expect(name)];
    assert_eq!((cell("value_low").as_str(), cell("value_high").as_str()), ("3.25", "4"));
    assert_eq!((cell("provenance").as_str(), cell("average").as_str()), ("arithmetic", "yes"));
}

#[test]
fn files_of_a_chosen_year_hold_only_what_had_happened_by_then() {
    let graphic = common::story().graphic();
    let marks = column(&parse(&csv(&shown(&graphic, "membership", "?year=2015"))), "mark");
    assert!(marks.contains(&"South Africa".to_owned()) && !marks.contains(&"Egypt".to_owned()), "{marks:?}");
    assert!(!json(&shown(&graphic, "membership", "?year=2015")).contains("Kazan"));
    assert_eq!(column(&parse(&csv(&shown(&graphic, "membership", ""))), "mark").len(), 19);
}

#[test]
fn json_says_the_same_as_typed_objects() {
    let graphic = common::story().graphic();
    for shown in views(&graphic) {
        let lines = parse(&csv(&shown));
        let object: serde_json::Value = serde_json::from_str(&json(&shown)).expect("JSON");
        let figures = object["figures"].as_array().expect("figures");
        assert_eq!(figures.len() + 1, lines.len());
        for (figure, words) in figures.iter().zip(column(&lines, "figure")) {
            assert_eq!(figure["figure"], words.trim_start_matches('\''));
            match figure["qualifier"].as_str() {
                Some("more_than") => assert!(figure["low"].is_number() && figure["high"].is_null()),
                Some("exact") => assert_eq!(figure["low"], figure["high"]),
                Some(_) => assert!(figure["low"].as_f64() < figure["high"].as_f64()),
                None => assert!(figure.get("low").is_none() && figure["date"].is_string()),
            }
            assert!(figure["provenance"]["kind"].is_string());
        }
        assert_eq!(object["written"], "2024-09");
        assert_eq!(object.get("shown").is_some(), shown.view != charts::View::default());
    }
}

#[test]
fn pictures_open_alone_and_say_everything() {
    let graphic = common::story().graphic();
    let link = "https://example.org/?a=1&b=2";
    for shown in views(&graphic) {
        for (scheme, format) in ColorScheme::ALL.into_iter().zip([Format::Page { width: 800.0 }, Format::Social]) {
            let svg = picture(&shown, scheme, link, format);
            for outside in ["var(", "<style", "class=", "href", "url("] {
                assert!(!svg.contains(outside), "{} needs `{outside}` from outside", shown.chart.id);
            }
            let said = words(&svg);
            let text = &shown.chart.text;
            for part in [&text.title, &text.subtitle, &text.reading, &text.source] {
                assert!(said.contains(&**part), "{part} is not in the picture: {said}");
            }
            assert!(said.contains("https://example.org/?a=1&amp;b=2"));
            if shown.view != charts::View::default() {
                let told = shown.summary();
                assert!(said.contains(&*told), "{told} is not in the picture: {said}");
            }
        }
    }
}

#[test]
fn a_picture_has_the_accent_of_the_page_around() {
    let graphic = common::story().graphic();
    let shown = shown(&graphic, "membership", "");
    let palette = Palette::new(ColorScheme::Light).with_accent(2, "#aa0011 #ffdddd #ffffff");
    let picture = Picture { graphic: &graphic, chart: shown.chart, view: &shown.view, palette: &palette, link: "" };
    let svg = compose(&picture, Format::Social).expect("a picture");
    assert!(svg.contains("#aa0011") && svg.contains("#ffdddd") && !svg.contains("#1d3c86"));
}

/// The text of a picture, its lines joined.
fn words(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    texts.map(|(text, _)| text).collect::<Vec<_>>().join(" ")
}

/// A link as long as they come.
const LONG: &str = "https://infographics.a-publisher-with-a-long-name.example.org/science-and-technology/2024/october/\
                    tech-ties-of-china/embed/membership/?count=institutions&order=source&field=12.5&year=2015";

/// A text of a picture: where its line ends at the right, and its baseline, in CSS px, and whether it is bold.
fn ends(text: &str) -> Option<(f32, f32)> {
    let number = |name: &str| text.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse::<f32>().ok();
    let bold = text.contains("font-weight=\"700\"");
    let like = if bold { TextSize::Strong } else { TextSize::Body };
    let words = text.split_once('>')?.1.split_once("</text>")?.0.replace("&amp;", "&");
    let size = number("font-size")?;
    Some((number(" x").or(number("x"))? + text::width(&words, like) * size / like.px(), number(" y")?))
}

#[test]
fn words_around_a_chart_stay_within_it_and_apart_from_each_other() {
    let graphic = common::story().graphic();
    for shown in views(&graphic) {
        for (format, margin) in [(Format::Page { width: 320.0 }, 24.0), (Format::Social, 44.0)] {
            let svg = picture(&shown, ColorScheme::Light, LONG, format);
            let width: f32 = svg.split('"').nth(5).and_then(|width| width.parse().ok()).expect("a width");
            let (before, rest) = svg.split_once("<g transform").expect("the chart");
            // On a card with the words beside the chart, they have a column.
            let left: f32 = rest.split(['(', ' ']).nth(1).and_then(|x| x.parse().ok()).expect("a place");
            let right = if left > margin { left } else { width - margin };
            let after =
                rest.rsplit_once("</g>").map_or("", |(chart, end)| if end.contains("<text ") { end } else { chart });
            let notes = after.rsplit_once("<g transform").map_or(after, |(_, notes)| notes);
            let down = notes.split([' ', ')']).nth(1).and_then(|y| y.parse().ok()).unwrap_or(0.0);
            let texts = |part: &str| part.split("<text ").skip(1).filter_map(ends).collect::<Vec<_>>();
            let (words, notes) = (texts(before), texts(notes));
            assert!(words.len() > 1 && notes.len() > 2, "{}: {words:?} {notes:?}", shown.chart.id);
            for (end, _) in words.iter().chain(&notes) {
                assert!(*end <= right + 0.5, "{} {format:?}: a line ends at {end} of {right}", shown.chart.id);
            }
            if format == Format::Social {
                let (last, first) = (words[words.len() - 1].1, down + notes[0].1);
                assert!(last + 14.0 <= first, "{}: words end at {last}, notes begin at {first}", shown.chart.id);
            }
        }
    }
}

#[test]
fn nothing_leaves_a_social_card() {
    let graphic = common::story().graphic();
    for shown in views(&graphic) {
        let svg = picture(&shown, ColorScheme::Light, "", Format::Social);
        assert!(svg.contains("width=\"1200\" height=\"630\""));
        let transform = svg.split("<g transform=\"translate(").nth(1).expect("the chart");
        let numbers = transform.split(['(', ')', ' ']).filter_map(|part| part.parse().ok()).take(3);
        let [x, y, scale]: [f32; 3] = numbers.collect::<Vec<_>>().try_into().expect("a place and a factor");
        assert!(scale > 0.4, "{} is drawn at {scale}", shown.chart.id);
        assert!(x >= 44.0 && y >= 44.0);
    }
}

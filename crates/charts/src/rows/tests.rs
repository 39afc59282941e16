use super::Content;
use crate::{Row, View};
use story::{Graphic, Kind};

fn graphic() -> Graphic {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json");
    let json = std::fs::read_to_string(path).expect("the story");
    serde_json::from_str::<story::Story>(&json).expect("a story").graphic()
}

fn keys(content: &Content) -> Vec<&str> {
    content.rows.iter().map(|row| row.key.as_str()).collect()
}

#[test]
fn rows_of_one_key_are_numbered_after_the_first() {
    let graphic = graphic();
    let mut content = Content::of(&graphic, &graphic.charts[0], &View::default());
    let [a, b] = [("a", 0), ("b", 1)].map(|(key, place)| Row { key: key.to_owned(), ..content.rows[place].clone() });
    // Two facts may have one key.
    let other = Row { key: "a".to_owned(), ..b.clone() };
    content.rows = vec![a.clone(), b, a, other];
    content.make_keys_unique();
    assert_eq!(keys(&content), ["a", "b", "a~2", "a~3"]);
}

#[test]
fn a_bar_has_the_same_key_in_every_view() {
    let graphic = graphic();
    let mut chart = graphic.charts[0].clone();
    let Kind::Bars(bars) = &mut chart.kind else { panic!("a chart of bars") };
    let entry = bars.panels[0].rows[0].clone();
    for panel in bars.panels.iter_mut().skip(1) {
        panel.rows.push(entry.clone());
    }
    let all = Content::of(&graphic, &chart, &View::default());
    let of_panel = |panel| Content::of(&graphic, &chart, &View { panel: Some(panel), ..View::default() });
    let panels: Vec<Content> = (0..all.groups.len()).map(of_panel).collect();
    assert_eq!(panels.iter().flat_map(keys).collect::<Vec<_>>(), keys(&all));
    assert!(keys(&all).contains(&&*format!("{}~{}", entry.fact.0, all.groups.len())));
}

use super::Content;
use crate::View;

#[test]
fn rows_of_one_name_are_numbered_after_the_first() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json");
    let json = std::fs::read_to_string(path).expect("the story");
    let graphic = serde_json::from_str::<story::Story>(&json).expect("a story").graphic();
    let mut content = Content::of(&graphic, &graphic.charts[0], &View::default());
    content.rows.truncate(2);
    for (place, key) in [(0, "a"), (1, "b")] {
        content.rows[place].key = key.to_owned();
    }
    let [a, b] = [content.rows[0].clone(), content.rows[1].clone()];
    // One name may come from two facts.
    let c = crate::Row { key: "a".to_owned(), ..b.clone() };
    content.rows = vec![a.clone(), b, a, c];
    content.name_apart();
    let keys: Vec<&str> = content.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["a", "b", "a~2", "a~3"]);
}

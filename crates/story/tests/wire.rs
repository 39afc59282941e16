//! The data of a page: what is written is read back, and what was damaged is refused.

use story::{Graphic, Story, wire};

fn graphic() -> Graphic {
    let json =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/story.json")).expect("a story");
    serde_json::from_str::<Story>(&json).expect("JSON").graphic()
}

#[test]
fn a_graphic_is_read_back_as_it_was_written() {
    let graphic = graphic();
    assert_eq!(wire::read(&wire::write(&graphic)).as_ref(), Some(&graphic));
    let one = graphic.only(&[&graphic.charts[0].id]);
    assert_eq!(wire::read(&wire::write(&one)), Some(one));
}

#[test]
fn texts_may_hold_anything() {
    let mut graphic = graphic();
    graphic.words.controls.keys = "</script> \\n \\ \n\r\\l <!-- \\\\".to_owned();
    let text = wire::write(&graphic);
    assert!(!text.contains('<'));
    assert_eq!(wire::read(&text).map(|read| read.words.controls.keys), Some(graphic.words.controls.keys));
}

#[test]
fn data_that_was_cut_short_or_changed_is_refused() {
    let text = wire::write(&graphic());
    let lines: Vec<&str> = text.lines().collect();
    for end in 0..lines.len() {
        assert_eq!(wire::read(&lines[..end].join("\n")), None, "cut after {end} lines");
    }
    assert_eq!(wire::read(&[&text, "\nmore"].concat()), None);
    assert_eq!(wire::read(&text.replacen("tech-ties 1", "tech-ties 2", 1)), None);
    let list = text.replacen("\n3\n", "\n4294967295\n", 1);
    assert_eq!(wire::read(&list), None);
}

//! Stories, as files and as the data of a page.

use crate::{GRAPHICS, drawn};
use story::{file, wire};

/// A file is refused with at least one fault, or all of it can be drawn and told.
pub(crate) fn story(json: &str) {
    match file::parse(json) {
        Err(findings) => {
            assert!(findings.iter().any(file::Finding::is_fault), "refused without a fault");
            let _ = file::as_json(&findings);
        }
        Ok(parsed) => {
            let graphic = parsed.story.graphic();
            assert_eq!(wire::read(&wire::write(&graphic)).as_ref(), Some(&graphic), "what a page carries is the same");
            drawn::all(&graphic);
        }
    }
}

pub(crate) fn seeds() -> Vec<String> {
    let single = GRAPHICS.iter().flat_map(|graphic| graphic.charts.iter().map(|chart| graphic.only(&[&chart.id])));
    single.map(|graphic| wire::write(&graphic)).collect()
}

/// Data that was altered is refused, or what it says can be drawn and told.
pub(crate) fn data(text: &str) {
    let Some(graphic) = wire::read(text) else { return };
    let written = wire::write(&graphic);
    assert!(!written.contains('<'), "nothing ends the element around it");
    assert_eq!(wire::read(&written).as_ref(), Some(&graphic));
    drawn::all(&graphic);
}

//! The query of an address, and the one that a host has put there before.

use crate::{GRAPHICS, drawn};
use charts::State;

pub(crate) fn seeds() -> Vec<String> {
    let texts = [
        "?count=people&order=source&field=2,5&year=2015\n?utm_source=a%20b&lang=en&flag",
        "?year=%EF%BC%92%EF%BC%90%EF%BC%91%EF%BC%95&fact=brics-mou&mark=membership.iran\n",
        "?count=%6&order=%zz&&=&===&year\n?a+b=%00",
        "?field=0.125&field=1,000.5&count=work\n?mark=a.b.c&fact=",
    ];
    texts.map(str::to_owned).into()
}

/// Every query means a state; it and no other is read back from what is written, and what is a host's stays.
pub(crate) fn check(text: &str) {
    let (query, hosts) = text.split_once('\n').unwrap_or((text, ""));
    for graphic in GRAPHICS.iter() {
        let state = State::read(query, graphic);
        assert_eq!(state.write(query, graphic), query, "it means the state already");
        let kept = State::new(graphic).write(hosts, graphic);
        for before in ["", hosts] {
            let written = state.write(before, graphic);
            assert_eq!(State::read(&written, graphic), state, "{written}");
            assert!(written.is_ascii() || !before.is_ascii(), "{written}");
        }
        assert_eq!(State::read(&kept, graphic), State::new(graphic), "{kept}");
        for (place, chart) in graphic.charts.iter().enumerate() {
            let view = state.view(place);
            // The views that a story has anyway are drawn elsewhere.
            if view.amount.is_some() {
                drawn::one(graphic, chart, &view);
            }
        }
    }
}

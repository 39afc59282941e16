//! Where a figure stands: in short, and in full one press away, without scripts too.

use story::Spoken;
use yew::prelude::*;

/// The short citation, with the full one folded into it.
pub(super) fn citation(said: &Spoken) -> Html {
    html! {
        <details class="citation"><summary>{ &said.citation }</summary><p>{ &said.place }</p></details>
    }
}

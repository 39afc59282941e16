//! A figure with its digits set apart.

use drawing::text::capital;
use story::{Fact, Graphic};
use yew::prelude::*;

/// A figure with its digits set apart, so that they can be larger than the hedge before and the unit after them. It begins
/// a line: with a capital in its text, since one by style is a word of its own to screen readers.
pub(super) fn value(graphic: &Graphic, fact: &Fact, said: &str) -> Html {
    let digits = fact.quantity().map(|quantity| graphic.digits(quantity));
    let parts = digits.as_deref().and_then(|digits| Some((said.split_once(digits)?, digits)));
    match parts {
        Some((("", after), digits)) => html! { <strong><b>{ capital(digits) }</b><span>{ after }</span></strong> },
        Some(((before, after), digits)) => {
            html! { <strong><span>{ capital(before) }</span><b>{ digits }</b><span>{ after }</span></strong> }
        }
        None => html! { <strong>{ capital(said) }</strong> },
    }
}

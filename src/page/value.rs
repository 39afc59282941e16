//! A figure with its digits set apart.

use story::{Fact, Graphic};
use yew::prelude::*;

/// A figure with its digits set apart, so that they can be larger than the hedge before and the unit after them.
pub(super) fn value(graphic: &Graphic, fact: &Fact, said: &str) -> Html {
    let digits = fact.quantity().map(|quantity| graphic.digits(quantity));
    let parts = digits.as_deref().and_then(|digits| Some((said.split_once(digits)?, digits)));
    match parts {
        Some(((before, after), digits)) => {
            html! { <strong><span>{ before }</span><b>{ digits }</b><span>{ after }</span></strong> }
        }
        None => html! { <strong>{ said }</strong> },
    }
}

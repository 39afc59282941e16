//! The charts of the page as all components share them.

use std::ops::Deref;
use story::Graphic;
use yew::prelude::*;

/// Words that change. They are replaced with their element: translators put elements of their own in the place of texts,
/// and a text that has lost its place is changed unseen.
pub(super) fn changing_text(words: &str) -> Html {
    html! { <span key={words}>{ words }</span> }
}

/// The graphic of the page. It lives as long as the program and never changes, so two of them are equal if they are the
/// same; being never dropped, it costs no code that would take it apart.
#[derive(Clone, Copy)]
pub(super) struct Shared(&'static Graphic);

impl Shared {
    pub(super) fn new(graphic: Graphic) -> Self {
        Self(Box::leak(Box::new(graphic)))
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for Shared {
    type Target = Graphic;

    fn deref(&self) -> &Graphic {
        self.0
    }
}

//! The page: written whole at build, and grown live in the browser.
//!
//! On the host, [`page::Page`] renders everything to HTML once. In the browser, `live` adds a canvas and focusable
//! targets inside each figure of that page and touches nothing else, so that whatever a reader, an extension or a
//! translator did to the page before stays as it is.

#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod figure;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
mod share;
#[cfg(not(target_arch = "wasm32"))]
mod still;
#[cfg(not(target_arch = "wasm32"))]
mod table;

#[cfg(target_arch = "wasm32")]
pub mod live;

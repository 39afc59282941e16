//! What leaves the page: a chart, as a reader sees it, as figures (CSV, JSON) and as a picture that opens alone (SVG).
//!
//! Pure, and the same at build and in the browser. A figure leaves with its hedge, date and provenance, or not at all.

mod csv;
mod json;
mod picture;
mod record;

pub use csv::csv;
pub use json::json;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use picture::Sheet;
pub use picture::{Format, Picture, choice, compose};
pub use record::{Qualifier, Record, records};

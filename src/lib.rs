//! Tech Ties: an interactive infographic on China's science and technology cooperation, as one article reports it.
//!
//! Each layer is a pure function of the one before it, until the browser:
//!
//! ```text
//! story, state -> charts (axis, text, theme) -> scene (motion) -> paint   (plotters: canvas in the browser, SVG at build)
//!                                             \-> ui      (the page, and the live parts that grow into it)
//! ```

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

extern crate alloc; // named by the story that build.rs writes

pub mod axis;
pub mod charts;
pub mod export;
pub mod look;
pub mod motion;
pub mod paint;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod scene;
pub mod sound;
pub mod state;
pub mod story;
pub mod text;
pub mod theme;
pub mod ui;

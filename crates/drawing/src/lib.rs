//! Pictures as plain data, and how they are painted: scenes, scales, the width of text, motion, and the painting itself
//! through plotters. This crate knows no story and no browser.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod axis;
pub mod motion;
pub mod paint;
pub mod scene;
pub mod text;
pub mod theme;

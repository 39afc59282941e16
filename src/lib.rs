//! Tech Ties: an interactive infographic in which every figure keeps its hedge and its source.
//!
//! ```text
//! story.json -> story -> charts (rows, layout) -> drawing (scene, paint)
//!                          |                         \-> live     the charts of a page, in the browser
//!                          \-> page, publish: all that is written at build
//! ```

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod live;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;

/// Smaller than the allocator that Rust brings by 1.8 KB after compression.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

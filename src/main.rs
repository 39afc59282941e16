//! The browser entry: grows the prerendered page's charts into live ones.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(target_arch = "wasm32")]
fn main() {
    tech_ties::ui::live::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Tech Ties runs in a browser: type `cargo xtask serve` and open http://127.0.0.1:8080/");
}

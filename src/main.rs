//! The program of the page: it makes the charts of the prerendered page live.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

fn main() {
    if cfg!(target_arch = "wasm32") {
        tech_ties::live::start();
    } else {
        eprintln!("Tech Ties runs in a browser: type `cargo xtask serve` and open http://127.0.0.1:8080/");
    }
}

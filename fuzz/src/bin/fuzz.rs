//! Gives one input to libFuzzer: the one that `TECH_TIES_INPUT` names, with its examples in the folder `TECH_TIES_SEEDS`.
#![no_main]

use inputs::{Input, text};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static INPUT: LazyLock<&Input> = LazyLock::new(|| {
    let name = std::env::var("TECH_TIES_INPUT").expect("TECH_TIES_INPUT");
    Input::named(&name).unwrap_or_else(|| panic!("there is no input `{name}`"))
});

fn write_seeds() {
    let folder = std::path::PathBuf::from(std::env::var_os("TECH_TIES_SEEDS").expect("TECH_TIES_SEEDS"));
    for (i, seed) in (INPUT.seeds)().iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{i}")), seed).expect("a seed");
    }
}

fuzz_target!(init: write_seeds(), |bytes: &[u8]| {
    if let Some(text) = text(bytes) {
        (INPUT.check)(&text);
    }
});

//! The article that the reading page shows first.

/// A wire report written for this repository. It is part of the wasm (3 kB compressed), so that the page can show
/// it at once, also from a disk and without a network.
pub const SAMPLE: &str = include_str!("../../articles/kazakhstan-janvier-2022.fr.txt");

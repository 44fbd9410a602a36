//! The article that the page opens with.

/// A wire report written for this repository. It is part of the wasm (3 kB compressed), so that the page has something
/// to show as soon as it runs, from a disk and without a network too.
pub const SAMPLE: &str = include_str!("../../articles/kazakhstan-janvier-2022.fr.txt");

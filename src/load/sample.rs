//! The sample article, which the reading page shows first.

/// The sample article, a wire report written for this repository. It is embedded in the wasm file (3 kB compressed), so
/// that the page shows it at once, even offline or when opened from disk.
pub const SAMPLE: &str = include_str!("../../articles/kazakhstan-janvier-2022.fr.txt");

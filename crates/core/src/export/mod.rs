//! The published formats.

pub mod json;

//! The published formats.

pub mod html;
pub mod json;

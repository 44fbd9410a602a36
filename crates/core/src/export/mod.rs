//! The published formats.

pub mod csv;
pub mod html;
pub mod json;
pub mod w3c;

//! What is French about French.

pub(crate) mod link;
pub(crate) mod text;

//! French language tables.

pub(crate) mod entity;
pub(crate) mod figure;
pub(crate) mod frequent;
pub(crate) mod labels;
pub(crate) mod link;
pub(crate) mod report;
mod roles;
pub(crate) mod text;

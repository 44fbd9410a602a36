//! The article: its text exactly as it is, with marks, set and marked a section at a time.

mod dom;
mod mark;
mod painter;
mod section;

pub use dom::{focus_mark, paint_passage, place, reveal};
pub(super) use mark::is_safe;
pub use painter::{ArticleView, View};

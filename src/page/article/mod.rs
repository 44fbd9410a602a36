//! The article: its exact text with highlights, rendered section by section.

mod dom;
mod mark;
mod painter;
mod section;
mod words;

pub use dom::{focus_mark, paint_passage, place, reveal};
pub(super) use mark::is_safe;
pub use painter::{ArticleView, View};

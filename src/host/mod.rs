//! Annotating the articles of a host page in place, without changing its document.
//!
//! The text of an article is gathered from the page, annotated, and painted over the page's own text nodes. Everything
//! else that the program shows is in a shadow root: the panel.

mod article;
mod background;
mod boxes;
mod choose;
mod colours;
mod css;
mod dom;
mod gather;
mod hints;
mod hit;
#[allow(clippy::module_inception, reason = "the state of the host page, in the module on host pages")]
mod host;
mod layout;
mod list;
mod listener;
mod measure;
mod mentions;
mod outline;
mod overlay;
mod page;
mod paint;
mod panel;
mod panel_element;
mod panel_state;
mod pointer;
mod read;
mod scan;
mod superscript;
mod target;
mod text_map;
mod watch;
mod wrap;

pub use css::panel_styles;
pub use host::Host;
pub use overlay::{add, remove, replace_waiting};
pub use page::Page;
pub use panel_state::HighlightRef;
pub use read::read;
pub use target::Target;

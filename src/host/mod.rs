//! Annotating the articles of a host page in place, without changing its elements.
//!
//! An article's text is gathered from the page (`gather`), annotated, and its highlights are painted over the page's own
//! text nodes (`paint`); the button, the list and the card are in a shadow root (`panel`).

mod article;
mod colours;
mod css;
mod dom;
mod gather;
#[allow(clippy::module_inception, reason = "the host page, among the files on host pages")]
mod host;
mod layout;
mod list;
mod listener;
mod mentions;
mod overlay;
mod page;
mod paint;
mod panel;
mod panel_element;
mod panel_state;
mod pointer;
mod read;
mod skip;
mod target;
mod text_map;
mod watch;
mod wrap;

pub use css::inside;
pub use host::Host;
pub use overlay::{add, remove};
pub use page::Page;
pub use panel_state::HighlightRef;
pub use read::read;
pub use target::Target;

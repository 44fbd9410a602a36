//! Annotating the articles of other people's pages, in place and without a change to them.
//!
//! An article's text is gathered from the page ([`gather`]), annotated, and painted where it stands ([`paint`]); what
//! the program shows besides is in a shadow root of its own ([`panel`]).

mod article;
mod colours;
mod css;
mod dom;
mod element;
mod events;
mod gather;
mod handle;
#[allow(clippy::module_inception, reason = "the host page, among the files on host pages")]
mod host;
mod layout;
mod list;
mod listener;
mod mentions;
mod options;
mod page;
mod paint;
mod panel;
mod places;
mod pointer;
mod read;
mod shell;
mod skip;
mod standing;
mod target;
mod timer;
mod ui;
mod watch;
mod wrap;

pub use element::{ArticleHandle, mount_article};
pub use handle::{PageHandle, annotate_page, progress_to, reason};

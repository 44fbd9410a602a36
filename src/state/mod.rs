//! The state of the page: the article, its annotations and the reader's settings; and the work that changes it.

mod annotated;
mod app;
mod context;
mod document;
mod filter;
mod history;
mod kept;
mod preferences;
mod session;
mod slice;
mod slug;

pub use annotated::{Annotated, annotate, drive, fraction};
pub use app::{Action, App, Focus, Loading, PackState, Selection};
pub use context::{Context, Piece, snippet};
pub use document::{Document, Section};
pub use filter::Filter;
pub use history::{Address, History};
pub use kept::{keep, kept};
pub use preferences::{Preferences, Theme};
pub use session::Session;
pub use slice::Slice;
pub use slug::{slug, slug_of, target_of};

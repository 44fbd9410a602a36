//! The engine of Manicule: a news article's text in, annotations out.
//!
//! [`annotate()`] analyses a whole text; [`Annotator`] does the same in small steps, so that a page stays
//! responsive. Both return [`Annotations`]: the entities, figures, links and quotes of the text, each with its
//! positions. [`highlights`](relation::highlights) flattens them into the sorted, non-overlapping list that a page
//! paints, and [`export`] writes the published formats.
//!
//! The crate uses no browser, file, clock or thread. The analysis has no errors: for every text it returns
//! annotations and notices. It is deterministic, and its running time is linear in the length of the text.
//!
//! Offsets are UTF-8 bytes on character boundaries, in [`Span`]s; [`Offsets`] converts them to code points and
//! UTF-16 code units.

mod annotate;
mod annotations;
mod date;
mod dateline;
pub mod entity;
pub mod export;
pub mod figure;
pub mod lang;
pub mod link;
pub mod quote;
pub mod relation;
pub mod text;

pub use annotate::{Annotator, Options, Progress, annotate};
pub use annotations::{Annotations, Notice, NoticeCode};
pub use date::{Published, parse_date, roman};
pub use entity::{Class, Entity};
pub use figure::{Figure, Measure};
pub use lang::{Language, Pack, PackError};
pub use link::Link;
pub use quote::Quote;
pub use text::{Article, Block, BlockKind, Offsets, Span};
pub use time::Date;

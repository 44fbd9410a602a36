//! An article from wherever the reader has it: one file a way in.

mod address;
mod config;
mod data;
mod decode;
mod error;
mod file;
mod pack;
mod sample;
mod stream;
mod styles;

pub use address::{fetch_article, typed_address};
pub use config::{Asset, Config};
pub use data::{ArticleInput, given};
pub use decode::decode;
pub use error::{ContentKind, LoadError};
pub use file::read_file;
pub use pack::fetch_pack;
pub use sample::SAMPLE;
pub use styles::fetch_styles;

/// The largest article that is read, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It comes with the page.
    Sample,
    /// An address, absolute.
    Address(String),
    /// A file of this name.
    File(String),
    /// The clipboard, a text field, or dropped text.
    Paste,
}

/// How much of an article has been read, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// Bytes read so far.
    pub done: usize,
    /// Bytes that there are, where the sender says.
    pub total: Option<usize>,
}

//! Loads articles from an address, a file or the clipboard, and the program's own files.

mod address;
mod config;
mod data;
mod decode;
mod error;
mod file;
mod own;
mod pack;
mod sample;
mod stream;
mod styles;

pub use address::{fetch_article, typed_address};
pub use config::{Asset, Config};
pub use data::{ArticleInput, article_in};
pub use decode::decode;
pub use error::{ContentKind, LoadError};
pub use file::read_file;
pub use own::{AssetError, Missing};
pub use pack::{fetch_pack, late_pack, pack_error, retry_pack};
pub use sample::SAMPLE;
pub use styles::fetch_styles;

/// Maximum size of an article, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The sample article, which is embedded in the program.
    Sample,
    /// The address that the reader opened, absolute or relative to the page.
    Address(String),
    /// A file with this name.
    File(String),
    /// The clipboard, a text field, or dropped text.
    Paste,
}

/// How much of an article has been read, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// Bytes read so far.
    pub done: usize,
    /// Size of the article in bytes, if known in advance.
    pub total: Option<usize>,
}

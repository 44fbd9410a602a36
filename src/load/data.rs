//! What a drop or the clipboard holds.

use super::address::absolute;
use web_sys::{DataTransfer, File};

/// An article that the reader gave, or the way to one.
#[derive(Clone, Debug)]
pub enum ArticleInput {
    /// A file.
    File(File),
    /// An address alone.
    Address(String),
    /// Text.
    Text(String),
}

/// What `data` holds: its first file, else its text, taken for an address if it is one and nothing else.
pub fn given(data: &DataTransfer) -> Option<ArticleInput> {
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        return Some(ArticleInput::File(file));
    }
    let text = data.get_data("text/plain").ok()?;
    let words = text.trim();
    let is_address = (words.starts_with("https://") || words.starts_with("http://"))
        && !words.contains(char::is_whitespace)
        && absolute(words).is_ok();
    Some(if is_address { ArticleInput::Address(words.to_owned()) } else { ArticleInput::Text(text) })
}

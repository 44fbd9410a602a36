//! Articles that are dropped or pasted.

use super::address::absolute;
use web_sys::{DataTransfer, File};

/// An article that the reader opened, or where it is.
#[derive(Clone, Debug)]
pub enum ArticleInput {
    /// A file.
    File(File),
    /// An address alone.
    Address(String),
    /// Text.
    Text(String),
}

/// Returns the first file in `data`, else its text; text that is a single `http` or `https` address counts as one.
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

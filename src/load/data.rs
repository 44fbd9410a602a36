//! Articles that the reader drops or pastes.

use super::address::resolve;
use web_sys::{DataTransfer, File};

/// An article to open: its content or its location.
#[derive(Clone, Debug)]
pub enum ArticleInput {
    /// A file on the reader's disk.
    File(File),
    /// The address of the article.
    Address(String),
    /// The text of the article.
    Text(String),
}

/// Returns the article in `data` (dropped or pasted): its first file, else its text, or a lone `http(s)` address in it.
pub fn article_in(data: &DataTransfer) -> Option<ArticleInput> {
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        return Some(ArticleInput::File(file));
    }
    let text = data.get_data("text/plain").ok()?;
    let words = text.trim();
    let is_address = (words.starts_with("https://") || words.starts_with("http://"))
        && !words.contains(char::is_whitespace)
        && resolve(words).is_ok();
    Some(if is_address { ArticleInput::Address(words.to_owned()) } else { ArticleInput::Text(text) })
}

//! Decodes the bytes of an article.

use super::{ContentKind, LARGEST, LoadError};
use manicule_core::text::{self, NotText};

/// Tags that HTML source starts with, be it a whole page or a fragment with paragraphs.
const HTML_TAGS: [&str; 12] =
    ["!doctype", "!--", "html", "head", "body", "main", "article", "section", "div", "h1", "h2", "p"];

/// Decodes `bytes`, in the encoding that [`text::decode`] recognises.
///
/// # Errors
/// [`LoadError::NotText`] for other content, [`LoadError::Empty`], [`LoadError::TooLarge`].
pub fn decode(bytes: Vec<u8>) -> Result<String, LoadError> {
    if bytes.len() > LARGEST {
        return Err(LoadError::TooLarge);
    }
    let text = text::decode(bytes).map_err(|kind| {
        LoadError::NotText(match kind {
            NotText::Pdf => ContentKind::Pdf,
            NotText::Binary => ContentKind::Binary,
        })
    })?;
    if let Some(kind) = non_article_text(&text) {
        return Err(LoadError::NotText(kind));
    }
    if text.trim().is_empty() {
        return Err(LoadError::Empty);
    }
    Ok(text)
}

/// Detects text that is not an article: the HTML source of a web page or of a fragment.
fn non_article_text(text: &str) -> Option<ContentKind> {
    let start = text.trim_start();
    let head: String = start.chars().take(200).collect::<String>().to_ascii_lowercase();
    let tag = head.strip_prefix('<').and_then(|rest| rest.split([' ', '\n', '\t', '>']).next());
    let is_page =
        tag.is_some_and(|tag| HTML_TAGS.contains(&tag)) || (tag == Some("?xml") && head.contains("<html"));
    is_page.then_some(ContentKind::Html)
}

//! Decodes the bytes of an article.

use super::{ContentKind, LARGEST, LoadError};
use web_sys::TextDecoder;

/// Number of bytes at the beginning that are examined to detect the kind of content.
const HEAD_SIZE: usize = 4096;

/// Tags that HTML source starts with, be it a whole page or a fragment with paragraphs.
const HTML_TAGS: [&str; 12] =
    ["!doctype", "!--", "html", "head", "body", "main", "article", "section", "div", "h1", "h2", "p"];

/// Decodes `bytes`: UTF-8, UTF-16 with a byte order mark, else windows-1252, the encoding of old French files. The
/// byte order mark is removed.
///
/// # Errors
/// [`LoadError::NotText`] for other content, [`LoadError::Empty`], [`LoadError::TooLarge`].
pub fn decode(bytes: Vec<u8>) -> Result<String, LoadError> {
    if bytes.len() > LARGEST {
        return Err(LoadError::TooLarge);
    }
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => eight_bit(rest.to_vec())?,
        _ => eight_bit(bytes)?,
    };
    if let Some(kind) = non_article_text(&text) {
        return Err(LoadError::NotText(kind));
    }
    if text.trim().is_empty() {
        return Err(LoadError::Empty);
    }
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn eight_bit(bytes: Vec<u8>) -> Result<String, LoadError> {
    if let Some(kind) = binary_kind(&bytes) {
        return Err(LoadError::NotText(kind));
    }
    String::from_utf8(bytes).or_else(|error| {
        // In the WHATWG variant of windows-1252 every byte is a character, so decoding does not fail.
        let decoder = TextDecoder::new_with_label("windows-1252").ok();
        decoder
            .and_then(|decoder| decoder.decode_with_u8_array(error.as_bytes()).ok())
            .ok_or(LoadError::NotText(ContentKind::Binary))
    })
}

/// Detects bytes that are not text, by their signature or by control characters that text does not contain.
fn binary_kind(bytes: &[u8]) -> Option<ContentKind> {
    let head = &bytes[..bytes.len().min(HEAD_SIZE)];
    if head.starts_with(b"%PDF-") {
        return Some(ContentKind::Pdf);
    }
    if head.starts_with(b"{\\rtf") {
        return Some(ContentKind::Binary);
    }
    let controls = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1B)).count();
    // Text may contain a stray control character, but neither a NUL byte nor many control characters.
    (head.contains(&0) || controls * 50 > head.len()).then_some(ContentKind::Binary)
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

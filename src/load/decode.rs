//! Decoding an article's bytes.

use super::{ContentKind, LARGEST, LoadError};
use web_sys::TextDecoder;

/// Bytes at the beginning from which the kind of content is recognised.
const HEAD: usize = 4096;

/// The tags with which the HTML source of a page, or of a part with whole paragraphs, begins.
const TAGS: [&str; 12] =
    ["!doctype", "!--", "html", "head", "body", "main", "article", "section", "div", "h1", "h2", "p"];

/// Decodes `bytes`: UTF-8, UTF-16 with a byte order mark, else windows-1252, the encoding of old French files. The byte
/// order mark is not part of the text.
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
    if let Some(matter) = matter_of_text(&text) {
        return Err(LoadError::NotText(matter));
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
    if let Some(matter) = matter_of_bytes(&bytes) {
        return Err(LoadError::NotText(matter));
    }
    String::from_utf8(bytes).or_else(|error| {
        // Every byte has a meaning in windows-1252 as the web has it (WHATWG Encoding), so decoding does not fail.
        let decoder = TextDecoder::new_with_label("windows-1252").ok();
        decoder
            .and_then(|decoder| decoder.decode_with_u8_array(error.as_bytes()).ok())
            .ok_or(LoadError::NotText(ContentKind::Binary))
    })
}

/// Recognises bytes that are not text, by a signature or by control characters that text does not contain.
fn matter_of_bytes(bytes: &[u8]) -> Option<ContentKind> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.starts_with(b"%PDF-") {
        return Some(ContentKind::Pdf);
    }
    if head.starts_with(b"{\\rtf") {
        return Some(ContentKind::Binary);
    }
    let controls = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1B)).count();
    // One control character among many bytes may be a slip; a NUL byte or many control characters are not text.
    (head.contains(&0) || controls * 50 > head.len()).then_some(ContentKind::Binary)
}

/// Recognises text that is not an article: the HTML source of a web page or of a part of one.
fn matter_of_text(text: &str) -> Option<ContentKind> {
    let start = text.trim_start();
    let head: String = start.chars().take(200).collect::<String>().to_ascii_lowercase();
    let tag = head.strip_prefix('<').and_then(|rest| rest.split([' ', '\n', '\t', '>']).next());
    let is_page =
        tag.is_some_and(|tag| TAGS.contains(&tag)) || (tag == Some("?xml") && head.contains("<html"));
    is_page.then_some(ContentKind::Html)
}

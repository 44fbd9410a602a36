//! Decoding of an article's bytes.

/// Number of bytes at the beginning that are examined to detect content that is not text.
const HEAD_SIZE: usize = 4096;

/// Kinds of content that are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A PDF document.
    Pdf,
    /// An image, an archive or another binary file.
    Binary,
}

/// Decodes `bytes`: UTF-8, UTF-16 with a byte order mark, else windows-1252, the encoding of old French files. The
/// byte order mark is removed.
///
/// A few damaged bytes do not change the encoding: if at least twice as many characters are valid UTF-8 as are not, the
/// others become U+FFFD, and a character that is cut at the end is dropped.
///
/// # Errors
/// [`NotText`] for a signature or control characters that text does not have.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return Ok(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Ok(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    if let Some(kind) = not_text(&bytes) {
        return Err(kind);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(utf8(split_cut(rest).0));
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.as_bytes();
        let (whole, cut) = split_cut(bytes);
        match is_utf8(whole, cut) {
            true => utf8(whole),
            false => bytes.iter().copied().map(windows_1252).collect(),
        }
    }))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Splits off the start of a UTF-8 character at the end of `bytes` whose other bytes are missing.
fn split_cut(bytes: &[u8]) -> (&[u8], &[u8]) {
    let last = bytes.utf8_chunks().last().map_or(&[][..], |chunk| chunk.invalid());
    let is_cut = std::str::from_utf8(last).is_err_and(|error| error.error_len().is_none());
    bytes.split_at(bytes.len() - if is_cut { last.len() } else { 0 })
}

/// Whether most of `whole`, followed by the start `cut` of a character, is UTF-8.
///
/// In windows-1252 hardly any letter is followed by the signs that would make it valid UTF-8, so that the two counts
/// differ widely in any text with several accents.
fn is_utf8(whole: &[u8], cut: &[u8]) -> bool {
    // The first byte of a character may as well be a letter of windows-1252; two bytes are no coincidence.
    let mut valid = usize::from(cut.len() > 1);
    let mut invalid = 0;
    for chunk in whole.utf8_chunks() {
        valid += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && valid >= 2 * invalid
}

/// Decodes `bytes` with U+FFFD for what is damaged.
fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The character of a byte in the WHATWG variant of windows-1252, in which every byte has one.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Detects bytes that are not text, by their signature or by control characters that text does not contain.
fn not_text(bytes: &[u8]) -> Option<NotText> {
    let head = &bytes[..bytes.len().min(HEAD_SIZE)];
    if head.starts_with(b"%PDF-") {
        return Some(NotText::Pdf);
    }
    if head.starts_with(b"{\\rtf") {
        return Some(NotText::Binary);
    }
    let controls = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1B)).count();
    // Text may contain a stray control character, but neither a NUL byte nor many control characters.
    (head.contains(&0) || controls * 50 > head.len()).then_some(NotText::Binary)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: &str = "Été à Nîmes : « le préfet, élu en mars, a cédé » – 1 200 €.";

    fn decoded(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).expect("it is text")
    }

    /// `text` in windows-1252.
    fn encoded(text: &str) -> Vec<u8> {
        let byte = |char| (0..=u8::MAX).find(|&byte| windows_1252(byte) == char);
        text.chars().map(|char| byte(char).expect("windows-1252 has it")).collect()
    }

    #[test]
    fn a_text_cut_anywhere_keeps_its_accents() {
        for end in 8..=FRENCH.len() {
            let whole = &FRENCH[..FRENCH.floor_char_boundary(end)];
            assert_eq!(decoded(&FRENCH.as_bytes()[..end]), whole, "{end}");
        }
        let text = "Un éléphant 🐘";
        for missing in 1..4 {
            assert_eq!(decoded(&text.as_bytes()[..text.len() - missing]), "Un éléphant ");
        }
        // No other character that is not ASCII.
        assert_eq!(decoded(b"It\xE2\x80\x99s over\xE2\x80"), "It’s over");
        assert_eq!(decoded(b"It is over\xE2\x80"), "It is over");
    }

    #[test]
    fn a_damaged_byte_changes_one_character() {
        for at in 0..FRENCH.len() {
            for flipped in [0x04, 0x40, 0xFF] {
                let mut bytes = FRENCH.as_bytes().to_vec();
                bytes[at] ^= flipped;
                let text = decoded(&bytes);
                let wrong = text.chars().filter(|char| !FRENCH.contains(*char)).count();
                assert!(wrong <= 3, "byte {at} flipped by {flipped:#x}: {text}");
                assert!(text.contains("Nîmes") || text.contains("préfet"), "{text}");
            }
        }
    }

    #[test]
    fn old_encodings_are_recognised() {
        for text in [
            FRENCH,
            "Un café",
            "caf\u{E9}",
            "It’s \u{A0}over",
            "L’été",
            "Voil\u{E0}\u{A0}: rien",
            "Prix\u{A0}: 3",
            // These two letters are a valid sequence of UTF-8, the others are not.
            "Le signe Ã© d’un été à Nîmes",
            "Ã© à !",
            "CAF\u{C9}\u{A0}: fermé, dit-il à l’été",
            "Œuvre “à l’œil”",
        ] {
            assert_eq!(decoded(&encoded(text)), text);
        }
    }

    #[test]
    fn ascii_and_valid_texts_stay_as_they_are() {
        for text in ["", "Plain.", FRENCH, "漢字 🐘", "Ã©"] {
            assert_eq!(decoded(text.as_bytes()), text);
        }
    }

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(decoded(b"\xEF\xBB\xBFCaf\xC3\xA9 \xE9t\xC3"), "Café \u{FFFD}t");
        assert_eq!(decoded(b"\xFF\xFE\xC9\0t\0\xE9\0!"), "Été");
        assert_eq!(decoded(b"\xFE\xFF\0\xC9\0t\0\xE9"), "Été");
    }

    #[test]
    fn other_content_is_refused() {
        assert_eq!(decode(b"%PDF-1.7".to_vec()), Err(NotText::Pdf));
        assert_eq!(decode(b"{\\rtf1\\ansi Bonjour}".to_vec()), Err(NotText::Binary));
        assert_eq!(decode(b"PK\x03\x04\x14\0".to_vec()), Err(NotText::Binary));
    }
}

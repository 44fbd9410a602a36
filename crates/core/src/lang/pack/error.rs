//! Errors of loading a pack.

use std::fmt;

/// Why some bytes are not a usable pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// The bytes do not begin with a pack's magic number: this is some other file.
    NotAPack,
    /// The bytes end before the pack does.
    Truncated,
    /// The checksum is wrong, or a section is malformed.
    Damaged,
    /// The pack has a later format than this program reads; the format's number.
    Newer(u16),
    /// The pack is for a language that this program does not read; its BCP 47 tag, padded with zeros.
    Language([u8; 4]),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PackError::NotAPack => f.write_str("this is not a Manicule language pack"),
            PackError::Truncated => f.write_str("the language pack is cut short: fetch it again"),
            PackError::Damaged => f.write_str("the language pack is damaged: fetch it again"),
            PackError::Newer(version) => {
                write!(f, "the language pack has format {version}, which needs a newer Manicule")
            }
            PackError::Language(tag) => {
                let tag: String = tag
                    .iter()
                    .take_while(|&&b| b != 0)
                    .map(|&b| char::from(b))
                    .filter(char::is_ascii_graphic)
                    .collect();
                write!(f, "the language pack is for a language that is not read here ({tag})")
            }
        }
    }
}

impl std::error::Error for PackError {}

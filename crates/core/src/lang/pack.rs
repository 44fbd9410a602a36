//! Language packs: what the tagger learned, in one file.

use crate::lang::Language;
use std::fmt;

/// A loaded language pack.
#[derive(Debug)]
pub struct Pack {
    language: Language,
}

impl Pack {
    /// Reads a pack from the bytes of its file.
    ///
    /// # Errors
    /// A [`PackError`] that says what is wrong with the bytes; nothing of a bad pack is used.
    pub fn load(_bytes: Vec<u8>) -> Result<Pack, PackError> {
        Err(PackError::NotAPack)
    }

    /// The language that the pack is for.
    pub fn language(&self) -> Language {
        self.language
    }
}

/// Why some bytes are not a usable pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// The bytes do not begin as a pack does.
    NotAPack,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PackError::NotAPack => f.write_str("this is not a Manicule language pack"),
        }
    }
}

impl std::error::Error for PackError {}

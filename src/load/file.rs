//! Reads an article from a file on the reader's disk.

use super::stream::read_all;
use super::{LARGEST, LoadError, Received, decode};
use web_sys::File;

/// Reads and decodes the article in `file`; calls `progress` after each chunk.
///
/// # Errors
/// [`LoadError::TooLarge`], [`LoadError::NotText`], [`LoadError::Empty`], and [`LoadError::Interrupted`] for a file that
/// cannot be read, such as a folder or one that was moved.
pub async fn read_file(file: &File, progress: impl Fn(Received)) -> Result<String, LoadError> {
    let size = file.size();
    if size > LARGEST as f64 {
        return Err(LoadError::TooLarge);
    }
    decode(read_all(&file.stream(), Some(size as usize), progress).await?)
}

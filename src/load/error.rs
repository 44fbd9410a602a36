//! Errors of loading an article.

/// Reason why an article could not be read. [`Messages::error`](crate::i18n::Messages) is its message for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not an `http` or `https` address.
    BadAddress,
    /// The server responded with this HTTP status, which is not a success.
    Status(u16),
    /// The page may not read the response (CORS), the network is down, or the integrity does not match. Browsers do
    /// not distinguish these errors.
    Refused,
    /// The transfer stopped before the end.
    Interrupted,
    /// The content is not plain text.
    NotText(ContentKind),
    /// The text is empty or only white space.
    Empty,
    /// The content is larger than [`LARGEST`](super::LARGEST) bytes.
    TooLarge,
}

/// Kinds of content that are not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentKind {
    /// A web page.
    Html,
    /// A PDF document.
    Pdf,
    /// An image, an archive or another binary file.
    Binary,
}

//! Why an article could not be read.

/// Why an article could not be read. [`Messages::error`](crate::i18n::Messages) says what the reader can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not an `http` or `https` address.
    BadAddress,
    /// The server answered with this HTTP status, not a success.
    Status(u16),
    /// No response that this page may read: the site does not allow it (CORS), or the network is down. Browsers give
    /// the same error for both.
    Refused,
    /// The bytes stopped coming before the end.
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

//! Why an article could not be read.

/// Why an article could not be read; what to do about it is said by [`Messages::error`](crate::i18n::Messages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not an `http` or `https` address.
    BadAddress,
    /// The server answered with this HTTP status, not a success.
    Status(u16),
    /// No answer that this page may read: the site does not allow it (CORS), or the network is down. Browsers do not
    /// tell the two apart.
    Refused,
    /// The bytes stopped coming before the end.
    Interrupted,
    /// It is something else than plain text.
    NotText(ContentKind),
    /// It has nothing but white space.
    Empty,
    /// It is over [`LARGEST`](super::LARGEST) bytes.
    TooLarge,
}

/// What something that is not plain text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentKind {
    /// A web page.
    Html,
    /// A PDF document.
    Pdf,
    /// Pictures, archives and so on.
    Binary,
}

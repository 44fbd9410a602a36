//! The links that a text cites: where they stand, what they are called, which words they support.

use crate::text::Span;
use time::Date;

/// A link cited in the text, or a related story that the text lists without a URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The URL as it stands in the text, without trailing punctuation; for a related story, its title.
    pub span: Span,
    /// The address, absolute, `http`, `https` or `mailto`; none for a related story without one.
    pub url: Option<String>,
    /// The address's host without a leading `www.`.
    pub host: Option<String>,
    /// A title: read from the address's slug, or the related story's own.
    pub title: Option<String>,
    /// The publication date in the slug.
    pub date: Option<Date>,
    /// The words just before the link that it supports.
    pub anchor: Option<Span>,
}

//! The links that a text cites: where they stand, what they are called, which words they support.

mod address;
mod anchor;
mod capitals;
mod find;
mod related;

pub(crate) use anchor::find_anchor;
pub(crate) use capitals::Capitals;
pub(crate) use find::{find, join, latest_date};
pub(crate) use related::find_related;

use crate::text::Span;
use time::Date;

/// A link cited in the text, or a related story that the text lists without an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The address as it stands in the text, without trailing punctuation; for a related story, its title. Empty, where
    /// the anchor begins, for a web page's link, whose address the text does not show.
    pub span: Span,
    /// The address, absolute, with the scheme `http`, `https` or `mailto`; none for a related story without one.
    pub url: Option<String>,
    /// The address's host, in lower case, without a leading `www.`.
    pub host: Option<String>,
    /// A title: read from the address's slug, or the related story's own.
    pub title: Option<String>,
    /// The publication date in the address.
    pub date: Option<Date>,
    /// The words just before the link that it supports; in Markdown and on a web page, the link's text.
    pub anchor: Option<Span>,
}

impl Link {
    /// A web page's link to `url` from the words at `anchor`. Its title is read from the address.
    pub fn of_page(url: String, anchor: Span) -> Link {
        Link {
            span: Span::new(anchor.start, anchor.start),
            host: address::host(&url),
            title: address::title(&url),
            date: address::date(&url),
            url: Some(url),
            anchor: Some(anchor),
        }
    }

    /// What to call the link: its title, else its words in `text`, the article that it was found in.
    pub fn name<'a>(&'a self, text: &'a str) -> &'a str {
        self.title.as_deref().unwrap_or_else(|| self.span.of(text))
    }
}

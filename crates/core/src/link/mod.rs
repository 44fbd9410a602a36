//! The links that a text cites: their positions, titles and anchors.

mod address;
mod anchor;
mod capitals;
mod find;
mod related;

pub(crate) use anchor::find_anchor;
pub(crate) use capitals::Capitals;
pub(crate) use find::{find, latest_date, merge};
pub(crate) use related::find_related;

use crate::text::Span;
use time::Date;

/// A link that the text cites, or a related article that the text lists by its title alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The address in the text, without trailing punctuation; for a related article, its title. For a web page's link
    /// whose address is not part of the text, an empty span at the start of the anchor.
    pub span: Span,
    /// The absolute address, with the scheme `http`, `https` or `mailto`; none for a related article without an
    /// address.
    pub url: Option<String>,
    /// The host of the address, in lower case, without a leading `www.`.
    pub host: Option<String>,
    /// The title in the slug of the address, or that of the related article.
    pub title: Option<String>,
    /// The publication date in the path of the address.
    pub date: Option<Date>,
    /// The words that the link supports, which precede it; in Markdown and on a web page, the link text.
    pub anchor: Option<Span>,
}

impl Link {
    /// Creates the link of a web page to the absolute address `url`, with the link text at `anchor`. Host, title and
    /// date are taken from the address.
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

    /// The name to display: the title, else the address in `text`, the article in which the link was found.
    pub fn name<'a>(&'a self, text: &'a str) -> &'a str {
        self.title.as_deref().unwrap_or_else(|| self.span.of(text))
    }
}

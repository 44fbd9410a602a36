//! The words that a link supports.

use super::Link;
use crate::figure::Figure;
use crate::text::Span;

/// Gives every link of `links` with an address the words just before it that it supports.
pub(crate) fn find_anchors(_text: &str, _mentions: &[Span], _figures: &[Figure], _links: &mut [Link]) {}

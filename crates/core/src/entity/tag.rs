//! Finding names.

use super::Mention;
use crate::annotate::Sentence;
use crate::lang::{Language, Pack};
use crate::text::Token;

/// Finds the names of an article in two passes over its sentences: [`read`](Tagger::read) gathers what the whole
/// article says of each word, [`tag`](Tagger::tag) decides.
#[derive(Debug)]
pub(crate) struct Tagger<'p> {
    _pack: &'p Pack,
    _language: Language,
}

impl<'p> Tagger<'p> {
    /// A tagger at the start of an article.
    pub fn new(pack: &'p Pack, language: Language) -> Self {
        Tagger { _pack: pack, _language: language }
    }

    /// First pass: takes note of a sentence. `tokens` are the sentence's.
    pub fn read(&mut self, _text: &str, _sentence: &Sentence, _tokens: &[Token]) {}

    /// Second pass, after every sentence was read: appends the names of the sentence at `index` to `mentions`,
    /// sorted, not overlapping.
    pub fn tag(
        &mut self,
        _text: &str,
        _index: usize,
        _sentence: &Sentence,
        _tokens: &[Token],
        _mentions: &mut Vec<Mention>,
    ) {
    }
}

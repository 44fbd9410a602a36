//! Finding figures in a sentence.

use super::Figure;
use crate::annotate::Sentence;
use crate::lang::Language;
use crate::text::Token;
use time::Date;

/// Finds figures, sentence by sentence, in one article.
#[derive(Debug)]
pub(crate) struct Finder {
    _language: Language,
    _date: Option<Date>,
}

impl Finder {
    /// A finder for an article in `language` whose date is not known.
    pub fn new(language: Language) -> Self {
        Finder { _language: language, _date: None }
    }

    /// Sets the article's date, against which "Thursday" is read.
    pub fn set_date(&mut self, date: Option<Date>) {
        self._date = date;
    }

    /// Appends the figures of `sentence` to `figures`: sorted, not overlapping. `tokens` are the sentence's.
    pub fn find(&self, _text: &str, _sentence: &Sentence, _tokens: &[Token], _figures: &mut Vec<Figure>) {}
}

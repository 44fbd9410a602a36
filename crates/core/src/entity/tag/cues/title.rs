//! Titles of works.

use super::super::label::PERSON;
use super::super::word::Shape;
use super::{Cues, Name};
use crate::text::TokenKind;
use std::ops::Range;

/// A title has fewer tokens than this, unless only capitals and complements show where it ends.
const MAX_TITLE_TOKENS: usize = 10;
/// The most words between the noun of a work and the comma before its title, that noun included.
const MAX_WORDS_TO_COMMA: usize = 8;

impl Cues<'_, '_> {
    /// The words of a title of a work that begins at `at` and ends before `limit`, if there is one. It follows a noun
    /// such as "film", or precedes the full name of its author, which is `next`; it may be in quotation marks.
    pub(super) fn work_title(&self, at: usize, limit: usize, next: &Name) -> Option<Range<usize>> {
        let tables = self.model.tables;
        let before = at.checked_sub(1)?;
        let (after, after_class) = next;
        let author = (*after_class == PERSON && after.len() > 1).then_some(after.start);
        let of_work = |at: usize| self.is(at, tables.entitled) || self.is(at, tables.works);
        if matches!(self.word(before), "«" | "“" | "\"") {
            let closes = |at: &usize| matches!(self.word(*at), "»" | "”" | "\"");
            let end = (at + 1..self.words.len().min(at + MAX_TITLE_TOKENS)).find(closes)?;
            // "un album, « Marée »"
            let noun =
                before.checked_sub(1).map(|noun| noun - usize::from(noun > 0 && self.is_mark(noun, ",")));
            let after_noun = noun.is_some_and(of_work);
            // "« Les Lointains » d'Anne Roche"
            let by = self.words.get(end + 1).is_some_and(|word| word.of) && author == Some(end + 2);
            return (after_noun || by).then_some(at..end);
        }
        // "un récit de ses voyages, La Route des sables"
        let noun = if self.is_mark(before, ",") {
            let plain = |at: &usize| matches!(self.words[*at].shape, Shape::Lower | Shape::LowerElided);
            let phrase = (before.saturating_sub(MAX_WORDS_TO_COMMA)..before).rev().take_while(plain);
            phrase.into_iter().find(|&at| of_work(at)).or(before.checked_sub(1))?
        } else {
            before
        };
        // After a noun with complements, the title is everything up to the next punctuation.
        if noun + 1 < before && of_work(noun) {
            let end = (at + 1..limit.min(at + MAX_TITLE_TOKENS))
                .take_while(|&at| self.words[at].shape != Shape::Punctuation);
            let end = end.last()? + 1;
            let closed = self.words.get(end).is_none_or(|next| next.shape == Shape::Punctuation);
            return (closed && end > at + 2).then_some(at..end);
        }
        let article = self.is(at, tables.articles);
        let capital = |at: usize| self.words[at].is_capital();
        let mut end = at;
        // "Le Juge et la Mer"
        while let Some(next) = (end..limit.min(end + 4)).find(|&at| !self.words[at].connects || capital(at))
            && capital(next)
        {
            end = next + 1;
        }
        end += usize::from(end < limit && self.tokens[end].kind == TokenKind::Number);
        // "La Saison des figues"
        let capitals = end;
        if article || self.is(end.min(limit - 1), self.model.report.complements) {
            end = self.with_complements(end, limit, article);
        }
        // "la série La Dame de Valmy"
        if article
            && *after_class != PERSON
            && of_work(noun)
            && after.start == end + 1
            && after.start < self.words.len()
            && self.words[end].of
        {
            end = after.end;
        }
        if end == at + 1 && (article || self.words[at].connects) {
            return None;
        }
        // "dans Mallard et la Mer d'Anne Roche"
        let by = author == Some(end + 1)
            && self.is(end, self.model.report.complements)
            && !self.is(before, tables.articles)
            && !self.is(before, tables.contractions)
            && !self.words[before].of;
        let alone =
            article && capitals > at + 1 && end > capitals && self.words[before].shape != Shape::Punctuation;
        (of_work(noun) && (noun == before || article) || alone || by).then_some(at..end)
    }

    /// The end of a name that ends at `end` including its complements, which end before `limit`: "des figues". If
    /// `loosely`, other prepositions than those of complements count too: "avec les morts".
    pub(super) fn with_complements(&self, mut end: usize, limit: usize, loosely: bool) -> usize {
        let tables = self.model.tables;
        while end < limit
            && let Some(next) = (end + 1..limit.min(end + 5)).find(|&at| !self.words[at].connects)
            && (self.words[end].of || loosely && self.is(end, tables.name_prepositions))
            && self.words[next].shape == Shape::Lower
            && !tables.role_ends.contains(self.word(next))
        {
            end = next + 1;
        }
        end
    }
}

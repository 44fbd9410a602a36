//! Punctuation, numbers and nouns next to a name that show its class.

use super::super::word::Shape;
use super::Cues;
use crate::text::TokenKind;

impl Cues<'_, '_> {
    /// Whether an age follows the name that ends before the word `end`: "Nadia, 34 ans".
    pub(super) fn has_age_after(&self, end: usize) -> bool {
        self.is_mark(end, ",")
            && self.is_number(end + 1)
            && self.tokens.get(end + 2).is_some()
            && self.is(end + 2, self.model.tables.years)
    }

    /// Whether a change of share price follows the name that ends before the word `end`: "Mallard (+1,2 %)".
    pub(super) fn has_price_change_after(&self, end: usize) -> bool {
        let sign = ["+", "-", "\u{2013}", "\u{2212}"].iter().any(|sign| self.is_mark(end + 1, sign));
        self.is_mark(end, "(") && sign && self.is_number(end + 2) && self.is_mark(end + 3, "%")
    }

    /// Whether the preposition at `of` follows a noun for somebody who leads or works for an organisation: "directrice
    /// générale de".
    pub(super) fn follows_leader_noun(&self, of: usize) -> bool {
        (of.saturating_sub(2)..of).any(|at| self.is(at, self.model.tables.leaders))
            && self.words[of - 1].shape == Shape::Lower
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }
}

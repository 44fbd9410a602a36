//! What marks and numbers beside a name tell of it.

use super::super::word::Shape;
use super::Cues;
use crate::text::TokenKind;

impl Cues<'_, '_> {
    /// Whether an age follows the name that ends at `end`: "Nadia, 34 ans".
    pub(super) fn is_aged(&self, end: usize) -> bool {
        self.is_mark(end, ",")
            && self.is_number(end + 1)
            && self.tokens.get(end + 2).is_some()
            && self.is(end + 2, self.model.tables.years)
    }

    /// Whether a share's change follows the name that ends at `end`: "Mallard (+1,2 %)".
    pub(super) fn is_quoted(&self, end: usize) -> bool {
        let sign = ["+", "-", "\u{2013}", "\u{2212}"].iter().any(|sign| self.is_mark(end + 1, sign));
        self.is_mark(end, "(") && sign && self.is_number(end + 2) && self.is_mark(end + 3, "%")
    }

    /// Whether the word at `at` belongs to whoever leads or works at what the words after "de" name: "directrice
    /// générale de".
    pub(super) fn leads(&self, of: usize) -> bool {
        (of.saturating_sub(2)..of).any(|at| self.is(at, self.model.tables.leaders))
            && self.words[of - 1].shape == Shape::Lower
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }
}

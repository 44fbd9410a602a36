//! Acronyms in brackets, and what they stand for.

use super::super::label::{Label, ORGANISATION, PERSON};
use super::super::word::Shape;
use super::Cues;
use crate::text::fold;

/// An acronym stands for at most this many words.
const LONGEST: usize = 14;

impl Cues<'_, '_> {
    /// Labels what an acronym in brackets after it tells from its letters, "Bureau des mers froides (BMF)", and the
    /// acronym.
    pub(super) fn expand_acronyms(&self, labels: &mut [Label]) {
        for at in 2..self.words.len().saturating_sub(1) {
            if !self.is_mark(at - 1, "(") || !self.is_mark(at + 1, ")") || !self.is_acronym(at) {
                continue;
            }
            let bracket = at - 1;
            let class = |at: usize| labels[at].name().map(|(class, _)| class);
            let Some(full) = self.stands_for(at, bracket) else {
                if class(bracket - 1) == Some(ORGANISATION) {
                    Label::set(ORGANISATION, at..at + 1, labels);
                }
                continue;
            };
            let body = (self.words[full].heads & 1 != 0).then_some(ORGANISATION);
            let Some(class) = class(full).or(body).filter(|&class| class != PERSON) else { continue };
            let start = full - labels[..=full].iter().rev().take_while(|label| label.goes_on()).count();
            Label::set(class, start..bracket, labels);
            Label::set(class, at..at + 1, labels);
        }
    }

    /// Where the name begins that ends before `bracket` and has the initials of the acronym at `at`.
    fn stands_for(&self, at: usize, bracket: usize) -> Option<usize> {
        let letters = fold(self.word(at));
        let mut left = letters.chars().rev().peekable();
        for start in (bracket.saturating_sub(LONGEST)..bracket).rev() {
            let word = &self.words[start];
            if word.shape == Shape::Punctuation {
                return None;
            }
            let folded = fold(self.word(start));
            for part in folded.rsplit(['-', '\'']).filter(|part| !part.is_empty()) {
                if left.next_if(|&letter| part.starts_with(letter)).is_none() && !word.connects {
                    return None;
                }
            }
            if left.peek().is_none() {
                return (word.is_capital() && bracket - start > 1).then_some(start);
            }
        }
        None
    }

    /// Whether the word at `at` is an acronym that may be a body's.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        matches!(word.shape, Shape::ShortCapitals | Shape::LongCapitals)
            && (2..=8).contains(&self.word(at).len())
            && !self.is(at, self.model.tables.never_names)
            // The number of a century.
            && !self.word(at).bytes().all(|byte| b"IVXLC".contains(&byte))
    }
}

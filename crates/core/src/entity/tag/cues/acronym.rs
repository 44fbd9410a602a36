//! Acronyms in brackets and their expansions.

use super::super::label::{Label, ORGANISATION, PERSON};
use super::super::word::{ORGANISATION_HEAD, Shape};
use super::Cues;
use crate::text::fold;

/// The most words that the expansion of an acronym may have.
const MAX_EXPANSION_WORDS: usize = 14;

impl Cues<'_, '_> {
    /// Labels acronyms in brackets and the names before the brackets that have their initials: "Bureau des mers froides
    /// (BMF)".
    pub(super) fn label_acronyms(&self, labels: &mut [Label]) {
        for at in 2..self.words.len().saturating_sub(1) {
            if !self.is_mark(at - 1, "(") || !self.is_mark(at + 1, ")") || !self.is_acronym(at) {
                continue;
            }
            let bracket = at - 1;
            let class = |at: usize| labels[at].name().map(|(class, _)| class);
            let Some(full) = self.expansion_start(at, bracket) else {
                if class(bracket - 1) == Some(ORGANISATION) {
                    Label::set(ORGANISATION, at..at + 1, labels);
                }
                continue;
            };
            let by_noun = (self.words[full].heads & ORGANISATION_HEAD != 0).then_some(ORGANISATION);
            let Some(class) = class(full).or(by_noun).filter(|&class| class != PERSON) else { continue };
            let start =
                full - labels[..=full].iter().rev().take_while(|label| label.continues_name()).count();
            Label::set(class, start..bracket, labels);
            Label::set(class, at..at + 1, labels);
        }
    }

    /// The index of the first word of a name that ends before `bracket` and has the initials of the acronym at `at`.
    fn expansion_start(&self, at: usize, bracket: usize) -> Option<usize> {
        let letters = fold(self.word(at));
        let mut left = letters.chars().rev().peekable();
        for start in (bracket.saturating_sub(MAX_EXPANSION_WORDS)..bracket).rev() {
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

    /// Whether the word at `at` is an acronym that may name an organisation.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        matches!(word.shape, Shape::ShortCapitals | Shape::LongCapitals)
            && (2..=8).contains(&self.word(at).len())
            && !self.is(at, self.model.tables.never_names)
            // Roman numerals, as in the number of a century.
            && !self.word(at).bytes().all(|byte| b"IVXLC".contains(&byte))
    }
}

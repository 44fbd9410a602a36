//! Acronyms in brackets, and what they stand for.

use super::super::label::{ORGANISATION, PERSON};
use super::super::word::Shape;
use super::{Cues, Name};
use crate::text::fold;

/// An acronym stands for at most this many words.
const LONGEST: usize = 14;

impl Cues<'_, '_> {
    /// The names, with those that an acronym in brackets after them tells from its letters: "Bureau des mers froides
    /// (BMF)".
    pub(super) fn expand_acronyms(&self, known: Vec<Name>) -> Vec<Name> {
        let mut all: Vec<Name> = Vec::with_capacity(known.len());
        let mut known = known.into_iter().peekable();
        for at in 0..self.words.len() {
            while let Some(name) = known.next_if(|(name, _)| name.start <= at) {
                if all.last().is_none_or(|(last, _)| last.end <= name.0.start) {
                    all.push(name);
                }
            }
            if !self.is_acronym(at) || !self.is_mark(at.wrapping_sub(1), "(") || !self.is_mark(at + 1, ")") {
                continue;
            }
            let bracket = at - 1;
            // The acronym itself may have been read as a name.
            let own = all.pop_if(|(name, _)| name.start == at);
            let labelled =
                all.last().filter(|(name, _)| name.end == bracket).map_or(bracket, |(name, _)| name.start);
            let full = self
                .stands_for(at, bracket)
                .filter(|&full| labelled <= full || self.words[full].heads & 1 != 0);
            let class = match (full, all.last()) {
                (Some(full), Some((name, class))) if name.end > full => (name.start <= full
                    && *class != PERSON)
                    .then_some(*class)
                    .or((name.start > full).then_some(ORGANISATION)),
                (Some(_), _) => Some(ORGANISATION),
                (None, Some((name, ORGANISATION))) if name.end == bracket => Some(ORGANISATION),
                (None, _) => None,
            };
            let Some(class) = class else {
                all.extend(own);
                continue;
            };
            if let Some(full) = full {
                let whole = all.last().is_none_or(|(name, _)| name.end != bracket || name.start > full);
                if whole {
                    let start = all
                        .last()
                        .map_or(full, |(name, _)| if name.end > full { name.start.min(full) } else { full });
                    while all.pop_if(|(name, _)| name.start >= start).is_some() {}
                    all.push((start..bracket, class));
                }
            }
            all.push((at..at + 1, class));
        }
        all.extend(known);
        all
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

//! Whether the words around a date look back or ahead.

use super::resolve::Tense;
use super::tables::Class;
use super::word::Word;
use crate::text::Span;

/// What the words of a sentence tell of time, so that each of its dates asks at a constant cost.
pub(super) struct Tenses<'w> {
    words: &'w [Word],
    /// For each word: how many before it look ahead, look back, and say anything at all.
    before: Vec<[u32; 3]>,
    /// For each word: where its clause begins, and ends.
    clauses: Vec<(usize, usize)>,
}

impl<'w> Tenses<'w> {
    /// Reads the words of a sentence.
    pub fn new(words: &'w [Word]) -> Self {
        let mut before = vec![[0; 3]; words.len() + 1];
        let mut clauses = vec![(0, words.len()); words.len() + 1];
        let mut start = 0;
        for (at, word) in words.iter().enumerate() {
            let says = [word.is(Class::Future), is_past(words, at), is_telling(word)];
            before[at + 1] = std::array::from_fn(|index| before[at][index] + u32::from(says[index]));
            clauses[at].0 = start;
            if word.breaks {
                clauses[start..=at].iter_mut().for_each(|clause| clause.1 = at);
                start = at + 1;
            }
        }
        clauses[words.len()].0 = start;
        Tenses { words, before, clauses }
    }

    /// The tense in which the clause around `figure` speaks, else the clause after it ("Le 17 avril, il parlera …"), else
    /// its sentence.
    ///
    /// A line that holds nothing but a date is a programme's, and looks ahead.
    pub fn around(&self, figure: Span) -> Tense {
        let start = self.words.partition_point(|word| word.span.start < figure.start);
        let end = self.words.partition_point(|word| word.span.start < figure.end);
        let (from, to) = (self.clauses[start].0, self.clauses[end].1);
        let says = |index: usize, from: usize, to: usize| {
            let inside = self.before[end][index] - self.before[start][index];
            self.before[to][index] - self.before[from][index] > inside
        };
        let all = self.words.len();
        let next = (to + 1).min(all);
        let after = self.clauses[next].1.max(next);
        if !says(2, 0, all) {
            return Tense::Future;
        }
        let counted =
            |index: usize, from: usize, to: usize| self.before[to][index] > self.before[from][index];
        if says(0, from, to) {
            Tense::Future
        } else if says(1, from, to) {
            Tense::Past
        } else if counted(0, next, after) != counted(1, next, after) {
            if counted(0, next, after) { Tense::Future } else { Tense::Past }
        } else {
            match (says(0, 0, all), says(1, 0, all)) {
                (true, false) => Tense::Future,
                (_, true) => Tense::Past,
                _ => Tense::Unknown,
            }
        }
    }
}

/// Whether the word says anything by itself.
fn is_telling(word: &Word) -> bool {
    word.is_letters() && ![Class::Stop, Class::Article, Class::Link].iter().any(|&class| word.is(class))
}

/// Whether the word at `at` tells of the past: by itself, or as a participle after its auxiliary.
fn is_past(words: &[Word], at: usize) -> bool {
    let auxiliary = || {
        let before = &words[at.saturating_sub(2)..at];
        before.iter().any(|before| before.is(Class::Auxiliary) || before.is(Class::Be))
    };
    words[at].is(Class::Past) || words[at].participle && auxiliary()
}
